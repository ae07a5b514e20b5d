"""The summary: figures by measure, place and period, kept in the transaction of what they count.

`measures` says what is counted, `reading` reads it from the records, `cells` reckons what it adds
to, `keep` keeps it true, `ask` answers.
"""

from portal.targets.summary.ask import Figure, all_between, between, figures, places_with
from portal.targets.summary.cells import COUNTRY, Adds, Counted
from portal.targets.summary.keep import fill, follow, mend, rebuild, turn_of_day
from portal.targets.summary.measures import MEASURES, Measure

__all__ = [
    "COUNTRY",
    "MEASURES",
    "Adds",
    "Counted",
    "Figure",
    "Measure",
    "all_between",
    "between",
    "figures",
    "fill",
    "follow",
    "mend",
    "places_with",
    "rebuild",
    "turn_of_day",
]
