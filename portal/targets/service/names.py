"""Who entered or decided something, by name."""

from collections.abc import Iterable

from sqlalchemy import select

from portal.accounts.models import User
from portal.db import session


def names_of(pids: Iterable[str | None]) -> dict[str, str]:
    """The names of users, by their public ids."""
    wanted = {pid for pid in pids if pid}
    if not wanted:
        return {}
    return dict(session().execute(select(User.pid, User.name).where(User.pid.in_(wanted))).all())
