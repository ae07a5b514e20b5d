"""Saving a row that two people may edit at once."""

from sqlalchemy import update

from portal.clubs.models import Club, Meeting
from portal.db import session
from portal.errors import Conflict
from portal.i18n import _


def save(row: Club | Meeting, version: int, *, field: str | None = None, **values: object) -> None:
    """Write the values, unless someone else has saved since the actor opened this version."""
    kind = type(row)
    saved = session().scalar(
        update(kind)
        .where(kind.id == row.id, kind.version == version)
        .values(version=version + 1, **values)
        .returning(kind.id)
    )
    session().refresh(row)
    if saved is None:
        raise Conflict(_("Có người vừa sửa trước. Mời xem lại rồi lưu lần nữa."), field=field)
