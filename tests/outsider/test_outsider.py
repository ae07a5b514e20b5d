"""Provinces taken in by the command, and what it says of them compared with a plain reckoning.

The reckoning beside this file follows the rules with loops and dictionaries only and shares no
code with the portal. Another province is drawn with OUTSIDER_SEED=n.
"""

import json
from datetime import date
from pathlib import Path

from tests.outsider import by_hand
from tests.outsider.driving import SEED, TODAY, Portal, bring
from tests.outsider.goals import Goals
from tests.outsider.matches import Matches
from tests.outsider.province import COLUMNS, Maker, World, composed

DAYS = (TODAY, date(2026, 3, 31), date(2025, 3, 1), date(2024, 12, 31))
TIED = {"code", "employer_code", "commune_code", "opens_on", "blocked_employers"}


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
