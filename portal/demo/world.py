"""What every part of the demo province is made from: one source of chance, the day, the places.

All that is drawn comes from `rng` in a fixed order, so the same seed gives the same province; only
keys, nonces and what is sealed under them differ.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert

from portal import clock
from portal.accounts.models import User
from portal.clubs.models import Club, Membership
from portal.db import Base, session
from portal.demo.openings import CourseTemplate, JobTemplate
from portal.demo.people import Person, phone
from portal.demo.seats import Peopled, Seat
from portal.jobs.models import Employer, Vacancy
from portal.journeys.models import Step
from portal.people.models import CaseFile, Client
from portal.places.service import Place
from portal.training.models import Course, Provider, TrainingClass

USUAL_CLIENTS = 600
HOME = 2  # the first club after the pilots


@dataclass(frozen=True)
class Firm:
    """An employer and its business."""

    employer: Employer
    business: str


@dataclass(frozen=True)
class Job:
    """A vacancy, whose it is, and what it was made from."""

    firm: Firm
    vacancy: Vacancy
    template: JobTemplate


@dataclass(frozen=True)
class School:
    """A provider and the fields it teaches."""

    provider: Provider
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """A class, whose it is, the course it holds, and what that was made from."""

    school: School
    course: Course
    held: TrainingClass
    template: CourseTemplate


@dataclass(frozen=True)
class Member:
    """A client with where they live, what was invented about them, and their aftercare file."""

    home: str
    client: Client
    person: Person
    case: CaseFile


@dataclass(frozen=True)
class Group:
    """A club with its seat, and who belongs or belonged to it."""

    club: Club
    seat: Seat
    members: list[tuple[Membership, Member]] = field(default_factory=list)


@dataclass
class World:
    """The province as it grows, part by part."""

    rng: Random
    today: date
    size: int
    seats: list[Seat]
    communes: list[Peopled]
    firms: list[Firm] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    schools: list[School] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    clients: list[Member] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    users: dict[str, User] = field(default_factory=dict)
    phones: int = 0

    @property
    def home(self) -> Place:
        """The commune of the demo's own club, where its seven accounts see each other's work."""
        return self.seats[HOME].commune

    @property
    def own_group(self) -> Group:
        """The demo's own club."""
        return self.groups[HOME]

    def apart(self, part: str) -> "World":
        """The same province with a source of chance of its own: parts that draw from it can come
        and go without changing what the others draw."""
        return replace(self, rng=Random(f"{self.clients[0].client.pid}/{part}"))

    def living_in(self, communes: Iterable[str]) -> list[Member]:
        """The people of some communes, but for the demo's own member, for whom others choose."""
        wanted = frozenset(communes)
        return [member for member in self.clients[1:] if member.home in wanted]

    def many(self, usual: int) -> int:
        """So many in a province of this size; never fewer than in the usual one."""
        return max(usual, round(usual * self.size / USUAL_CLIENTS))

    def pid(self) -> str:
        """A public id from the seed."""
        return pid(self.rng)

    def phone(self) -> str:
        """The next phone that nobody has."""
        self.phones += 1
        return phone(self.phones)

    def commune(self) -> Peopled:
        """A commune, the more likely the more people it has."""
        return self.rng.choices(self.communes, [commune.weight for commune in self.communes])[0]

    def day(self, earliest: date, latest: date) -> date:
        """Any day between the two, both included; the earliest where they cross."""
        return earliest + timedelta(days=self.rng.randint(0, max(0, (latest - earliest).days)))

    def ago(self, least: int, most: int) -> date:
        """A day so many days ago."""
        return self.today - timedelta(days=self.rng.randint(least, most))

    def at_work(self, day: date) -> datetime:
        """Some moment of the working hours of a day."""
        return at(day, time(self.rng.randint(8, 16), self.rng.randrange(60)))


def at(day: date, hour: time) -> datetime:
    """The instant of that hour in Viet Nam."""
    return clock.instant(datetime.combine(day, hour))


def pid(rng: Random) -> str:
    """A public id from a source of chance."""
    return urlsafe_b64encode(rng.randbytes(16)).rstrip(b"=").decode()


def keep(rows: Iterable[Any]) -> None:
    """Store rows, so that others can point at them."""
    session().add_all(rows)
    session().flush()


def keep_plain(table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    """Store rows that nobody points at, without making objects of them."""
    if values := list(rows):
        session().execute(insert(table), values)
