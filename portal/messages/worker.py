"""Drains the outbox: each piece of work in a transaction of its own; long work in several."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from portal.messages import service
from portal.messages.service import Job


class Begin(Protocol):
    """Opens a transaction, one that writes unless it is said otherwise."""

    def __call__(self, *, writes: bool = ...) -> AbstractContextManager[Any]:
        """The transaction."""


@dataclass(frozen=True)
class Long:
    """Work that takes longer than a writer may hold up the others: it opens its own
    transactions, and a second doing of it must do no harm."""

    act: Callable[[Begin, dict[str, Any]], None]


Jobs = Mapping[str, Job | Long]
log = logging.getLogger(__name__)


def drain(begin: Begin, jobs: Jobs) -> int:
    """Do all work that is due; return how many pieces were done."""
    count = 0
    while (did := _do_next(begin, jobs)) is not None:
        count += did
    return count


def _do_next(begin: Begin, jobs: Jobs) -> int | None:
    """1 when a piece of work was done, 0 when it failed and was put off, None when none is due."""
    row_id = 0
    try:
        with begin():
            row = service.next_due()
            if row is None:
                return None
            row_id, job = row.id, jobs[row.kind]
            if isinstance(job, Long):
                service.hold(row)
            else:
                job(row.payload)
                service.done(row)
        if isinstance(job, Long):
            job.act(begin, row.payload)
            with begin():
                service.done(service.held(row_id))
        return 1
    except Exception as error:
        log.warning("outbox row %s failed: %s", row_id, error)
        with begin():
            service.put_off(row_id, f"{type(error).__name__}: {error}")
        return 0
