"""Who drifts away: noticed by what the rolls say, with a next step, and what came of it.

A member is noticed for a plain reason and never by a figure that adds reasons up:

    missed_two  absent, not excused, at each of the club's last two meetings with a roll
    silent      neither came, was excused nor answered an invitation for 60 days, in which the
                club met
    falling     came to at least two fewer of the last three meetings that count for them than of
                the three before

Only what happened since the last time that the matter was closed counts: whoever works another
shift is not asked again before new reasons have come up. To be present at a later meeting closes
it by itself; what came of it is then read from the roll, so a corrected roll opens it again.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor, Role
from portal.clubs.models import (
    Answer,
    Attendance,
    AttendanceKind,
    Club,
    Drift,
    Meeting,
    Membership,
)
from portal.clubs.service.clubs import own_clubs, refuse_future
from portal.clubs.service.memberships import Person, members_on, person_in
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service.clients import get_client
from portal.text import name_key
from portal.versions import revise

LOOKED_BACK = timedelta(days=400)
SILENCE = timedelta(days=60)
FALL, SPAN = 2, 3
FARTHEST = timedelta(days=92)

Roll = tuple[date, str | None]  # the day of a meeting with a roll, and what the mark counts as


@dataclass(frozen=True)
class Ended:
    """What was done about somebody, and what came of it so far, as the rolls say today."""

    drift: Drift
    outcome: str
    closed_on: date | None


@dataclass(frozen=True)
class Drifting(Person):
    """A member in the queue: why, in which club, and the next step where there is one."""

    membership: Membership
    club: Club
    reasons: tuple[str, ...]
    drift: Drift | None
    returned: "Ended | None" = None  # who came back by themselves from an earlier time

    @property
    def is_late(self) -> bool:
        """Whether the day of the next step has gone by."""
        return self.drift is not None and self.drift.due_on < clock.today()


def who_drifts(actor: Actor) -> list[Drifting]:
    """The queue of the actor's own clubs: whose next step is past its day, then who has none, then
    the others by day. The reading is recorded."""
    found = [one for club in own_clubs(actor) for one in _drifting(actor, club)]
    return sorted(found, key=_urgency)


def get_drifting(actor: Actor, membership_pid: str) -> Drifting:
    """One in the queue; the reading is recorded."""
    club = session().scalar(
        select(Club)
        .join(Membership, Membership.club_id == Club.id)
        .where(Membership.pid == membership_pid)
        .where(Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    )
    for one in queue_of(club) if club else ():
        if one.membership.pid == membership_pid:
            get_client(actor, one.pid)
            return one
    raise NotFound


def plan_step(
    actor: Actor,
    membership_pid: str,
    *,
    step: str,
    who: str,
    due_on: date,
    version: int | None = None,
) -> Drift:
    """Say what is done next, by whom and by when: a day of the next three months."""
    one = get_drifting(actor, membership_pid)
    if not clock.today() <= due_on <= clock.today() + FARTHEST:
        raise RuleBroken(_("Mời chọn một ngày trong ba tháng tới."), field="due_on")
    drift = one.drift
    if drift:
        revise(drift, version, step=step, who=who, due_on=due_on)
    else:
        if one.returned:
            _keep_return(one.returned)
        drift = Drift(
            membership_id=one.membership.id,
            client=session().get_one(Client, one.membership.client_id),
            reason=one.reasons[0],
            noticed_on=clock.today(),
            step=step,
            due_on=due_on,
        )
        drift.who = who
        session().add(drift)
    drift.by_pid = actor.user
    session().flush()
    audit.record(actor, "plan_step", f"drift/{drift.pid}", client=one.pid)
    return drift


def close_drift(
    actor: Actor, membership_pid: str, *, outcome: str, closed_on: date, version: int | None
) -> None:
    """Write down what came of it."""
    one = get_drifting(actor, membership_pid)
    if one.drift is None:
        raise RuleBroken(_("Mời ghi bước tiếp theo trước."))
    refuse_future(closed_on, "closed_on")
    if closed_on < one.drift.noticed_on:
        raise RuleBroken(_("Ngày này trước ngày nhận ra."), field="closed_on")
    revise(one.drift, version, outcome=outcome, closed_on=closed_on)
    audit.record(actor, "close_drift", f"drift/{one.drift.pid}", client=one.pid)


def drifts_of(membership: Membership, club: Club) -> list[Ended]:
    """What was done about a member whom the coordinator has opened, the newest first."""
    roll = _own_roll(_rolls(club), membership)
    past = _by_membership([membership.id])[membership.id]
    return [_as_ended(roll, drift) for drift in reversed(past)]


def _urgency(one: Drifting) -> tuple[Any, ...]:
    due = one.drift.due_on if one.drift else clock.today()
    return (not one.is_late, one.drift is not None, due, name_key(one.name))


def _drifting(actor: Actor, club: Club) -> list[Drifting]:
    found = queue_of(club)
    if found:
        audit.record(actor, "read_list", f"club/{club.pid}")
    return found


def queue_of(club: Club) -> list[Drifting]:
    """Everybody in the club for whom there is a reason, or a step that is not done."""
    today = clock.today()
    rows = session().execute(members_on(club, today).add_columns(Membership)).all()
    rolls = _rolls(club)
    answered = _last_answers(club)
    drifts = _by_membership([row.Membership.id for row in rows])
    found = []
    for row in rows:
        member = row.Membership
        roll = _own_roll(rolls, member)
        past = [_as_ended(roll, drift) for drift in drifts[member.id]]
        standing = next((one.drift for one in past if not one.closed_on), None)
        since = max((one.closed_on for one in past if one.closed_on), default=None)
        reasons = _reasons(member, roll, since, answered.get(member.client_id))
        if standing or reasons:
            person, told = person_in(row), reasons or (standing.reason,)  # type: ignore[union-attr]
            back = next((one for one in past if one.closed_on and not one.drift.closed_on), None)
            found.append(Drifting(person.pid, person.name, member, club, told, standing, back))
    return found


def _reasons(
    member: Membership, roll: Sequence[Roll], since: date | None, answered: date | None
) -> tuple[str, ...]:
    """Why the member is noticed; `roll` is of the meetings since they joined, the last first."""
    after = [(day, mark) for day, mark in roll if since is None or day > since]
    counted = [mark for _day, mark in after if mark in ("present", "absent")]
    heard = [day for day, mark in after if mark in ("present", "ignored")]
    last_heard = max([*heard, since or member.joined_on, answered or member.joined_on])
    quiet_from = clock.today() - SILENCE
    holds = {
        "missed_two": [mark for _day, mark in after[:2]] == ["absent", "absent"],
        "silent": last_heard <= quiet_from and any(day > quiet_from for day, _mark in after),
        "falling": _fallen(counted[:SPAN], counted[SPAN : 2 * SPAN]),
    }
    return tuple(reason for reason, does in holds.items() if does)


def _fallen(last: list[str], before: list[str]) -> bool:
    full = len(before) == SPAN
    return full and before.count("present") - last.count("present") >= FALL


def _as_ended(roll: Sequence[Roll], drift: Drift) -> Ended:
    """With its outcome, or "came back" on the first day they were present after being noticed."""
    days = [day for day, mark in roll if mark == "present" and day > drift.noticed_on]
    if drift.closed_on or not days:
        return Ended(drift, drift.outcome, drift.closed_on)
    return Ended(drift, "came_back", min(days))


def _keep_return(ended: Ended) -> None:
    """Write the return down, before they are noticed anew."""
    ended.drift.outcome, ended.drift.closed_on = ended.outcome, ended.closed_on
    session().flush()


def _own_roll(rolls: Sequence[tuple[date, dict[int, str]]], member: Membership) -> list[Roll]:
    """What a member's marks counted as, of the meetings on whose day they were one."""
    return [(day, marks.get(member.client_id)) for day, marks in rolls if member.in_force(day)]


