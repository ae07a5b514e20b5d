"""What a page shows of a person's lists: the openings themselves, and why each is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, Select, literal, null, select, type_coerce, union_all

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound
from portal.jobs.models import Employer, Vacancy
from portal.matching import lists
from portal.matching.arrays import Snapshot
from portal.matching.lists import ClientLists, Near
from portal.matching.reasons import NOT_ASKED, Reason, explain
from portal.matching.rows import ClientRow
from portal.matching.service import reading
from portal.matching.service.kept import openings
from portal.people.models import Client
from portal.people.service import consented, get_client
from portal.training.models import Course, Provider, TrainingClass


@dataclass(frozen=True)
class Card:
    """An opening as a list shows it; wages of a vacancy, fee and first day of a class."""

    kind: str
    code: str
    pid: str
    title: str
    at_whom: str
    commune_code: str
    wage_from: int | None
    wage_to: int | None
    fee: int | None
    starts_on: date | None
    closes_on: date
    seats_left: int


@dataclass(frozen=True)
class Suggestion:
    """An opening with its reasons; `missing` names what a near match lacks, `mended_by` the
    class that would mend it."""

    card: Card
    score: int
    reasons: list[Reason]
    missing: str = ""
    mended_by: Card | None = None

    @property
    def asked(self) -> list[Reason]:
        """The criteria that this kind of opening has."""
        return [r for r in self.reasons if r.state and r.fact != NOT_ASKED]

    @property
    def met(self) -> int:
        """How many of them are met beyond doubt."""
        return sum(reason.state == "met" for reason in self.asked)

    @property
    def best(self) -> list[Reason]:
        """The two parts of the score that speak most for it."""
        strong = [r for r in self.reasons if r.points and r.most and 2 * r.points >= r.most]
        return sorted(strong, key=lambda r: -(r.points or 0))[:2]

    @property
    def parts(self) -> list[Reason]:
        """The parts of the score."""
        return [reason for reason in self.reasons if reason.points is not None]

    @property
    def doubtful(self) -> list[Reason]:
        """The criteria that are held but not proven."""
        return [reason for reason in self.reasons if reason.state == "unproven"]

    @property
    def lacking(self) -> list[Reason]:
        """The criteria that are missing."""
        return [reason for reason in self.reasons if reason.state == "missing"]


@dataclass(frozen=True)
class Way:
    """A class, and how many places of work it opens."""

    card: Card
    unlocks: int


@dataclass(frozen=True)
class Offers:
    """All that is suggested to one person today."""

    vacancies: list[Suggestion]
    classes: list[Suggestion]
    near: list[Suggestion]
    pathways: list[Way]

    @property
    def reasons(self) -> list[Reason]:
        """Every reason on the page, for the names that its words need."""
        shown = [*self.vacancies, *self.classes, *self.near]
        return [reason for suggestion in shown for reason in suggestion.reasons]


def own_offers(actor: Actor) -> Offers:
    """What is suggested to the actor."""
    return _own(actor).offers()


def own_best(actor: Actor) -> list[Suggestion]:
    """The best two of work and the best class."""
    found = own_offers(actor)
    return [*found.vacancies[:2], *found.classes[:1]]


def offers_of(actor: Actor, client_pid: str) -> tuple[str, Offers]:
    """The name of a person of the actor's, and what is suggested to them.

    A case officer sees those of their commune, a coordinator those who agreed to it.
    """
    client = get_client(actor, client_pid)
    clubs = [f"club/{pid}" for pid in actor.scopes(Role.COORDINATOR)]
    agreed = any(consented(client_pid, club, "matches") for club in clubs)
    if not agreed and client.commune_code not in actor.scopes(Role.CASE_OFFICER):
        raise NotFound
    return client.name, _Asked.by(client_pid).offers()


def explain_own(actor: Actor, opening_code: str) -> Suggestion:
    """Why one opening fits the actor or not, whether it is listed or not."""
    return _own(actor).why(opening_code, _cards([opening_code]))


@dataclass(frozen=True)
class _Asked:
    """One person beside all openings, on one day."""

    person: ClientRow
    openings: Snapshot
    on: date

    @classmethod
    def by(cls, client_pid: str) -> "_Asked":
        """The person as they are now."""
        on = clock.today()
        for person in reading.clients(on, Client.pid == client_pid):
            return cls(person, openings(on), on)
        raise NotFound

    def offers(self) -> Offers:
        """The lists with their openings and reasons."""
        found = lists.for_client(self.person, self.openings, self.on)
        cards = _cards(_codes(found))
        return Offers(
            [self.why(match.code, cards) for match in found.vacancies],
            [self.why(match.code, cards) for match in found.classes],
            [self.why(near.code, cards, near) for near in found.near],
            [Way(cards[way.code], way.unlocks) for way in found.pathways],
        )

    def why(self, code: str, cards: dict[str, Card], near: Near | None = None) -> Suggestion:
        """One opening with its reasons."""
        known = self.openings
        opening = known.vacancies.by_code.get(code) or known.classes.by_code.get(code)
        if opening is None:
            raise NotFound
        reasons = explain(self.person, opening, self.on)
        missing, mended_by = (near.missing, near.mended_by) if near else ("", None)
        score = sum(reason.points or 0 for reason in reasons)
        mending = cards[mended_by] if mended_by else None
        return Suggestion(cards[code], score, reasons, missing, mending)


def _own(actor: Actor) -> _Asked:
    return _Asked.by(actor.client or "")


def _codes(found: ClientLists) -> set[str]:
    matched = {match.code for match in [*found.vacancies, *found.classes]}
    nearly = {code for near in found.near for code in (near.code, near.mended_by) if code}
    return matched | nearly | {way.code for way in found.pathways}


def _cards(codes: Iterable[str]) -> dict[str, Card]:
    wanted = list(codes)
    either = union_all(
        _VACANCY_CARDS.where(Vacancy.code.in_(wanted)),
        _CLASS_CARDS.where(TrainingClass.code.in_(wanted)),
    )
    return {row.code: Card(**row._mapping) for row in session().execute(either)}


_VACANCY_CARDS: Select[*tuple[Any, ...]] = select(
    literal("vacancy").label("kind"),
    Vacancy.code,
    Vacancy.pid,
    Vacancy.title,
    Employer.name.label("at_whom"),
    Vacancy.commune_code,
    Vacancy.wage_from,
    Vacancy.wage_to,
    type_coerce(null(), Integer).label("fee"),
    type_coerce(null(), Date).label("starts_on"),
    Vacancy.closes_on,
    (Vacancy.seats - Vacancy.taken).label("seats_left"),
).join(Employer, Employer.id == Vacancy.employer_id)
_CLASS_CARDS: Select[*tuple[Any, ...]] = (
    select(
        literal("class").label("kind"),
        TrainingClass.code,
        TrainingClass.pid,
        Course.title,
        Provider.name.label("at_whom"),
        TrainingClass.commune_code,
        null().label("wage_from"),
        null().label("wage_to"),
        Course.fee,
        TrainingClass.starts_on,
        TrainingClass.enrol_by.label("closes_on"),
        (TrainingClass.seats - TrainingClass.taken).label("seats_left"),
    )
    .join(Course, Course.id == TrainingClass.course_id)
    .join(Provider, Provider.id == Course.provider_id)
)
