"""The audit: rows are only ever added, and a changed one is found."""

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from portal import audit
from portal.access import Actor, Held, Role
from portal.audit import AuditRow
from portal.db import session
from portal.installation import Installation

OFFICER = Actor("o", (Held(Role.CASE_OFFICER, "26041"),))


@pytest.fixture(autouse=True)
def three_rows(installation: Installation) -> None:
    """Three readings by a case officer."""
    with installation.transaction(writes=True):
        for client in ("a", "b", "c"):
            audit.record(OFFICER, "read", f"client/{client}", client=client)


def test_a_trail_that_nobody_touched_is_whole(installation: Installation) -> None:
    with installation.transaction(writes=False):
        assert audit.verify() is None


@pytest.mark.parametrize("change", [update(AuditRow).values(user_pid="x"), delete(AuditRow)])
def test_a_row_can_be_neither_changed_nor_removed(
    installation: Installation, change: object
) -> None:
    with pytest.raises(DBAPIError, match="only ever added"), installation.transaction(writes=True):
        session().execute(change)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "column", ["user_pid", "roles", "action", "subject", "client_pid", "reason"]
)
def test_a_row_changed_behind_the_guard_is_found(installation: Installation, column: str) -> None:
    with installation.transaction(writes=True):
        _lift_guard()
        second = session().scalars(select(AuditRow.id).order_by(AuditRow.id)).all()[1]
        session().execute(
            text(f"UPDATE audit SET {column} = 'other' WHERE id = :id"), {"id": second}
        )
    with installation.transaction(writes=False):
        assert audit.verify() == second


def test_ones_own_file_needs_no_row(installation: Installation) -> None:
    own = Actor("m", (Held(Role.MEMBER, "a"),))
    with installation.transaction(writes=True):
        audit.opened(own, "client/a", client="a")
        assert len(session().scalars(select(AuditRow.id)).all()) == 3


def _lift_guard() -> None:
    if session().get_bind().dialect.name == "sqlite":
        session().execute(text("DROP TRIGGER audit_no_update"))
    else:
        session().execute(text("DROP TRIGGER audit_insert_only ON audit"))
