"""The open figures: of people once a year through the gate, of clubs as they are."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select

from portal import clock
from portal.db import session
from portal.people.models import Client
from portal.places import service as places
from portal.targets.areas import Area, area_today
from portal.targets.gate import pass_gate
from portal.targets.indicators import INDICATORS, Asked
from portal.targets.indicators.clubs import clubs_operating
from portal.targets.judge import share_of
from portal.targets.models import ReleasedFigure
from portal.targets.records import Records
from portal.text import sort_key

SETTLED = timedelta(days=31)  # after the end of a year, for what is written down late
OPEN_INDICATORS = {
    "files": "aftercare_file_opened",
    "needs": "need_met",
    "certificates": "trained_and_certified",
    "jobs": "job_kept_6",
}
"""Under the name that an open address carries, which gives nobody away. Of these none counts a
part of another's people: two tables together say no more than each."""


@dataclass(frozen=True)
class Shown:
    """How many were reached and how many not, in digits or marks."""

    done: str
    rest: str

    @property
    def share(self) -> float | None:
        """Percent of both; none where one of them is not told."""
        told = self.done.isdigit() and self.rest.isdigit()
        return share_of(int(self.done), int(self.rest)) if told else None


@dataclass(frozen=True)
class Choice:
    """What of the open figures can be seen, and what is: with the totals of each year, the latest
    first."""

    provinces: dict[str, str]
    province: str
    shown: str
    year: int | None
    totals: dict[int, Shown]

    @property
    def indicator(self) -> str:
        """The key of the indicator that is shown."""
        return OPEN_INDICATORS[self.shown]


@dataclass(frozen=True)
class ClubYear:
    """Clubs at the end of a year, or today in the one that runs."""

    day: date
    clubs: int
    communes: int


def release_settled_years() -> None:
    """Release each year that ended a while ago, where it has not been: once and for good."""
    records, today = Records(), clock.today()
    for province, first_year in _provinces(records).items():
        area = area_today(province, today, today)
        for year in range(first_year, (today - SETTLED).year):
            for indicator in OPEN_INDICATORS.values():
                if year not in _totals(province, indicator):
                    _release(records, area, indicator, year)


def choose(province: str, shown: str, year: str) -> Choice:
    """What was asked for; for what there is not, the first there is."""
    there = {code: places.name_of(code, clock.today()) for code in _provinces(Records())}
    if province not in there:
        province = next(iter(there), "")
    if shown not in OPEN_INDICATORS:
        shown = next(iter(OPEN_INDICATORS))
    totals = _totals(province, OPEN_INDICATORS[shown])
    chosen = next((known for known in totals if str(known) == year), next(iter(totals), None))
    return Choice(there, province, shown, chosen, totals)


def places_shown(choice: Choice) -> list[tuple[str, Shown]]:
    """The lines of the open table, in the order of their names."""
    rows = session().scalars(
        _rows(choice.province, choice.indicator).where(
            ReleasedFigure.year == choice.year, ReleasedFigure.place_code != choice.province
        )
    )
    lines = [(places.name_of(r.place_code, r.made_on), Shown(r.done, r.rest)) for r in rows]
    return sorted(lines, key=lambda line: sort_key(line[0]))


def clubs_by_year(province: str) -> list[ClubYear]:
    """Clubs of a province and the communes that have one, the latest first; none where nothing is
    known of the province yet."""
    records, today = Records(), clock.today()
    first_year = _provinces(records).get(province)
    if first_year is None:
        return []
    area = area_today(province, today, today)
    days = [today, *(date(year, 12, 31) for year in range(today.year - 1, first_year - 1, -1))]
    return [_clubs_on(records, area, day) for day in days]


def _clubs_on(records: Records, area: Area, day: date) -> ClubYear:
    seated = clubs_operating(records, area, day)
    return ClubYear(day, len(seated.clubs), len(seated.communes & area.communes))


def _provinces(records: Records) -> dict[str, int]:
    """Where there are clubs, with the year of the first, on today's map."""
    found: dict[str, int] = {}
    for club in sorted(records.clubs, key=lambda club: club.founded_on):
        for stand in club.stands(clock.today()):
            unit = places.find_unit(stand.commune, stand.since)
            heir = places.gazetteer().follow(unit, clock.today()) if unit else None
            province = places.province_of(heir.code, clock.today()) if heir else None
            if province:
                found.setdefault(province, stand.since.year)
    return found


def _rows(province: str, indicator: str) -> Select[ReleasedFigure]:
    return select(ReleasedFigure).where(
        ReleasedFigure.province_code == province, ReleasedFigure.indicator == indicator
    )


def _totals(province: str, indicator: str) -> dict[int, Shown]:
    rows = _rows(province, indicator).where(ReleasedFigure.place_code == province)
    found = session().scalars(rows.order_by(ReleasedFigure.year.desc()))
    return {row.year: Shown(row.done, row.rest) for row in found}


def _release(records: Records, area: Area, indicator: str, year: int) -> None:
    count = INDICATORS[indicator].count
    tally = count and count(records, Asked(area, date(year, 1, 1), date(year, 12, 31), "person"))
    if not tally:
        return
    homes: dict[Hashable, str] = {
        number: code for number, code in session().execute(select(Client.id, Client.commune_code))
    }
    done = Counter(homes[person] for person in tally.done)
    whole = Counter(homes[person] for person in tally.whole)
    communes = sorted(area.communes)
    reached = pass_gate({code: done[code] for code in communes})
    missed = pass_gate({code: whole[code] - done[code] for code in communes})
    lines = {code: Shown(reached.places[code], missed.places[code]) for code in communes}
    session().add_all(
        ReleasedFigure(
            province_code=area.place,
            indicator=indicator,
            year=year,
            place_code=code,
            done=shown.done,
            rest=shown.rest,
            made_on=clock.today(),
        )
        for code, shown in {area.place: Shown(reached.total, missed.total), **lines}.items()
    )
    session().flush()
