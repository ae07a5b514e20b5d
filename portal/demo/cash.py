"""A year of the cash of two clubs of the demo, what was raised for them, and who was approached."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from portal import clock
from portal.access import Role
from portal.clubs.models import CashClosing, CashEntry, Outreach, OutreachState, Resource
from portal.clubs.models.cash import COMES_IN
from portal.demo.people import full_name
from portal.demo.words import read
from portal.demo.world import HOME, Group, World, keep

CLUBS = 2
MONTHS = 12
QUARTER = (1, 4, 7, 10)
THOUSAND = 1000
# in thousands of VND, and how often a month has one
SPENT = {
    "meeting": ((250, 600), 1.0),
    "visit": ((200, 500), 0.5),
    "help": ((150, 400), 0.3),
    "supplies": ((40, 120), 0.25),
}
SHORT = 20 * THOUSAND
# what became of whom, and how many days ago they were approached
APPROACHED = (
    (OutreachState.APPROACHED, 3),
    (OutreachState.APPROACHED, 19),
    (OutreachState.NOT_REACHED, 25),
    (OutreachState.AGREED, 8),
    (OutreachState.DECLINED, 30),
    (OutreachState.DECLINED, 74),
    (OutreachState.JOINED, 95),
    (OutreachState.JOINED, 160),
    (OutreachState.LAPSED, 130),
)
REASONS = {OutreachState.DECLINED: "hours", OutreachState.NOT_REACHED: "no_answer"}


def add_cash(world: World) -> None:
    """The demo's own club and the next one."""
    own = world.apart("cash")
    for group in own.groups[HOME : HOME + CLUBS]:
        _Book(own, group).fill()


def add_outreach(world: World) -> None:
    """The same two."""
    own = world.apart("outreach")
    for group in own.groups[HOME : HOME + CLUBS]:
        keep(list(_approached(own, group)))


class _Book:
    """A book as it is written, month by month: it never spends what is not there."""

    def __init__(self, world: World, group: Group) -> None:
        self.world, self.group, self.rng = world, group, world.rng
        self.words, self.left, self.serial = read("cash"), 0, 0
        self.by = _keeper(world, group)

    def fill(self) -> None:
        """Every month but this one is closed; a month lacked some change, an entry was wrong."""
        this_month = self.world.today.replace(day=1)
        founded = self.group.seat.founded_on
        months = [clock.months_before(this_month, back) for back in range(MONTHS, -1, -1)]
        lived = [month for month in months if month > founded]
        for n, month in enumerate(lived):
            self._month(month, first=n == 0)
            if month != this_month:
                self._close(month, SHORT if n == 3 else 0)
        self._mistake()

    def _month(self, month: date, *, first: bool) -> None:
        last = min(clock.month_end(month), self.world.today)
        if first or month.month in QUARTER:
            self._entry(month, "budget", 3000 * THOUSAND)
        if self.rng.random() < 1 / 3:
            self._resource(month, last)
        if self.rng.random() < 1 / 2:
            self._entry(month, "dues", self.rng.randrange(100, 300, 10) * THOUSAND)
        for purpose, (between, often) in SPENT.items():
            amount = self.rng.randrange(*between, 10) * THOUSAND
            if self.rng.random() < often and self.left >= amount:
                self._entry(self.world.day(month, last), purpose, -amount)

    def _entry(
        self, day: date, purpose: str, amount: int, words: str = "", **more: Any
    ) -> CashEntry:
        self.serial += 1
        self.left += amount
        entry = CashEntry(
            pid=self.world.pid(),
            club_id=self.group.club.id,
            day=day,
            purpose=purpose,
            words=words or self.rng.choice(self.words[purpose]),
            amount=amount,
            voucher=f"{'PT' if purpose in COMES_IN else 'PC'} {self.serial:02}",
            other_party="",
            by_pid=self.by,
            written_at=self.world.at_work(day),
            **more,
        )
        keep([entry])
        return entry

    def _resource(self, month: date, last: date) -> None:
        kind = self.rng.choice(("money", "money", "goods", "work"))
        words = self.rng.choice(self.words["gifts" if kind == "money" else kind])
        value = self.rng.randrange(300, 3000, 100) * THOUSAND
        giver = self.rng.choice(self.words["givers"])
        entry = self._entry(month, "donation", value, words) if kind == "money" else None
        if entry:
            entry.other_party = giver
        day = entry.day if entry else self.world.day(month, last)
        made = Resource(
            pid=self.world.pid(),
            club_id=self.group.club.id,
            day=day,
            kind=kind,
            words=words,
            value=value,
            giver=giver,
            campaign=self.rng.choice(self.words["campaigns"]),
            entry_id=entry.id if entry else None,
            by_pid=self.by,
            written_at=self.world.at_work(day),
        )
        keep([made])

    def _close(self, month: date, lacking: int) -> None:
        lacking = min(lacking, self.left)
        closing = CashClosing(
            club_id=self.group.club.id,
            month=month,
            balance=self.left,
            counted=self.left - lacking,
            remark=self.words["short"][0] if lacking else "",
            by_pid=self.by,
            closed_at=self.world.at_work(clock.month_end(month) + timedelta(days=1)),
        )
        keep([closing])

    def _mistake(self) -> None:
        """An entry of today that was written twice, and taken back."""
        today = self.world.today
        amount = min(100 * THOUSAND, self.left)
        if not amount:
            return
        wrong = self._entry(today, "meeting", -amount)
        again = {"reverses_id": wrong.id, "reason": self.words["mistakes"][0]}
        self._entry(today, "meeting", amount, wrong.words, **again)


def _keeper(world: World, group: Group) -> str:
    """The club's coordinator, who writes everything down."""
    return world.users[f"{Role.COORDINATOR}/{group.club.pid}"].pid


def _approached(world: World, group: Group) -> Iterator[Outreach]:
    words, rng = read("cash"), world.rng
    for state, days in APPROACHED:
        on = world.today - timedelta(days=days)
        name, phone = (
            full_name(rng, rng.choice(("male", "female"))),
            f"0912 345 {rng.randint(100, 999)}",
        )
        row = Outreach(
            pid=world.pid(),
            club_id=group.club.id,
            approached_on=on,
            approached_by=rng.choice(words["who"]),
            state=state,
            state_on=min(on + timedelta(days=3), world.today),
            reason=REASONS.get(state, ""),
            by_pid=_keeper(world, group),
        )
        remark = rng.choice(words["remarks"])
        if state in (OutreachState.DECLINED, OutreachState.JOINED, OutreachState.LAPSED):
            row.key_wrapped = None
        else:
            row.name, row.phone, row.remark = name, phone, remark
        yield row
