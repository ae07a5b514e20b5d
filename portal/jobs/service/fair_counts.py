"""How many came to a job fair, by channel: typed once, corrected with a reason, never lost."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import func, select

from portal import audit, clock
from portal.access import Actor
from portal.accounts.models import User
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.jobs.models import CHANNELS, FairCount, FairState, JobFair
from portal.jobs.service.fairs import cancel_fair, get_fair, move_fair, visible_fairs


class Counted(NamedTuple):
    """A channel with every count of a fair, the standing one first, each with who entered it."""

    channel: str
    counts: list[tuple[FairCount, str]]

    @property
    def standing(self) -> FairCount | None:
        """The count that holds."""
        return self.counts[0][0] if self.counts else None


class Total(NamedTuple):
    """What came by a channel: contacts; and persons, each counted once a fair."""

    channel: str
    fairs: int
    contacts: int
    persons: int


def counts_of(fair: JobFair) -> list[Counted]:
    """Every channel with its counts."""
    query = (
        select(FairCount, func.coalesce(User.name, ""))
        .outerjoin(User, User.pid == FairCount.by_pid)
        .where(FairCount.fair_id == fair.id)
        .order_by(FairCount.id.desc())
    )
    rows = [(count, name) for count, name in session().execute(query)]
    return [
        Counted(channel, [row for row in rows if row[0].channel == channel]) for channel in CHANNELS
    ]


def counted_by(fair: JobFair, channel: str) -> Counted:
    """One channel of a fair."""
    for counted in counts_of(fair):
        if counted.channel == channel:
            return counted
    raise NotFound


def values_of(counted: Counted) -> dict[str, int]:
    """What stands, as the form is filled with it."""
    if counted.standing is None:
        return {}
    old = counted.standing
    return {"contacts": old.contacts, "persons": old.persons, "version": len(counted.counts)}


def cancel_uncounted(actor: Actor, pid: str, *, said: str) -> JobFair:
    """A fair at which somebody was counted did take place."""
    fair = cancel_fair(actor, pid, said=said)
    if any(counted.standing for counted in counts_of(fair)):
        raise RuleBroken(_("Phiên đã ghi số người đến thì không hủy được."))
    return fair


def record_attendance(
    actor: Actor,
    pid: str,
    channel: str,
    *,
    version: int | None,
    contacts: int,
    persons: int,
    reason: str,
) -> FairCount:
    """Type how many came; a count that stands is replaced only with a reason. From the day of the
    fair on, and it was held then."""
    fair = get_fair(actor, pid, lock=True)
    before = counted_by(fair, channel)
    _check(fair, contacts, persons)
    if before.standing:
        _replace(before, version, contacts, persons, reason)
    if fair.state == FairState.PLANNED:
        move_fair(fair, FairState.HELD)
    count = FairCount(
        fair_id=fair.id,
        channel=channel,
        contacts=contacts,
        persons=persons,
        entered_at=clock.now(),
        by_pid=actor.user,
        reason=reason if before.standing else "",
    )
    session().add(count)
    session().flush()
    audit.record(actor, "count_fair", f"job_fair/{fair.pid}", reason=count.reason)
    return count


def totals(actor: Actor, year: int) -> list[Total]:
    """Of the officer's fairs of a year, by channel."""
    own = visible_fairs(actor).where(func.extract("year", JobFair.held_on) == year).subquery()
    query = (
        select(
            FairCount.channel,
            func.count(),
            func.sum(FairCount.contacts),
            func.sum(FairCount.persons),
        )
        .join(own, own.c.id == FairCount.fair_id)
        .where(FairCount.replaced_at.is_(None))
        .group_by(FairCount.channel)
    )
    return _in_order(Total(*row) for row in session().execute(query))


def _in_order(found: Iterable[Total]) -> list[Total]:
    return sorted(found, key=lambda total: CHANNELS.index(total.channel))


def _check(fair: JobFair, contacts: int, persons: int) -> None:
    if fair.state == FairState.CANCELLED:
        raise RuleBroken(_("Phiên đã hủy thì không có ai để đếm."))
    if fair.held_on > clock.today():
        raise RuleBroken(_("Phiên chưa diễn ra. Từ ngày đó mới ghi được số người đến."))
    if contacts < 0 or persons < 0:
        raise RuleBroken(
            _("Số này không được âm."), field="contacts" if contacts < 0 else "persons"
        )
    if persons > contacts:
        raise RuleBroken(
            _("Số người không thể nhiều hơn số lượt: mỗi người đến ít nhất một lượt."),
            field="persons",
        )


def _replace(
    before: Counted, version: int | None, contacts: int, persons: int, reason: str
) -> None:
    """The standing count gives way, if it still is the one that was read."""
    old = before.counts[0][0]
    if version != len(before.counts):
        raise Conflict(
            _("Có người vừa sửa trước. Mời so hai bản bên dưới rồi lưu lại nếu vẫn muốn."),
            theirs=values_of(before),
        )
    if not reason:
        raise RuleBroken(_("Mời ghi lý do sửa."), field="reason")
    if (old.contacts, old.persons) == (contacts, persons):
        raise RuleBroken(_("Số mới giống số cũ."), field="contacts")
    old.replaced_at = clock.now()
    session().flush()
