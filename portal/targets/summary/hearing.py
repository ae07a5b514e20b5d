"""Whom a noted change touches: from the public id in the note to the numbers of the subjects."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import or_, select

from portal import clock
from portal.clubs.models import Club, Meeting, Membership
from portal.db import session
from portal.journeys.models import Need, RetentionCheck, Step
from portal.people.models import CaseFile, Client, Note
from portal.training.models import Learner

Finder = Callable[[Collection[str]], set[int]]
Hears = Mapping[str, Finder]
"""By the kind of note: which subjects a measure reads anew."""

OF_IMPORT = {
    "attendance": "attendance",
    "case_files": "case_file",
    "clients": "client",
    "club_seats": "club",
    "clubs": "club",
    "meetings": "meeting",
    "memberships": "membership",
    "needs": "need",
}
"""The import of a table touches what notes of this kind touch, for every subject."""


def _ids(number: Any, model: Any) -> Finder:
    """The numbers that stand in the rows of a table."""

    def find(pids: Collection[str]) -> set[int]:
        return set(session().scalars(select(number).where(model.pid.in_(pids))))

    return find


def _meetings_of_clubs(pids: Collection[str]) -> set[int]:
    rows = select(Meeting.id).join(Club, Club.id == Meeting.club_id).where(Club.pid.in_(pids))
    return set(session().scalars(rows))


def _meetings_of_memberships(pids: Collection[str]) -> set[int]:
    """Those from the day of joining on: the last day may have been another before."""
    rows = select(Membership.club_id, Membership.joined_on).where(Membership.pid.in_(pids))
    since = [
        (Meeting.club_id == club) & (Meeting.starts_at >= clock.day_starts(joined_on))
        for club, joined_on in session().execute(rows)
    ]
    return set(session().scalars(select(Meeting.id).where(or_(*since)))) if since else set()


def _people_of_learners(pids: Collection[str]) -> set[int]:
    rows = select(Step.client_id).join(Learner, Learner.pid == Step.copy_pid)
    return set(session().scalars(rows.where(Learner.pid.in_(pids))))


def _people_of_checks(pids: Collection[str]) -> set[int]:
    rows = select(Step.client_id).join(RetentionCheck, RetentionCheck.step_id == Step.id)
    return set(session().scalars(rows.where(RetentionCheck.pid.in_(pids))))


_meetings = _ids(Meeting.id, Meeting)
MEETINGS: Hears = {
    "attendance": _meetings,
    "meeting": _meetings,
    "membership": _meetings_of_memberships,
    "club": _meetings_of_clubs,
}
CLUBS: Hears = {"club": _ids(Club.id, Club)}
PEOPLE: Hears = {
    "client": _ids(Client.id, Client),
    "case_file": _ids(CaseFile.client_id, CaseFile),
    "need": _ids(Need.client_id, Need),
    "note": _ids(Note.client_id, Note),
    "step": _ids(Step.client_id, Step),
    "learner": _people_of_learners,
    "retention": _people_of_checks,
}


def people(*kinds: str) -> Hears:
    """What a measure of people hears: that they moved, and these kinds."""
    return {kind: PEOPLE[kind] for kind in ("client", *kinds)}
