"""The words of the demo province, as data files: every person, firm and school in them is invented.

Open pages and members' screens show these words, so none of them tells where a member comes from.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def read(name: str) -> dict[str, Any]:
    """The data file of that name."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


def frozen(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its lists as tuples, fit for a frozen dataclass."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}
