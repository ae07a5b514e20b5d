"""Whether a club is stable and effective: part by part, by the rule in force on the day judged."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from portal import clock
from portal.places import service as places
from portal.targets.periods import month_of
from portal.targets.records import ClubRow, Records
from portal.targets.rolls import Held
from portal.targets.rules import Rule


class Sign(StrEnum):
    """The parts of "stable and effective"."""

    DECISION = "decision"
    CHAIR = "chair"
    MINUTES = "minutes"
    ATTENDANCE = "attendance"
    REPORT = "report"


class Part(NamedTuple):
    """One part: whether it holds, what is there, and what is needed.

    decision: its number; chair: how many; minutes: months; attendance: shares; report: the day it
    was sent, and the last day of its month.
    """

    name: Sign
    ok: bool
    there: str | int | Fraction | date | None
    needed: int | Fraction | date | None


def rule_for(records: Records, club: ClubRow, day: date) -> Rule:
    """The rule of the province that the club lies in on the day."""
    stand = club.stands(day)[-1]
    commune = places.default_successor(stand.commune, day, since=stand.since)
    return records.rule(places.province_of(commune, day) if commune else None, day)


def is_judged(records: Records, club: ClubRow, day: date) -> bool:
    """Whether the club has stood for all the months that the rule looks at."""
    return club.founded_on <= judged_from(rule_for(records, club, day), day)


def is_stable(records: Records, club: ClubRow, day: date) -> bool:
    """Whether every part that the rule asks for holds."""
    return all(part.ok for part in stable_parts(records, club, day))


def stable_parts(records: Records, club: ClubRow, day: date) -> list[Part]:
    """Every part that the rule in force on the day asks for, in the order of the paper."""
    return list(_parts(records, club, day, rule_for(records, club, day)))


def judged_from(rule: Rule, day: date) -> date:
    """The first day of the full calendar months before the month of the day."""
    return clock.months_before(day.replace(day=1), rule.months)


def _parts(records: Records, club: ClubRow, day: date, rule: Rule) -> Iterator[Part]:
    first, last = judged_from(rule, day), day.replace(day=1) - timedelta(days=1)
    held = records.held(first, last).get(club.id, [])
    if rule.needs_decision:
        decision = club.decision.strip()
        yield Part(Sign.DECISION, bool(decision), decision, None)
    if rule.needs_chair:
        chaired = any(chair.covers(day) for chair in records.chairs.get(club.id, ()))
        yield Part(Sign.CHAIR, chaired, int(chaired), 1)
    written = len({month_of(meeting.day) for meeting in held if meeting.has_minutes})
    yield Part(Sign.MINUTES, written == rule.months, written, rule.months)
    attended = _mean(held)
    yield Part(Sign.ATTENDANCE, attended >= rule.least_share, attended, rule.least_share)
    if rule.needs_report:
        sent_on = records.reports.get((club.id, month_of(last).text))
        sent = sent_on is not None and sent_on <= day
        yield Part(Sign.REPORT, sent, sent_on if sent else None, last)


def _mean(held: Iterable[Held]) -> Fraction:
    """The mean of the meetings that have a share; 0 where none has."""
    known = [meeting.attended for meeting in held if meeting.attended is not None]
    return sum(known, Fraction()) / len(known) if known else Fraction()
