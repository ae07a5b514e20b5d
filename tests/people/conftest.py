"""The commune, in an open transaction or committed for pages."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock
from portal.config import Settings
from portal.db import transaction
from portal.vault import Vault
from tests.people import commune
from tests.people.commune import Commune


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


@pytest.fixture
def living(engine: Engine, settings: Settings) -> Commune:
    """The commune, committed: for pages."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}) as work:
        return commune.settle(work)
