"""The lowest lawful pay at the place of work."""

from datetime import date

from portal.places.gazetteer import Wage
from portal.places.service.edition import gazetteer


def wage_zone(commune_code: str, day: date) -> int | None:
    """The wage zone of a commune on the day; None where no list names it."""
    return gazetteer().zone(commune_code, day)


def minimum_wage(commune_code: str, day: date) -> Wage | None:
    """The least a month and an hour that may be paid in a commune on the day, with its decree;
    None where the zone is not known."""
    zone = wage_zone(commune_code, day)
    return gazetteer().wage(zone, day) if zone else None
