"""What the indicators count, read once for one answer: small tables whole, rolls by months."""

from collections import defaultdict
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import Select, select

from portal.clubs.models import (
    BoardMember,
    Club,
    ClubReport,
    ClubState,
    ClubStatus,
    CounsellingPoint,
    Membership,
)
from portal.clubs.service.seats import seats_by_club
from portal.db import session
from portal.journeys.models import Need
from portal.people.aftercare import last_day
from portal.people.models import CaseFile, Client
from portal.targets.areas import Stand
from portal.targets.models import Figure, RolloutRule, StaffTraining
from portal.targets.rolls import Held, Stay, read_held
from portal.targets.rules import Rule, rule_on
from portal.targets.work_records import WorkRecords

CHAIR = "chair"


class ClubRow(NamedTuple):
    """A club as the indicators know it; `commune_code` is the one it was founded in."""

    id: int
    commune_code: str
    founded_on: date
    decision: str
    status: str
    status_on: date | None
    old_district_code: str | None
    history: tuple[tuple[date, str], ...] = ()
    moves: tuple[Stand, ...] = ()

    def stands(self, day: date) -> list[Stand]:
        """Where it has stood by the day, the first place first."""
        founding = Stand(self.commune_code, self.founded_on, self.old_district_code)
        return [founding, *(move for move in self.moves if move.since <= day)]

    def counts_on(self, day: date) -> bool:
        """Operating from its founding; in each state that it was moved to, from that day to the
        next move. Without a history, paused or dissolved it stops counting from that day."""
        stopped = self.status != ClubStatus.OPERATING
        moves = self.history or ((self.status_on or date.min, self.status),) * stopped
        state = next((move for since, move in reversed(moves) if since <= day), None)
        return self.founded_on <= day and state in (None, ClubStatus.OPERATING)


class CaseRow(NamedTuple):
    """One completion, with the commune where the person lives."""

    person: int
    commune_code: str
    kind: str
    completed_on: date
    managed_from: date | None
    managed_to: date | None

    def under_aftercare(self, day: date) -> bool:
        """From the opening of the file to its end; blank, to the eve of the anniversary of the
        completion by the years of its kind."""
        if self.managed_from is None:
            return False
        last = self.managed_to or last_day(self.kind, self.completed_on)
        return self.managed_from <= day <= last


class NeedRow(NamedTuple):
    """A need, with the commune where the person lives."""

    person: int
    commune_code: str
    kind: str
    recorded_on: date
    met_on: date | None


class StaffRow(NamedTuple):
    """A course of a member of staff."""

    person: str
    place_code: str
    completed_on: date | None


class PointRow(NamedTuple):
    """A counselling point; a blank day is an open end."""

    id: int
    commune_code: str
    opened_on: date | None
    closed_on: date | None

    def open_on(self, day: date) -> bool:
        """Both ends included."""
        return (self.opened_on or day) <= day <= (self.closed_on or day)


