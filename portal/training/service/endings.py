"""How it ends for a learner: completed, dropped with a reason, withdrawn; one by one, or all who
are undecided when the class is over. Whoever counts on it inside hears of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue
from portal.training.models import Certificate, DropReason, Learner, Standing, TrainingClass
from portal.training.service.attendance import Counts, counts_of_class
from portal.training.service.classes import get_class
from portal.training.service.roster import SET_BY_HAND, Entry, get_learner, read_roster
from portal.training.service.seats import move

NEEDS_A_START = (Standing.COMPLETED, Standing.DROPPED)


@dataclass(frozen=True)
class Undecided:
    """A learner of whom nobody has said how it ended, and how often they came."""

    entry: Entry
    came: Counts


def mark(
    actor: Actor,
    learner_pid: str,
    *,
    standing: str,
    dropped_why: str = "",
    dropped_words: str = "",
) -> Learner:
    """Mark a learner as completed, dropped or withdrawn; a seat is given by the list alone."""
    learner = get_learner(actor, learner_pid)
    if standing not in SET_BY_HAND:
        raise RuleBroken(_("Chỗ trống tự chuyển cho người chờ lâu nhất."), field="standing")
    if standing in NEEDS_A_START:
        _check_begun(learner)
    if standing == Standing.DROPPED and dropped_why not in set(DropReason):
        raise RuleBroken(_("Mời chọn lý do bỏ học."), field="dropped_why")
    audit.record(actor, f"learner_{standing}", f"learner/{learner_pid}")
    move(learner, Standing(standing))
    if standing == Standing.DROPPED:
        learner.dropped_why, learner.dropped_words = dropped_why, dropped_words
    if standing in NEEDS_A_START:
        queue("class_result", {"learner": learner.pid, "what": standing})
    else:
        queue("seat_lost", {"learner": learner.pid})
    return learner


def undecided(actor: Actor, class_pid: str) -> list[Undecided]:
    """Those of whom nobody has said how it ended; that the roster was read is on record."""
    came = counts_of_class(get_class(actor, class_pid))
    seated = read_roster(actor, class_pid).seated
    open_ones = (entry for entry in seated if entry.standing is Standing.ENROLLED)
    return [Undecided(entry, came.get(entry.pid, Counts())) for entry in open_ones]


def end_class(actor: Actor, class_pid: str, results: Mapping[str, str]) -> int:
    """Mark many at once, by learner: "completed", or why they dropped out; blank is left undecided.
    How many were marked."""
    own = _enrolled(get_class(actor, class_pid))
    chosen = {pid: result for pid, result in results.items() if pid in own and result}
    for pid, result in chosen.items():
        if result == Standing.COMPLETED:
            mark(actor, pid, standing=result)
        else:
            mark(actor, pid, standing=Standing.DROPPED, dropped_why=result)
    return len(chosen)


def can_undo(learner: Learner) -> bool:
    """A wrong completion is undone on its own day, unless a certificate was given for it."""
    today = learner.standing == Standing.COMPLETED and learner.ended_on == clock.today()
    given = select(Certificate.id).where(Certificate.learner_id == learner.id)
    return today and not learner.certified_on and session().scalar(given.limit(1)) is None


def undo_completion(actor: Actor, learner_pid: str, *, reason: str) -> Learner:
    """Back on the roster, for a reason that stays on record."""
    learner = get_learner(actor, learner_pid)
    if not can_undo(learner):
        raise RuleBroken(_("Chỉ sửa được trong ngày, khi chưa cấp chứng chỉ."))
    audit.record(actor, "undo_completion", f"learner/{learner_pid}", reason=reason)
    move(learner, Standing.ENROLLED)
    queue("class_result", {"learner": learner.pid, "what": "undone"})
    return learner


def _enrolled(held: TrainingClass) -> set[str]:
    standing = Learner.standing == Standing.ENROLLED
    return set(session().scalars(select(Learner.pid).where(Learner.class_id == held.id, standing)))


def _check_begun(learner: Learner) -> None:
    held = session().get_one(TrainingClass, learner.class_id)
    if clock.today() < held.starts_on:
        raise RuleBroken(
            _("Lớp chưa khai giảng. Ai không học nữa thì chọn: đã rút."), field="standing"
        )
