"""A member's month: with their consent, agreed with them, and read by nobody else."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import Actor, Held, Role
from portal.audit import AuditRow
from portal.clubs.models import Club, ProgressSheet
from portal.clubs.models.care import AREAS
from portal.clubs.service import progress
from portal.clubs.service.memberships import get_member
from portal.errors import Conflict, NotFound, RuleBroken
from portal.journeys.service import withdraw_consent
from portal.people.models import Client
from portal.people.service import own_consents
from portal.targets.service.progress import month_figures
from tests.clubs import ground
from tests.conftest import TODAY

MONTH, BEFORE = date(2026, 11, 1), date(2026, 10, 1)
WORDS = {name: "" for area in AREAS for name in (area, f"{area}_remark")}
CASE_OFFICER = Actor("c", (Held(Role.CASE_OFFICER, ground.COMMUNE),))
ELSEWHERE = Actor("e", (Held(Role.CASE_OFFICER, "26080"),))
OFFICER = Actor("o", (Held(Role.OFFICER, "75"),))


@pytest.fixture
def club(work: Session) -> Club:
    """A club in the transaction `work`."""
    return ground.club()


@pytest.fixture
def an(club: Club) -> Client:
    """A member of the club."""
    return ground.member(club, "Nguyễn Văn An")


@pytest.fixture
def coordinator(club: Club) -> Actor:
    """The club's coordinator."""
    return ground.coordinator(club)


def _me(client: Client) -> Actor:
    return Actor("m", (Held(Role.MEMBER, client.pid),))


def _words(**said: str) -> dict[str, Any]:
    return {**WORDS, **dict.fromkeys(AREAS, "fine"), **said}


def _write(
    actor: Actor, client: Client, month: date = MONTH, *, lets: bool = True, **kw: Any
) -> ProgressSheet:
    told = {"version": None, "agreed_on": None, "words": _words(), **kw}
    return progress.write_sheet(actor, client.pid, month, lets=lets, **told)


def test_without_the_members_consent_nothing_is_written(coordinator: Actor, an: Client) -> None:
    with pytest.raises(RuleBroken) as refused:
        _write(coordinator, an, lets=False)
    assert refused.value.field == "lets"
    _write(coordinator, an)
    (consent,) = (one for one in own_consents(_me(an)) if one.purpose == "progress")
    withdraw_consent(_me(an), consent.pid)
    assert progress.sheets_of_member(get_member(coordinator, an.pid)) == []
    with pytest.raises(RuleBroken):
        _write(coordinator, an, lets=False, version=1)
    assert len(progress.own_sheets(_me(an))) == 1
    with pytest.raises(Conflict):
        _write(coordinator, an)


def test_words_and_remarks_are_sealed(work: Session, coordinator: Actor, an: Client) -> None:
    sheet = _write(coordinator, an, words=_words(health="help_now", health_remark="Đau lưng."))
    work.flush()
    kept = work.execute(select(ProgressSheet.__table__)).one()
    assert all(value not in ("help_now", "fine", "Đau lưng.") for value in kept)
    assert (sheet.health, sheet.health_remark) == ("help_now", "Đau lưng.")


@pytest.mark.parametrize("month", [date(2026, 12, 1), date(2025, 12, 1)])
def test_a_month_has_to_have_come_and_be_of_the_membership(
    coordinator: Actor, an: Client, month: date
) -> None:
    with pytest.raises(NotFound):
        _write(coordinator, an, month)


def test_an_unknown_word_and_a_strange_day_are_refused(coordinator: Actor, an: Client) -> None:
    with pytest.raises(RuleBroken) as refused:
        _write(coordinator, an, words=_words(work="7/10"))
    assert refused.value.field == "work"
    for day in (TODAY + timedelta(1), date(2026, 10, 31)):
        with pytest.raises(RuleBroken) as refused:
            _write(coordinator, an, agreed_on=day)
        assert refused.value.field == "agreed_on"


def test_the_month_before_is_the_start(coordinator: Actor, an: Client) -> None:
    before = _write(coordinator, an, BEFORE, words=_words(work_remark="Phụ hồ."))
    found = progress.get_month(coordinator, an.pid, MONTH)
    assert (found.sheet, found.before) == (None, before)
    assert before.words["work_remark"] == "Phụ hồ."


def test_the_member_agrees_or_sees_it_differently(coordinator: Actor, an: Client) -> None:
    sheet = _write(coordinator, an)
    with pytest.raises(RuleBroken) as refused:
        progress.answer_sheet(_me(an), sheet.pid, version=1, agrees=False, different="")
    assert refused.value.field == "different"
    progress.answer_sheet(_me(an), sheet.pid, version=1, agrees=False, different="Tôi có việc.")
    (row,) = progress.month_of_members(coordinator, MONTH)
    assert (row.state, sheet.different, sheet.agreed_on) == ("differs", "Tôi có việc.", None)
    _write(coordinator, an, version=2, words=_words(work="very_good"))
    assert sheet.different == "Tôi có việc."
    progress.answer_sheet(_me(an), sheet.pid, version=3, agrees=True, different="")
    assert (sheet.agreed_on, sheet.agreed_by, sheet.different) == (TODAY, "member", "")


def test_a_change_is_not_agreed_unless_gone_through(coordinator: Actor, an: Client) -> None:
    sheet = _write(coordinator, an, agreed_on=TODAY)
    assert sheet.agreed_by == "talk"
    _write(coordinator, an, version=1)
    assert (sheet.agreed_on, sheet.agreed_by) == (None, "")


def test_nobody_agrees_to_what_they_have_not_read(coordinator: Actor, an: Client) -> None:
    sheet = _write(coordinator, an)
    _write(coordinator, an, version=1, words=_words(family="hard"))
    with pytest.raises(Conflict):
        progress.answer_sheet(_me(an), sheet.pid, version=1, agrees=True, different="")


def test_of_two_coordinators_the_second_sees_both(coordinator: Actor, an: Client) -> None:
    _write(coordinator, an, words=_words(health_remark="Ngủ tốt."))
    with pytest.raises(Conflict) as refused:
        _write(coordinator, an, words=_words(health_remark="Mất ngủ."))
    assert refused.value.theirs["health_remark"] == "Ngủ tốt."
    assert refused.value.theirs["version"] == 1


def test_who_may_read_it(work: Session, coordinator: Actor, an: Client) -> None:
    sheet = _write(coordinator, an)
    client, sheets = progress.sheets_of_client(CASE_OFFICER, an.pid)
    assert (client, sheets) == (an, [sheet])
    read = select(AuditRow.id).where(AuditRow.user_pid == "c", AuditRow.client_pid == an.pid)
    assert work.scalar(read)
    for stranger in (ELSEWHERE, OFFICER, coordinator):
        with pytest.raises(NotFound):
            progress.sheets_of_client(stranger, an.pid)
    stranger = ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
    for actor in (stranger, CASE_OFFICER, OFFICER):
        with pytest.raises(NotFound):
            _write(actor, an)
    binh = ground.client("Trần Thị Bình")
    with pytest.raises(NotFound):
        progress.get_own_sheet(_me(binh), sheet.pid)


def test_officers_get_gated_counts_and_no_word(club: Club, coordinator: Actor) -> None:
    for number in range(3):
        _write(coordinator, ground.member(club, f"Người {number}"))
    found = month_figures(OFFICER, MONTH)
    assert found.communes == {ground.COMMUNE: "Phường Trảng Dài"}
    assert (found.written.total, found.agreed.total) == ("<5", "<5")
