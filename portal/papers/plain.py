"""One plain sheet of a person's own, as PDF: no mark of who made it, no metadata, one page.

The words are set by typst in a process of its own, which is given words only and ended when it
takes too long.
"""

import json
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from portal.errors import RuleBroken
from portal.i18n import _
from portal.text import bare

SETTER = Path(__file__).with_name("set_plain.py")
SECONDS = 20
LONGEST = 6_000  # characters on one sheet
LONGEST_NAME = 60
# what typst says of itself and of the file, in the order of the file
_TELLING = re.compile(
    rb"/Creator\([^)]*\)|/Metadata \d+ 0 R|<\?xpacket begin.*?<\?xpacket end[^>]*>"
    rb"|/Type/Metadata/Subtype/XML|/Info \d+ 0 R|/ID\[[^]]*\]",
    re.DOTALL,
)


@dataclass(frozen=True)
class Plain:
    """A name, how to reach them, and parts with a title; a part has a line a row."""

    name: str
    reached_at: str
    parts: list[tuple[str, str]]


def as_pdf(sheet: Plain) -> bytes:
    """The sheet on one page of A4, in smaller letters where it is long."""
    words = json.dumps(asdict(sheet), ensure_ascii=False)
    if len(words) > LONGEST:
        raise _too_long()
    try:
        made = subprocess.run(
            [sys.executable, "-P", str(SETTER)],
            input=words.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RuleBroken(_("Máy đang bận. Mời thử lại sau ít phút.")) from None
    if b"longer than a page" in made.stderr:
        raise _too_long()
    made.check_returncode()
    return _TELLING.sub(lambda found: b" " * len(found[0]), made.stdout)


def disposition(kind: str, name: str) -> str:
    """The header of a download named after a person: "CV - Nguyen Van A.pdf"."""
    file = file_name(kind, name)
    return f"attachment; filename=\"{file}\"; filename*=UTF-8''{quote(file)}"


def file_name(kind: str, name: str) -> str:
    """A name that every machine can keep: letters without marks, digits and spaces only."""
    letters = re.sub(r"[^A-Za-z0-9]+", " ", bare(name)).strip()[:LONGEST_NAME].strip()
    return f"{kind} - {letters}.pdf" if letters else f"{kind}.pdf"


def _too_long() -> RuleBroken:
    return RuleBroken(_("Dài quá một trang. Mời viết ngắn lại."))
