"""Indicators of people and of the staff who work with them, where they live or work now."""

from collections.abc import Hashable, Iterable

from portal.targets.indicators.asking import Asked, Tally
from portal.targets.records import NeedRow, Records

COMPLETIONS = ("voluntary", "compulsory")


def aftercare_file_opened(records: Records, asked: Asked) -> Tally:
    """People with a completion in the period; one counts when every such completion has had a
    file opened by the day. Substitution treatment only where the target names it."""
    kinds = asked.kinds or COMPLETIONS
    return _all_of(
        (case.person, case.managed_from is not None and case.managed_from <= asked.day)
        for case in records.cases
        if case.commune_code in asked.area.communes
        and case.kind in kinds
        and asked.first <= case.completed_on <= asked.day
    )


def need_met(records: Records, asked: Asked) -> Tally:
    """People with a need of the period (of the kinds asked; none: all); one counts when every
    such need is met by the day."""
    return _all_of(
        (need.person, need.met_on is not None and need.met_on <= asked.day)
        for need in records.needs
        if need.commune_code in asked.area.communes
        and (not asked.kinds or need.kind in asked.kinds)
        and in_period(need, asked)
    )


def in_period(need: NeedRow, asked: Asked) -> bool:
    """A need of the period: recorded in it, or before it and not met before its first day."""
    open_at_first = need.met_on is None or need.met_on >= asked.first
    return need.recorded_on <= asked.day and (need.recorded_on >= asked.first or open_at_first)


def staff_trained(records: Records, asked: Asked) -> Tally:
    """Staff with a row in the register; one counts when all their courses are completed by the
    day."""
    here = {row.person for row in records.staff if row.place_code in asked.area.units}
    return _all_of(
        (row.person, row.completed_on is not None and row.completed_on <= asked.day)
        for row in records.staff
        if row.person in here
    )


def _all_of(facts: Iterable[tuple[Hashable, bool]]) -> Tally:
    """Those for whom every fact holds, of those who have one."""
    whole, failed = set(), set()
    for who, holds in facts:
        whole.add(who)
        if not holds:
            failed.add(who)
    return Tally(frozenset(whole - failed), frozenset(whole))
