"""The summary kept along the way equals the one made anew, whatever has happened."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from portal import clock
from portal.db import session
from portal.installation import Installation
from portal.places import service as places
from portal.targets import summary
from portal.targets.periods import parse_period
from portal.targets.summary.storing import all_rows
from tests.targets import acts_of_clubs, acts_of_people
from tests.targets.history import FIRST, LAST, PROVINCE, Act, History

SEED = int(os.environ.get("PORTAL_TEST_SEED", SystemRandom().randrange(2**32)))
EXAMPLES = 20
ACTS: dict[str, Act] = {act.__name__: act for act in (*acts_of_clubs.ACTS, *acts_of_people.ACTS)}
BEGINNING = (
    *("found_club",) * 2,
    *("add_member",) * 10,
    *("schedule_meeting",) * 10,
    *("call_roll",) * 20,
)
OFTEN = ["call_roll", "end_membership"] * 3  # much hangs on these
acts = st.tuples(st.sampled_from([*ACTS, *OFTEN]), st.integers(0, 2**32))


@pytest.fixture
def history(installation: Installation, tmp_path: Path) -> Iterator[History]:
    """A history that has begun: two clubs with members, meetings and rolls."""
    begun = History(installation, tmp_path)
    for number, name in enumerate(BEGINNING):
        begun.act(ACTS[name], number, FIRST if name in ("found_club", "add_member") else None)
    yield begun
    clock.fix(None)


def _assert_true(history: History) -> None:
    with history.installation.transaction(writes=True):
        kept = all_rows()
        summary.rebuild()
        assert kept == all_rows()
        session().rollback()


def _assert_parts_say_the_same() -> None:
    """For whole periods that have ended, by commune and in the province."""
    communes = [place.code for place in places.communes_of(PROVINCE, clock.today())]
    periods = ["2024", "2025", "2025-H2", "2026-Q1", "2025-10"]
    figures = summary.figures(list(summary.MEASURES), "province", [PROVINCE], periods)
    for measure in summary.MEASURES:
        for period in map(parse_period, periods):
            found = summary.between(measure, communes, period.first, period.last)
            assert found == figures.get((measure, PROVINCE, period.text), (0, 0))


@pytest.fixture(autouse=True)
def _say_seed() -> None:
    print(f"PORTAL_TEST_SEED={SEED}")  # noqa: T201 - shown where a test fails


@seed(SEED)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.generate],  # one history goes on: a shorter one would not be the same
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(acts, min_size=8, max_size=16))
def test_kept_equals_rebuilt(history: History, acts: list[tuple[str, int]]) -> None:
    for name, number in acts:
        history.act(ACTS[name], number)
    clock.fix(LAST)
    _assert_true(history)
    with history.installation.transaction(writes=False):
        _assert_parts_say_the_same()
