"""Handovers: what is refused, the table of moves, clocks on frozen days, and who sees what."""

import unicodedata
from datetime import date
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.audit import AuditRow
from portal.errors import NotFound, RuleBroken
from portal.people import service
from portal.people.deadlines import DEFAULT, Clock
from portal.people.models import CaseFile, Client, Consent, Handover, HandoverMove, HandoverRule
from portal.people.models import HandoverState as State
from portal.people.service import (
    file_changes,
    handover_figures,
    handover_moves,
    handover_rules,
    handovers,
    intake,
    province_rules,
)
from portal.people.service.handovers import Paper
from portal.people.service.intake import ANOTHER, Guardian
from portal.targets.records import Records
from tests.databases import on_sqlite
from tests.people.commune import HO_NAI, TAM_HIEP, Commune, actor

DONE, ARRIVED = date(2026, 11, 12), date(2026, 11, 13)  # a Friday
NOBODY = Guardian("", "", None)
MOTHER = Guardian("Lê Thị Mẹ", "parent", ARRIVED)


def paper(**changed: Any) -> Paper:
    """A paper that arrived."""
    usual = Paper("voluntary", DONE, ARRIVED, None, "Cơ sở Xuân Phú", "12/QĐ", DONE)
    return usual._replace(**changed)


def take(work: Session, arrived: Paper | None = None, **changed: Any) -> Handover:
    """Take a paper in as the case officer of Hố Nai."""
    usual: dict[str, Any] = {
        "name": "Phạm Văn Chín",
        "birth_year": 1992,
        "phone": "0987 654 321",
        "commune_code": HO_NAI,
        "same_as": "",
        "agreed": [],
        "given_how": "",
        "guardian": NOBODY,
    }
    return intake.take_in(actor(work, "case_officer"), arrived or paper(), **{**usual, **changed})


def refused(work: Session, arrived: Paper | None = None, **changed: Any) -> str | None:
    """The field on which it is refused; nothing is kept."""
    before = work.query(Client).count()
    with pytest.raises(RuleBroken) as refusal, work.begin_nested():
        take(work, arrived, **changed)
    assert work.query(Client).count() == before
    return refusal.value.field


def test_a_paper_that_arrived_counts_as_a_completion_without_a_file(
    work: Session, settled: Commune
) -> None:
    handover = take(work)
    assert (handover.state, handover.client.name) == (State.RECEIVED, "Phạm Văn Chín")
    (case,) = work.scalars(select(CaseFile)).all()
    assert (case.completed_on, case.managed_from) == (DONE, None)
    assert work.scalars(select(Consent).where(Consent.client_id == handover.client_id)).all() == []
    moves = handovers.moves_of(handover)
    assert [(m.from_state, m.to_state) for m in moves] == [
        (None, "expected"),
        ("expected", "received"),
    ]


@pytest.mark.parametrize(
    ("changed", "typed", "field"),
    [
        ({}, {"birth_year": 1800}, "birth_year"),
        ({}, {"birth_year": 2100}, "birth_year"),
        ({"completed_on": date(2001, 1, 1)}, {}, "completed_on"),
        ({"completed_on": date(2028, 1, 1), "arrived_on": None}, {}, "completed_on"),
        ({"arrived_on": date(2026, 11, 11)}, {}, "arrived_on"),
        ({"arrived_on": date(2026, 11, 22)}, {}, "arrived_on"),
        ({"completed_on": date(2026, 11, 22)}, {}, "arrived_on"),
        ({"paper_on": date(2026, 11, 22)}, {}, "paper_on"),
        ({}, {"commune_code": "75"}, "commune_code"),
        ({}, {"phone": "12"}, "phone"),
    ],
)
@on_sqlite
def test_what_cannot_be_is_refused_on_its_field(
    work: Session, settled: Commune, changed: Any, typed: Any, field: str
) -> None:
    assert refused(work, paper(**changed), **typed) == field


@on_sqlite
def test_a_possible_double_is_asked_about(work: Session, settled: Commune) -> None:
    loose = unicodedata.normalize("NFD", "Nguyễn Văn An")
    same_name = {"name": loose, "birth_year": 1990, "phone": ""}
    assert refused(work, **same_name) == "same_as"
    assert refused(work, phone="+84 912 345 678") == "same_as"
    found = intake.asked_about(actor(work, "case_officer"), loose, 1990, "")
    assert [(one.pid, one.same_phone) for one in found] == [(settled.an, False)]
    assert intake.asked_about(actor(work, "neighbour"), loose, 1990, "0912345678") == []
    assert take(work, **same_name, same_as=settled.an).client.pid == settled.an
    other = take(work, **same_name, same_as=ANOTHER)
    assert other.client.pid != settled.an
    assert other.client.name != ""


