"""The command as somebody outside uses it: the day, the seed, and how tables are brought in."""

import csv
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.outsider.province import COLUMNS, World

TODAY = date(2026, 11, 21)
SEED = int(os.environ.get("OUTSIDER_SEED", "257"))
Portal = Callable[..., str]


def bring(portal: Portal, folder: Path, world: World) -> list[str]:
    """Import every table; the last words of each."""
    said = []
    for kind, columns in COLUMNS.items():
        path = folder / f"{kind}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(world[kind])
        said.append(portal("import", kind, str(path)).strip())
    return said
