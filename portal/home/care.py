"""What an administrator sees first: figures, and nothing about anyone; and what is broken."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from portal import search
from portal.access import Actor
from portal.accounts.models import User
from portal.accounts.service.users import count_users
from portal.db import session
from portal.messages import channels
from portal.messages.channels import Channel
from portal.messages.service import backlog


def care_today(actor: Actor) -> dict[str, Any]:
    """How many users there are, what the outbox has to do, and which channels are not set up."""
    waiting, stuck = backlog()
    unset = [way for way in Channel if way not in channels.current().offered]
    return {**count_users(actor), "waiting": waiting, "stuck": stuck, "unset": unset}


def ailment() -> str:
    """What cannot be used, in words for whatever watches over the portal; "" if all is well."""
    try:
        session().scalar(select(User.id).limit(1))
    except DBAPIError:
        return "no database"
    return "" if search.current().usable() else "no search index"
