"""What was done year by year in an officer's own place, and in the places it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from portal import clock
from portal.access import Actor, Role
from portal.errors import NotFound
from portal.i18n import _
from portal.places import service as places
from portal.places.service import Level, Place
from portal.targets.judge import half_up
from portal.targets.scope import is_own_place, own_place
from portal.targets.summary import MEASURES, Counted, Figure, Measure, figures, places_with
from portal.text import sort_key

YEARS = 12
NOTHING = Counted()


@dataclass(frozen=True)
class Line:
    """The figure of a year or of a place; `share` of 100: of its whole, or of the highest."""

    code: str
    name: str
    counted: Counted
    share: float


@dataclass(frozen=True)
class Years:
    """A place by year in one measure and in all, and its parts in one of the years."""

    place: Place
    above: Place | None
    measure: Measure
    year: str
    by_year: list[Line]
    districts: list[Line]
    communes: list[Line]
    measures: Mapping[str, Measure]
    overview: list[tuple[Measure, list[Counted]]]

    @property
    def years(self) -> list[str]:
        """The years that are shown, the last first."""
        return [line.code for line in reversed(self.by_year)]


def years_of(actor: Actor, place_code: str, measure_key: str, year: str) -> Years:
    """The figures of the officer's own place; what is left blank or is not there is chosen."""
    place, map_day = _own_place(actor, place_code or min(actor.scopes(Role.OFFICER)))
    measures = _measures_of(place)
    measure = measures.get(measure_key) or next(iter(measures.values()))
    this_year = clock.today().year
    span = [str(each) for each in range(this_year - YEARS + 1, this_year + 1)]
    found = figures(list(measures), place.level, [place.code], span)
    span = span[min(span.index(key.period) for key in found) if found else -1 :]
    year = year if year in span else span[-1]
    own = {each: found.get(Figure(measure.key, place.code, each), NOTHING) for each in span}
    return Years(
        place,
        _above(actor, place, map_day),
        measure,
        year,
        _lines(measure, {each: each for each in span}, own),
        _districts(actor, place, measure, year),
        _communes(place, map_day, measure, year),
        measures,
        [
            (one, [found.get(Figure(key, place.code, each), NOTHING) for each in reversed(span)])
            for key, one in measures.items()
        ],
    )


def _own_place(actor: Actor, code: str) -> tuple[Place, date]:
    """The unit of today, or the district of old, with the day of its map."""
    today = clock.today()
    if places.find_unit(code, today):
        return own_place(actor, code, today), today
    ended = places.gazetteer().last_day_of(Level.DISTRICT, before=today)
    if ended is None:
        raise NotFound(_("Không có nơi này."))
    return own_place(actor, code, ended), ended


def _measures_of(place: Place) -> Mapping[str, Measure]:
    """All; of an old district those of clubs, for people are known where they live now."""
    if place.level != Level.DISTRICT:
        return MEASURES
    return {key: measure for key, measure in MEASURES.items() if not measure.by_residence}


def _above(actor: Actor, place: Place, day: date) -> Place | None:
    code = places.province_of(place.code, day)
    if code is None or code == place.code or not is_own_place(actor, code, clock.today()):
        return None
    return places.find_unit(code, clock.today())


def _districts(actor: Actor, place: Place, measure: Measure, year: str) -> list[Line]:
    """The old districts of a province, as far as they have given to the measure."""
    today = clock.today()
    ended = places.gazetteer().last_day_of(Level.DISTRICT, before=today)
    if place.level != Level.PROVINCE or ended is None:
        return []
    own = {commune.code for commune in places.communes_of(place.code, today)}
    names = {
        code: places.name_of(code, ended)
        for code in places_with(measure.key, Level.DISTRICT)
        if not own.isdisjoint(places.grown_into(code, ended, today).values())
        and is_own_place(actor, code, ended)
    }
    return _parts(measure, Level.DISTRICT, names, year)


def _communes(place: Place, map_day: date, measure: Measure, year: str) -> list[Line]:
    """The communes of today that lie in the place or have grown from it."""
    if place.level == Level.COMMUNE:
        return []
    today = clock.today()
    grown = places.grown_into(place.code, map_day, today).values()
    names = {code: places.name_of(code, today) for code in grown if code}
    return _parts(measure, Level.COMMUNE, names, year)


def _parts(measure: Measure, level: str, names: Mapping[str, str], year: str) -> list[Line]:
    """Those that have something in the year, by name."""
    found = figures([measure.key], level, names, [year])
    counted = {key.place_code: figure for key, figure in found.items() if any(figure)}
    ordered = sorted(counted, key=lambda code: sort_key(names[code]))
    return _lines(measure, {code: names[code] for code in ordered}, counted)


def _lines(
    measure: Measure, names: Mapping[str, str], counted: Mapping[str, Counted]
) -> list[Line]:
    highest = max((figure.numerator for figure in counted.values()), default=0)
    return [
        Line(code, name, counted[code], _share(measure, counted[code], highest))
        for code, name in names.items()
    ]


def _share(measure: Measure, counted: Counted, highest: int) -> float:
    whole = counted.denominator if measure.share else highest
    return half_up(Fraction(100 * counted.numerator, whole)) if whole else 0.0
