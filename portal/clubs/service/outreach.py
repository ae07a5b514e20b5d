"""Whom a club approached: known by name to its coordinators, and only until there is an answer.

Nobody keeps a list of people who did not want to be on one: who declines is forgotten at once, who
joins is known as a member, and who gives no answer is forgotten after two months.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from portal import audit, clock, contact
from portal.access import Actor, Role
from portal.clubs.models import MOVES, Club, Outreach, OutreachState
from portal.clubs.service.clubs import get_own_club, refuse_future
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _

ASKED_AGAIN = timedelta(days=14)  # without an answer: time to ask once more
FORGOTTEN = timedelta(days=60)  # without an answer, or agreed and never come: the name goes
WAITING = (OutreachState.APPROACHED, OutreachState.NOT_REACHED)
LIVING = (*WAITING, OutreachState.AGREED)
ANSWERS = (OutreachState.AGREED, OutreachState.NOT_REACHED, OutreachState.DECLINED)


@dataclass(frozen=True)
class Approached:
    """How many were approached in some days, and what became of them by now."""

    approached: int
    agreed: int
    declined: int


def list_outreach(actor: Actor, pid: str) -> tuple[Club, list[Outreach]]:
    """Who is still known by name at the coordinator's own club, the longest waiting first."""
    club = get_own_club(actor, pid)
    audit.record(actor, "read_list", f"outreach/{pid}")
    query = select(Outreach).where(Outreach.club_id == club.id, Outreach.state.in_(LIVING))
    return club, list(session().scalars(query.order_by(Outreach.approached_on, Outreach.id)))


def is_due(row: Outreach) -> bool:
    """Whether it is time to ask this person once more."""
    return row.state in WAITING and row.approached_on <= clock.today() - ASKED_AGAIN


def forgotten_on(row: Outreach) -> date:
    """The day on which the name goes, if nothing happens."""
    since = row.state_on if row.state == OutreachState.AGREED else row.approached_on
    return since + FORGOTTEN


def due_by_club(actor: Actor) -> Mapping[str, int]:
    """How many wait for being asked once more, by the actor's own clubs that have any."""
    query = (
        select(Club.pid, func.count())
        .join(Outreach, Outreach.club_id == Club.id)
        .where(Club.pid.in_(actor.scopes(Role.COORDINATOR)), Outreach.state.in_(WAITING))
        .where(Outreach.approached_on <= clock.today() - ASKED_AGAIN)
    )
    return dict(session().execute(query.group_by(Club.pid)).all())


def approached_in(club: Club, first: date, last: date) -> Approached:
    """By the days on which they were approached; a row made by mistake does not count."""
    real = and_(Outreach.reason != "mistake", Outreach.approached_on.between(first, last))
    agreed = Outreach.state.in_((OutreachState.AGREED, OutreachState.JOINED))
    columns = func.count(), _how_many(agreed), _how_many(Outreach.state == OutreachState.DECLINED)
    row = session().execute(select(*columns).where(Outreach.club_id == club.id, real)).one()
    return Approached(*(int(n) for n in row))


def approach(
    actor: Actor,
    pid: str,
    *,
    name: str,
    phone: str,
    approached_on: date,
    approached_by: str,
    remark: str,
) -> Outreach:
    """Note somebody approached. Whether the phone is known is not looked up: the answer would tell
    about another person."""
    club = get_own_club(actor, pid)
    refuse_future(approached_on, "approached_on")
    if approached_on <= clock.today() - FORGOTTEN:
        message = _("Ngày này đã quá %(n)s ngày, không ghi tên được nữa.", n=FORGOTTEN.days)
        raise RuleBroken(message, field="approached_on")
    row = Outreach(
        club_id=club.id,
        approached_on=approached_on,
        approached_by=approached_by,
        state=OutreachState.APPROACHED,
        state_on=approached_on,
        reason="",
        by_pid=actor.user,
    )
    row.name, row.phone, row.remark = name, contact.phone(phone), remark
    session().add(row)
    session().flush()
    audit.record(actor, "approach", f"outreach/{row.pid}")
    return row


