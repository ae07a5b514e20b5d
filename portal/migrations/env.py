"""How Alembic reaches the database: the connection is handed over by `portal.schema`."""

from typing import Any, Literal

from alembic import context

from portal.db import Base, UTCDateTime
from portal.models import ALL

assert ALL  # every table is known to the metadata


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Write the instant type by its plain name."""
    return "UTCDateTime()" if isinstance(item, UTCDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=render_item,
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()
