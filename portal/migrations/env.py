"""How Alembic reaches the database: the connection is handed over by `portal.schema`."""

from typing import Any, Literal

from alembic import context

from portal.db import UTCDateTime
from portal.models import TABLES


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Write the instant type by its plain name."""
    return "UTCDateTime()" if isinstance(item, UTCDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    render_item=render_item,
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()
