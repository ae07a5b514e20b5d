"""How wide the columns of an annex are, in Word as in PDF."""

from portal.targets.reports.model import Annex
from portal.targets.reports.wording import shown

UPRIGHT, LYING = 74, 112  # letters that go on a line of a page, and of one that lies on its side
UPRIGHT_COLUMNS = 6  # an annex with more of them lies on its side
WIDEST = 30  # letters that a column may ask for; longer words go on the next line
ROOM = 2  # letters' worth of white beside the words


def lies(annex: Annex) -> bool:
    """Whether its page lies on its side."""
    return len(annex.columns) > UPRIGHT_COLUMNS


def shares(annex: Annex) -> list[int]:
    """Each column has what its longest word needs; what is left goes to those with more to say."""
    asked = [_asked(annex, at) for at in range(len(annex.columns))]
    line = LYING if lies(annex) else UPRIGHT
    left = max(line - sum(least for least, _ in asked), 0)
    more = sum(wish - least for least, wish in asked) or 1
    return [least + left * (wish - least) // more for least, wish in asked]


def _asked(annex: Annex, at: int) -> tuple[int, int]:
    """The least a column can do with, and what it would like."""
    column = annex.columns[at]
    cells = [shown(row[at], column.kind) for row in annex.rows]
    words = [word for text in (column.title, *cells) for word in text.split()]
    least = max(map(len, words)) + ROOM
    return least, max(least, min(max(map(len, cells), default=0), WIDEST) + ROOM)
