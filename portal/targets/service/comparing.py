"""Others' results, and beside each what the portal counts of the same in one's own place."""

from typing import NamedTuple

from portal import clock
from portal.access import Actor, Role
from portal.places import service as places
from portal.targets.areas import area_today
from portal.targets.indicators import INDICATORS, Asked
from portal.targets.periods import year_of
from portal.targets.records import Records
from portal.targets.results import Result, Results, all_results


class Beside(NamedTuple):
    """A result, and one's own figure of this year where the portal counts it."""

    result: Result
    own: int | None


class Compared(NamedTuple):
    """A document of results, and the name of one's own place."""

    results: Results
    place: str
    rows: list[Beside]


def compared(actor: Actor) -> list[Compared]:
    """Every document of results beside the first of one's own places."""
    place, day, records = actor.scopes(Role.OFFICER)[0], clock.today(), Records()
    return [
        Compared(
            document,
            places.name_of(place, day),
            [Beside(row, _counted(records, place, row.indicator)) for row in document.results],
        )
        for document in all_results()
    ]


def _counted(records: Records, place: str, indicator: str) -> int | None:
    """How many the portal counts this year to date."""
    known = INDICATORS.get(indicator)
    if known is None or known.count is None:
        return None
    day = clock.today()
    area = area_today(place, day, day)
    tally = known.count(records, Asked(area, year_of(day).first, day, known.levels[0]))
    return len(tally.done) if tally else None
