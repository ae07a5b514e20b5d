"""Drains the outbox: each piece of work in a transaction of its own."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from portal.messages import service
from portal.messages.service import Job

Begin = Callable[[], AbstractContextManager[Any]]  # opens a transaction that writes
log = logging.getLogger(__name__)


def drain(begin: Begin, jobs: Mapping[str, Job]) -> int:
    """Do all work that is due; return how many pieces were done."""
    count = 0
    while (did := _do_next(begin, jobs)) is not None:
        count += did
    return count


def _do_next(begin: Begin, jobs: Mapping[str, Job]) -> int | None:
    """1 when a piece of work was done, 0 when it failed and was put off, None when none is due."""
    row_id = 0
    try:
        with begin():
            row = service.next_due()
            if row is None:
                return None
            row_id = row.id
            jobs[row.kind](row.payload)
            service.done(row)
        return 1
    except Exception as error:
        log.warning("outbox row %s failed: %s", row_id, error)
        with begin():
            service.put_off(row_id, f"{type(error).__name__}: {error}")
        return 0
