"""How many papers each commune answered in time: figures for officers, nobody's name.

Below five papers nothing but that is told: so few would say how it went for one person.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Select, select

from portal import clock
from portal.access import Actor, Role
from portal.crowd import FEWEST
from portal.db import session
from portal.people.deadlines import Clock
from portal.people.models import Client, Handover
from portal.people.models import HandoverState as State
from portal.people.service.handovers import clocks_of
from portal.places import service as places


@dataclass
class InTime:
    """A commune's papers that arrived in a year, and how its two clocks stand."""

    code: str
    name: str
    arrived: int = 0
    meeting: Counter[Clock] = field(default_factory=Counter)
    file: Counter[Clock] = field(default_factory=Counter)

    @property
    def is_told(self) -> bool:
        """Whether there are enough of them."""
        return self.arrived >= FEWEST


def in_time(actor: Actor, year: int) -> list[InTime]:
    """Of the officer's own communes, those to which papers came, in the order of their names."""
    today = clock.today()
    communes = {
        place.code: place.name
        for scope in actor.scopes(Role.OFFICER)
        for place in places.communes_of(scope, today)
    }
    found: dict[str, InTime] = {}
    for row in session().scalars(_arrived(year).where(Handover.commune_code.in_(communes))):
        figures = found.setdefault(
            row.commune_code, InTime(row.commune_code, communes[row.commune_code])
        )
        _count(figures, row, today)
    return [found[code] for code in communes if code in found]


def _count(figures: InTime, row: Handover, today: date) -> None:
    figures.arrived += 1
    if clocks := clocks_of(row):
        figures.meeting[clocks.meeting.state(today)] += 1
        figures.file[clocks.file.state(today)] += 1


def _arrived(year: int) -> Select[Handover]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return (
        select(Handover)
        .join(Client, Client.id == Handover.client_id)
        .where(Handover.arrived_on.between(first, last), Handover.state != State.CLOSED)
    )
