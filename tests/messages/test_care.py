"""What the worker does every day."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select

from portal import chores
from portal.db import session
from portal.installation import Installation
from portal.messages import worker
from portal.messages.models import OutboxRow
from portal.messages.service import queue


def test_a_part_of_the_care_that_fails_holds_up_no_other(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    parts: dict[str, Callable[[], None]] = {"first": _fail, "second": lambda: done.append("second")}
    monkeypatch.setattr(chores, "CARE", parts)
    with installation.transaction(writes=True):
        queue("daily", {})
    worker.drain(partial(installation.transaction, writes=True), chores.JOBS)
    assert done == ["second"]
    with installation.transaction(writes=False):
        waiting = select(OutboxRow).where(OutboxRow.kind == "care", OutboxRow.done_at.is_(None))
        assert [row.payload["part"] for row in session().scalars(waiting)] == ["first"]


def _fail() -> None:
    raise RuntimeError("this part is broken today")
