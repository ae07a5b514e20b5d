"""The plans that are shipped, and files that say what nobody can count."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from portal.errors import NotFound
from portal.exchange.tables.targets import REPORTED
from portal.targets.indicators import INDICATORS
from portal.targets.plans import FOLDER, PlanError, plan_numbered, read_plan, shipped_plans


def test_the_four_plans_hold_the_21_targets() -> None:
    counted = Counter(target.id[:3] for plan in shipped_plans() for target in plan.targets)
    assert counted == {"004": 4, "003": 5, "001": 8, "000": 4}
    assert [plan.number for plan in shipped_plans()] == [
        "257/KH-UBND",
        "1737/KH-UBND",
        "ha-dong-2021-2025",
        "000-2022",
    ]


def test_a_plan_without_a_date_names_the_day_of_its_map(country: Session) -> None:
    assert plan_numbered("257/KH-UBND").map_day == date(2024, 7, 25)
    assert plan_numbered("ha-dong-2021-2025").signed is None
    assert plan_numbered("ha-dong-2021-2025").map_day == date(2021, 1, 1)


def test_above_is_gt_and_a_bare_percentage_is_ge() -> None:
    comparators = {
        target.id: target.comparator for plan in shipped_plans() for target in plan.targets
    }
    above = {"000-1", "001-1", "001-5", "003-1", "003-2"}
    assert {key for key, comparator in comparators.items() if comparator == "gt"} == above
    assert set(comparators.values()) == {"gt", "ge"}


def test_an_unknown_plan_is_not_found(country: Session) -> None:
    with pytest.raises(NotFound):
        plan_numbered("258/KH-UBND")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('indicator = "clubs_founded"', 'indicator = "clubs_dreamt"', "clubs_dreamt"),
        ('comparator = "ge"', 'comparator = "more"', "comparator: .*more"),
        ("signed = 2024-07-25", "", "map_day"),
        ("value = 2\n", "value = 2\ncolour = 3\n", "colour"),
        ('id = "004-1"', "", "id"),
        ("years = [2024, 2026]", "years = ", "TOML"),
    ],
)
def test_a_plan_that_cannot_be_counted_names_its_file_and_key(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    text = (FOLDER / "257-kh-ubnd.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PlanError, match=rf"mine\.toml, dòng \d+.*{named}"):
        read_plan(tmp_path / "mine.toml")


def test_four_indicators_are_reported_and_an_import_takes_just_these() -> None:
    reported = {key for key, indicator in INDICATORS.items() if indicator.count is None}
    assert reported == set(REPORTED)
    assert len(reported) == 4
