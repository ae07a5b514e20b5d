"""Whom a club approached: known while there is no answer, and not a day longer."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import audit, chores
from portal.access import Actor, Held, Role
from portal.clubs.models import MOVES, Club, Outreach, OutreachState
from portal.clubs.models.outreach import WHY_NOT
from portal.clubs.service import invited, memberships, outreach
from portal.clubs.service.months import report_of
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.people.models import PhoneClash
from portal.people.service import give_consent
from tests.clubs import ground
from tests.conftest import TODAY

ENDS = (OutreachState.DECLINED, OutreachState.JOINED, OutreachState.LAPSED)
NEW = {"birth_year": 1990, "commune_code": ground.COMMUNE, "education": 2, "signed": True}
PHONE = "0912 345 678"


def approached(actor: Actor, club: Club, ago: int = 0, name: str = "Lê Văn Tám") -> Outreach:
    """Somebody approached so many days ago."""
    facts = {"name": name, "phone": PHONE, "approached_by": "Ông Tư", "remark": "Gọi tối"}
    day = TODAY - timedelta(ago)
    return outreach.approach(actor, club.pid, approached_on=day, **facts)


def stored(row: Outreach) -> list[Any]:
    """What the table holds of the person."""
    columns = (
        Outreach.key_wrapped, Outreach.name_sealed, Outreach.phone_sealed, Outreach.remark_sealed
    )  # fmt: skip
    return list(session().execute(select(*columns).where(Outreach.id == row.id)).one())


def test_a_no_leaves_a_figure_and_no_name(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    row = approached(who, club)
    assert None not in stored(row)
    with pytest.raises(RuleBroken) as refused:
        outreach.note_answer(who, row.pid, state="declined", reason="no_answer")
    assert refused.value.field == "reason"
    outreach.note_answer(who, row.pid, state="declined", reason="hours")
    assert stored(row) == [None] * 4
    assert outreach.list_outreach(who, club.pid)[1] == []
    with pytest.raises(NotFound):
        outreach.get_outreach(who, row.pid)
    assert outreach.approached_in(club, TODAY, TODAY) == outreach.Approached(1, 0, 1)


@pytest.mark.parametrize("before", OutreachState)
@pytest.mark.parametrize("after", OutreachState)
def test_only_moves_of_the_table_are_made(
    work: Session, before: OutreachState, after: OutreachState
) -> None:
    club = ground.club()
    row = approached(ground.coordinator(club), club)
    if before in ENDS:
        outreach.move(row, before, "other")
    row.state = before
    session().flush()
    reasons = MOVES.get(before, {}).get(after)
    if reasons is None:
        with pytest.raises(RuleBroken):
            outreach.move(row, after, "other")
    else:
        outreach.move(row, after, reasons[0] if reasons else "left out")
        assert row.reason == (reasons[0] if reasons else "")
        assert (stored(row)[0] is None) == (after in ENDS)


def test_who_joins_by_the_form_is_on_the_list_no_more(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    row = approached(who, club)
    outreach.note_answer(who, row.pid, state="agreed", reason="")
    typed = outreach.as_typed(who, row.pid)
    assert typed["name"] == "Lê Văn Tám"
    memberships.add_new_member(who, **typed, **NEW)  # type: ignore[arg-type]
    assert row.state == OutreachState.JOINED
    assert stored(row) == [None] * 4
    assert outreach.as_typed(who, row.pid) == {}
    counts = report_of(who, club.pid, TODAY.replace(day=1))[1].outreach
    assert counts == outreach.Approached(1, 1, 0)


def test_another_club_cannot_end_or_read_it(work: Session) -> None:
    club, other = ground.club(), ground.club("Khác")
    row = approached(ground.coordinator(club), club)
    stranger = ground.coordinator(other, "other")
    assert outreach.as_typed(stranger, row.pid) == {}
    values = {"name": "X", "phone": "", "outreach": row.pid, **NEW}
    memberships.add_new_member(stranger, other.pid, **values)  # type: ignore[arg-type]
    assert row.state == OutreachState.APPROACHED
    with pytest.raises(NotFound):
        outreach.note_answer(stranger, row.pid, state="declined", reason="busy")
    officer = Actor("o", (Held(Role.OFFICER, "75"), Held(Role.CASE_OFFICER, ground.COMMUNE)))
    with pytest.raises(NotFound):
        outreach.list_outreach(officer, club.pid)


def test_a_known_phone_tells_nothing(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    ground.client("Trần Thị Bích", phone=PHONE)
    row = approached(who, club)
    assert row.state == OutreachState.APPROACHED
    assert session().scalars(select(PhoneClash)).all() == []


@pytest.mark.parametrize(("ago", "due"), [(13, False), (14, True), (59, True)])
def test_after_fourteen_days_it_is_time_to_ask_again(work: Session, ago: int, due: bool) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    row = approached(who, club, ago)
    assert outreach.is_due(row) is due
    assert outreach.due_by_club(who) == ({club.pid: 1} if due else {})
    outreach.note_answer(who, row.pid, state="agreed", reason="")
    assert outreach.is_due(row) is False
    assert outreach.due_by_club(who) == {}


@pytest.mark.parametrize(("ago", "kept"), [(59, True), (60, False)])
@pytest.mark.parametrize("state", outreach.LIVING)
def test_after_sixty_days_the_daily_care_forgets(
    installation: Installation, ago: int, kept: bool, state: OutreachState
) -> None:
    with installation.transaction(writes=True):
        club = ground.club()
        row = approached(ground.coordinator(club), club)
        day = TODAY - timedelta(ago)
        then = {"approached_on": day, "state": state, "state_on": day}
        session().execute(update(Outreach).values(**then))
    with installation.transaction(writes=True):
        chores.care({"part": "outreach"})
    with installation.transaction(writes=False):
        assert (None not in stored(row)) is kept
        found = session().get_one(Outreach, row.id)
        assert found.state == (state if kept else OutreachState.LAPSED)
        if kept:
            assert outreach.forgotten_on(found) == TODAY + timedelta(1)


def test_nobody_is_written_down_after_their_time(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    for ago in (60, -1):
        with pytest.raises(RuleBroken) as refused:
            approached(who, club, ago)
        assert refused.value.field == "approached_on"
    approached(who, club, 59)


def test_the_database_keeps_no_name_of_who_declined(work: Session) -> None:
    club = ground.club()
    row = approached(ground.coordinator(club), club)
    with pytest.raises(IntegrityError), session().begin_nested():
        session().execute(update(Outreach).values(state="declined").where(Outreach.id == row.id))


def test_a_mistake_does_not_count(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    row = approached(who, club)
    outreach.note_answer(who, row.pid, state="declined", reason=WHY_NOT[-1])
    assert outreach.approached_in(club, TODAY, TODAY).approached == 0


def test_reading_the_list_or_a_person_is_in_the_audit(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    row = approached(who, club)
    outreach.list_outreach(who, club.pid)
    outreach.get_outreach(who, row.pid)
    read = set(map(tuple, session().execute(select(audit.AuditRow.action, audit.AuditRow.subject))))
    assert {("read_list", f"outreach/{club.pid}"), ("read", f"outreach/{row.pid}")} <= read


def test_who_agreed_to_be_asked_is_shown_until_they_join(work: Session) -> None:
    club, other = ground.club(), ground.club("Câu lạc bộ khác")
    who, an = ground.coordinator(club), ground.client("Nguyễn Văn An", phone="+84912345678")
    case_officer = ground.user("officer", Role.CASE_OFFICER, ground.COMMUNE)
    give_consent(
        case_officer,
        an,
        viewer=f"club/{club.pid}",
        purpose="invitation",
        fields=("name", "phone"),
        given_how="in_person",
    )
    work.flush()
    assert invited.list_invited(who, club) == [("Nguyễn Văn An", an.phone, TODAY)]
    assert invited.list_invited(ground.coordinator(other, "elsewhere"), other) == []
    ground.join(club, an)
    assert invited.list_invited(who, club) == []
