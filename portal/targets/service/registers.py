"""What all registers have in common: whose rows are whose, entering one and putting it right."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Select, select

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.targets.models import Commendation, MonitoringVisit, Review, StaffTraining
from portal.targets.scope import own_communes, own_place, standing_in
from portal.versions import revise

Row = TypeVar("Row", StaffTraining, MonitoringVisit, Review, Commendation)


def visible(actor: Actor, register: type[Row]) -> Select[Row]:
    """The rows of a register whose place is one of the officer's."""
    return select(register).where(standing_in(own_communes(actor), register.place_code))


def get_row(actor: Actor, register: type[Row], pid: str) -> Row:
    """One of them."""
    if row := session().scalar(visible(actor, register).where(register.pid == pid)):
        return row
    raise NotFound


def enter(actor: Actor, row: Row, n: int = 1) -> None:
    """Add a row for a place of the officer's."""
    own_place(actor, row.place_code, clock.today())
    session().add(row)
    session().flush()
    note(actor, "enter", row, n=n)


def amend(
    actor: Actor,
    row: Row,
    version: int | None,
    values: Mapping[str, Any],
    *,
    also: Mapping[str, Any] | None = None,
) -> None:
    """Put a row right, over the version that was read; it stays with the officer's places."""
    own_place(actor, values["place_code"], clock.today())
    revise(row, version, also=also, **values)
    note(actor, "amend", row)


def note(actor: Actor, act: str, row: Row, *, n: int = 0, reason: str = "") -> None:
    """On record, for the audit and for those who count."""
    register = row.__tablename__
    changes.note(register, row.pid, place=row.place_code, n=n)
    audit.record(actor, f"{act}_{register}", f"{register}/{row.pid}", reason=reason)


def refuse_future(**days: Any) -> None:
    """What is written into a register has happened."""
    for field, day in days.items():
        if day and day > clock.today():
            raise RuleBroken(_("Ngày này chưa đến."), field=field)
