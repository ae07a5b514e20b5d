"""The registers in figures, for a report: what was done from a day to a day, and what stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select

from portal import clock
from portal.clubs.models import CounsellingPoint
from portal.clubs.service.volunteers import TeamFigures, team_figures
from portal.db import session
from portal.places import service as places
from portal.targets.models import (
    Commendation,
    FollowUp,
    MonitoringVisit,
    Review,
    StaffTraining,
)
from portal.targets.scope import standing_in


@dataclass(frozen=True)
class RegisterFigures:
    """Plain numbers of one place. Of the period: staff who completed a course, courses they
    completed, visits, reviews, commendations. As on its last day: the rest."""

    staff_trained: int
    courses_completed: int
    visits: int
    open_actions: int
    reviews: int
    commendations: int
    points_open: int
    teams: TeamFigures


def register_figures(place: str, first: date, last: date) -> RegisterFigures:
    """The registers of a place of today, with all that lies in it, from a day to a day."""
    communes = frozenset(unit.code for unit in places.communes_of(place, clock.today()))
    trained = _between(StaffTraining, StaffTraining.completed_on, communes, first, last)
    persons = trained.with_only_columns(StaffTraining.person_code).distinct()
    return RegisterFigures(
        staff_trained=_number(persons),
        courses_completed=_number(trained),
        visits=_number(_between(MonitoringVisit, MonitoringVisit.held_on, communes, first, last)),
        open_actions=_number(_open_actions(communes, last)),
        reviews=_number(_between(Review, Review.held_on, communes, first, last)),
        commendations=_number(
            _between(Commendation, Commendation.decided_on, communes, first, last)
        ),
        points_open=_number(_open_points(communes, last)),
        teams=team_figures(communes, last),
    )


def _between(
    register: Any, on: Any, communes: frozenset[str], first: date, last: date
) -> Select[*tuple[Any, ...]]:
    here = standing_in(communes, register.place_code)
    return select(register.id).where(here, on >= first, on <= last)


def _open_actions(communes: frozenset[str], last: date) -> Select[*tuple[Any, ...]]:
    """Asked for by a visit to that day, and not done by it."""
    return (
        select(FollowUp.id)
        .join(MonitoringVisit, MonitoringVisit.id == FollowUp.visit_id)
        .where(standing_in(communes, MonitoringVisit.place_code), MonitoringVisit.held_on <= last)
        .where(or_(FollowUp.done_on.is_(None), FollowUp.done_on > last))
    )


def _open_points(communes: frozenset[str], last: date) -> Select[*tuple[Any, ...]]:
    point = CounsellingPoint
    return (
        select(point.id)
        .where(standing_in(communes, point.commune_code))
        .where(or_(point.opened_on.is_(None), point.opened_on <= last))
        .where(or_(point.closed_on.is_(None), point.closed_on >= last))
    )


def _number(query: Select[*tuple[Any, ...]]) -> int:
    return session().scalar(select(func.count()).select_from(query.subquery())) or 0
