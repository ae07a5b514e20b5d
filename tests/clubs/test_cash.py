"""A club's cash: never below nothing, never changed, closed by the month; and what was raised."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import BytesIO
from threading import Barrier
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import audit
from portal.access import Actor, Held, Role
from portal.clubs.cash_xlsx import as_xlsx
from portal.clubs.models import CashEntry, Club
from portal.clubs.service import cash, cash_sheets, resources
from portal.clubs.service.months import report_of
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
OFFICER = Actor("o", (Held(Role.OFFICER, "75"),))
ELSEWHERE = Actor("e", (Held(Role.OFFICER, "26080"),))
TO_US = {"words": "Việc", "voucher": "", "other_party": ""}


def put(actor: Actor, club: Club, amount: int, day: date = TODAY, **more: Any) -> CashEntry:
    """What came in, or with a minus went out."""
    purpose = more.pop("purpose", "budget" if amount > 0 else "meeting")
    values = {**TO_US, **more, "purpose": purpose, "amount": abs(amount)}
    return cash.add_entry(actor, club.pid, day=day, **values)


def refused(call: Any, *args: Any, **more: Any) -> str | None:
    """The field that the refusal stands on."""
    with pytest.raises(RuleBroken) as found:
        call(*args, **more)
    assert found.value.message
    return found.value.field


def test_what_is_not_there_cannot_go_out_on_any_day(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    put(who, club, 500, TODAY - timedelta(3))
    put(who, club, -400, TODAY - timedelta(1))
    assert refused(put, who, club, -101) == "amount"
    assert refused(put, who, club, -101, TODAY - timedelta(2)) == "amount"  # the day after lacks it
    assert refused(put, who, club, -1, TODAY - timedelta(4)) == "amount"
    put(who, club, -100)
    assert cash.balance_on(club, TODAY) == 0


def test_days_to_come_before_the_club_and_in_closed_months_are_refused(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    put(who, club, 1000, OCTOBER)
    assert refused(put, who, club, 1, TODAY + timedelta(1)) == "day"
    assert refused(put, who, club, 1, club.founded_on - timedelta(1)) == "day"  # type: ignore[operator]
    cash.close_month(who, club.pid, month=OCTOBER, counted=1000)
    assert refused(put, who, club, 1, date(2026, 10, 31)) == "day"
    assert refused(put, who, club, 1, date(2026, 9, 30)) == "day"  # all before is closed too
    put(who, club, 1, NOVEMBER)
    club.founded_on = None
    assert refused(put, who, club, 1) == "day"


def test_a_month_is_closed_once_when_it_is_over_and_a_difference_needs_words(
    work: Session,
) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    put(who, club, 1000, OCTOBER)
    close = cash.close_month
    assert refused(close, who, club.pid, month=NOVEMBER, counted=1000) is None
    assert refused(close, who, club.pid, month=OCTOBER, counted=990) == "remark"
    closing = close(who, club.pid, month=OCTOBER, counted=990, remark="Thiếu tiền lẻ")
    assert (closing.balance, closing.counted) == (1000, 990)
    assert refused(close, who, club.pid, month=OCTOBER, counted=1000) is None
    assert refused(close, who, club.pid, month=date(2026, 9, 1), counted=0) is None
    assert cash.balance_on(club, TODAY) == 1000  # the book stays as it is


def test_an_entry_is_taken_back_once_by_one_of_today(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    income = put(who, club, 1000, OCTOBER)
    spent = put(who, club, -600, OCTOBER)
    cash.close_month(who, club.pid, month=OCTOBER, counted=400)
    assert refused(cash.reverse_entry, who, income.pid, reason="nhầm") == "amount"  # 600 are spent
    back = cash.reverse_entry(who, spent.pid, reason="ghi trùng")
    assert (back.day, back.amount, back.purpose) == (TODAY, 600, spent.purpose)
    assert refused(cash.reverse_entry, who, spent.pid, reason="ghi trùng") is None
    assert refused(cash.reverse_entry, who, back.pid, reason="ghi trùng") is None
    _club, months, year = cash_sheets.cash_of(who, club.pid, 2026)
    assert (year.came_in, year.went_out, year.left) == (1000, 0, 1000)
    assert [(row.went_out, row.left) for row in months[9:]] == [(600, 400), (-600, 1000)]


def test_a_year_begins_with_what_the_year_before_left(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    put(who, club, 900, date(2025, 12, 31))
    put(who, club, -300, date(2026, 1, 1))
    _club, months, year = cash_sheets.cash_of(who, club.pid, 2026)
    assert (year.opening, year.went_out, year.left) == (900, 300, 600)
    assert (len(months), months[0].opening, months[-1].left) == (11, 900, 600)
    assert cash_sheets.cash_of(who, club.pid, 2027)[1] == []
    assert cash_sheets.cash_of(who, club.pid, 2025)[2].left == 900


def test_officers_read_figures_of_their_place_and_no_lines(work: Session) -> None:
    club, other = ground.club(), ground.club("Khác")
    who, stranger = ground.coordinator(club), ground.coordinator(other, "other")
    entry = put(who, club, 700)
    assert cash_sheets.cash_of(OFFICER, club.pid, 2026)[2].left == 700
    for actor in (OFFICER, stranger):
        with pytest.raises(NotFound):
            cash_sheets.lines_of(actor, club.pid, NOVEMBER, TODAY)
        with pytest.raises(NotFound):
            put(actor, club, 1)
        with pytest.raises(NotFound):
            cash.reverse_entry(actor, entry.pid, reason="x")
        with pytest.raises(NotFound):
            resources.list_resources(actor, club.pid, 2026)
    for actor in (ELSEWHERE, stranger):
        with pytest.raises(NotFound):
            cash_sheets.cash_of(actor, club.pid, 2026)


def gift(actor: Actor, club: Club, kind: str, value: int, day: date = TODAY) -> Any:
    """Something given."""
    words = {"words": "Quà", "giver": "Bà Nhàn", "campaign": "", "voucher": "PT 1"}
    return resources.add_resource(actor, club.pid, day=day, kind=kind, value=value, **words)


def test_money_raised_is_cash_and_both_are_taken_back_together(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    money, work_given = gift(who, club, "money", 500), gift(who, club, "work", 300)
    gift(who, club, "goods", 70, OCTOBER)
    assert cash.balance_on(club, TODAY) == 500
    assert resources.raised(club, OCTOBER, TODAY) == {"money": 500, "goods": 70, "work": 300}
    report = report_of(who, club.pid, NOVEMBER)[1]
    assert (report.cash, report.raised, report.raised_this_year) == (500, 800, 870)
    resources.take_back(who, money.pid, reason="trả lại")
    resources.take_back(who, work_given.pid, reason="ghi nhầm")
    for one in (money, work_given):
        assert refused(resources.take_back, who, one.pid, reason="x") is None
    assert cash.balance_on(club, TODAY) == 0
    assert sum(resources.raised(club, OCTOBER, TODAY).values()) == 70
    entry = session().get_one(CashEntry, gift(who, club, "money", 9).entry_id)
    cash.reverse_entry(who, entry.pid, reason="nhầm")
    assert resources.raised(club, NOVEMBER, TODAY)["money"] == 0


def test_the_database_refuses_what_no_book_may_say(work: Session) -> None:
    club = ground.club()
    entry = put(ground.coordinator(club), club, 500)
    for change in ("amount = 0", "amount = -5", "amount = 1000000001", "reason = 'x'"):
        with pytest.raises(IntegrityError), session().begin_nested():
            session().execute(text(f"UPDATE cash_entries SET {change} WHERE id = {entry.id}"))


def test_reading_names_and_writing_are_in_the_audit(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    put(who, club, 500)
    cash_sheets.lines_of(who, club.pid, NOVEMBER, TODAY)
    acts = session().scalars(select(audit.AuditRow.action)).all()
    assert {"add_cash_entry", "read_cash"} <= set(acts)


def test_of_eight_who_spend_the_same_money_one_does(installation: Installation) -> None:
    with installation.transaction(writes=True):
        club = ground.club()
        who = ground.coordinator(club)
        put(who, club, 1000)
    start = Barrier(8)

    def spend(_which: int) -> str:
        start.wait()
        try:
            with installation.transaction(writes=True):
                put(who, club, -700)
        except RuleBroken as refusal:
            return refusal.field or ""
        return "spent"

    with ThreadPoolExecutor(8) as crowd:
        answers = sorted(crowd.map(spend, range(8)))
    assert answers == [*["amount"] * 7, "spent"]
    with installation.transaction(writes=False):
        assert session().scalar(select(func.sum(CashEntry.amount))) == 300


@on_sqlite
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(st.integers(-900, 900).filter(bool), st.integers(0, 70)), min_size=1, max_size=12
    )
)
def test_whatever_is_written_no_day_ends_below_nothing(
    installation: Installation, acts: list[tuple[int, int]]
) -> None:
    with installation.transaction(writes=True) as work:
        club = ground.club()
        who = Actor("c", (Held(Role.COORDINATOR, club.pid),))
        for amount, ago in acts:
            try:
                with work.begin_nested():
                    put(who, club, amount, TODAY - timedelta(ago))
            except RuleBroken:
                pass
        days = [TODAY - timedelta(n) for n in range(71)]
        assert min(cash.balance_on(club, day) for day in days) >= 0
        year = cash_sheets.cash_of(who, club.pid, 2026)[2]
        assert year.left == cash.balance_on(club, TODAY)


@on_sqlite
def test_the_workbook_holds_numbers_and_no_formula(work: Session) -> None:
    club = ground.club()
    who = ground.coordinator(club)
    put(who, club, 1_500_000, words='=HYPERLINK("x")', other_party="@SUM(1)", voucher="+84")
    _club, months, year = cash_sheets.cash_of(who, club.pid, 2026)
    lines = cash_sheets.lines_of(who, club.pid, date(2026, 1, 1), TODAY)
    book = load_workbook(BytesIO(as_xlsx(club.name, year, months, lines)))
    row = [cell.value for cell in book["Từng khoản"][4]]
    assert row[1] == "+84"
    assert row[3:6] == ['=HYPERLINK("x")', "@SUM(1)", 1_500_000]
    kinds = {cell.data_type for sheet in book for cells in sheet for cell in cells}
    assert "f" not in kinds
    assert [cell.value for cell in book["Theo tháng"][14]][:5] == [
        "11/2026",
        0,
        1_500_000,
        0,
        1_500_000,
    ]
