"""How each club stands to the rule of stable and effective clubs, and what it still lacks."""

from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.access import Actor
from portal.clubs.models import Club
from portal.clubs.service import commune_name, get_club, visible_clubs
from portal.db import session
from portal.targets.indicators.stable import Part, judged_from, rule_for, stable_parts
from portal.targets.records import ClubRow, Records
from portal.targets.rules import Rule
from portal.text import sort_key


@dataclass(frozen=True)
class Standing:
    """A club on a day by the rule in force; `row` is None where it does not count: planned,
    paused or dissolved. `judged_from`: founded later, it is too young to be judged."""

    club: Club
    commune: str
    row: ClubRow | None
    rule: Rule
    judged_from: date
    parts: list[Part]

    @property
    def is_young(self) -> bool:
        """Whether it is not judged yet."""
        return self.row is not None and self.row.founded_on > self.judged_from

    @property
    def lacking(self) -> list[Part]:
        """The parts that fail."""
        return [part for part in self.parts if not part.ok]


def own_standings(actor: Actor) -> list[Standing]:
    """The clubs of the officer's places that count today; those that lack most first."""
    records = Records()
    clubs = session().scalars(visible_clubs(actor))
    found = [standing for club in clubs if (standing := _standing(records, club)).row]
    return sorted(found, key=lambda it: (-len(it.lacking), sort_key(it.commune)))


def club_standing(actor: Actor, pid: str) -> Standing:
    """One club in the actor's scope."""
    return _standing(Records(), get_club(actor, pid))


def _standing(records: Records, club: Club) -> Standing:
    day = clock.today()
    row = next((row for row in records.clubs if row.id == club.id and row.counts_on(day)), None)
    rule = rule_for(records, row, day) if row else Rule()
    parts = stable_parts(records, row, day) if row else []
    return Standing(club, commune_name(club), row, rule, judged_from(rule, day), parts)
