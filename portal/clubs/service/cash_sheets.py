"""The cash of a club as it is read: a year by months, and the entries of a month, with what is left
after each. The officers of its place read the figures, its coordinators the entries too."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from portal import audit, clock
from portal.access import Actor
from portal.accounts.models import User
from portal.clubs.models import CashClosing, CashEntry, Club
from portal.clubs.models.cash import COMES_IN, GOES_OUT
from portal.clubs.service.cash import balance_on
from portal.clubs.service.clubs import get_club, get_own_club
from portal.db import session
from portal.errors import NotFound


@dataclass(frozen=True)
class CashMonth:
    """A month of the book: what was left of the one before, what came and went, what is left."""

    first: date
    opening: int
    came_in: int = 0
    went_out: int = 0
    closing: CashClosing | None = None

    @property
    def left(self) -> int:
        """What the book has at its end."""
        return self.opening + self.came_in - self.went_out

    @property
    def over(self) -> bool:
        """Whether it can be closed."""
        return clock.month_end(self.first) < clock.today()


@dataclass(frozen=True)
class CashLine:
    """An entry, what is left after it, who wrote it, and the day on which it was taken back."""

    entry: CashEntry
    left: int
    by: str
    taken_back_on: date | None

    @property
    def came_in(self) -> int | None:
        """On the side of what came in; less than nothing where it was taken back."""
        return self.entry.amount if self.entry.purpose in COMES_IN else None

    @property
    def went_out(self) -> int | None:
        """On the other side."""
        return -self.entry.amount if self.came_in is None else None


def cash_of(actor: Actor, pid: str, year: int) -> tuple[Club, list[CashMonth], CashMonth]:
    """The months of a year of a club in the actor's scope, up to this one, and the whole year."""
    club = get_club(actor, pid)
    months = list(_months(club, year))
    came = sum(month.came_in for month in months)
    went = sum(month.went_out for month in months)
    first = date(year, 1, 1)
    return club, months, CashMonth(first, balance_on(club, first - timedelta(1)), came, went)


def month_of(actor: Actor, pid: str, first: date) -> tuple[Club, CashMonth, list[CashLine]]:
    """A month of the coordinator's own club, with its entries."""
    club, months, _year = cash_of(actor, pid, first.year)
    for month in months:
        if month.first == first:
            return club, month, lines_of(actor, pid, first, clock.month_end(first))
    raise NotFound


def lines_of(actor: Actor, pid: str, first: date, last: date) -> list[CashLine]:
    """The entries of some days of the coordinator's own club, with names of givers and takers."""
    club = get_own_club(actor, pid)
    audit.record(actor, "read_cash", f"club/{pid}", reason=f"{first:%Y-%m}")
    back = aliased(CashEntry)
    rows = session().execute(
        select(CashEntry, User.name, back.day)
        .outerjoin(User, User.pid == CashEntry.by_pid)
        .outerjoin(back, back.reverses_id == CashEntry.id)
        .where(CashEntry.club_id == club.id, CashEntry.day.between(first, last))
        .order_by(CashEntry.day, CashEntry.purpose.in_(GOES_OUT), CashEntry.id)
    )
    left, lines = balance_on(club, first - timedelta(1)), []
    for entry, by, taken_back_on in rows:
        left += entry.amount
        lines.append(CashLine(entry, left, by or "", taken_back_on))
    return lines


def _months(club: Club, year: int) -> Iterator[CashMonth]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    of_year = CashClosing.club_id == club.id, CashClosing.month.between(first, last)
    closed = {row.month: row for row in session().scalars(select(CashClosing).where(*of_year))}
    sums = _sums(club, first, last)
    left = balance_on(club, first - timedelta(1))
    for month in (date(year, n, 1) for n in range(1, 13)):
        if month > clock.today():
            return
        came, went = sums[month.month, True], -sums[month.month, False]
        row = CashMonth(month, left, came, went, closed.get(month))
        left = row.left
        yield row


def _sums(club: Club, first: date, last: date) -> Counter[tuple[int, bool]]:
    """By month, and whether it is on the side of what came in."""
    rows = session().execute(
        select(CashEntry.day, CashEntry.purpose, func.sum(CashEntry.amount))
        .where(CashEntry.club_id == club.id, CashEntry.day.between(first, last))
        .group_by(CashEntry.day, CashEntry.purpose)
    )
    sums: Counter[tuple[int, bool]] = Counter()
    for on, purpose, amount in rows:
        sums[on.month, purpose in COMES_IN] += int(amount)
    return sums
