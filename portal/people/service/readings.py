"""Who opened a person's file, when, and as what: the person may always see it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from portal import clock
from portal.access import Role
from portal.accounts.models import User
from portal.audit import AuditRow
from portal.db import session
from portal.people.models import Client

LOOKED_AT = 1000
SHOWN = 50


@dataclass(frozen=True)
class Reading:
    """The openings of the file by one reader on one day; `roles` are the posts held then."""

    at: datetime  # the last of them
    name: str
    roles: list[Role]
    times: int


def readings_of(client: Client) -> list[Reading]:
    """Who opened the client's file on which day, newest first."""
    rows = session().execute(
        select(AuditRow.at, AuditRow.roles, AuditRow.user_pid, User.name)
        .outerjoin(User, User.pid == AuditRow.user_pid)
        .where(AuditRow.client_pid == client.pid, AuditRow.action == "read")
        .order_by(AuditRow.id.desc())
        .limit(LOOKED_AT)
    )
    found: dict[tuple[object, ...], Reading] = {}
    for row in rows:
        key = (clock.local(row.at).date(), row.user_pid, row.roles)
        roles = [Role(role) for role in row.roles.split()]
        found.setdefault(key, Reading(row.at, row.name or "", roles, 0))
        found[key] = replace(found[key], times=found[key].times + 1)
    return list(found.values())[:SHOWN]