@on_sqlite
def test_one_completion_is_taken_in_once(work: Session, settled: Commune) -> None:
    first = take(work)
    known = {"same_as": first.client.pid}
    assert refused(work, **known) == "completed_on"


@on_sqlite
def test_nobody_may_know_but_who_was_ticked(work: Session, settled: Commune) -> None:
    club = f"club/{settled.club}"
    assert refused(work, agreed=[club]) == "given_how"
    assert refused(work, agreed=["club/other"], given_how="in words") == "agreed"
    client = take(work, agreed=[club], given_how="in words").client
    assert service.consented(client.pid, club, "phone")
    assert not service.consented(client.pid, club, "needs")


@on_sqlite
def test_under_age_nobody_may_know_without_the_guardian(work: Session, settled: Commune) -> None:
    club = f"club/{settled.club}"
    young = {"birth_year": 2009, "agreed": [club], "given_how": "in words"}
    with pytest.raises(RuleBroken, match="giám hộ"), work.begin_nested():
        take(work, **young)
    assert refused(work, **young, guardian=MOTHER._replace(relation="")) == "guardian_relation"
    late = MOTHER._replace(given_on=date(2026, 11, 22))
    assert refused(work, **young, guardian=late) == "guardian_on"
    client = take(work, **young, guardian=MOTHER).client
    assert service.consented(client.pid, club, "name")