def get_outreach(actor: Actor, pid: str) -> Outreach:
    """Somebody whom a club of the coordinator's approached, while they are known by name; the
    reading is recorded."""
    row = session().scalar(_own(actor).where(Outreach.pid == pid, Outreach.state.in_(LIVING)))
    if row is None:
        raise NotFound
    audit.record(actor, "read", f"outreach/{pid}")
    return row


def own_club_of(actor: Actor, row: Outreach) -> Club:
    """The actor's own club that approached them."""
    return get_own_club(actor, session().scalars(_club_pid(row)).one())


def next_of(row: Outreach) -> list[OutreachState]:
    """What may be noted of them now."""
    return [state for state in ANSWERS if state in MOVES[OutreachState(row.state)]]


def note_answer(actor: Actor, pid: str, *, state: str, reason: str) -> OutreachState:
    """Note what came of it; with a "no" name, phone and remark are gone for good."""
    row = get_outreach(actor, pid)
    move(row, OutreachState(state), reason)
    audit.record(actor, "note_outreach", f"outreach/{pid}", reason=f"{state} {reason}".strip())
    return OutreachState(state)


def as_typed(actor: Actor, pid: str) -> dict[str, Any]:
    """What the join form begins with; a row that is gone, or another's, gives an empty form."""
    row = session().scalar(_own(actor).where(Outreach.pid == pid, Outreach.state.in_(LIVING)))
    if row is None:
        return {}
    audit.record(actor, "read", f"outreach/{pid}")
    club = own_club_of(actor, row)
    return {"name": row.name, "phone": row.phone, "club_pid": club.pid, "outreach": pid}


def has_joined(actor: Actor, club: Club, pid: str) -> None:
    """They are a member of that club now: the list knows them no more."""
    query = _own(actor).where(Outreach.pid == pid, Outreach.state.in_(LIVING))
    row = session().scalar(query.where(Outreach.club_id == club.id))
    if row:
        move(row, OutreachState.JOINED)
        audit.record(actor, "note_outreach", f"outreach/{pid}", reason=OutreachState.JOINED)


def forget_unanswered() -> None:
    """Once a day: who gave no answer for two months, or agreed then and never came."""
    before = clock.today() - FORGOTTEN
    waited = and_(Outreach.state.in_(WAITING), Outreach.approached_on <= before)
    agreed = and_(Outreach.state == OutreachState.AGREED, Outreach.state_on <= before)
    for row in session().scalars(select(Outreach).where(or_(waited, agreed))).all():
        move(row, OutreachState.LAPSED)


def move(row: Outreach, state: OutreachState, reason: str = "") -> None:
    """The one way from state to state; at an end the key is destroyed, and with it who it was."""
    session().refresh(row, with_for_update=True)
    allowed = MOVES.get(OutreachState(row.state), {})
    if state not in allowed:
        raise RuleBroken(_("Người này đã có câu trả lời khác. Mời tải lại trang."), field="state")
    if allowed[state] and reason not in allowed[state]:
        raise RuleBroken(_("Mời chọn lý do hợp với câu trả lời."), field="reason")
    row.state, row.state_on = state, clock.today()
    row.reason = reason if allowed[state] else ""
    if state not in LIVING:
        row.key_wrapped = row.name_sealed = row.phone_sealed = row.remark_sealed = None
    session().flush()


def _own(actor: Actor) -> Select[Outreach]:
    own = Club.pid.in_(actor.scopes(Role.COORDINATOR))
    return select(Outreach).join(Club, Club.id == Outreach.club_id).where(own)


def _club_pid(row: Outreach) -> Select[str]:
    return select(Club.pid).where(Club.id == row.club_id)


def _how_many(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)
