"""Where and when a report is about, with what was recorded there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from portal import clock
from portal.places import service as places
from portal.targets.areas import Area, area_today
from portal.targets.periods import Period
from portal.targets.records import ClubRow, Records
from portal.targets.rolls import Held


@dataclass(frozen=True)
class Ground:
    """A place on the map of the last day of a period."""

    place: str
    period: Period
    records: Records = field(default_factory=Records)

    @cached_property
    def area(self) -> Area:
        """The units of the place on the last day."""
        return area_today(self.place, self.period.last, self.period.last)

    @property
    def until(self) -> date:
        """The last day of which anything can be known."""
        return min(self.period.last, clock.today())

    def name(self, code: str) -> str:
        """What a unit of the place is called on the last day."""
        return places.name_of(code, self.period.last)

    def clubs(self) -> Iterator[tuple[ClubRow, str]]:
        """Those founded by the last day, each with its commune on that map."""
        for club in self.records.clubs:
            if club.founded_on <= self.period.last:
                stands = club.stands(self.period.last)
                seat = self.area.seat_of(stands)
                if self.area.holds(seat):
                    yield club, seat.commune or stands[-1].commune

    def held(self, club: ClubRow) -> list[Held]:
        """The meetings of the period that a club held."""
        return self.records.held(self.period.first, self.until).get(club.id, [])