@on_sqlite
def test_the_whole_way(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    handover = take(work, paper(arrived_on=None, completed_on=date(2026, 12, 1)))
    assert handover.state == State.EXPECTED
    assert handovers.clocks_of(handover) is None
    clock.fix(date(2026, 12, 2))
    days = {"completed_on": date(2026, 12, 1), "arrived_on": date(2026, 12, 2)}
    handovers.receive(officer, handover.pid, **days)
    handovers.meet(officer, handover.pid, met_on=date(2026, 12, 2))
    opened = handovers.open_file(officer, handover.pid, opened_on=date(2026, 12, 2))
    assert (opened.managed_from, opened.managed_to) == (date(2026, 12, 2), date(2027, 11, 30))
    assert handover.state == State.OPENED
    assert service.consented(handover.client.pid, f"case_officers/{HO_NAI}", "file")
    assert work.query(CaseFile).filter_by(client_id=handover.client_id).count() == 1
    (row,) = [c for c in Records().cases if c.person == handover.client_id]
    assert row.managed_from == date(2026, 12, 2)
    with pytest.raises(RuleBroken):
        handovers.close(officer, handover.pid, reason="nhầm")


@on_sqlite
def test_the_decided_months_stand_before_the_law(work: Session, settled: Commune) -> None:
    handover = take(work, paper(decided_months=18))
    officer = actor(work, "case_officer")
    opened = handovers.open_file(officer, handover.pid, opened_on=ARRIVED)
    assert opened.managed_to == date(2028, 5, 11)
    handovers.meet(officer, handover.pid, met_on=date(2026, 11, 20))
    assert (handover.state, handover.met_on) == (State.OPENED, date(2026, 11, 20))


@on_sqlite
def test_a_file_is_not_opened_past_its_waiting_paper(work: Session, settled: Commune) -> None:
    handover = take(work)
    with pytest.raises(RuleBroken, match="bàn giao"):
        service.open_case_file(
            actor(work, "case_officer"), handover.client.pid, kind="voluntary", completed_on=DONE
        )


@on_sqlite
def test_sent_on_it_is_the_other_communes_alone(work: Session, settled: Commune) -> None:
    mine, theirs = actor(work, "case_officer"), actor(work, "neighbour")
    handover = take(work)
    handovers.get_handover(mine, handover.pid)
    with pytest.raises(NotFound):
        handovers.get_handover(theirs, handover.pid)
    handovers.send_on(mine, handover.pid, commune_code=TAM_HIEP, reason="ở Tam Hiệp")
    with pytest.raises(NotFound):
        handovers.get_handover(mine, handover.pid)
    seen = handovers.get_handover(theirs, handover.pid)
    assert (seen.state, seen.commune_code, seen.arrived_on) == ("sent_on", TAM_HIEP, None)
    assert handovers.moves_of(seen)[-1].reason == "ở Tam Hiệp"
    assert [one.row.pid for one in handovers.waiting(theirs)] == [handover.pid]
    assert work.scalars(select(CaseFile)).all() == []
    days = {"completed_on": DONE, "arrived_on": date(2026, 11, 21)}
    handovers.receive(theirs, handover.pid, **days)
    clocks = handovers.clocks_of(seen)
    assert clocks is not None
    assert clocks.meeting.due_on == date(2026, 11, 26)


@on_sqlite
def test_a_paper_for_another_commune_goes_there_at_once(work: Session, settled: Commune) -> None:
    handover = take(work, commune_code=TAM_HIEP)
    assert (handover.state, handover.commune_code) == (State.SENT_ON, TAM_HIEP)
    assert handovers.waiting(actor(work, "case_officer")) == []


@pytest.mark.parametrize("login", ["neighbour", "coordinator", "member", "officer", "admin"])
@on_sqlite
def test_nobody_else_sees_or_moves_it(work: Session, settled: Commune, login: str) -> None:
    handover = take(work)
    other = actor(work, login)
    with pytest.raises(NotFound):
        handovers.meet(other, handover.pid, met_on=ARRIVED)
    assert handovers.waiting(other) == []


@on_sqlite
def test_no_move_outside_the_table(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    handover = take(work)
    for came_from, to in product(State, State):
        handover.state = came_from
        work.flush()
        before = work.query(HandoverMove).count()
        if to in handover_moves.MOVES[came_from]:
            handover_moves.move(officer, handover, to, on=ARRIVED)
            assert handover.state == to
            assert work.query(HandoverMove).count() == before + 1
        else:
            with pytest.raises(RuleBroken):
                handover_moves.move(officer, handover, to, on=ARRIVED)
            assert (handover.state, work.query(HandoverMove).count()) == (came_from, before)
    reached = {State.EXPECTED} | {to for moves in handover_moves.MOVES.values() for to in moves}
    assert reached == set(State)


@pytest.mark.parametrize(
    ("day", "meeting", "file"),
    [
        (date(2026, 11, 18), Clock.RUNNING, Clock.RUNNING),
        (date(2026, 11, 19), Clock.LATE, Clock.RUNNING),
        (date(2026, 11, 20), Clock.LATE, Clock.RUNNING),
        (date(2026, 11, 21), Clock.LATE, Clock.LATE),
    ],
)
@on_sqlite
def test_the_clocks_run_from_the_arrival(
    work: Session, settled: Commune, day: date, meeting: Clock, file: Clock
) -> None:
    """Friday the 13th: five days to the 18th, five working days to Friday the 20th."""
    handover = take(work)
    clock.fix(day)
    found = handovers.clocks_of(handover)
    assert found is not None
    assert (found.meeting.state(day), found.file.state(day)) == (meeting, file)
    assert handovers.late(handovers.waiting(actor(work, "case_officer"))) == (day.day > 18)


@on_sqlite
def test_done_late_stays_late_and_is_counted_without_names(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    handover = take(work)
    handovers.meet(officer, handover.pid, met_on=date(2026, 11, 18))
    handovers.open_file(officer, handover.pid, opened_on=date(2026, 11, 21))
    (row,) = handover_figures.in_time(actor(work, "officer"), 2026)
    assert (row.code, row.arrived) == (HO_NAI, 1)
    assert (row.meeting[Clock.KEPT], row.file[Clock.MISSED]) == (1, 1)
    assert not row.is_told  # of one person nothing is shown but "below five"
    assert handover_figures.in_time(officer, 2026) == []


@on_sqlite
def test_a_provinces_days_hold_from_their_day_on(work: Session, settled: Commune) -> None:
    province = actor(work, "officer")
    rule = {"meet_days": 3, "file_days": 2, "source": "Công văn 1"}
    assert handover_rules.rule_on(HO_NAI, clock.today()) == DEFAULT
    province_rules.set_rule(province, HandoverRule, from_on=date(2026, 11, 23), **rule)
    assert handover_rules.rule_on(HO_NAI, date(2026, 11, 22)) == DEFAULT
    assert handover_rules.rule_on(HO_NAI, date(2026, 11, 23)).file_days == 2
    for day in (date(2026, 11, 23), date(2026, 11, 20)):
        with pytest.raises(RuleBroken):
            province_rules.set_rule(province, HandoverRule, from_on=day, **rule)


@on_sqlite
def test_every_step_is_in_the_audit(work: Session, settled: Commune) -> None:
    handover = take(work)
    handovers.meet(actor(work, "case_officer"), handover.pid, met_on=ARRIVED)
    rows = work.scalars(select(AuditRow.action).where(AuditRow.client_pid == handover.client.pid))
    assert {"register_client", "handover_received", "read", "handover_met"} <= set(rows)


@on_sqlite
def test_a_move_of_residence_takes_the_file_along(work: Session, settled: Commune) -> None:
    mine, theirs = actor(work, "case_officer"), actor(work, "neighbour")
    handover = take(work)
    handovers.open_file(mine, handover.pid, opened_on=ARRIVED)
    pid = handover.client.pid
    move = {"commune_code": TAM_HIEP, "moved_on": date(2026, 11, 20), "reason": "về nhà vợ"}
    with pytest.raises(NotFound):
        file_changes.move_residence(theirs, pid, **move)
    file_changes.move_residence(mine, pid, **move)
    with pytest.raises(NotFound):
        service.get_client(mine, pid)
    assert service.get_client(theirs, pid).commune_code == TAM_HIEP
    assert not service.consented(pid, f"case_officers/{HO_NAI}", "file")
    assert service.consented(pid, f"case_officers/{TAM_HIEP}", "file")
    (change,) = file_changes.changes_of(handover.client)
    assert (change.kind, change.from_commune, change.to_commune) == ("moved", HO_NAI, TAM_HIEP)
    assert handover.commune_code == HO_NAI  # who answered for it: its figures stay


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"commune_code": HO_NAI}, "commune_code"),
        ({"commune_code": "75"}, "commune_code"),
        ({"moved_on": date(2026, 11, 22)}, "moved_on"),
    ],
)
@on_sqlite
def test_a_move_to_nowhere_is_refused(
    work: Session, settled: Commune, changed: Any, field: str
) -> None:
    move = {"commune_code": TAM_HIEP, "moved_on": date(2026, 11, 20), "reason": "x", **changed}
    with pytest.raises(RuleBroken) as refusal:
        file_changes.move_residence(actor(work, "case_officer"), settled.an, **move)
    assert refusal.value.field == field
    assert service.get_client(actor(work, "case_officer"), settled.an)


