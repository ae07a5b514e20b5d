"""Members' months in figures for officers: how many sheets were written, and agreed, by commune.

Nothing of what a sheet says is counted, and the counts pass the statistics gate.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select

from portal.access import Actor
from portal.clubs.models import ProgressSheet
from portal.clubs.service import commune_of, visible_clubs
from portal.clubs.service.overview import commune_name
from portal.db import session
from portal.targets.gate import Column, pass_gate
from portal.text import sort_key


@dataclass(frozen=True)
class MonthFigures:
    """The communes with a club, and of each how many sheets there are and how many are agreed."""

    communes: dict[str, str]
    written: Column
    agreed: Column


def month_figures(actor: Actor, month: date) -> MonthFigures:
    """Of the clubs of the officer's place, for one month."""
    clubs = session().scalars(visible_clubs(actor)).all()
    names = {commune_of(club): commune_name(club) for club in clubs}
    communes = dict(sorted(names.items(), key=lambda one: sort_key(one[1])))
    written, agreed = Counter(dict.fromkeys(communes, 0)), Counter(dict.fromkeys(communes, 0))
    rows = session().execute(_counts(month))
    counted = {club_id: (sheets, done) for club_id, sheets, done in rows}
    for club in clubs:
        sheets, done = counted.get(club.id, (0, 0))
        written[commune_of(club)] += sheets
        agreed[commune_of(club)] += done
    return MonthFigures(communes, pass_gate(written), pass_gate(agreed))


def _counts(month: date) -> Select[int, int, int]:
    return (
        select(ProgressSheet.club_id, func.count(), func.count(ProgressSheet.agreed_on))
        .where(ProgressSheet.month == month)
        .group_by(ProgressSheet.club_id)
    )
