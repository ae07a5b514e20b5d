"""Handovers of a commune: a paper is taken in, received, the person met, the file opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.aftercare import last_day
from portal.people.deadlines import Clock, Deadline, Deadlines, Rule, deadlines
from portal.people.models import CaseFile, Client, Handover, HandoverMove
from portal.people.models import HandoverState as State
from portal.people.service import case_files
from portal.people.service.handover_moves import WAITING, keep_move, move
from portal.people.service.handover_rules import rule_on
from portal.people.service.reach import in_own_commune, own_commune
from portal.people.service.residence import relocate


class Paper(NamedTuple):
    """What the facility's paper says of the programme; without `arrived_on` it only announces."""

    kind: str
    completed_on: date
    arrived_on: date | None
    decided_months: int | None
    facility: str
    paper: str
    paper_on: date | None


@dataclass(frozen=True)
class Waiting:
    """A handover in a list, with its two clocks; the one that presses most is `next`."""

    row: Handover
    clocks: Deadlines | None

    @property
    def next(self) -> Deadline | None:
        """The open deadline that is due first; none while no paper has arrived."""
        both = (self.clocks.meeting, self.clocks.file) if self.clocks else ()
        return min((one for one in both if one.done_on is None), key=_due, default=None)

    @property
    def days_late(self) -> int:
        """By how many days the pressing one is late today; 0 in time."""
        return self.next.days_late(clock.today()) if self.next else 0

    @property
    def is_overdue_release(self) -> bool:
        """Announced for a day that has passed, and no paper has come."""
        return self.row.arrived_on is None and self.row.completed_on < clock.today()


def _due(deadline: Deadline) -> date:
    return deadline.due_on


def visible_handovers(actor: Actor) -> Select[Handover]:
    """Those of people who live in the communes whose case officer the actor is."""
    return (
        select(Handover)
        .join(Client, Client.id == Handover.client_id)
        .options(contains_eager(Handover.client))
        .where(in_own_commune(actor), Client.key_wrapped.is_not(None))
    )


def rule_of(row: Handover) -> Rule:
    """The rule that its commune had when the paper arrived, or has today."""
    return rule_on(row.commune_code, row.arrived_on or clock.today())


def clocks_of(row: Handover) -> Deadlines | None:
    """Its two clocks."""
    return deadlines(row, rule_of(row))


def waiting(actor: Actor) -> list[Waiting]:
    """What is not finished, what is due first on top; the caller has recorded the reading."""
    still = visible_handovers(actor).where(
        Handover.state.in_(WAITING) | (Handover.state == State.OPENED) & Handover.met_on.is_(None)
    )
    found = [Waiting(row, clocks_of(row)) for row in session().scalars(still)]
    return sorted(found, key=lambda one: (one.next.due_on if one.next else date.max, one.row.id))


def list_handovers(actor: Actor, *, state: str = "") -> list[Waiting]:
    """All of the commune, newest completion first, or those that stand in one state; one row of
    audit a list."""
    for commune in actor.scopes(Role.CASE_OFFICER):
        audit.record(actor, "read_list", f"commune/{commune}")
    if not state:
        return waiting(actor)
    rows = visible_handovers(actor).where(Handover.state == state)
    found = session().scalars(rows.order_by(Handover.completed_on.desc(), Handover.id))
    return [Waiting(row, clocks_of(row)) for row in found]


def get_handover(actor: Actor, pid: str) -> Handover:
    """One of the commune; the reading is recorded. NotFound elsewhere."""
    row = session().scalar(visible_handovers(actor).where(Handover.pid == pid))
    if row is None:
        raise NotFound
    audit.opened(actor, f"handover/{pid}", client=row.client.pid)
    return row


def moves_of(handover: Handover) -> list[HandoverMove]:
    """Its history, the first move first."""
    query = select(HandoverMove).where(HandoverMove.handover_id == handover.id)
    rows = list(session().scalars(query.order_by(HandoverMove.id)))
    for row in rows:
        row.client = handover.client  # its key opens the reasons
    return rows


def handovers_of(client: Client) -> list[Handover]:
    """Those of a client whom the caller may see, newest first."""
    query = select(Handover).where(Handover.client_id == client.id)
    return list(session().scalars(query.order_by(Handover.completed_on.desc())))


def note_handover(actor: Actor, client_pid: str, paper: Paper) -> Handover:
    """Write down a paper about a person of the commune: announced, or arrived."""
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None:
        raise NotFound
    check_paper(paper, client.birth_year)
    _refuse_twice(client, paper.completed_on)
    handover = Handover(
        client=client,
        client_id=client.id,
        commune_code=client.commune_code,
        state=State.EXPECTED,
        by_pid=actor.user,
        noted_at=clock.now(),
        **paper._replace(arrived_on=None)._asdict(),
    )
    session().add(handover)
    session().flush()
    keep_move(actor, handover, None, clock.today(), "")
    if paper.arrived_on:
        receive(actor, handover.pid, completed_on=paper.completed_on, arrived_on=paper.arrived_on)
    return handover


