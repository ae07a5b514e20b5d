"""Drains the outbox: each piece of work in a transaction of its own."""

import logging
from collections.abc import Mapping
from threading import Event

from sqlalchemy import Engine

from portal import db
from portal.messages import service
from portal.messages.service import Job
from portal.vault import Vault

log = logging.getLogger(__name__)


def drain(engine: Engine, vault: Vault, jobs: Mapping[str, Job]) -> int:
    """Do all work that is due; return how many pieces were done."""
    count = 0
    while (did := _do_next(engine, vault, jobs)) is not None:
        count += did
    return count


def run(engine: Engine, vault: Vault, jobs: Mapping[str, Job], stop: Event, every: float) -> None:
    """Drain again and again, with a pause of `every` seconds, until told to stop."""
    while not stop.is_set():
        try:
            drain(engine, vault, jobs)
        except Exception:
            log.exception("the worker stumbled and goes on")
        stop.wait(every)


def _do_next(engine: Engine, vault: Vault, jobs: Mapping[str, Job]) -> int | None:
    """1 when a piece of work was done, 0 when it failed and was put off, None when none is due."""
    row_id = 0
    try:
        with db.transaction(engine, immediate=True, info={"vault": vault}):
            row = service.next_due()
            if row is None:
                return None
            row_id = row.id
            jobs[row.kind](row.payload)
            service.done(row)
        return 1
    except Exception as error:
        log.warning("outbox row %s failed: %s", row_id, error)
        with db.transaction(engine, immediate=True, info={"vault": vault}):
            service.put_off(row_id, f"{type(error).__name__}: {error}")
        return 0
