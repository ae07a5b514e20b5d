"""Keeps the summary true: in the transaction of the record it counts, or made anew.

Whoever brings it up to date holds its one row of state till the end of the transaction: of two
who mark the same roll at once, the second then adds the difference from what the first has left.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from sqlalchemy import select

from portal import changes, clock
from portal.db import session
from portal.places import service as places
from portal.targets.models import SummaryState
from portal.targets.summary.cells import Cell, Counted, Deltas, Part, cells_of
from portal.targets.summary.hearing import OF_IMPORT
from portal.targets.summary.measures import MEASURES
from portal.targets.summary.reading import Subjects
from portal.targets.summary.storing import (
    Touched,
    add_to_cells,
    all_rows,
    clear,
    put_parts,
    remove_parts,
    stored_parts,
)

ALL_ANEW = {"demo", "places"}
MOST = 5_000  # subjects of a measure that are looked at one by one


def follow() -> None:
    """Bring the summary up to date with all that this transaction has noted."""
    noted = changes.take_noted()
    if ALL_ANEW & noted.keys():
        return rebuild()
    anew = {key for key in MEASURES if _imported(noted) & MEASURES[key].hears.keys()}
    touched = {key: _heard(key, noted) for key in MEASURES.keys() - anew}
    anew |= {key for key, subjects in touched.items() if len(subjects) > MOST}
    few = {key: ids for key, ids in sorted(touched.items()) if ids and key not in anew}
    if not (anew or few):
        return None
    if not _hold():
        return rebuild()
    if anew:
        _make_anew(anew)
    return renew(few) if few else None


def fill() -> None:
    """Count everything where nothing was ever counted: after an upgrade."""
    if session().scalar(select(SummaryState.id)) is None:
        rebuild()


def turn_of_day() -> None:
    """Once a day: a new map may have come into force without anybody having changed anything."""
    if not _hold():
        rebuild()


def mend() -> bool:
    """Count everything anew; whether anything was other than it had been kept."""
    kept = all_rows()
    rebuild()
    return kept != all_rows()


def rebuild() -> None:
    """Count everything anew, on today's map."""
    state = session().scalar(select(SummaryState).with_for_update()) or SummaryState()
    state.map_since = _map_since()
    session().add(state)
    _make_anew(MEASURES)


def renew(touched: Touched) -> None:
    """Read the parts of these subjects anew and add to the cells what has changed in them."""
    fresh = {part[:3]: part for key, ids in touched.items() for part in _read(key, ids)}
    kept = {part[:3]: part for part in stored_parts(touched)}
    changed = {key[:2] for key, _part in fresh.items() ^ kept.items()}
    if not changed:
        return
    put_parts(part for key, part in fresh.items() if kept.get(key) != part)
    remove_parts(part for key, part in kept.items() if key not in fresh)
    before, after = _cells(kept.values(), changed), _cells(fresh.values(), changed)
    add_to_cells(_difference(before, after))


def _imported(noted: Mapping[str, set[str]]) -> set[str]:
    return {OF_IMPORT[table] for table in noted.get("import", ()) if table in OF_IMPORT}


def _heard(key: str, noted: Mapping[str, set[str]]) -> set[int]:
    hears = MEASURES[key].hears
    return {
        subject for kind, pids in noted.items() if kind in hears for subject in hears[kind](pids)
    }


def _hold() -> bool:
    """Hold the summary; False where it has to be made anew, never filled or on an older map."""
    state = session().scalar(select(SummaryState).with_for_update())
    return state is not None and state.map_since == _map_since()


def _map_since() -> date:
    return places.gazetteer().map_since(clock.today())


def _make_anew(keys: Iterable[str]) -> None:
    clear(list(keys))
    for key in keys:
        parts = list(_read(key, None))
        put_parts(parts)
        add_to_cells(_cells(parts))


def _read(key: str, subjects: Subjects) -> Iterator[Part]:
    for fact in MEASURES[key].read(subjects):
        yield Part(key, fact.subject, fact.day, *fact.seat, fact.numerator, fact.denominator)


def _cells(parts: Iterable[Part], subjects: set[tuple[str, int]] | None = None) -> Deltas:
    """What the parts, of these subjects alone where they are named, give to the cells."""
    numerators, denominators = defaultdict[Cell, int](int), defaultdict[Cell, int](int)
    ordered = sorted((*part[:3], part) for part in parts)
    for (measure, subject), own in groupby(ordered, key=lambda row: row[:2]):
        if subjects is None or (measure, subject) in subjects:
            given = cells_of(MEASURES[measure].adds, (row[3] for row in own))
            for cell, counted in given.items():
                numerators[cell] += counted.numerator
                denominators[cell] += counted.denominator
    return {cell: Counted(count, denominators[cell]) for cell, count in numerators.items()}


def _difference(before: Deltas, after: Deltas) -> Deltas:
    deltas = {}
    for cell in before.keys() | after.keys():
        old, new = before.get(cell, Counted()), after.get(cell, Counted())
        if new != old:
            deltas[cell] = Counted(new.numerator - old.numerator, new.denominator - old.denominator)
    return deltas
