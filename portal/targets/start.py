"""What the officer's start page shows: notices, where the plan stands, the biggest gaps."""

from typing import Any

from portal.access import Actor
from portal.messages.service import news
from portal.messages.templates import words
from portal.targets.indicators import INDICATORS
from portal.targets.judge import State
from portal.targets.period_names import period_name
from portal.targets.records import Records
from portal.targets.service import own_gaps, plan_board
from portal.targets.service.duties import officer_duties
from portal.targets.wording import STATES

MOST_GAPS = 10
MOST_NOTICES = 3


def officer_start(actor: Actor) -> dict[str, Any]:
    """The own plan's targets that are due, each on the map it was promised on, ten gaps, and the
    newest notices, and what waits for the officer."""
    records = Records()
    board = plan_board(actor, records=records)
    due = [
        row
        for row in board.rows
        if row.map == row.target.map and row.verdict.state != State.NOT_DUE
    ]
    notices = news(actor, limit=MOST_NOTICES)
    return {
        "notices": [words(row.template, row.facts) for row in notices],
        "duties": officer_duties(actor),
        "period_name": period_name,
        "plan": board.plan,
        "rows": due,
        "gaps": own_gaps(actor, records)[:MOST_GAPS],
        "indicators": INDICATORS,
        "states": STATES,
    }
