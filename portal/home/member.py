"""What a member finds on their start page: the next meeting, what is new, fits, is under way."""

from typing import Any

from portal.access import Actor
from portal.clubs import service as clubs
from portal.journeys.service import steps_of
from portal.journeys.service.retention import own_jobs_due
from portal.matching.service import own_best
from portal.matching.wording import Voice
from portal.messages.service import news
from portal.messages.templates import words

FEW = 3
LEADS_TO = {"new_jobs": "matching.job_searches", "job_search_ended": "matching.job_searches"}


def member_today(actor: Actor) -> dict[str, Any]:
    """Of each only the few that matter today."""
    best = own_best(actor)
    steps = [step for step in steps_of(actor) if step.ended_on is None and step.state]
    steps.sort(key=lambda step: step.state != "offered")  # what waits for an answer comes first
    return {
        "jobs_due": own_jobs_due(actor),
        "invitation": clubs.next_meeting(actor),
        "notices": [
            (words(row.template, row.facts), LEADS_TO.get(row.template))
            for row in news(actor, limit=FEW)
        ],
        "suggestions": best,
        "voice": Voice(reason for suggestion in best for reason in suggestion.reasons),
        "steps": steps[:FEW],
    }
