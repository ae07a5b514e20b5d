"""What a coordinator's day begins with: the next meeting, who answered, who drifts away."""

from typing import Any

from portal.access import Actor
from portal.clubs.labels import NEXT_STEP_LABELS, REASON_LABELS
from portal.clubs.service.clubs import own_clubs
from portal.clubs.service.drifting import who_drifts
from portal.clubs.service.meetings import coming_meetings
from portal.clubs.service.outreach import due_by_club
from portal.clubs.service.receiving import how_many_wait
from portal.clubs.service.roll import answers_to
from portal.clubs.service.tasks import open_tasks
from portal.messages.service import news
from portal.messages.templates import words

SHOWN = 4  # coming meetings beside the next one
TASKS_SHOWN = 8
NEWS = 3  # notices


def coordinators_day(actor: Actor) -> dict[str, Any]:
    """Tonight's or the next meeting with its answers, the ones after it, who drifts away, and
    what is still to be done."""
    standing = [meeting for meeting in coming_meetings(actor) if not meeting.cancelled_at]
    following = standing[0] if standing else None
    return {
        "next": following,
        "answers": answers_to(actor, following) if following else [],
        "coming": standing[1 : SHOWN + 1],
        "drifting": who_drifts(actor),
        "tasks": open_tasks(actor)[:TASKS_SHOWN],
        "clubs": own_clubs(actor),
        "to_ask": due_by_club(actor),
        "reasons": REASON_LABELS,
        "steps": NEXT_STEP_LABELS,
        "transfers": how_many_wait(actor),
        "notices": [words(row.template, row.facts) for row in news(actor, limit=NEWS)],
    }
