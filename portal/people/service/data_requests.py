"""A member asks for something about their data: the commune answers, each step by a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import notify
from portal.people.deadlines import BY_LAW, Clock, Deadline, RequestDays
from portal.people.models import Client, DataRequest, RequestRule
from portal.people.models import RequestState as State
from portal.people.service.case_files import running_until
from portal.people.service.clients import own_client
from portal.people.service.erasing import erase
from portal.people.service.province_rules import row_on
from portal.people.service.reach import in_own_commune
from portal.workdays import working_days_after

MOVES: Mapping[State, frozenset[State]] = {
    State.ASKED: frozenset({State.ANSWERED, State.DONE, State.REFUSED}),
    State.ANSWERED: frozenset({State.DONE, State.REFUSED}),
    State.DONE: frozenset(),
    State.REFUSED: frozenset(),
}
WAITING = tuple(state for state, next_ones in MOVES.items() if next_ones)


@dataclass(frozen=True)
class Asked:
    """A request with its two clocks, by the rule of the day on which it was asked."""

    row: DataRequest
    rule: RequestDays

    @property
    def answering(self) -> Deadline:
        """By when the member is to hear anything."""
        due_on = working_days_after(self.row.asked_on, self.rule.answer_days)
        return Deadline(due_on, self.row.answered_on)

    @property
    def finishing(self) -> Deadline:
        """By when it is to be done or refused."""
        days = {"correct": self.rule.correct_days, "delete": self.rule.delete_days}[self.row.kind]
        return Deadline(self.row.asked_on + timedelta(days), self.row.ended_on)

    @property
    def is_late(self) -> bool:
        """Whether one of the two has run out unanswered."""
        today = clock.today()
        return Clock.LATE in (self.answering.state(today), self.finishing.state(today))


def own_requests(actor: Actor) -> list[Asked]:
    """What the member has asked, newest first."""
    client = own_client(actor)
    query = select(DataRequest).where(DataRequest.client_id == client.id)
    rows = list(session().scalars(query.order_by(DataRequest.id.desc())))
    for row in rows:
        row.client = client  # its key opens the words
    return [_with_clocks(row) for row in rows]


def ask(actor: Actor, *, kind: str, words: str) -> DataRequest:
    """A member asks; one of a kind waits at a time."""
    client = own_client(actor)
    if any(one.row.kind == kind and one.row.state in WAITING for one in own_requests(actor)):
        raise RuleBroken(_("Đề nghị này đang chờ trả lời."), field="kind")
    if kind == "correct" and not words:
        raise RuleBroken(_("Mời ghi chỗ cần sửa."), field="words")
    asked = DataRequest(
        client=client,
        client_id=client.id,
        commune_code=client.commune_code,
        kind=kind,
        state=State.ASKED,
        asked_on=clock.today(),
        words=words,
        noted_at=clock.now(),
    )
    session().add(asked)
    session().flush()
    notify(Role.CASE_OFFICER, client.commune_code, "data_request")
    _note(actor, asked, "ask_data_request")
    return asked


def visible_requests(actor: Actor) -> Select[DataRequest]:
    """Those of people who live in the communes whose case officer the actor is."""
    return (
        select(DataRequest)
        .join(Client, Client.id == DataRequest.client_id)
        .options(contains_eager(DataRequest.client))
        .where(in_own_commune(actor), Client.key_wrapped.is_not(None))
    )


def waiting_requests(actor: Actor) -> list[Asked]:
    """What is not finished, the longest first; the caller has recorded the reading."""
    still = visible_requests(actor).where(DataRequest.state.in_(WAITING))
    rows = session().scalars(still.order_by(DataRequest.asked_on, DataRequest.id))
    return [_with_clocks(row) for row in rows]


def get_request(actor: Actor, pid: str) -> Asked:
    """One of the commune; the reading is recorded."""
    row = session().scalar(visible_requests(actor).where(DataRequest.pid == pid))
    if row is None:
        raise NotFound
    audit.opened(actor, f"data_request/{pid}", client=row.client.pid)
    return _with_clocks(row)


def answer(actor: Actor, pid: str, *, to: str, answer: str) -> None:
    """Take it up, do it or refuse it, with words to the member.

    To delete destroys the person's key; while the law asks for their file it is refused.
    """
    row = get_request(actor, pid).row
    if to == State.REFUSED and not answer:
        raise RuleBroken(_("Mời ghi lý do."), field="answer")
    if (to, row.kind) == (State.DONE, "delete"):
        _refuse_while_law_asks(row.client)
    _move(actor, row, State(to))
    row.answer, row.by_pid = answer or row.answer, actor.user
    session().flush()
    if (to, row.kind) == (State.DONE, "delete"):
        erase(actor, row.client)


def days_today(commune: str) -> RequestDays:
    """Within how many days a request of today is to be answered and done there."""
    return _days_on(commune, clock.today())


def late_requests(actor: Actor) -> int:
    """How many of the commune's have run out."""
    return sum(one.is_late for one in waiting_requests(actor))


def _days_on(commune: str, day: date) -> RequestDays:
    row = row_on(RequestRule, commune, day)
    if row is None:
        return BY_LAW
    return RequestDays(row.answer_days, row.correct_days, row.delete_days, row.source)


def _with_clocks(row: DataRequest) -> Asked:
    return Asked(row, _days_on(row.commune_code, row.asked_on))


def _move(actor: Actor, row: DataRequest, to: State) -> None:
    session().refresh(row, ["state"], with_for_update=True)
    if to not in MOVES[State(row.state)]:
        raise RuleBroken(_("Đề nghị này đang ở bước khác. Mời tải lại trang."), field="to")
    row.state = to
    row.answered_on = row.answered_on or clock.today()
    row.ended_on = None if MOVES[to] else clock.today()
    session().flush()
    _note(actor, row, f"data_request_{to}")


def _refuse_while_law_asks(client: Client) -> None:
    if running_until(select(Client.id).where(Client.id == client.id)):
        message = _("Hồ sơ còn trong thời gian theo dõi do luật quy định nên chưa xóa được.")
        raise RuleBroken(message, field="to")


def _note(actor: Actor, row: DataRequest, action: str) -> None:
    audit.record(actor, action, f"data_request/{row.pid}", client=row.client.pid)
    changes.note("data_request", row.pid, place=row.commune_code, day=clock.today())