class Records:
    """Everything that is counted, as the transaction sees it."""

    def __init__(self) -> None:
        self._held: dict[tuple[date, date], dict[int, list[Held]]] = {}

    @cached_property
    def work(self) -> WorkRecords:
        """Classes, jobs and consultations."""
        return WorkRecords()

    @cached_property
    def clubs(self) -> list[ClubRow]:
        """Founded clubs; one that is planned, or without a founding day, never counts."""
        found = session().execute(
            select(
                Club.id,
                Club.commune_code,
                Club.founded_on,
                Club.decision,
                Club.status,
                Club.status_on,
                Club.old_district_code,
            ).where(Club.status != ClubStatus.PLANNED)
        )
        return [
            ClubRow(
                *(key, commune, founded_on, decision, status, status_on, district),
                self._club_states.get(key, ()),
                tuple(
                    Stand(seat.commune_code, seat.from_on) for seat in seats_by_club().get(key, ())
                ),
            )
            for key, commune, founded_on, decision, status, status_on, district in found
            if founded_on
        ]

    @cached_property
    def _club_states(self) -> dict[int, tuple[tuple[date, str], ...]]:
        """What each club was moved to and when, the latest move last."""
        moves: defaultdict[int, list[tuple[date, str]]] = defaultdict(list)
        rows = select(ClubState.club_id, ClubState.from_on, ClubState.status).order_by(ClubState.id)
        for club, since, status in session().execute(rows):
            moves[club].append((since, status))
        return {club: tuple(found) for club, found in moves.items()}

    @cached_property
    def chairs(self) -> dict[int, list[Stay]]:
        """Who chaired each club, from when to when."""
        rows = select(
            BoardMember.club_id, BoardMember.id, BoardMember.from_on, BoardMember.to_on
        ).where(BoardMember.post == CHAIR)
        return _stays(rows)

    @cached_property
    def members(self) -> dict[int, list[Stay]]:
        """Who belonged to each club, from when to when."""
        return _stays(
            select(
                Membership.club_id, Membership.client_id, Membership.joined_on, Membership.left_on
            )
        )

    @cached_property
    def reports(self) -> dict[tuple[int, str], date]:
        """The day on which each club sent its report of a period."""
        rows = select(ClubReport.club_id, ClubReport.period, ClubReport.sent_on)
        sent = session().execute(rows)
        return {(club, period): sent_on for club, period, sent_on in sent if sent_on}

    @cached_property
    def cases(self) -> list[CaseRow]:
        """Every completion."""
        rows = select(
            CaseFile.client_id,
            Client.commune_code,
            CaseFile.kind,
            CaseFile.completed_on,
            CaseFile.managed_from,
            CaseFile.managed_to,
        ).join(Client, Client.id == CaseFile.client_id)
        return [CaseRow(*row) for row in session().execute(rows)]

    @cached_property
    def needs(self) -> list[NeedRow]:
        """Every need."""
        rows = select(
            Need.client_id, Client.commune_code, Need.kind, Need.recorded_on, Need.met_on
        ).join(Client, Client.id == Need.client_id)
        return [NeedRow(*row) for row in session().execute(rows)]

    @cached_property
    def staff(self) -> list[StaffRow]:
        """Every row of the training register."""
        rows = select(
            StaffTraining.person_code, StaffTraining.place_code, StaffTraining.completed_on
        )
        return [StaffRow(*row) for row in session().execute(rows)]

    @cached_property
    def points(self) -> list[PointRow]:
        """Every counselling point."""
        rows = select(
            CounsellingPoint.id,
            CounsellingPoint.commune_code,
            CounsellingPoint.opened_on,
            CounsellingPoint.closed_on,
        )
        return [PointRow(*row) for row in session().execute(rows)]

    @cached_property
    def rules(self) -> dict[str, list[Rule]]:
        """The rules that each province has set."""
        found: defaultdict[str, list[Rule]] = defaultdict(list)
        names = [field.name for field in fields(Rule)]
        for row in session().scalars(select(RolloutRule)):
            found[row.place_code].append(Rule(**{name: getattr(row, name) for name in names}))
        return found

    def rule(self, province: str | None, day: date) -> Rule:
        """The province's rule in force on the day."""
        return rule_on(day, self.rules.get(province or "", ()))

    def figure(self, indicator: str, place: str, period: str) -> tuple[int, int] | None:
        """The numerator and denominator that an officer reported, if one did."""
        row = session().execute(
            select(Figure.numerator, Figure.denominator).where(
                Figure.indicator == indicator,
                Figure.place_code == place,
                Figure.period == period,
                Figure.replaced_at.is_(None),
            )
        )
        found = row.first()
        return (found.numerator, found.denominator) if found else None

    def held(self, first: date, last: date) -> dict[int, list[Held]]:
        """The meetings that each club held from one day to another."""
        if (first, last) not in self._held:
            self._held[first, last] = read_held(self.members, first, last)
        return self._held[first, last]


def _stays(rows: Select[int, int, date, date | None]) -> dict[int, list[Stay]]:
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    for club, who, from_on, to_on in session().execute(rows):
        stays[club].append(Stay(who, from_on, to_on))
    return stays
