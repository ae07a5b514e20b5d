"""How wide the columns of an annex are, in Word as in PDF."""

from portal.targets.reports.model import Annex
from portal.targets.reports.wording import shown

WIDEST = 26  # letters that a column may ask for; longer words go on the next line
ROOM = 2
UPRIGHT_COLUMNS = 6  # an annex with more of them lies on its side


def lies(annex: Annex) -> bool:
    """Whether its page lies on its side."""
    return len(annex.columns) > UPRIGHT_COLUMNS


def shares(annex: Annex) -> list[int]:
    """What each column asks for: the longest word of its title, or its longest cell."""
    asked = []
    for at, column in enumerate(annex.columns):
        longest = max((len(shown(row[at], column.kind)) for row in annex.rows), default=0)
        asked.append(ROOM + max(min(longest, WIDEST), *map(len, column.title.split())))
    return asked
