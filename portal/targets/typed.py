"""A place of the officer's as one types it, on the map of any day: by name or code."""

from datetime import date

from portal.access import Actor
from portal.errors import RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.places import service as places
from portal.places.service import Level, Place
from portal.targets.scope import is_own_place
from portal.text import fold, tidy

MOST_NAMED = 4


def place_typed(actor: Actor, text: str, day: date) -> str:
    """The code of the one unit of the day, in the officer's places, that is meant by
    "Trảng Dài", "thanh pho bien hoa", "Long Bình, Biên Hòa" or its code."""
    name, _comma, above = (tidy(part) for part in text.partition(","))
    meant = [place for place in _units(day) if _is_called(place, name)]
    if above:
        meant = [place for place in meant if fold(above) in fold(_above(place, day))]
    own = [place for place in meant if is_own_place(actor, place.code, day)]
    full = [place for place in own if fold(place.name) == fold(name)]
    found = full if len(full) == 1 else own
    if len(found) == 1:
        return found[0].code
    raise RuleBroken(_doubt(actor, found, name, day), field="place")


def place_written(code: str, day: date) -> str:
    """What `place_typed` reads back: the name, and that of the unit above a commune without its
    kind, which may have changed by the day that it is read on."""
    place = places.find_unit(code, day)
    if place is None:
        return code
    above = places.find_unit(place.parent_code or "", day)
    if above is None or place.level != Level.COMMUNE:
        return place.name
    return f"{place.name}, {above.name.removeprefix(above.kind).strip()}"


def _units(day: date) -> list[Place]:
    """Every unit of the day, of any level."""
    found: dict[str, Place] = {}
    for commune in places.gazetteer().communes(day):
        unit: Place | None = commune
        while unit and unit.code not in found:
            found[unit.code] = unit
            unit = places.find_unit(unit.parent_code or "", day)
    return list(found.values())


def _is_called(place: Place, name: str) -> bool:
    full, asked = fold(place.name), fold(name)
    return asked in (full, full.removeprefix(f"{fold(place.kind)} "), place.code)


def _above(place: Place, day: date) -> str:
    return places.name_of(place.parent_code, day) if place.parent_code else ""


def _doubt(actor: Actor, found: list[Place], name: str, day: date) -> str:
    if found:
        return str(
            _(
                "Có nhiều nơi trùng tên: %(named)s. Mời gõ rõ hơn.",
                named=_named(found, day),
            )
        )
    if places.find_unit(name, day) or any(_is_called(place, name) for place in _units(day)):
        return str(_("Nơi này không thuộc địa bàn của anh/chị."))
    near = [place for place in _units(day) if name and fold(name) in fold(place.name)]
    near = [place for place in near if is_own_place(actor, place.code, day)]
    if near:
        return str(_("Không có nơi đúng tên này. Gần giống: %(named)s.", named=_named(near, day)))
    return str(_("Ngày %(day)s địa bàn của anh/chị không có nơi tên như vậy.", day=written(day)))


def _named(found: list[Place], day: date) -> str:
    return "; ".join(place_written(place.code, day) for place in found[:MOST_NAMED])
