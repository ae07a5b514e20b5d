"""What `portal report` tells of a plan's place: the figures of `portal targets`, and of the tables.

The reckoning beside this file shares no code with the portal.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal import cli
from tests.databases import on_sqlite
from tests.outsider.driving import SEED, TODAY, Portal, bring
from tests.outsider.goals import Goals
from tests.outsider.periods import last_day, the_one_before
from tests.outsider.places import FIRST, LAST, area
from tests.outsider.province import Maker, composed
from tests.outsider.shipped import ORDER, plans

pytestmark = on_sqlite
PLACE, PLAN = "75", "257/KH-UBND"
PERIODS = ("2026-Q3", "2026-10", "2025", "2025-H2", "2024-12", "2024-Q2")
Row = list[Any]


def report(portal: Portal, folder: Path, period: str) -> list[Row]:
    """The rows of the first annex, without their running number."""
    file = folder / "report.json"
    asked = ("--place", PLACE, "--period", period, "--format", "json", "--out", str(file))
    portal("report", PLAN, *asked)
    annex = json.loads(file.read_text(encoding="utf-8"))["annexes"][0]
    return [row[1:] for row in annex["rows"]]


def promised(goals: Goals, day: date) -> Iterator[dict[str, Any]]:
    """Each target of the plan on the map that it was written for."""
    maps = {target["id"]: target["map"] for target in plans()[PLAN]["targets"]}
    yield from (row for row in goals.rows(day, PLAN) if row["map"] == maps[row["target"]])


def points_open(world: dict[str, list[dict[str, str]]], goals: Goals, day: date) -> int:
    """The counselling points open on the day in what is the place today."""
    return sum(
        (row["opened_on"] or FIRST.isoformat())
        <= day.isoformat()
        <= (row["closed_on"] or LAST.isoformat())
        and goals.commune(row, "opened_on", TODAY) in area(PLACE, TODAY, TODAY)
        for row in world["counselling_points"]
    )


def test_a_report_tells_the_figures_of_its_last_day(portal: Portal, tmp_path: Path) -> None:
    world = Maker(SEED, TODAY).make()
    bring(portal, tmp_path, world)
    world = composed(world)
    goals = Goals(world, TODAY)
    for period in PERIODS:
        rows, day = report(portal, tmp_path, period), last_day(period)
        earlier = {row["target"]: row for row in promised(goals, last_day(the_one_before(period)))}
        told = {row[0]: row for row in rows if row[0]}
        for known in promised(goals, day):
            _key, _title, _unit, done, whole, share, done_before, share_before, *_ = told.pop(
                known["target"]
            )
            counted = known["indicator"] == "clubs_founded"
            assert (done, whole) == (known["numerator"], known["denominator"]), (period, known)
            assert share == (None if counted else known["value"])
            before = earlier[known["target"]]
            assert done_before == before["numerator"], (period, before)
            assert share_before == (None if counted else before["value"])
        assert told == {}
        (points,) = (row[3] for row in rows if row[1] == "Điểm tư vấn đang mở, cuối kỳ")
        assert points == points_open(world, goals, day), period


def test_each_plan_by_itself_is_its_part_of_all(portal: Portal, tmp_path: Path) -> None:
    bring(portal, tmp_path, Maker(SEED, TODAY).make())
    for day in (TODAY, date(2024, 12, 31)):
        every = json.loads(portal("targets", "--json", "--on", day.isoformat()))
        for number in ORDER:
            own = portal("targets", "--plan", number, "--json", "--on", day.isoformat())
            assert json.loads(own) == [row for row in every if row["plan"] == number]


def test_a_figure_typed_again_goes_before_and_a_paused_club_counts_till_then(
    portal: Portal, tmp_path: Path
) -> None:
    def load(kind: str, *lines: str) -> None:
        file = tmp_path / f"{kind}.csv"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        portal("import", kind, str(file))

    def figures(target: str, day: str) -> tuple[int | None, int | None]:
        rows = json.loads(portal("targets", "--json", "--on", day))
        (row,) = (r for r in rows if r["target"] == target and r["map"] == "as_written")
        return row["numerator"], row["denominator"]

    heads = "indicator,place_code,period,numerator,denominator,source"
    for done in (70, 81):
        load("figures", heads, f"reached,49,2024,{done},100,Báo cáo")
        assert figures("003-1", "2024-12-31") == (done, 100)
    kept = tmp_path / "kept.csv"
    portal("export", "figures", str(kept))
    assert kept.read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "reached,49,2024,81,100,Báo cáo"
    ]

    club = "g,CLB,25993,2024-09-01"
    load("clubs", "code,name,commune_code,founded_on", club)
    assert figures("004-2", "2025-03-01") == (1, 11)
    load("clubs", "code,name,commune_code,founded_on,status,status_on", f"{club},paused,2025-03-01")
    assert figures("004-2", "2025-02-28") == (1, 11)
    assert figures("004-2", "2025-03-01") == (0, 11)


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"plan": "1/KH"}, 1),
        ({"place": "731"}, 1),  # a district that is no more
        ({"place": "01"}, 1),
        ({"period": "2026-Q9"}, 1),
        ({"period": "2027"}, 1),  # not begun
        ({"format": "odt"}, 2),
    ],
)
def test_a_report_that_cannot_be_made_is_refused_in_one_line(
    portal: Portal,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    wrong: dict[str, str],
    status: int,
) -> None:
    asked = {"plan": PLAN, "place": PLACE, "period": "2026-Q3", "format": "json"} | wrong
    plan, file = asked.pop("plan"), tmp_path / "report"
    options = [part for name, value in asked.items() for part in (f"--{name}", value)]
    try:
        ended = cli.main(["report", plan, *options, "--out", str(file)])
    except SystemExit as end:
        ended = end.code
    said = capsys.readouterr()
    assert ended == status
    assert not file.exists()
    assert said.out == ""
    assert status == 2 or len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
