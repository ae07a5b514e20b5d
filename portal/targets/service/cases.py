"""The cases behind a counted figure: which count, which do not, and what would make each count.

A case is a commune, a district, a club or a member of staff. People are told to an officer as
figures of their communes only; their names are for the case officer of the commune (`persons.py`).
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from portal.access import Actor
from portal.clubs.models import Club
from portal.clubs.service import commune_name
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.people.models import Client
from portal.places import service as places
from portal.targets.districts import District, districts_in
from portal.targets.indicators import INDICATORS, Tally
from portal.targets.indicators.stable import Part, stable_parts
from portal.targets.models import StaffTraining
from portal.targets.records import Records
from portal.targets.rows import TargetRow, target_rows
from portal.targets.scope import is_own
from portal.targets.service.board import find_plan, plan_area
from portal.text import sort_key


class Case(NamedTuple):
    """One case: the key by which it is opened, its name, whether it counts, and what is known of
    it besides: where a club is, what a member of staff lacks, how many of a commune's people."""

    key: str
    name: str
    counts: bool
    about: str = ""
    lacks: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Cases:
    """The cases of a figure, those that do not count first; districts bring what grew from them."""

    row: TargetRow
    day: date
    cases: list[Case]
    districts: list[District]

    @property
    def missing(self) -> list[Case]:
        """Those that do not count."""
        return [case for case in self.cases if not case.counts]

    @property
    def counting(self) -> list[Case]:
        """Those that do."""
        return [case for case in self.cases if case.counts]


def open_cases(actor: Actor, slug: str, target_id: str, map_: str, on: date) -> Cases:
    """The cases behind a target's figure on one map as at a day, in the officer's own plan."""
    plan, records = find_plan(actor, slug), Records()
    rows = target_rows(plan.number, on, records) if is_own(actor, plan) else []
    row = next((r for r in rows if (r.target.id, r.map) == (target_id, map_)), None)
    if row is None or not can_open(row) or not row.figures or not row.figures.tally:
        raise NotFound(_("Không có số liệu để mở."))
    day = min(on, row.target.last or on)
    cases = LEVELS[row.target.level](row.figures.tally, row, records, day)
    districts: list[District] = []
    if row.area and row.target.level == "district" and (today := plan_area(plan, "today", on)):
        districts = districts_in(records, row.area, today, day)
    return Cases(row, day, sorted(cases, key=lambda case: sort_key(case.name)), districts)


def can_open(row: TargetRow) -> bool:
    """Whether a figure was counted from cases that can be named: contacts have no names."""
    unit = INDICATORS[row.target.indicator].unit
    return bool(row.figures and row.figures.tally) and unit not in ("contacts", "places")


def _units(tally: Tally, row: TargetRow, records: Records, day: date) -> Iterator[Case]:
    map_day = row.area.day if row.area else day
    for code in _texts(tally.whole):
        yield Case(code, places.name_of(code, map_day), code in tally.done)


def _clubs(tally: Tally, row: TargetRow, records: Records, day: date) -> Iterator[Case]:
    """A club, with the parts of the rule that it fails."""
    rows = {known.id: known for known in records.clubs}
    for club in session().scalars(select(Club).where(Club.id.in_(tally.whole))):
        parts = stable_parts(records, rows[club.id], day)
        lacks = tuple(part for part in parts if not part.ok)
        yield Case(club.pid, club.name, club.id in tally.done, commune_name(club), lacks)


def _people(tally: Tally, row: TargetRow, records: Records, day: date) -> Iterator[Case]:
    """A commune's people together: it counts once all of them do."""
    by_commune: defaultdict[str, list[bool]] = defaultdict(list)
    homes = select(Client.id, Client.commune_code).where(Client.id.in_(tally.whole))
    for person, commune in session().execute(homes):
        by_commune[commune].append(person in tally.done)
    map_day = row.area.day if row.area else day
    for code, marks in by_commune.items():
        about = _("%(done)s trên %(whole)s người", done=sum(marks), whole=len(marks))
        yield Case(code, places.name_of(code, map_day), all(marks), about)


def _staff(tally: Tally, row: TargetRow, records: Records, day: date) -> Iterator[Case]:
    """A member of staff, with the courses that are not completed."""
    register = select(StaffTraining).where(StaffTraining.person_code.in_(_texts(tally.whole)))
    courses: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for known in session().scalars(register.order_by(StaffTraining.id)):
        open_ones = [] if known.completed_on else [known.course]
        courses[known.person_code, known.name].extend(open_ones)
    for (code, name), lacking in courses.items():
        yield Case(code, name, code in tally.done, "; ".join(lacking))


def _texts(keys: Iterable[Hashable]) -> list[str]:
    return sorted(str(key) for key in keys)


LEVELS: dict[str, Callable[[Tally, TargetRow, Records, date], Iterator[Case]]] = {
    "commune": _units,
    "district": _units,
    "club": _clubs,
    "person": _people,
    "staff": _staff,
}
