"""Who opened a person's file, when, and as what: the person may always see it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal.access import Role
from portal.accounts.models import User
from portal.audit import AuditRow
from portal.db import session
from portal.people.models import Client

SHOWN = 50


@dataclass(frozen=True)
class Reading:
    """One opening of the file; `roles` are the reader's posts at that moment."""

    at: datetime
    name: str
    roles: list[Role]


def readings_of(client: Client) -> list[Reading]:
    """The last openings of the client's file, newest first."""
    rows = session().execute(
        select(AuditRow.at, AuditRow.roles, User.name)
        .outerjoin(User, User.pid == AuditRow.user_pid)
        .where(AuditRow.client_pid == client.pid, AuditRow.action == "read")
        .order_by(AuditRow.id.desc())
        .limit(SHOWN)
    )
    return [
        Reading(row.at, row.name or "", [Role(role) for role in row.roles.split()]) for row in rows
    ]
