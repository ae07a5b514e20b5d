"""A history of what people do in the portal, by the services they do it with and by imports."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import PortalError
from portal.installation import Installation
from portal.people.models import Client
from tests.jobs import world as jobs
from tests.training import world as classes

PROVINCE, COMMUNES = "75", ("26041", "26005", "25993")
FIRST = date(2025, 8, 1)  # the days of the histories lie on one map
LAST = date(2026, 11, 21)


class Nobody(PortalError):
    """There is nobody yet to whom this could happen."""


class History:
    """Acts on an installation, each in a transaction of its own, drawn from numbers."""

    def __init__(self, installation: Installation, folder: Path) -> None:
        self.installation, self.folder, self.names = installation, folder, count(1)
        with self.installation.transaction(writes=True):
            self.employer, provider = jobs.employer(pledged=True), classes.provider()
            self.provider = classes.acting_for(provider)
            self.course = classes.course(provider)
            self.author = User(login="cb", password_hash="-", created_at=clock.now())
            session().add(self.author)

    def act(self, act: "Act", number: int, on: date | None = None) -> None:
        """Do it on a day; what the portal refuses is rolled back, as a request is."""
        dice = Random(number)
        clock.fix(on or FIRST + timedelta(days=dice.randrange((LAST - FIRST).days)))
        with suppress(PortalError, IntegrityError), self.installation.transaction(writes=True):
            act(self, dice)

    def case_officer(self, client: Client) -> Actor:
        """Who answers for the client's commune."""
        return Actor(self.author.pid, (Held(Role.CASE_OFFICER, client.commune_code),))


def one(dice: Random, model: Any, *where: Any) -> Any:
    found: Sequence[Any] = session().scalars(select(model).where(*where).order_by(model.id)).all()
    if not found:
        raise Nobody
    return dice.choice(found)


def coordinator(club_pid: str) -> Actor:
    return Actor("coordinator", (Held(Role.COORDINATOR, club_pid),))


def member(client: Client) -> Actor:
    return Actor("member", (Held(Role.MEMBER, client.pid),))


def before(dice: Random, days: int) -> date:
    return clock.today() - timedelta(days=dice.randrange(days))


Act = Callable[[History, Random], None]
