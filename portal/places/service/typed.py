"""Communes as people type them: by name, with or without marks, with the province where needed."""

from datetime import date

from portal.errors import RuleBroken
from portal.i18n import _
from portal.places.gazetteer import Place
from portal.places.service.edition import gazetteer
from portal.places.service.units import name_of, province_of
from portal.text import fold, tidy

MOST_NAMED = 4


def commune_typed(text: str, day: date) -> str:
    """The code of the one commune of the day that is meant by "Trảng Dài", "phuong trang dai",
    "Trảng Dài, Đồng Nai" or its code; otherwise RuleBroken names those that may be meant."""
    name, _comma, province = (tidy(part) for part in text.partition(","))
    meant = [place for place in gazetteer().communes(day) if _is_called(place, name)]
    if province:
        meant = [place for place in meant if fold(province) in fold(_province(place, day))]
    marked = [place for place in meant if name.lower() in place.name.lower()]
    if len(meant) != 1 and len(marked) != 1:
        raise RuleBroken(_doubt(meant, name, day), field="commune_code")
    return (meant if len(meant) == 1 else marked)[0].code


def commune_written(code: str, day: date) -> str:
    """ "Phường Trảng Dài, Thành phố Đồng Nai": what `commune_typed` reads back."""
    province = province_of(code, day)
    name = name_of(code, day)
    return f"{name}, {name_of(province, day)}" if province else name


def _is_called(place: Place, name: str) -> bool:
    full, asked = fold(place.name), fold(name)
    return asked in (full, full.removeprefix(f"{fold(place.kind)} "), place.code)


def _province(place: Place, day: date) -> str:
    return name_of(place.parent_code or "", day)


def _doubt(meant: list[Place], name: str, day: date) -> str:
    if meant:
        named = "; ".join(commune_written(place.code, day) for place in meant[:MOST_NAMED])
        return str(_("Có nhiều nơi trùng tên: %(named)s. Mời gõ rõ hơn.", named=named))
    near = [place for place in gazetteer().communes(day) if fold(name) in fold(place.name)]
    if not name or not near:
        return str(_("Không có xã, phường nào tên như vậy. Mời gõ tên đang dùng hiện nay."))
    named = "; ".join(commune_written(place.code, day) for place in near[:MOST_NAMED])
    return str(_("Không có xã, phường đúng tên này. Gần giống: %(named)s.", named=named))
