"""The gazetteer of the edition that the database holds, read once a process."""

from functools import lru_cache

from sqlalchemy import select, update

from portal.db import new_pid, session
from portal.places.gazetteer import Gazetteer, Place, Succession, Wage
from portal.places.models import Edition, MinimumWage, Successor, Unit, WageZone


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
    session().execute(update(Edition).values(mark=new_pid()))
    session().info.pop("places", None)


@lru_cache(maxsize=4)
def _read(mark: str | None) -> Gazetteer:
    """The whole of the tables; the mark is the key by which the answer is kept."""
    rows = session().execute
    return Gazetteer(
        (
            Place(*row)
            for row in rows(
                select(
                    Unit.code,
                    Unit.valid_from,
                    Unit.valid_to,
                    Unit.level,
                    Unit.kind,
                    Unit.name,
                    Unit.parent_code,
                    Unit.lat,
                    Unit.lon,
                )
            )
        ),
        (
            Succession(*row)
            for row in rows(
                select(
                    Successor.old_code,
                    Successor.from_on,
                    Successor.new_code,
                    Successor.is_default,
                )
            )
        ),
        (
            (code, from_on, zone)
            for code, from_on, zone in rows(
                select(WageZone.commune_code, WageZone.from_on, WageZone.zone)
            )
        ),
        (
            Wage(*row)
            for row in rows(
                select(
                    MinimumWage.zone,
                    MinimumWage.from_on,
                    MinimumWage.to_on,
                    MinimumWage.month_vnd,
                    MinimumWage.hour_vnd,
                    MinimumWage.decree,
                )
            )
        ),
    )
