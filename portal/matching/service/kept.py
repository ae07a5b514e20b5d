"""What a process keeps in memory: renewed when something changed, and with each new day.

The openings are kept apart from the people: a member's page needs one person, read afresh, and
all openings.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from portal import changes
from portal.db import session
from portal.matching.arrays import Snapshot
from portal.matching.service import reading


class _State(NamedTuple):
    """What a kept snapshot is true of."""

    database: str
    version: int
    on: date


_kept: dict[str, tuple[_State, Snapshot]] = {}


def openings(on: date) -> Snapshot:
    """All openings and nobody, as this transaction sees them."""
    return _fresh("openings", on, _read_openings)


def snapshot(on: date) -> Snapshot:
    """Everyone and everything, as this transaction sees them."""
    return _fresh("all", on, _read_all)


def _read_openings(on: date) -> Snapshot:
    return Snapshot((), reading.vacancies(on), reading.classes(on))


def _read_all(on: date) -> Snapshot:
    found = openings(on)
    return Snapshot(reading.clients(on), found.vacancies.rows, found.classes.rows)


def _fresh(name: str, on: date, read: Callable[[date], Snapshot]) -> Snapshot:
    """The one kept, where it is of this state.

    What a transaction has changed itself may yet be rolled back: it is not kept for others.
    """
    state = _State(str(session().get_bind().engine.url), changes.version(), on)
    known = _kept.get(name)
    if known and known[0] == state:
        return known[1]
    found = read(on)
    if not changes.own():
        _kept[name] = (state, found)
    return found
