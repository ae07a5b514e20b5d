"""What a coordinator's day begins with: the next meeting, who answered, who drifts away."""

from typing import Any

from portal.access import Actor
from portal.clubs.service.attendance import answers_to, who_drifts
from portal.clubs.service.meetings import coming_meetings

SHOWN = 4  # coming meetings beside the next one


def coordinators_day(actor: Actor) -> dict[str, Any]:
    """Tonight's or the next meeting with its answers, the ones after it, and who drifts away."""
    standing = [meeting for meeting in coming_meetings(actor) if not meeting.cancelled_at]
    following = standing[0] if standing else None
    return {
        "next": following,
        "answers": answers_to(actor, following) if following else [],
        "coming": standing[1 : SHOWN + 1],
        "drifting": who_drifts(actor),
    }
