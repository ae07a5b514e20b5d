"""For a case officer: the people of the commune whom a target still misses, by name."""

from dataclasses import dataclass
from typing import NamedTuple

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.people import service as people
from portal.people.models import Client
from portal.targets.areas import area_today
from portal.targets.indicators import INDICATORS
from portal.targets.plans import Plan, Target, all_plans
from portal.targets.records import Records
from portal.targets.rows import rows_of_area
from portal.text import name_key


class Missed(NamedTuple):
    """A person whom a target misses."""

    pid: str
    name: str


@dataclass(frozen=True)
class Missing:
    """A target of people in one commune: who does not count yet, and the figure."""

    plan: Plan
    target: Target
    commune_code: str
    persons: list[Missed]
    done: int
    whole: int


def missing_persons(actor: Actor) -> list[Missing]:
    """For each target of people that runs today and covers a commune of the case officer's: its
    people who do not count yet. The reading of the names is one row of audit a commune."""
    records, names = Records(), _names(actor)
    found = (
        _missing(records, plan, commune, names)
        for commune in actor.scopes(Role.CASE_OFFICER)
        for plan in all_plans()
        if _covers(plan, commune)
    )
    return [missing for listed in found for missing in listed]


def _missing(records: Records, plan: Plan, commune: str, names: dict[int, Missed]) -> list[Missing]:
    today = clock.today()
    found = []
    for row in rows_of_area(records, plan, area_today(commune, today, today), today):
        target, tally = row.target, row.figures.tally if row.figures else None
        is_of_people = INDICATORS[target.indicator].unit == "persons"
        if is_of_people and tally and tally.whole and today <= (target.last or today):
            open_ones = [names[key] for key in names if key in tally.whole - tally.done]
            figures = len(tally.done), len(tally.whole)
            found.append(Missing(plan, target, commune, open_ones, *figures))
    return found


def _covers(plan: Plan, commune: str) -> bool:
    today = clock.today()
    return (
        bool(plan.place) and commune in area_today(plan.place or "", plan.map_day, today).communes
    )


def _names(actor: Actor) -> dict[int, Missed]:
    """The people of the actor's communes, in the order of their names."""
    for commune in actor.scopes(Role.CASE_OFFICER):
        audit.record(actor, "read_list", f"commune/{commune}")
    rows = session().execute(people.own_commune(actor).with_only_columns(*people.NAME, Client.id))
    known = {row.id: Missed(row.pid, people.name_in(row)) for row in rows}
    return dict(sorted(known.items(), key=lambda item: name_key(item[1].name)))
