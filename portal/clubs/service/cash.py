"""The cash of a club, kept by its coordinators: written once, taken back with a reason, closed by
the month.

At the end of no day may there be less than nothing in it. Whoever writes locks the club's row
first, so that two who write at once see each other's money.
"""

from datetime import date
from itertools import accumulate

from sqlalchemy import func, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.clubs.models import CashClosing, CashEntry, Club, Resource
from portal.clubs.models.cash import COMES_IN
from portal.clubs.service.clubs import get_own_club, refuse_future
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _, day, number


def add_entry(
    actor: Actor,
    pid: str,
    *,
    day: date,
    purpose: str,
    words: str,
    amount: int,
    voucher: str,
    other_party: str,
) -> CashEntry:
    """Write down what came in or went out: on which of the two sides it is, the purpose says."""
    club = get_own_club(actor, pid)
    _lock(club)
    refuse_day(club, day)
    closed = closed_to(club)
    if closed and day <= closed:
        message = _("Sổ đã khóa đến hết tháng %(m)s. Mời ghi vào tháng sau.", m=f"{closed:%m/%Y}")
        raise RuleBroken(message, field="day")
    entry = CashEntry(
        club_id=club.id,
        day=day,
        purpose=purpose,
        words=words,
        amount=amount if purpose in COMES_IN else -amount,
        voucher=voucher,
        other_party=other_party,
    )
    return _write(actor, club, entry)


def get_entry(actor: Actor, pid: str) -> CashEntry:
    """An entry of a club that the actor coordinates."""
    query = select(CashEntry).join(Club, Club.id == CashEntry.club_id)
    own = query.where(CashEntry.pid == pid, Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    entry = session().scalar(own)
    if entry is None:
        raise NotFound
    return entry


def club_of(actor: Actor, entry: CashEntry) -> Club:
    """The actor's own club that the entry is of."""
    pid = session().scalars(select(Club.pid).where(Club.id == entry.club_id)).one()
    return get_own_club(actor, pid)


def reverse_entry(actor: Actor, pid: str, *, reason: str) -> CashEntry:
    """Take an entry back by one of today: so a closed month stays as it was.

    A gift that it wrote down is taken back with it.
    """
    entry = get_entry(actor, pid)
    club = club_of(actor, entry)
    _lock(club)
    if entry.reverses_id:
        raise RuleBroken(_("Dòng này đã là dòng hủy. Mời ghi một dòng mới."))
    if session().scalar(select(CashEntry.id).where(CashEntry.reverses_id == entry.id)):
        raise RuleBroken(_("Dòng này đã được hủy rồi."))
    gift = session().scalar(select(Resource).where(Resource.entry_id == entry.id))
    if gift:
        gift.taken_back_on, gift.reason = clock.today(), reason
    back = CashEntry(
        club_id=club.id,
        day=clock.today(),
        purpose=entry.purpose,
        words=entry.words,
        amount=-entry.amount,
        voucher=entry.voucher,
        other_party=entry.other_party,
        reverses_id=entry.id,
        reason=reason,
    )
    return _write(actor, club, back)


def close_month(
    actor: Actor, pid: str, *, month: date, counted: int, remark: str = ""
) -> CashClosing:
    """Close a month that is over, and all before it, with the cash as counted.

    Where that is not what the book says, words have to say why; the book stays as it is.
    """
    club = get_own_club(actor, pid)
    _lock(club)
    last = clock.month_end(month)
    closed = closed_to(club)
    if last >= clock.today():
        raise RuleBroken(_("Tháng này chưa hết. Mời khóa sổ khi tháng đã hết."))
    if closed and last <= closed:
        raise RuleBroken(_("Tháng này đã khóa sổ rồi."))
    refuse_day(club, last)
    balance = balance_on(club, last)
    if counted != balance and not remark:
        message = _(
            "Sổ ghi %(sum)s đồng. Số đếm được khác thì cần ghi vì sao.", sum=number(balance)
        )
        raise RuleBroken(message, field="remark")
    closing = CashClosing(
        club_id=club.id,
        month=month,
        balance=balance,
        counted=counted,
        remark=remark,
        by_pid=actor.user,
        closed_at=clock.now(),
    )
    session().add(closing)
    session().flush()
    audit.record(actor, "close_cash", f"club/{pid}", reason=f"{month:%Y-%m}")
    return closing


def closed_to(club: Club) -> date | None:
    """The last day of what is closed."""
    query = select(func.max(CashClosing.month)).where(CashClosing.club_id == club.id)
    last = session().scalar(query)
    return clock.month_end(last) if last else None


def balance_on(club: Club, last: date) -> int:
    """What the book has at the end of a day."""
    query = select(func.sum(CashEntry.amount))
    return int(
        session().scalar(query.where(CashEntry.club_id == club.id, CashEntry.day <= last)) or 0
    )


def refuse_day(club: Club, on: date, field: str = "day") -> None:
    """Nothing happens before the club was founded, nor after today."""
    refuse_future(on, field)
    if club.founded_on is None or on < club.founded_on:
        raise RuleBroken(_("Ngày này câu lạc bộ chưa thành lập."), field=field)


def _write(actor: Actor, club: Club, entry: CashEntry) -> CashEntry:
    _refuse_debt(club, entry)
    entry.by_pid, entry.written_at = actor.user or "", clock.now()
    session().add(entry)
    session().flush()
    act = "reverse_cash_entry" if entry.reverses_id else "add_cash_entry"
    audit.record(actor, act, f"club/{club.pid}", reason=entry.reason)
    return entry


def _refuse_debt(club: Club, entry: CashEntry) -> None:
    """Money that is not there cannot go out, neither that day nor so that a later day lacks it."""
    after = (
        select(CashEntry.day, func.sum(CashEntry.amount))
        .where(CashEntry.club_id == club.id, CashEntry.day > entry.day)
        .group_by(CashEntry.day)
        .order_by(CashEntry.day)
    )
    rows = session().execute(after).all()
    days = [entry.day, *(row[0] for row in rows)]
    sums = accumulate([balance_on(club, entry.day), *(int(row[1]) for row in rows)])
    held, short_on = min(zip(sums, days, strict=True))
    if entry.amount < 0 and held + entry.amount < 0:
        message = _(
            "Quỹ không đủ: ngày %(day)s chỉ còn %(sum)s đồng. Mời xem lại số tiền, hoặc ghi khoản"
            " thu còn thiếu trước.",
            day=day(short_on),
            sum=number(held),
        )
        raise RuleBroken(message, field="amount")


def _lock(club: Club) -> None:
    """Until the transaction ends nobody else writes in this club's book."""
    row = select(Club.id).where(Club.id == club.id)
    session().execute(row.with_for_update(key_share=True))