def receive(actor: Actor, pid: str, *, completed_on: date, arrived_on: date) -> None:
    """The paper has arrived; from now on the completion counts, without a file as yet."""
    handover = get_handover(actor, pid)
    paper = Paper(handover.kind, completed_on, arrived_on, None, "", "", None)
    check_paper(paper, handover.client.birth_year)
    move(actor, handover, State.RECEIVED, on=arrived_on, noted="arrived_on")
    handover.completed_on, handover.arrived_on = completed_on, arrived_on
    handover.met_on = None
    case_files.note_completion(handover.client, handover.kind, completed_on)
    session().flush()


def meet(actor: Actor, pid: str, *, met_on: date) -> None:
    """The person was met for the first time; that may come after the file was opened."""
    handover = get_handover(actor, pid)
    if handover.met_on is not None:
        raise RuleBroken(_("Đã ghi lần gặp đầu rồi."), field="met_on")
    if met_on < handover.completed_on:
        raise RuleBroken(_("Ngày gặp phải từ ngày hoàn thành trở đi."), field="met_on")
    if handover.state == State.OPENED and met_on <= clock.today():
        keep_move(actor, handover, State.OPENED, met_on, "")
    else:
        move(actor, handover, State.MET, on=met_on, noted="met_on")
    handover.met_on = met_on
    session().flush()


def open_file(
    actor: Actor,
    pid: str,
    *,
    opened_on: date,
    managed_from: date | None = None,
    managed_to: date | None = None,
) -> CaseFile:
    """Open the aftercare file of the completion that the paper tells of."""
    handover = get_handover(actor, pid)
    if handover.arrived_on is None or opened_on < handover.arrived_on:
        raise RuleBroken(_("Ngày mở phải từ ngày giấy đến trở đi."), field="opened_on")
    move(actor, handover, State.OPENED, on=opened_on, noted="opened_on")
    handover.opened_on = opened_on
    if managed_to is None and handover.decided_months:
        managed_to = last_day(handover.kind, handover.completed_on, handover.decided_months)
    return case_files.open_for(
        actor,
        handover.client,
        kind=handover.kind,
        completed_on=handover.completed_on,
        managed_from=managed_from,
        managed_to=managed_to,
    )


def send_on(actor: Actor, pid: str, *, commune_code: str, reason: str) -> None:
    """The person lives elsewhere: the other commune's case officers see it from now on, and the
    actor's no longer. The paper arrives there on a day of its own."""
    handover = get_handover(actor, pid)
    if commune_code == handover.client.commune_code:
        raise RuleBroken(_("Người này đang ở chính xã, phường đó."), field="commune_code")
    case_files.forget_completion(handover.client, handover.completed_on)
    handover.arrived_on = handover.met_on = None
    relocate(actor, handover.client, commune_code, clock.today())
    move(actor, handover, State.SENT_ON, on=clock.today(), reason=reason)


def close(actor: Actor, pid: str, *, reason: str) -> None:
    """The paper was a mistake, or the facility has taken it back: nothing is counted of it."""
    handover = get_handover(actor, pid)
    move(actor, handover, State.CLOSED, on=clock.today(), reason=reason)
    case_files.forget_completion(handover.client, handover.completed_on)


def check_paper(paper: Paper, birth_year: int) -> None:
    """The order of the days, each fault on its own field."""
    today = clock.today()
    if paper.completed_on.year - birth_year < case_files.YOUNGEST:
        message = _("Ngày hoàn thành quá sớm so với năm sinh. Mời xem lại hai ô.")
        raise RuleBroken(message, field="completed_on")
    if paper.completed_on > clock.years_after(today, 1):
        raise RuleBroken(_("Ngày hoàn thành còn xa quá. Mời xem lại."), field="completed_on")
    if paper.paper_on and paper.paper_on > today:
        raise RuleBroken(_("Ngày của giấy không được sau hôm nay."), field="paper_on")
    if paper.arrived_on:
        _check_arrival(paper.completed_on, paper.arrived_on)


def _check_arrival(completed_on: date, arrived_on: date) -> None:
    if arrived_on > clock.today():
        raise RuleBroken(_("Ngày giấy đến không được sau hôm nay."), field="arrived_on")
    if arrived_on < completed_on:
        message = _("Giấy đến trước ngày hoàn thành: mời bỏ trống ngày giấy đến, ghi là sắp về.")
        raise RuleBroken(message, field="arrived_on")


def _refuse_twice(client: Client, completed_on: date) -> None:
    known = [row for row in handovers_of(client) if row.completed_on == completed_on]
    if known or case_files.is_open(client, completed_on):
        message = _("Lần hoàn thành ngày này đã có trong hồ sơ của người đó.")
        raise RuleBroken(message, field="completed_on")


def late(rows: Iterable[Waiting]) -> int:
    """How many of them have a clock that has run out."""
    today = clock.today()
    return sum(1 for one in rows if one.next and one.next.state(today) == Clock.LATE)
