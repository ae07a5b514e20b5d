"""The choices of occupations in forms."""

from wtforms.fields.choices import SelectChoice

from portal.forms import options
from portal.trades.service import grouped_occupations

TRADES = "56789"  # main groups of VSCO that this portal trains and places people for


def occupation_choices(chosen: str | None) -> list[SelectChoice]:
    """Occupations under the names of their groups; the one chosen is never lost."""
    groups = grouped_occupations(TRADES, chosen)
    return [choice for name, pairs in groups.items() for choice in options(pairs, group=name)]
