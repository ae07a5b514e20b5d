"""What the officer's start page shows: where the plan stands, and the biggest gaps."""

from typing import Any

from portal.access import Actor
from portal.targets.indicators import INDICATORS
from portal.targets.judge import State
from portal.targets.records import Records
from portal.targets.service import own_gaps, plan_board
from portal.targets.wording import STATES

MOST_GAPS = 10


def officer_start(actor: Actor) -> dict[str, Any]:
    """The own plan's targets that are due, each on the map it was promised on, and ten gaps."""
    records = Records()
    board = plan_board(actor, records=records)
    due = [
        row
        for row in board.rows
        if row.map == row.target.map and row.verdict.state != State.NOT_DUE
    ]
    return {
        "plan": board.plan,
        "rows": due,
        "gaps": own_gaps(actor, records)[:MOST_GAPS],
        "indicators": INDICATORS,
        "states": STATES,
    }
