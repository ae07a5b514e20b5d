"""The days that a province gives its communes to answer a facility's paper."""

from datetime import date

from portal.people.deadlines import DEFAULT, Rule
from portal.people.models import HandoverRule
from portal.people.service.province_rules import row_on


def rule_on(commune: str, day: date) -> Rule:
    """What holds in a commune on a day: what its province set last, or the default."""
    row = row_on(HandoverRule, commune, day)
    return Rule(row.from_on, row.meet_days, row.file_days, row.source) if row else DEFAULT
