"""Units as they stood on a day: found, named, listed and placed on the map."""

from datetime import date

from sqlalchemy import Select, or_, select

from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.places.gazetteer import Level, Place
from portal.places.models import Unit
from portal.places.service.edition import gazetteer
from portal.text import fold

HUNDRED_METRES = 1111.95  # in a degree of latitude


def find_unit(code: str, day: date) -> Place | None:
    """The unit that had this code on the day, if there was one."""
    return gazetteer().find(code, day)


def unit_on(code: str, day: date) -> Place:
    """The unit that had this code on the day."""
    if place := find_unit(code, day):
        return place
    raise NotFound(_("Không có đơn vị hành chính mã %(code)s vào ngày này.", code=code))


def name_of(code: str, day: date) -> str:
    """The name with its kind, as on the day, or as it was last called before: old records stay
    readable after a merger. An unknown code is its own name."""
    place = gazetteer().latest(code, day)
    return place.name if place else code


def search_names(commune_code: str, day: date) -> list[str]:
    """All that people may look for a commune by: its name, those of the communes that went into
    it, and its province's."""
    province = province_of(commune_code, day)
    known = [name_of(code, day) for code in (commune_code, province) if code]
    return list(
        dict.fromkeys([*known, *(old.name for old in gazetteer().former(commune_code, day))])
    )


def in_force(level: Level, day: date) -> Select[Unit]:
    """The units of a level on the day, in Vietnamese order."""
    return (
        select(Unit)
        .where(Unit.level == level, Unit.valid_from <= day, Unit.valid_to >= day)
        .order_by(Unit.sort_key, Unit.code)
    )


def communes_under(place_code: str, day: date) -> Select[str]:
    """The codes of the communes of a province, a district or the commune itself on the day:
    a subquery for scopes."""
    standing = (Unit.valid_from <= day, Unit.valid_to >= day)
    districts = select(Unit.code).where(Unit.parent_code == place_code, *standing)
    return select(Unit.code).where(
        Unit.level == Level.COMMUNE,
        *standing,
        or_(
            Unit.code == place_code,
            Unit.parent_code == place_code,
            Unit.parent_code.in_(districts),
        ),
    )


def communes_of(place_code: str, day: date) -> list[Place]:
    """The same communes as values, from memory."""
    return gazetteer().communes_under(place_code, day)


def district_of(commune_code: str, day: date) -> str | None:
    """The district of a commune on the day; None where there are no districts."""
    return _above(commune_code, day, Level.DISTRICT)


def province_of(code: str, day: date) -> str | None:
    """The province in which a unit lay on the day; a province lies in itself."""
    return _above(code, day, Level.PROVINCE)


def _above(code: str | None, day: date, level: Level) -> str | None:
    while code and (place := find_unit(code, day)):
        if place.level == level:
            return code
        code = place.parent_code
    return None


def search_units(
    text: str, *, level: Level, day: date, under: str | None = None, limit: int = 20
) -> list[Unit]:
    """Units of a level for a pick list: those in whose name a word begins with the text typed,
    with marks or without; of one place where one is given."""
    found = in_force(level, day).where(
        (" " + Unit.name_folded).contains(" " + fold(text), autoescape=True)
    )
    if under:
        found = found.where(Unit.code.in_(communes_under(under, day)))
    return list(session().scalars(found.limit(limit)))


def grid(place: Place) -> tuple[int, int] | None:
    """x and y in steps of 100 m, half to even; None where the coordinates are not known."""
    if place.lat is None or place.lon is None:
        return None
    return round(place.lon * HUNDRED_METRES), round(place.lat * HUNDRED_METRES)
