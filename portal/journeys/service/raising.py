"""Needs that a coordinator raises to the commune's case officer, who takes them up or answers.

Silence has a date: what waits for a week is late, and stands first on the case officer's day.
"""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Club
from portal.clubs.service.memberships import MemberFile, get_member, viewer
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.journeys.models import NEEDS, ORIGINS, Need, RaisedNeed
from portal.journeys.service.needs import needs_of, record_need
from portal.messages.service import notify
from portal.people.models import Client
from portal.people.service import consented, own_client, own_commune


@dataclass(frozen=True)
class NeedsOfMember:
    """A member, what they were found to need, and what their club has raised."""

    member: MemberFile
    needs: list[Need]
    raised: list[RaisedNeed]


@dataclass(frozen=True)
class Raised:
    """A need that was raised in the case officer's commune, and by which club."""

    row: RaisedNeed
    club: str


def needs_of_member(actor: Actor, client_pid: str) -> NeedsOfMember:
    """What the coordinator may know of a member's needs, who lets them; the reading is recorded."""
    member = _open_member(actor, client_pid)
    raised = _of(member.client).where(RaisedNeed.club_id == member.club.id)
    return NeedsOfMember(
        member,
        needs_of(actor, member.client),
        list(session().scalars(raised.order_by(RaisedNeed.id.desc()))),
    )


def raise_need(
    actor: Actor, client_pid: str, *, kind: str, origin: str, remark: str = ""
) -> RaisedNeed:
    """Pass on what a member needs; one that waits already is not raised again."""
    member = _open_member(actor, client_pid)
    client = member.client
    if kind not in NEEDS or origin not in ORIGINS:
        raise RuleBroken(_("Mời chọn lại."), field="kind")
    waiting = _of(client).where(RaisedNeed.kind == kind, RaisedNeed.answered_on.is_(None))
    if session().scalar(waiting):
        raise RuleBroken(_("Đề nghị này đang chờ trả lời."), field="kind")
    raised = RaisedNeed(
        client=client,
        club_id=member.club.id,
        kind=kind,
        origin=origin,
        raised_on=clock.today(),
        remark=remark,
        by_pid=actor.user,
    )
    session().add(raised)
    session().flush()
    _note(actor, "raise_need", raised, n=1)
    return raised


def raised_waiting(actor: Actor) -> list[Raised]:
    """What waits for an answer in the actor's commune, the longest first."""
    waiting = _raised(actor).where(RaisedNeed.answered_on.is_(None))
    return _with_clubs(waiting.order_by(RaisedNeed.raised_on, RaisedNeed.id))


def list_raised(actor: Actor) -> list[Raised]:
    """The same as a page of its own: one row of audit a list."""
    for commune in actor.scopes(Role.CASE_OFFICER):
        audit.record(actor, "read_list", f"commune/{commune}")
    return raised_waiting(actor)


def get_raised(actor: Actor, pid: str) -> Raised:
    """One that waits; the reading is recorded."""
    for found in raised_waiting(actor):
        if found.row.pid == pid:
            audit.opened(actor, f"raised_need/{pid}", client=found.row.client.pid)
            return found
    raise NotFound


def take_up(actor: Actor, pid: str, *, answer: str = "") -> Need:
    """It becomes a need, recorded on the day it was raised."""
    raised = get_raised(actor, pid).row
    need = record_need(
        actor,
        raised.client.pid,
        kind=raised.kind,
        recorded_on=raised.raised_on,
        remark=raised.remark,
        told_by="club",
    )
    raised.need_id = need.id
    _answer(actor, raised, answer)
    return need


def turn_back(actor: Actor, pid: str, *, answer: str) -> None:
    """It is answered with words instead."""
    raised = get_raised(actor, pid).row
    if not answer:
        raise RuleBroken(_("Mời viết câu trả lời."), field="answer")
    _answer(actor, raised, answer)


def origins_of(client: Client) -> dict[int, RaisedNeed]:
    """Which of a person's needs, whose file is open, a club has raised: by the need's number."""
    rows = session().scalars(_of(client).where(RaisedNeed.need_id.is_not(None)))
    return {raised.need_id: raised for raised in rows if raised.need_id}


def own_raised(actor: Actor) -> list[RaisedNeed]:
    """What was raised for the member themselves."""
    return list(session().scalars(_of(own_client(actor)).order_by(RaisedNeed.id.desc())))


def _open_member(actor: Actor, client_pid: str) -> MemberFile:
    member = get_member(actor, client_pid)
    if not consented(client_pid, viewer(member.club), "needs"):
        raise NotFound
    return member


def _answer(actor: Actor, raised: RaisedNeed, answer: str) -> None:
    raised.answered_on, raised.answer = clock.today(), answer
    session().flush()
    _note(actor, "answer_raised_need", raised)
    club = session().get_one(Club, raised.club_id)
    notify(Role.COORDINATOR, club.pid, "need_answered")


def _note(actor: Actor, act: str, raised: RaisedNeed, n: int = 0) -> None:
    place, on = raised.client.commune_code, raised.raised_on
    changes.note("raised_need", raised.pid, place=place, day=on, n=n)
    audit.record(actor, act, f"raised_need/{raised.pid}", client=raised.client.pid)


def _raised(actor: Actor) -> Select[RaisedNeed]:
    near = own_commune(actor).with_only_columns(Client.id)
    return _rows().where(RaisedNeed.client_id.in_(near))


def _of(client: Client) -> Select[RaisedNeed]:
    return _rows().where(RaisedNeed.client_id == client.id)


def _rows() -> Select[RaisedNeed]:
    joined = select(RaisedNeed).join(RaisedNeed.client)
    return joined.options(contains_eager(RaisedNeed.client))


def _with_clubs(query: Select[RaisedNeed]) -> list[Raised]:
    rows = session().execute(query.join(Club, Club.id == RaisedNeed.club_id).add_columns(Club.name))
    return [Raised(row, name) for row, name in rows]
