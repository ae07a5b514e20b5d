"""From where to where a handover may go, and the one function that moves it."""

from collections.abc import Mapping
from datetime import date

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.people.models import Handover, HandoverMove
from portal.people.models import HandoverState as State

MOVES: Mapping[State, frozenset[State]] = {
    State.EXPECTED: frozenset({State.RECEIVED, State.SENT_ON, State.CLOSED}),
    State.SENT_ON: frozenset({State.RECEIVED, State.SENT_ON, State.CLOSED}),
    State.RECEIVED: frozenset({State.MET, State.OPENED, State.SENT_ON, State.CLOSED}),
    State.MET: frozenset({State.OPENED, State.SENT_ON, State.CLOSED}),
    State.OPENED: frozenset(),
    State.CLOSED: frozenset(),
}
WAITING = tuple(state for state, next_ones in MOVES.items() if next_ones)


def allowed(handover: Handover) -> frozenset[State]:
    """Where it may go from where it stands."""
    return MOVES[State(handover.state)]


def move(
    actor: Actor, handover: Handover, to: State, *, on: date, reason: str = "", noted: str = ""
) -> None:
    """Move it, where the table allows, with a row of history; `on` is the day that it is said to
    have happened on: not to come, and not before the last move."""
    session().refresh(handover, ["state"], with_for_update=True)
    if to not in allowed(handover):
        raise RuleBroken(_("Hồ sơ này đang ở bước khác. Mời tải lại trang."))
    if on > clock.today():
        raise RuleBroken(_("Ngày này không được sau hôm nay."), field=noted or None)
    came_from, handover.state = handover.state, to
    keep_move(actor, handover, came_from, on, reason)


def keep_move(
    actor: Actor, handover: Handover, came_from: str | None, on: date, reason: str
) -> None:
    """The row of history of where it now stands."""
    session().add(
        HandoverMove(
            client=handover.client,
            handover_id=handover.id,
            client_id=handover.client_id,
            from_state=came_from,
            to_state=handover.state,
            moved_on=on,
            commune_code=handover.commune_code,
            reason=reason,
            by_pid=actor.user,
            noted_at=clock.now(),
        )
    )
    session().flush()
    subject = f"handover/{handover.pid}"
    audit.record(actor, f"handover_{handover.state}", subject, client=handover.client.pid)
    changes.note("handover", handover.pid, place=handover.commune_code, day=on)
