"""What an administrator sees first: figures, and nothing about anyone."""

from typing import Any

from portal.access import Actor
from portal.accounts.service.users import count_users
from portal.messages.service import backlog


def care_today(actor: Actor) -> dict[str, Any]:
    """How many users there are, and what the outbox still has to do."""
    waiting, stuck = backlog()
    return {**count_users(actor), "waiting": waiting, "stuck": stuck}
