"""The registers in figures: what was done in a period, and what stands on its last day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, literal, select, union_all

from portal.clubs.models import CounsellingPoint, Volunteer, VolunteerTeam
from portal.db import session
from portal.i18n import lazy
from portal.targets.models import Commendation, FollowUp, MonitoringVisit, Review, StaffTraining
from portal.targets.periods import Period
from portal.targets.reports.measures import Measure
from portal.targets.scope import lies_in


class Entry(NamedTuple):
    """A row of a register: what it counts for, where, from which day to which, both included.

    What was done on a day has that day twice; a blank day is an open end.
    """

    key: str
    place_code: str
    since: date | None
    until: date | None


DONE = (
    Measure("courses_completed", lazy("Lượt cán bộ hoàn thành tập huấn"), "contacts"),
    Measure("visits", lazy("Cuộc kiểm tra, giám sát"), "events"),
    Measure("actions_done", lazy("Việc sau kiểm tra đã làm xong"), "tasks"),
    Measure("reviews", lazy("Cuộc sơ kết, tổng kết"), "events"),
    Measure("commendations", lazy("Khen thưởng"), "contacts"),
)
STANDING = (
    Measure("points_open", lazy("Điểm tư vấn đang mở, cuối kỳ"), "places"),
    Measure("volunteers", lazy("Tình nguyện viên, cuối kỳ"), "persons"),
)


def register_figures(
    communes: frozenset[str], periods: Iterable[Period]
) -> Iterator[tuple[Measure, list[int]]]:
    """Each figure of these communes of today and all that lies in them, in each of the periods."""
    entries = [entry for entry in _entries() if lies_in(communes, entry.place_code)]
    counts = [Counter(_counting(entries, period)) for period in periods]
    for measure in (*DONE, *STANDING):
        yield measure, [count[measure.key] for count in counts]


def _counting(entries: Iterable[Entry], period: Period) -> Iterator[str]:
    done = {measure.key for measure in DONE}
    for key, _place, since, until in entries:
        if key in done:
            counts = since is not None and period.first <= since <= period.last
        else:
            counts = (since or date.min) <= period.last <= (until or date.max)
        if counts:
            yield key


def _entries() -> list[Entry]:
    """All rows of all registers, in one query."""
    visited = select(MonitoringVisit.id, MonitoringVisit.place_code).subquery()
    team = select(VolunteerTeam.id, VolunteerTeam.commune_code).subquery()
    courses, actions = StaffTraining.completed_on, FollowUp.done_on
    held, reviewed, decided = MonitoringVisit.held_on, Review.held_on, Commendation.decided_on
    point, who = CounsellingPoint, Volunteer
    rows: tuple[Select[*tuple[Any, ...]], ...] = (
        select(literal("courses_completed"), StaffTraining.place_code, courses, courses),
        select(literal("visits"), MonitoringVisit.place_code, held, held),
        select(literal("actions_done"), visited.c.place_code, actions, actions).join(
            visited, visited.c.id == FollowUp.visit_id
        ),
        select(literal("reviews"), Review.place_code, reviewed, reviewed),
        select(literal("commendations"), Commendation.place_code, decided, decided),
        select(literal("points_open"), point.commune_code, point.opened_on, point.closed_on),
        select(literal("volunteers"), team.c.commune_code, who.from_on, who.to_on).join(
            team, team.c.id == who.team_id
        ),
    )
    return [Entry(*row) for row in session().execute(union_all(*rows))]
