"""Provinces taken in by the command, and what it says of them compared with a plain reckoning.

The reckoning beside this file follows the rules with loops and dictionaries only and shares no
code with the portal. Another province is drawn with OUTSIDER_SEED=n.
"""

import csv
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from portal import cli
from tests.outsider import by_hand
from tests.outsider.goals import Goals
from tests.outsider.matches import Matches
from tests.outsider.province import COLUMNS, Maker, World, composed

TODAY = date(2026, 11, 21)
SEED = int(os.environ.get("OUTSIDER_SEED", "257"))
DAYS = (TODAY, date(2026, 3, 31), date(2025, 3, 1), date(2024, 12, 31))
TIED = {"code", "employer_code", "commune_code", "opens_on", "blocked_employers"}
Portal = Callable[..., str]


@pytest.fixture
def portal(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Portal:
    """Runs a command, which has to end well, and gives what it says."""
    for name, value in {
        "DEMO": "1",
        "TODAY": TODAY.isoformat(),
        "DATABASE_URL": database_url,
    }.items():
        monkeypatch.setenv(f"PORTAL_{name}", value)
    monkeypatch.setenv("PORTAL_DATA_DIR", str(tmp_path))

    def run(*arguments: str) -> str:
        ended = cli.main(arguments)
        said = capsys.readouterr()
        assert ended == 0, said.err
        return said.out

    run("index", "rebuild")
    return run


def bring(portal: Portal, folder: Path, world: World) -> list[str]:
    """Import every table; the last words of each."""
    said = []
    for kind, columns in COLUMNS.items():
        path = folder / f"{kind}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(world[kind])
        said.append(portal("import", kind, str(path)).strip())
    return said


def all_unchanged(world: World) -> list[str]:
    """What an import says that changes nothing."""
    return [f"{kind}: 0 new, 0 changed, {len(world[kind])} unchanged" for kind in COLUMNS]


def compare(portal: Portal, world: World) -> None:
    """All lists and all targets against the reckoning, value by value."""
    matches, goals = Matches(composed(world), TODAY), Goals(composed(world), TODAY)
    everyone = json.loads(portal("match", "--all", "--json"))
    assert list(everyone) == sorted(matches.clients)
    for code, lists in everyone.items():
        assert lists == matches.client(code)
    for code in [*matches.vacancies, *matches.classes][::9]:
        assert json.loads(portal("match", "--opening", code, "--json")) == matches.opening(code)
    for day in DAYS:
        said = json.loads(portal("targets", "--json", "--on", day.isoformat()))
        assert said == goals.rows(day)


def test_a_province_drawn_by_chance(portal: Portal, tmp_path: Path) -> None:
    print(f"OUTSIDER_SEED={SEED}")  # noqa: T201 - shown when the test fails
    world = Maker(SEED, TODAY).make()
    bring(portal, tmp_path, world)
    compare(portal, world)
    assert bring(portal, tmp_path, world) == all_unchanged(world)
    for kind, form in zip(COLUMNS, ("csv", "xlsx") * 9, strict=True):
        file = str(tmp_path / f"out.{form}")
        portal("export", kind, file)
        assert "0 new, 0 changed" in portal("import", kind, file)
    other = Maker(SEED + 1, TODAY).make()
    for kind in ("vacancies", "clients"):  # known rows with the cells of others
        for row, new in zip(world[kind], other[kind], strict=True):
            row |= {name: new[name] for name in set(row) - TIED}
    bring(portal, tmp_path, world)
    compare(portal, world)


def test_a_province_reckoned_by_hand(portal: Portal, tmp_path: Path) -> None:
    bring(portal, tmp_path, by_hand.WORLD)
    assert json.loads(portal("match", "--client", "c1", "--json")) == by_hand.LISTS
    rows = {(row["target"], row["map"]): row for row in json.loads(portal("targets", "--json"))}
    for key, (done, whole, value, state) in by_hand.TARGETS.items():
        told = rows[key]
        assert (told["numerator"], told["denominator"]) == (done, whole)
        assert (told["value"], told["state"]) == (value, state)
    for text, found in by_hand.FOUND.items():
        assert [hit["code"] for hit in json.loads(portal("search", text, "--json"))] == found
    compare(portal, by_hand.WORLD)
