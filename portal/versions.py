"""Editing a row that others edit too: the second save is refused and shown both versions."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import inspect

from portal.db import Versioned, session
from portal.errors import Conflict
from portal.i18n import _


def revise(
    row: Versioned, version: int | None, *, also: Mapping[str, Any] | None = None, **values: Any
) -> None:
    """Give the row the values, if it still is the version that they were typed over.

    Otherwise a Conflict carries the present values and version, and `also` what stands in other
    tables. The row is locked meanwhile; what it is related to stays loaded, for a sealed field is
    written under the key of its owner.
    """
    columns = inspect(type(row)).column_attrs.keys()
    session().refresh(row, columns, with_for_update=True)
    if version != row.version:
        theirs = {name: getattr(row, name) for name in values}
        raise Conflict(
            _("Có người vừa sửa trước. Mời so hai bản bên dưới rồi lưu lại nếu vẫn muốn."),
            theirs={**theirs, **(also or {}), "version": row.version},
        )
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    session().flush()
