"""A crawl with all that came of it: what was seen, what was logged, read and changed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO

from flask import Flask
from sqlalchemy import Engine, select

from portal.audit import AuditRow
from portal.db import Base
from portal.installation import Installation
from tests.proofs.crawl import Answer, crawl

WRITTEN_BY_A_GET = {"audit", "tries", "sign_ins"}


@dataclass(frozen=True)
class Step:
    """One answer and the audit rows that were there when it came."""

    answer: Answer
    readings: tuple[AuditRow, ...]


@dataclass
class Walk:
    """All that one person could open, one step an address."""

    installation: Installation
    steps: list[Step] = field(default_factory=list)
    log: str = ""
    changed: set[str] = field(default_factory=set)


Walks = dict[tuple[str, str], Walk]


def walk(app: Flask, login: str) -> Walk:
    """Send the person through everything they can reach."""
    installation: Installation = app.extensions["installation"]
    made, before = Walk(installation), state(installation.engine)
    seen = _last_reading(installation)
    with _logged() as log:
        for answer in crawl(app, login):
            readings = _readings_after(installation, seen)
            seen = readings[-1].id if readings else seen
            made.steps.append(Step(answer, readings))
    after = state(installation.engine)
    made.log, made.changed = log.getvalue(), {name for name in after if after[name] != before[name]}
    return made


def state(engine: Engine) -> dict[str, str]:
    """A hash of each table that a GET has no business to change."""
    with engine.connect() as connection:
        return {
            table.name: sha256(
                repr(connection.execute(select(table).order_by(*table.primary_key)).all()).encode()
            ).hexdigest()
            for table in Base.metadata.sorted_tables
            if table.name not in WRITTEN_BY_A_GET
        }


def _last_reading(installation: Installation) -> int:
    rows = _readings_after(installation, 0)
    return rows[-1].id if rows else 0


def _readings_after(installation: Installation, number: int) -> tuple[AuditRow, ...]:
    with installation.transaction(writes=False) as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.id > number).order_by(AuditRow.id))
        return tuple(rows)


@contextmanager
def _logged() -> Iterator[StringIO]:
    """Whatever anything logs meanwhile."""
    text = StringIO()
    handler = logging.StreamHandler(text)
    logging.getLogger().addHandler(handler)
    try:
        yield text
    finally:
        logging.getLogger().removeHandler(handler)
