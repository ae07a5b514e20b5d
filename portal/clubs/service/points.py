"""Counselling points, as the officers of their place keep them: opened, put right, closed."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import CounsellingPoint
from portal.clubs.service.clubs import TELLING, area_of, refuse_future
from portal.clubs.service.directory import OpenPoint, open_point
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import queue_index
from portal.places import service as places
from portal.text import fold, sort_key
from portal.versions import revise

TIMES = re.compile(r"\d{1,2}\s*[:hg]\s*\d{0,2}\s*[–-]\s*\d{1,2}\s*[:hg]")


@dataclass(frozen=True)
class PointRow:
    """A counselling point in a list, with the commune it lies in today."""

    point: CounsellingPoint
    shown: OpenPoint

    @property
    def is_open(self) -> bool:
        """Whether it is open today."""
        first, last = self.point.opened_on, self.point.closed_on
        return (first or date.min) <= clock.today() <= (last or date.max)


def list_points(actor: Actor) -> list[PointRow]:
    """The counselling points in the officer's places, the closed ones last."""
    area = area_of(actor, Role.OFFICER)
    rows = [
        PointRow(point, open_point(point)) for point in session().scalars(select(CounsellingPoint))
    ]
    found = [row for row in rows if row.shown.commune_code in area]
    return sorted(
        found, key=lambda row: (not row.is_open, sort_key(f"{row.shown.commune} {row.shown.name}"))
    )


def get_point(actor: Actor, pid: str) -> CounsellingPoint:
    """One of them."""
    point = session().scalar(select(CounsellingPoint).where(CounsellingPoint.pid == pid))
    if point is None or open_point(point).commune_code not in area_of(actor, Role.OFFICER):
        raise NotFound
    return point


def add_point(
    actor: Actor, *, name: str, commune_code: str, opened_on: date, hours: str
) -> CounsellingPoint:
    """Open a counselling point in a commune of the officer's own area."""
    if commune_code not in area_of(actor, Role.OFFICER):
        raise RuleBroken(_("Xã, phường này ngoài địa bàn của anh/chị."), field="commune_code")
    refuse_future(opened_on, "opened_on")
    _check(name, hours)
    point = CounsellingPoint(
        name=name,
        commune_code=places.resolve_commune(commune_code, opened_on),
        opened_on=opened_on,
        hours=hours,
    )
    session().add(point)
    session().flush()
    _note(actor, "add_point", point, day=opened_on, n=1)
    return point


def edit_point(
    actor: Actor, pid: str, *, version: int | None, name: str, hours: str
) -> CounsellingPoint:
    """Put name and hours right."""
    point = get_point(actor, pid)
    _check(name, hours)
    revise(point, version, name=name, hours=hours)
    _note(actor, "edit_point", point)
    return point


def close_point(
    actor: Actor, pid: str, *, version: int | None, closed_on: date
) -> CounsellingPoint:
    """Close it: the day is its last one."""
    point = get_point(actor, pid)
    refuse_future(closed_on, "closed_on")
    if closed_on < (point.opened_on or closed_on):
        raise RuleBroken(_("Ngày này trước ngày mở điểm."), field="closed_on")
    revise(point, version, closed_on=closed_on)
    _note(actor, "close_point", point, day=closed_on, n=-1)
    return point


def _check(name: str, hours: str) -> None:
    """A neutral name, and hours that one can read as such: a line for each."""
    if any(word in fold(name) for word in TELLING):
        message = _("Tên này ai cũng đọc được. Hãy đặt một tên trung tính.")
        raise RuleBroken(message, field="name")
    if not all(TIMES.search(line) for line in hours.splitlines() if line):
        message = _("Mỗi dòng ghi ngày rồi đến giờ, ví dụ: Thứ Hai đến thứ Sáu, 8:00–11:00.")
        raise RuleBroken(message, field="hours")


def _note(
    actor: Actor, act: str, point: CounsellingPoint, *, day: date | None = None, n: int = 0
) -> None:
    changes.note("counselling_point", point.pid, place=point.commune_code, day=day, n=n)
    audit.record(actor, act, f"counselling_point/{point.pid}")
    queue_index("counselling_point", [point.pid])
