"""Files that the portal makes: whole or not at all, and readable by the owner only."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from portal.db import session


def folder(name: str) -> Path:
    """A folder of the installation's data folder, made where there is none."""
    path: Path = session().info["files"] / name
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def write_whole(content: bytes, path: Path) -> None:
    """The whole file or none: a reader never finds half of it."""
    with NamedTemporaryFile(dir=path.parent, delete=False) as made:  # of mode 600
        try:
            made.write(content)
            made.flush()
            os.replace(made.name, path)
        except OSError:
            os.unlink(made.name)
            raise
