"""What may be asked: by any days from the parts, by written periods from the cells."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, case, distinct, func, select
from sqlalchemy.orm import InstrumentedAttribute

from portal import clock
from portal.db import session
from portal.targets.models import SummaryCell, SummaryPart
from portal.targets.periods import parse_period
from portal.targets.summary.cells import Adds, Counted, periods_of
from portal.targets.summary.measures import MEASURES


class Figure(NamedTuple):
    """What a figure is found by."""

    measure: str
    place_code: str
    period: str


def between(measure: str, communes: Collection[str], first: date, last: date) -> Counted:
    """The figure of these communes (codes of today's map) from one day to another, both included.

    Distinct subjects count once; a balance is that of the last day.
    """
    return all_between([measure], communes, first, last)[measure]


def all_between(
    measures: Collection[str], communes: Collection[str], first: date, last: date
) -> dict[str, Counted]:
    """The same of several measures: one query for each way of adding up."""
    found = dict.fromkeys(measures, Counted())
    for adds in Adds:
        keys = [key for key in measures if MEASURES[key].adds is adds]
        if not keys:
            continue
        since = () if adds is Adds.LAST else (SummaryPart.day >= first,)
        rows = session().execute(
            select(
                SummaryPart.measure,
                _over(adds, SummaryPart.numerator),
                _over(adds, SummaryPart.denominator),
            )
            .where(SummaryPart.measure.in_(keys))
            .where(SummaryPart.commune_code.in_(communes), SummaryPart.day <= last, *since)
            .group_by(SummaryPart.measure)
        )
        found |= {measure: Counted(int(one or 0), int(whole or 0)) for measure, one, whole in rows}
    return found


def figures(
    measures: Collection[str], level: str, places: Collection[str], periods: Collection[str]
) -> Mapping[Figure, Counted]:
    """The figures of places of a level in periods written as 2026, 2026-H1, 2026-Q3 or 2026-07.

    What nobody gave to is not there. A balance is that of the period's last day, in a period that
    has not ended that of the end of this month.
    """
    balances = {key for key in measures if MEASURES[key].adds is Adds.LAST}
    found = {
        Figure(measure, place, period): Counted(numerator, denominator)
        for measure, place, period, numerator, denominator in session().execute(
            _cells(set(measures) - balances, level, places).where(SummaryCell.period.in_(periods))
        )
    }
    return found | (_balances(balances, level, places, periods) if balances else {})


def places_with(measure: str, level: str) -> list[str]:
    """The places of a level to which anything was ever given."""
    known = (SummaryCell.measure == measure, SummaryCell.level == level)
    return list(session().scalars(select(SummaryCell.place_code).where(*known).distinct()))


def _over(adds: Adds, column: InstrumentedAttribute[int]) -> ColumnElement[int]:
    if adds is Adds.DISTINCT:
        return func.count(distinct(case((column > 0, SummaryPart.subject))))
    return func.sum(column)


def _cells(
    measures: Collection[str], level: str, places: Collection[str]
) -> Select[str, str, str, int, int]:
    return select(
        SummaryCell.measure,
        SummaryCell.place_code,
        SummaryCell.period,
        SummaryCell.numerator,
        SummaryCell.denominator,
    ).where(
        SummaryCell.measure.in_(measures),
        SummaryCell.level == level,
        SummaryCell.place_code.in_(places),
    )


def _balances(
    measures: Collection[str], level: str, places: Collection[str], periods: Collection[str]
) -> dict[Figure, Counted]:
    """Of each place, the sum of all net changes up to the end of the period."""
    asked = {period: _last_month(period) for period in periods}
    months = {f"{last[:4]}-{number:02}" for last in asked.values() for number in range(1, 13)}
    whole_years = func.length(SummaryCell.period) == 4
    totals: defaultdict[Figure, int] = defaultdict(int)
    for measure, place, when, change, _none in session().execute(
        _cells(measures, level, places).where(whole_years | SummaryCell.period.in_(months))
    ):
        for period, last in asked.items():
            if when < last[:4] if len(when) == 4 else last[:4] <= when <= last:
                totals[Figure(measure, place, period)] += change
    return {figure: Counted(total) for figure, total in totals.items()}


def _last_month(period: str) -> str:
    """The last month of a period, but none after this month."""
    return periods_of(min(parse_period(period).last, clock.today()))[-1]
