"""Volunteer teams: five people at most, of one's own commune, who have agreed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.audit import AuditRow
from portal.clubs.models import Charge, Volunteer, VolunteerTeam
from portal.clubs.service import charges, volunteers
from portal.clubs.service.memberships import get_member
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.journeys.service import withdraw_consent
from portal.people.models import Client
from portal.people.service import consented, own_consents
from tests.clubs import ground
from tests.conftest import TODAY

CASE_OFFICER = Actor("c", (Held(Role.CASE_OFFICER, ground.COMMUNE),))
OFFICER = Actor("o", (Held(Role.OFFICER, "75"),))
OTHER = "26080"  # phường Long Khánh
ELSEWHERE = Actor("e", (Held(Role.CASE_OFFICER, OTHER),))
MOST, TRYING = 5, 12


def _team(commune: str = ground.COMMUNE) -> VolunteerTeam:
    made = VolunteerTeam(commune_code=commune, formed_on=ground.LONG_AGO, decision="12/QĐ-UBND")
    ground.add(made)
    return made


def _volunteer(team: VolunteerTeam | None = None, name: str = "Bà Sáu") -> Volunteer:
    made = Volunteer(team_id=(team or _team()).id, name=name, from_on=ground.LONG_AGO)
    ground.add(made)
    return made


def _assign(volunteer: Volunteer, client: Client, actor: Actor = CASE_OFFICER) -> Charge:
    return charges.assign(actor, volunteer.pid, client_pid=client.pid, agreed=True)


def _charges_of(volunteer: Volunteer) -> int:
    return session().scalars(select(Volunteer.charges).where(Volunteer.id == volunteer.id)).one()


def test_five_and_no_more(work: Session) -> None:
    volunteer = _volunteer()
    for number in range(MOST):
        charge = _assign(volunteer, ground.client(f"Người {number}"))
    sixth = ground.client("Người sáu")
    with pytest.raises(RuleBroken):
        _assign(volunteer, sixth)
    charges.end_charge(CASE_OFFICER, charge.pid, to_on=TODAY)
    _assign(volunteer, sixth)
    assert _charges_of(volunteer) == MOST


def test_of_twelve_at_once_five_are_assigned(installation: Installation) -> None:
    with installation.transaction(writes=True):
        pid = _volunteer().pid
        people = [ground.client(f"Người {number}").pid for number in range(TRYING)]
    start = Barrier(TRYING)

    def assign(client: str) -> bool:
        start.wait()
        try:
            with installation.transaction(writes=True):
                charges.assign(CASE_OFFICER, pid, client_pid=client, agreed=True)
        except RuleBroken:
            return False
        return True

    with ThreadPoolExecutor(TRYING) as crowd:
        assert sum(crowd.map(assign, people)) == MOST
    with installation.transaction(writes=False):
        assert session().scalars(select(Volunteer.charges)).one() == MOST
        assert len(session().scalars(select(Charge.id)).all()) == MOST


def test_of_two_who_end_it_one_gives_the_place_back(installation: Installation) -> None:
    with installation.transaction(writes=True):
        pid = _assign(_volunteer(), ground.client("Nguyễn Văn An")).pid
    start = Barrier(2)

    def end(_which: int) -> bool:
        start.wait()
        try:
            with installation.transaction(writes=True):
                charges.end_charge(CASE_OFFICER, pid, to_on=TODAY)
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(2) as crowd:
        assert any(crowd.map(end, range(2)))
    with installation.transaction(writes=False):
        assert session().scalars(select(Volunteer.charges)).one() == 0


def test_only_of_ones_own_commune_and_only_who_agreed(work: Session) -> None:
    volunteer, an = _volunteer(), ground.client("Nguyễn Văn An")
    far = ground.client("Xa")
    far.commune_code = OTHER
    work.flush()
    with pytest.raises(RuleBroken) as refused:
        _assign(volunteer, far)
    assert refused.value.field == "client_pid"
    with pytest.raises(RuleBroken) as refused:
        charges.assign(CASE_OFFICER, volunteer.pid, client_pid=an.pid, agreed=False)
    assert refused.value.field == "agreed"
    for stranger in (ELSEWHERE, OFFICER):
        with pytest.raises(NotFound):
            _assign(volunteer, an, stranger)
    _assign(volunteer, an)
    assert consented(an.pid, charges.viewer(volunteer), "phone")
    acts = set(work.scalars(select(AuditRow.action).where(AuditRow.client_pid == an.pid)))
    assert acts == {"assign_volunteer", "give_consent"}


def test_the_choice_is_of_those_who_have_nobody_and_is_recorded(work: Session) -> None:
    team = _team()
    an, _binh = ground.client("Nguyễn Văn An"), ground.client("Trần Thị Bình")
    _assign(_volunteer(team), an)
    offered = charges.without_volunteer(CASE_OFFICER, team)
    assert [name for _pid, name in offered] == ["Trần Thị Bình"]
    assert work.scalar(select(AuditRow.id).where(AuditRow.action == "read_list"))


def test_with_the_consent_ends_the_charge(work: Session) -> None:
    volunteer, an = _volunteer(), ground.client("Nguyễn Văn An")
    _assign(volunteer, an)
    member = Actor("m", (Held(Role.MEMBER, an.pid),))
    (consent,) = own_consents(member)
    withdraw_consent(member, consent.pid)
    assert charges.companion_of(an) is None
    assert _charges_of(volunteer) == 0


def test_who_moves_is_assigned_anew_and_unknown_where_they_were(work: Session) -> None:
    volunteer, an = _volunteer(), ground.client("Nguyễn Văn An")
    _assign(volunteer, an)
    an.commune_code = OTHER
    work.flush()
    (left,) = charges.looked_after(CASE_OFFICER, volunteer)
    assert "An" not in left.name
    other = _volunteer(_team(OTHER), "Ông Tư")
    _assign(other, an, ELSEWHERE)
    companion = charges.companion_of(an)
    assert companion
    assert companion.name == "Ông Tư"
    assert (_charges_of(volunteer), _charges_of(other)) == (0, 1)


def test_ended_and_begun_again_on_a_day_the_consent_stands(work: Session) -> None:
    volunteer, an = _volunteer(), ground.client("Nguyễn Văn An")
    charges.end_charge(CASE_OFFICER, _assign(volunteer, an).pid, to_on=TODAY)
    _assign(volunteer, an)
    clock.fix(TODAY + timedelta(1))
    assert consented(an.pid, charges.viewer(volunteer), "name")


def test_whoever_leaves_the_team_gives_all_up(work: Session) -> None:
    volunteer, an = _volunteer(), ground.client("Nguyễn Văn An")
    _assign(volunteer, an)
    facts = {"name": "Bà Sáu", "area": "Ấp 3"}
    with pytest.raises(RuleBroken):
        charges.edit_volunteer(
            OFFICER, volunteer.pid, version=1, **facts, to_on=TODAY + timedelta(1)
        )
    charges.edit_volunteer(OFFICER, volunteer.pid, version=1, **facts, to_on=TODAY)
    assert charges.companion_of(an) is None
    assert _charges_of(volunteer) == 0
    with pytest.raises(RuleBroken):
        _assign(volunteer, ground.client("Khác"))


def test_an_erased_person_is_named_nowhere(work: Session) -> None:
    volunteer, an = _volunteer(), ground.client("Nguyễn Văn An")
    _assign(volunteer, an)
    work.execute(update(Client).where(Client.id == an.id).values(key_wrapped=None))
    (left,) = charges.looked_after(CASE_OFFICER, volunteer)
    assert "An" not in left.name
    charges.end_charges_of(an)
    assert charges.looked_after(CASE_OFFICER, volunteer) == []


def test_a_coordinator_knows_only_of_members_who_share_their_needs(work: Session) -> None:
    club = ground.club()
    an = ground.member(club, "Nguyễn Văn An")  # shares name, phone and attendance
    _assign(_volunteer(), an)
    member = get_member(ground.coordinator(club), an.pid)
    assert charges.companion_known_to(member) is None


def test_officers_see_figures(work: Session) -> None:
    team = _team()
    _assign(_volunteer(team), ground.client("Nguyễn Văn An"))
    _volunteer(team, "Ông Tư")
    (row,) = volunteers.list_teams(OFFICER)
    assert (row.figures.teams, row.figures.volunteers, row.figures.people) == (1, 2, 1)
    before = volunteers.team_figures([ground.COMMUNE], clock.months_before(TODAY, 1))
    assert before.people == 0
    assert volunteers.list_teams(ELSEWHERE) == []
    with pytest.raises(NotFound):
        volunteers.get_team(ELSEWHERE, team.pid)


def test_a_team_of_another_commune_is_not_formed(work: Session) -> None:
    with pytest.raises(RuleBroken) as refused:
        volunteers.form_team(CASE_OFFICER, commune_code=OTHER, formed_on=TODAY, decision="1/QĐ")
    assert refused.value.field == "commune_code"
    team = volunteers.form_team(
        CASE_OFFICER, commune_code=ground.COMMUNE, formed_on=TODAY, decision="1/QĐ"
    )
    with pytest.raises(RuleBroken):
        volunteers.add_volunteer(
            CASE_OFFICER, team.pid, name="Bà Sáu", area="", from_on=TODAY - timedelta(1)
        )
