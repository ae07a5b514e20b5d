"""Tasks that meetings give: to a member, or to one of the board or a volunteer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor, Role
from portal.clubs.models import BoardMember, Club, ClubTask, Meeting, Volunteer, VolunteerTeam
from portal.clubs.service.clubs import commune_of, own_clubs, refuse_future
from portal.clubs.service.memberships import members_on, person_in, viewer
from portal.clubs.service.overview import board_of
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import NAME, consenting_to
from portal.text import name_key
from portal.versions import revise

MEMBER, STAFF = "member/", "staff/"  # how a form says who: a public id follows, or a name


@dataclass(frozen=True)
class NewTask:
    """A line of the minutes' form: what, who (as the form says it), until when."""

    body: str
    who: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class TaskRow:
    """A task and the name of who does it; `who` is how a form says it."""

    task: ClubTask
    name: str
    who: str
    is_hidden: bool = False  # the member no longer lets the club know the name

    @property
    def is_late(self) -> bool:
        """Whether its day is past."""
        due = self.task.due_on
        return self.task.done_on is None and due is not None and due < clock.today()


def who_may_do(actor: Actor, club: Club) -> dict[str, list[tuple[str, str]]]:
    """Board, volunteers of the commune and members of today: how a form says each, and the name.
    That members were read is recorded."""
    audit.record(actor, "read_list", f"club/{club.pid}")
    found = map(person_in, session().execute(members_on(club, clock.today())))
    members = sorted(found, key=lambda member: name_key(member.name))
    return {**_staff_of(club), "members": [(MEMBER + one.pid, one.name) for one in members]}


def given_at(actor: Actor, meeting: Meeting, tasks: Sequence[NewTask]) -> list[ClubTask]:
    """What a meeting decided, to be kept; who is to do it has to be one of those who may."""
    known = _known(meeting.club) if any(new.who for new in tasks) else set()
    return [_task(meeting, new, *_resolved(known, new.who, "tasks")) for new in tasks]


def edit_task(
    actor: Actor,
    pid: str,
    *,
    body: str,
    who: str,
    due_on: date | None,
    done_on: date | None,
    remark: str,
    version: int,
) -> None:
    """Change a task, or say that it is done; not in the future."""
    row = get_task(actor, pid)
    if done_on:
        refuse_future(done_on, "done_on")
    club = row.task.club
    client_id, name = row.task.client_id, row.task.who
    if who != row.who:
        client_id, name = _resolved(_known(club), who, "who")
    revise(
        row.task,
        version,
        body=body,
        client_id=client_id,
        who=name,
        due_on=due_on,
        done_on=done_on,
        remark=remark,
    )
    audit.record(actor, "edit_task", f"club/{club.pid}")


def get_task(actor: Actor, pid: str) -> TaskRow:
    """A task of a club that the actor coordinates."""
    rows = _rows(actor, _tasks(actor).where(ClubTask.pid == pid))
    if not rows:
        raise NotFound
    return rows[0]


def open_tasks(actor: Actor) -> list[TaskRow]:
    """What is still to be done in the actor's own clubs, the most urgent first."""
    return _rows(actor, _tasks(actor).where(ClubTask.done_on.is_(None)))


def tasks_at(actor: Actor, meeting: Meeting) -> list[TaskRow]:
    """The tasks that a meeting gave."""
    return _rows(actor, _tasks(actor).where(ClubTask.meeting_id == meeting.id))


def tasks_before(actor: Actor, meeting: Meeting) -> list[TaskRow]:
    """Those that are still open from the meetings before it."""
    earlier = _tasks(actor).where(
        ClubTask.club_id == meeting.club_id,
        ClubTask.done_on.is_(None),
        Meeting.starts_at < meeting.starts_at,
    )
    return _rows(actor, earlier)


def _tasks(actor: Actor) -> Select[*tuple[Any, ...]]:
    viewers = [viewer(club) for club in own_clubs(actor)]
    shown = Client.id.in_(consenting_to(viewers, "name"))
    return (
        select(ClubTask, *NAME, shown.label("shown"))
        .join(ClubTask.club)
        .join(ClubTask.meeting)
        .outerjoin(Client, Client.id == ClubTask.client_id)
        .options(contains_eager(ClubTask.club), contains_eager(ClubTask.meeting))
        .where(Club.pid.in_(actor.scopes(Role.COORDINATOR)))
        .order_by(ClubTask.due_on.is_(None), ClubTask.due_on, ClubTask.id)
    )


def _rows(actor: Actor, query: Select[*tuple[Any, ...]]) -> list[TaskRow]:
    """Where a member is named, that is recorded."""
    rows = [_row(row) for row in session().execute(query)]
    for club in {row.task.club.pid for row in rows if row.task.client_id}:
        audit.record(actor, "read_list", f"club/{club}")
    return rows


def _row(row: Row[*tuple[Any, ...]]) -> TaskRow:
    task: ClubTask = row.ClubTask
    if task.client_id:
        return TaskRow(task, person_in(row).name, MEMBER + row.pid, not row.shown)
    return TaskRow(task, task.who, STAFF + task.who if task.who else "")


def _task(meeting: Meeting, new: NewTask, client_id: int | None, who: str) -> ClubTask:
    return ClubTask(
        club_id=meeting.club_id,
        meeting_id=meeting.id,
        body=new.body,
        who=who,
        client_id=client_id,
        due_on=new.due_on,
    )


def _staff_of(club: Club) -> dict[str, list[tuple[str, str]]]:
    return {
        "board": [_staff(_on_board(it)) for it in board_of(club)],
        "volunteers": [_staff(name) for name in _volunteers(club)],
    }


def _known(club: Club) -> set[str]:
    """How a form says each who may do a task; no member's name is read for it."""
    staff = {value for pairs in _staff_of(club).values() for value, _name in pairs}
    members = members_on(club, clock.today()).with_only_columns(Client.pid)
    return staff | {MEMBER + pid for pid in session().scalars(members)}


def _resolved(known: Collection[str], who: str, field: str) -> tuple[int | None, str]:
    """The number of a member, or the name of one of the staff: only of those who may do it."""
    if not who:
        return None, ""
    if who not in known:
        raise RuleBroken(_("Người được giao không còn trong danh sách. Mời chọn lại."), field=field)
    if who.startswith(STAFF):
        return None, who.removeprefix(STAFF)
    pid = who.removeprefix(MEMBER)
    return session().scalar(select(Client.id).where(Client.pid == pid)), ""


def _staff(name: str) -> tuple[str, str]:
    return STAFF + name, name


def _on_board(it: BoardMember) -> str:
    return f"{it.name} ({'Chủ nhiệm' if it.post == 'chair' else it.post})"


def _volunteers(club: Club) -> Sequence[str]:
    today = clock.today()
    rows = select(Volunteer.name, Volunteer.to_on).join(VolunteerTeam)
    rows = rows.where(VolunteerTeam.commune_code == commune_of(club), Volunteer.from_on <= today)
    return [name for name, to_on in session().execute(rows) if to_on is None or to_on >= today]
