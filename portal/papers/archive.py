"""A zip without the times of its making, so that the same content is the same file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that the format can hold


def without_times(archive: bytes) -> bytes:
    """The same entries in the same order, each dated to the beginning."""
    kept = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, BEGINNING)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return kept.getvalue()