def _rolls(club: Club) -> list[tuple[date, dict[int, str]]]:
    """The club's meetings of late that had a roll, the last first: the day, and what each mark
    counts as, by the client's number."""
    rows = session().execute(
        select(Meeting, Attendance.client_id, AttendanceKind.counts_as)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .join(AttendanceKind, AttendanceKind.code == Attendance.status)
        .where(Meeting.club_id == club.id, Meeting.cancelled_at.is_(None))
        .where(Meeting.starts_at >= clock.day_starts(clock.today() - LOOKED_BACK))
        .order_by(Meeting.starts_at.desc())
    )
    marks: defaultdict[Meeting, dict[int, str]] = defaultdict(dict)
    for meeting, client_id, counts_as in rows:
        marks[meeting][client_id] = counts_as
    return [(meeting.day, of_meeting) for meeting, of_meeting in marks.items()]


def _last_answers(club: Club) -> dict[int, date]:
    """The day on which each last answered an invitation of the club."""
    rows = session().execute(
        select(Answer.client_id, func.max(Answer.answered_at))
        .join(Meeting, Meeting.id == Answer.meeting_id)
        .where(Meeting.club_id == club.id)
        .group_by(Answer.client_id)
    )
    return {client_id: clock.local(at).date() for client_id, at in rows}


def _by_membership(ids: Sequence[int]) -> defaultdict[int, list[Drift]]:
    """What was done about each, the oldest first."""
    rows = session().scalars(
        select(Drift)
        .join(Drift.client)
        .options(contains_eager(Drift.client))
        .where(Drift.membership_id.in_(ids))
        .order_by(Drift.id)
    )
    found: defaultdict[int, list[Drift]] = defaultdict(list)
    for drift in rows:
        found[drift.membership_id].append(drift)
    return found
