"""Visits by volunteers: written by the case officer, of whom the club learns the day alone."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.clubs.models import Volunteer, VolunteerTeam, VolunteerVisit
from portal.clubs.service import visits
from portal.clubs.service.memberships import get_member
from portal.errors import NotFound, RuleBroken
from portal.people.models import Client, Consent
from tests.clubs import ground
from tests.conftest import TODAY

CASE_OFFICER = Actor("c", (Held(Role.CASE_OFFICER, ground.COMMUNE),))
ELSEWHERE = Actor("e", (Held(Role.CASE_OFFICER, "26080"),))
OFFICER = Actor("o", (Held(Role.OFFICER, "75"),))


@pytest.fixture
def sau(work: Session) -> Volunteer:
    """A volunteer of the commune's team."""
    team = VolunteerTeam(commune_code=ground.COMMUNE, formed_on=ground.LONG_AGO, decision="12")
    ground.add(team)
    made = Volunteer(team_id=team.id, name="Bà Sáu", from_on=ground.LONG_AGO)
    ground.add(made)
    return made


def _visit(
    volunteer: Volunteer,
    client: Client,
    actor: Actor = CASE_OFFICER,
    *,
    held_on: date = TODAY,
    next_on: date | None = None,
) -> VolunteerVisit:
    told = {"volunteer_pid": volunteer.pid, "agreed": "Tuần tới đi xem lớp hàn."}
    return visits.record_visit(actor, client.pid, held_on=held_on, next_on=next_on, **told)


def test_a_visit_has_a_day_and_one_who_was_in_the_team(sau: Volunteer) -> None:
    an = ground.client("Nguyễn Văn An")
    wrong = {"held_on": TODAY + timedelta(1)}, {"next_on": TODAY}, {"held_on": date(2025, 12, 1)}
    for kw, field in zip(wrong, ("held_on", "next_on", "volunteer_pid"), strict=True):
        with pytest.raises(RuleBroken) as refused:
            _visit(sau, an, **kw)
        assert refused.value.field == field
    for stranger in (ELSEWHERE, OFFICER):
        with pytest.raises(NotFound):
            _visit(sau, an, stranger)


def test_who_reads_what_was_agreed(work: Session, sau: Volunteer) -> None:
    club = ground.club()
    an = ground.member(club, "Nguyễn Văn An")
    visit = _visit(sau, an, next_on=TODAY + timedelta(9))
    assert visits.visits_to(CASE_OFFICER, an) == [visit]
    for stranger in (ELSEWHERE, OFFICER, ground.coordinator(club)):
        assert visits.visits_to(stranger, an) == []
    kept = work.scalars(select(VolunteerVisit.agreed_sealed)).one()
    assert kept
    assert b"Tu" not in kept


def test_the_club_learns_the_day_where_it_may_know_of_needs(work: Session, sau: Volunteer) -> None:
    club = ground.club()
    an = ground.member(club, "Nguyễn Văn An")
    _visit(sau, an, next_on=TODAY + timedelta(9))
    member = get_member(ground.coordinator(club), an.pid)
    assert visits.visits_known_to(member) == []
    work.scalars(select(Consent)).one().fields = "name needs"
    work.flush()
    (seen,) = visits.visits_known_to(member)
    assert seen == visits.Visited("Bà Sáu", TODAY, TODAY + timedelta(9))


def test_the_next_day_is_due_until_somebody_calls(sau: Volunteer) -> None:
    an = ground.client("Nguyễn Văn An")
    _visit(sau, an, next_on=TODAY + timedelta(9))
    assert visits.visits_due(CASE_OFFICER) == []
    clock.fix(TODAY + timedelta(9))
    assert [due.name for due in visits.visits_due(CASE_OFFICER)] == ["Nguyễn Văn An"]
    assert visits.visits_due(ELSEWHERE) == []
    _visit(sau, an, held_on=TODAY + timedelta(8))
    assert visits.visits_due(CASE_OFFICER) == []
