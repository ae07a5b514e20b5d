"""The rule that officers set: from a day on, never backwards, and what each part says."""

from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.db import session
from portal.errors import RuleBroken
from portal.targets.indicators.stable import Sign, stable_parts
from portal.targets.models import PlanReport, RolloutRule
from portal.targets.records import Records
from portal.targets.rules import DEFAULT, Rule, cut, rule_on
from portal.targets.service import rules, set_rule
from tests.targets.conftest import AskRow
from tests.targets.province import chair, club, meeting, member, report, save, stable

ON = date(2026, 11, 21)
XUAN_AN = "26080"
OFFICER = Actor("u", (Held(Role.OFFICER, "75"),))
COMMUNE = Actor("u", (Held(Role.OFFICER, XUAN_AN),))
PARTS = {
    "needs_decision": True,
    "needs_chair": True,
    "months": 3,
    "least_attendance": 50,
    "needs_report": True,
    "period_starts_on": 1,
    "commune_days": 5,
    "province_days": 10,
}


def put(from_on: date, place: str = "75", **parts: object) -> None:
    """A rule as it was set earlier."""
    values = {**PARTS, **parts}
    save(
        RolloutRule(
            place_code=place, from_on=from_on, reason="QĐ", entered_at=clock.now(), **values
        )
    )


def test_of_several_rules_the_last_begun_holds() -> None:
    old, new = Rule(months=2, from_on=date(2026, 1, 1)), Rule(months=4, from_on=date(2026, 6, 1))
    assert rule_on(date(2025, 12, 31), [new, old]) is DEFAULT
    assert rule_on(date(2026, 5, 31), [new, old]) is old
    assert rule_on(date(2026, 6, 1), [old, new]) is new


def test_a_period_is_cut_by_the_rule_at_its_calendar_end() -> None:
    rules_ = [Rule(period_starts_on=15, from_on=date(2026, 7, 1))]
    assert cut("2026-Q2", rules_).last == date(2026, 6, 30)
    assert (cut("2026-07", rules_).first, cut("2026-07", rules_).last) == (
        date(2026, 6, 15),
        date(2026, 7, 14),
    )


def test_a_rule_counts_from_its_day_and_the_days_before_keep_theirs(row: AskRow) -> None:
    stable(club(XUAN_AN, date(2026, 8, 1)), ON)
    put(date(2026, 11, 1), months=4)
    assert row("004-4", "today")["denominator"] == 0  # three months old: not yet judged by four
    put(date(2026, 11, 20), months=2, least_attendance=100)
    found = row("004-4", "today")
    assert (found["numerator"], found["denominator"]) == (1, 1)
    assert row("004-4", "today", on=date(2026, 11, 19))["denominator"] == 0


def test_another_provinces_rule_says_nothing_here(row: AskRow) -> None:
    stable(club(XUAN_AN, date(2026, 8, 1)), ON)
    put(date(2026, 1, 1), place="01", months=12)
    assert row("004-4", "today")["denominator"] == 1


def test_each_part_says_what_is_there_and_what_is_needed(country: Session) -> None:
    it = club(XUAN_AN, date(2026, 1, 1), decision=" ")
    chair(it, date(2026, 1, 1), date(2026, 11, 20))
    for month, mark in ((9, "present"), (10, "absent")):
        day = date(2026, month, 10)
        meeting(it, day, [(member(it, day, day), mark)])
    report(it, "2026-10", date(2026, 11, 3))
    records = Records()
    parts = {part.name: part for part in stable_parts(records, records.clubs[0], ON)}
    assert [part.ok for part in parts.values()] == [False, False, False, True, True]
    assert parts[Sign.DECISION].there == ""
    assert parts[Sign.CHAIR].there == 0
    assert (parts[Sign.MINUTES].there, parts[Sign.MINUTES].needed) == (2, 3)
    assert parts[Sign.ATTENDANCE].there == parts[Sign.ATTENDANCE].needed == Fraction(1, 2)
    assert parts[Sign.REPORT].there == date(2026, 11, 3)


def test_a_part_that_the_rule_leaves_out_is_not_asked_for(country: Session) -> None:
    club(XUAN_AN, date(2026, 1, 1), decision="")
    put(date(2026, 1, 1), needs_decision=False, needs_chair=False, needs_report=False)
    records = Records()
    names = [part.name for part in stable_parts(records, records.clubs[0], ON)]
    assert names == [Sign.MINUTES, Sign.ATTENDANCE]


def test_a_rule_goes_neither_before_a_closed_period_nor_before_another_rule(
    country: Session,
) -> None:
    save(
        PlanReport(
            plan_number="257/KH-UBND",
            place_code=XUAN_AN,
            period="2026-Q3",
            first_on=date(2026, 7, 1),
            last_on=date(2026, 9, 30),
            due_on=date(2026, 10, 5),
            state="closed",
        )
    )
    with pytest.raises(RuleBroken, match="30/09/2026") as refused:
        set_rule(OFFICER, from_on=date(2026, 9, 30), reason="QĐ 1", **PARTS)
    assert refused.value.field == "from_on"
    set_rule(OFFICER, from_on=date(2026, 10, 1), reason="QĐ 1", **PARTS)
    with pytest.raises(RuleBroken, match="01/10/2026"):
        set_rule(OFFICER, from_on=date(2026, 10, 1), reason="QĐ 2", **PARTS)
    assert len(rules.rules_of_own(OFFICER).history) == 1


def test_only_the_province_sets_rules_and_its_communes_read_them(country: Session) -> None:
    with pytest.raises(RuleBroken):
        set_rule(COMMUNE, from_on=ON, reason="QĐ", **PARTS)
    set_rule(OFFICER, from_on=ON, reason="QĐ", **{**PARTS, "months": 6})
    assert rules.rules_of_own(COMMUNE).in_force.months == 6
    assert session().query(RolloutRule).count() == 1
