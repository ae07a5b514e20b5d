"""One installation: its settings, database, keys and search, and the transactions on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock, db
from portal.config import Settings
from portal.messages.channels import Channels
from portal.search.rooms import Rooms, open_rooms
from portal.targets import summary
from portal.vault import Vault


@dataclass(frozen=True)
class Installation:
    """What every edge stands on: requests, commands, the worker."""

    settings: Settings
    engine: Engine
    vault: Vault
    search: Rooms

    @contextmanager
    def transaction(self, *, writes: bool) -> Iterator[Session]:
        """Open the current session, with keys, search, files and the name of the site at hand.

        Before it commits the summary follows what was noted, unless that was rolled back.
        """
        info = {
            "vault": self.vault,
            "search": self.search,
            "site": self.settings.site,
            "channels": Channels(self.settings),
            "files": self.settings.data_dir / "files",
        }
        with db.transaction(self.engine, immediate=writes, info=info) as session:
            yield session
            if writes and session.in_transaction():
                summary.follow()


def open_installation(settings: Settings, engine: Engine | None = None) -> Installation:
    """Open what the settings name, and set the clock by them."""
    clock.fix(settings.today)
    engine = engine or db.make_engine(settings.database_url)
    return Installation(settings, engine, Vault(settings.data_key), open_rooms(settings, engine))
