"""Fills an empty database with the synthetic province; the same seed gives the same data."""

from sqlalchemy import func, select

from portal.accounts.models import User
from portal.db import session
from portal.errors import RuleBroken
from portal.installation import Installation

PASSWORD = "demo-portal"
LOGINS = ("member", "coordinator", "case_officer", "employer", "provider", "officer", "admin")
CLIENTS = 600
SEED = 257


def fill_when_empty(installation: Installation) -> None:
    """Fill a database that holds nobody; one that holds the demo is left as it is."""
    with installation.transaction(writes=False):
        empty = session().scalar(select(func.count(User.id))) == 0
    if empty:
        fill(installation, clients=CLIENTS, seed=SEED)


def fill(installation: Installation, *, clients: int, seed: int) -> None:
    """Fill an empty database; refuse one that holds anybody."""
    raise RuleBroken(f"not yet: {clients} {seed}")
