"""Supports: asked for, papers ticked, sent, decided, given; one that is done meets its need."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.journeys.loan_rules import checklist, loan_rule, needed
from portal.journeys.models import (
    MEETS,
    SUPPORT_MOVES,
    Need,
    Support,
    SupportPaper,
    SupportState,
)
from portal.journeys.service.caseload import (
    check_day,
    check_move,
    client_of,
    in_caseload,
    open_row,
    put,
    row_of,
    rows_of,
)
from portal.journeys.service.needs import meet_need
from portal.people.models import Client

DECIDED = (SupportState.GRANTED, SupportState.REFUSED)


@dataclass(frozen=True)
class SupportFile:
    """A support with its checklist: each line with its words and the day it was there."""

    row: Support
    lines: list[tuple[str, Any, date | None]]

    @property
    def moves(self) -> tuple[SupportState, ...]:
        """What may be said to have happened next; that papers are complete the checklist says."""
        moves = SUPPORT_MOVES[SupportState(self.row.state)]
        return tuple(move for move in moves if move != SupportState.COMPLETE)


def ask_support(
    actor: Actor,
    client_pid: str,
    *,
    kind: str,
    asked_on: date,
    body: str,
    amount: int | None = None,
    years: int | None = None,
    words: str = "",
) -> Support:
    """Write down what was asked for, of whom; the open need that it is for is found by its kind."""
    client = client_of(actor, client_pid)
    check_day(asked_on, "asked_on")
    if kind == "loan":
        _check_loan(asked_on, amount, years)
    asked = Support(
        client=client,
        need_id=_open_need(client, kind),
        kind=kind,
        asked_on=asked_on,
        state_on=asked_on,
        amount=amount or None,
        years=years,
        body=body,
        words=words,
        by_pid=actor.user,
    )
    put(actor, "ask_support", asked, n=1)
    return asked


def get_support(actor: Actor, pid: str) -> SupportFile:
    """One of the actor's commune; the reading is recorded."""
    return _with_lines(open_row(actor, Support, pid))


def tick_papers(actor: Actor, pid: str, *, there: Collection[str]) -> Support:
    """Tick what is there today; a line that is not ticked any more was ticked by mistake.

    With the last line the papers are complete; a line taken off opens them again.
    """
    row: Support = row_of(actor, Support, pid)
    if row.state not in (SupportState.ASKED, SupportState.COMPLETE):
        raise RuleBroken(_("Hồ sơ đã gửi nên không sửa giấy tờ được nữa."), field="there")
    lines = checklist(row.kind, row.asked_on)
    known = {paper.line: paper for paper in _papers(row)}
    for line in lines:
        if line in there and line not in known:
            session().add(SupportPaper(support_id=row.id, line=line, seen_on=clock.today()))
        elif line not in there and line in known:
            session().delete(known[line])
    complete = needed(row.kind, row.asked_on) <= set(there)
    row.state = SupportState.COMPLETE if complete else SupportState.ASKED
    row.state_on, row.by_pid = clock.today(), actor.user
    put(actor, "tick_papers", row)
    return row


def move_support(
    actor: Actor,
    pid: str,
    *,
    to: str,
    on: date,
    amount: int | None = None,
    paper: str = "",
    words: str = "",
) -> Support:
    """Take a support one step further; what was granted has its paper, a no has its words."""
    row: Support = row_of(actor, Support, pid)
    check_move(SUPPORT_MOVES, SupportState(row.state), to)
    if to == SupportState.COMPLETE:
        raise RuleBroken(_("Giấy tờ đủ khi đã đánh dấu hết danh sách."), field="to")
    check_day(on, "on", since=row.state_on)
    if to in (SupportState.REFUSED, SupportState.DROPPED) and not words:
        raise RuleBroken(_("Mời ghi lý do."), field="words")
    if to in DECIDED:
        _decide(row, to, on, amount, paper)
    row.state, row.state_on, row.by_pid = SupportState(to), on, actor.user
    row.words = words or row.words
    put(actor, "move_support", row)
    if to == SupportState.DONE:
        _meet(actor, row, on)
    return row


def supports_of(client: Client) -> list[Support]:
    """A person's, newest first, for those who may see them."""
    return rows_of(Support, client, Support.asked_on.desc(), Support.id.desc())


def papers_missing(actor: Actor) -> list[Support]:
    """Of the actor's commune, those that still wait for papers, the longest first."""
    waiting = in_caseload(actor, Support).where(Support.state == SupportState.ASKED)
    return list(session().scalars(waiting.order_by(Support.asked_on, Support.id)))


def _check_loan(asked_on: date, amount: int | None, years: int | None) -> None:
    rule = loan_rule(asked_on)
    if rule is None:
        raise RuleBroken(_("Ngày đó chưa có quyết định cho vay."), field="asked_on")
    if not amount or not 0 < amount <= rule.most:
        raise RuleBroken(
            _("Mời ghi số tiền đến %(most)s triệu đồng.", most=rule.most // 1_000_000),
            field="amount",
        )
    if not years or not 1 <= years <= rule.most_years:
        raise RuleBroken(_("Mời ghi số năm, đến %(n)s năm.", n=rule.most_years), field="years")


def _decide(row: Support, to: str, on: date, amount: int | None, paper: str) -> None:
    row.decided_on, row.paper = on, paper
    if to == SupportState.GRANTED:
        if not paper:
            raise RuleBroken(_("Mời ghi số quyết định hay giấy báo."), field="paper")
        row.amount = amount or row.amount
        if row.kind == "loan":
            _check_loan(row.asked_on, row.amount, row.years)


def _open_need(client: Client, kind: str) -> int | None:
    """The oldest need of the kind that nobody has met."""
    query = select(Need.id).where(Need.client_id == client.id, Need.met_on.is_(None))
    query = query.where(Need.kind == MEETS.get(kind, ""))
    return session().scalars(query.order_by(Need.recorded_on, Need.id).limit(1)).first()


def _meet(actor: Actor, row: Support, on: date) -> None:
    need = session().get(Need, row.need_id) if row.need_id else None
    if need and need.met_on is None:
        meet_need(actor, need.pid, met_on=max(on, need.recorded_on), how=row.body)


def _papers(row: Support) -> list[SupportPaper]:
    return list(session().scalars(select(SupportPaper).where(SupportPaper.support_id == row.id)))


def _with_lines(row: Support) -> SupportFile:
    seen = {paper.line: paper.seen_on for paper in _papers(row)}
    words = checklist(row.kind, row.asked_on)
    return SupportFile(row, [(line, words[line], seen.get(line)) for line in words])
