"""The gazetteer of the edition that the database holds, read once a process."""

from functools import lru_cache
from typing import TypeVar

from sqlalchemy import select, update

from portal import changes
from portal.db import Base, new_pid, session
from portal.places.gazetteer import Gazetteer, Place, Succession, Wage, Zone
from portal.places.models import Edition, MinimumWage, Successor, Unit, WageZone

Value = TypeVar("Value", Place, Succession, Zone, Wage)


def gazetteer() -> Gazetteer:
    """The units as this transaction sees them: one short query, the first time it asks."""
    info = session().info
    if "places" not in info:
        info["places"] = _read(session().scalar(select(Edition.mark)))
    known: Gazetteer = info["places"]
    return known


def renew() -> None:
    """Mark the tables as changed, so that every process reads them again.

    The mark is random: what a rolled-back transaction has read is never taken for the truth.
    """
    mark = new_pid()
    session().execute(update(Edition).values(mark=mark))
    session().info.pop("places", None)
    changes.note("places", mark)


@lru_cache(maxsize=4)
def _read(mark: str | None) -> Gazetteer:
    """The whole of the tables; the mark is the key by which the answer is kept."""
    return Gazetteer(
        _values(Place, Unit),
        _values(Succession, Successor),
        _values(Zone, WageZone),
        _values(Wage, MinimumWage),
    )


def _values(kind: type[Value], model: type[Base]) -> list[Value]:
    """The rows of a table as values of the kind whose fields its columns are named after."""
    columns = [getattr(model, field) for field in kind._fields]
    return [kind(*row) for row in session().execute(select(*columns))]