@on_sqlite
def test_a_file_is_suspended_resumed_and_ended(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    file = service.open_case_file(
        officer, settled.an, kind="voluntary", completed_on=date(2026, 6, 30)
    )
    change = {"reason": "đi điều trị"}
    day = date(2026, 8, 1)
    file_changes.change_file(officer, file.pid, kind="suspended", changed_on=day, **change)
    for kind in ("suspended", "moved", "nothing"):
        with pytest.raises(RuleBroken):
            file_changes.change_file(officer, file.pid, kind=kind, changed_on=day, **change)
    later = date(2027, 8, 1)
    file_changes.change_file(
        officer, file.pid, kind="resumed", changed_on=date(2026, 9, 1), last_on=later, **change
    )
    assert file.managed_to == later
    with pytest.raises(RuleBroken) as refusal:
        file_changes.change_file(
            officer, file.pid, kind="ended", changed_on=date(2026, 8, 31), **change
        )
    assert refusal.value.field == "changed_on"
    file_changes.change_file(
        officer, file.pid, kind="ended", changed_on=date(2026, 10, 1), **change
    )
    assert file.managed_to == date(2026, 10, 1)
    assert service.list_clients(officer, 1, under_aftercare=True).rows == []
    with pytest.raises(RuleBroken):
        file_changes.change_file(
            officer, file.pid, kind="resumed", changed_on=date(2026, 10, 1), **change
        )
    with pytest.raises(NotFound):
        file_changes.get_case_file(actor(work, "neighbour"), file.pid)


def test_no_change_of_a_file_leads_out_of_the_table() -> None:
    for state, moves in file_changes.FILE_MOVES.items():
        assert set(moves.values()) <= set(file_changes.FileState)
        assert (not moves) == (state is file_changes.FileState.ENDED)
