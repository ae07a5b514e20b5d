"""Vietnamese is what the source says; English is the catalogue, one .po a package.

The catalogues are compiled on the first start and after a change; nothing compiled is committed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache, wraps
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVarTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, g, has_request_context, session
from flask_babel import Babel, force_locale, format_date, get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_babel import ngettext as plural

from portal import clock

__all__ = ["_", "force_locale", "lazy", "plural"]

LANGUAGES = ("vi", "en")
FOLDER = Path(__file__).parent / "translations"
MOST_KEPT = 4096
VIETNAMESE_MARKS = str.maketrans(",.", ".,")
WEEKDAYS = (
    lazy("thứ Hai"),
    lazy("thứ Ba"),
    lazy("thứ Tư"),
    lazy("thứ Năm"),
    lazy("thứ Sáu"),
    lazy("thứ Bảy"),
    lazy("Chủ nhật"),
)

Values = TypeVarTuple("Values")


def init_app(app: Flask) -> None:
    """Speak the language of the session, then of the user, then Vietnamese."""
    compile_catalogues()
    app.config["BABEL_DEFAULT_LOCALE"] = "vi"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(FOLDER)
    Babel(app, locale_selector=language)
    app.jinja_env.filters.update(
        day=day,
        weekday=weekday,
        month=month,
        moment=moment,
        hour=hour,
        number=number,
        percent=percent,
    )


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Say everything in one language where nobody's request says which: in commands."""
    app = Flask("portal")
    init_app(app)
    with app.app_context(), force_locale(chosen):
        yield


def language() -> str:
    """The language of the person asking: "vi" or "en"."""
    if not has_request_context():
        return "vi"
    chosen = session.get("language") or g.get("language")
    return chosen if chosen in LANGUAGES else "vi"


def current_language() -> str:
    """The language in force, also where it has been forced."""
    locale = get_locale()
    return locale.language if locale else "vi"


def kept(say: Callable[[*Values], str]) -> Callable[[*Values], str]:
    """Work out the words for the same plain values once a language: lists repeat them."""

    @lru_cache(maxsize=MOST_KEPT)
    def said(language: str, *values: *Values) -> str:
        return say(*values)

    @wraps(say)
    def saying(*values: *Values) -> str:
        return said(current_language(), *values)

    return saying


def day(value: date | datetime | None) -> str:
    """21/11/2026, of an instant the day that it is in Viet Nam; blank for None."""
    return "" if value is None else f"{_local(value):%d/%m/%Y}"


def weekday(value: date | datetime) -> str:
    """thứ Bảy, 21/11."""
    local = _local(value)
    return f"{WEEKDAYS[local.weekday()]}, {local:%d/%m}"


def _local(value: date | datetime) -> date:
    return clock.local(value) if isinstance(value, datetime) else value


def moment(value: datetime | None) -> str:
    """19:30 21/11/2026 as a Vietnamese clock shows it."""
    return "" if value is None else f"{clock.local(value):%H:%M %d/%m/%Y}"


def month(value: date) -> str:
    """Tháng 11; November."""
    return str(format_date(value, "LLLL")).capitalize()


def hour(value: datetime) -> str:
    """19:30."""
    return f"{clock.local(value):%H:%M}"


def number(value: float | None) -> str:
    """12.345 in Vietnamese, 12,345 in English."""
    if value is None:
        return "–"
    text = f"{value:,}"
    return text if current_language() == "en" else text.translate(VIETNAMESE_MARKS)


def percent(value: float | None) -> str:
    """80,5 %."""
    return "–" if value is None else f"{number(value)} %"


def compile_catalogues() -> None:
    """Make messages.mo of each language from all its .po files, where it is older than one."""
    for folder in sorted(FOLDER.glob("*/LC_MESSAGES")):
        sources = sorted(folder.glob("*.po"))
        target = folder / "messages.mo"
        newest = max((path.stat().st_mtime for path in sources), default=0)
        if not target.exists() or target.stat().st_mtime < newest:
            _compile(sources, target)


def _compile(sources: list[Path], target: Path) -> None:
    merged = Catalog(locale=target.parent.parent.name)
    for source in sources:
        with source.open("rb") as file:
            for message in read_po(file):
                if message.id and message.string and not message.fuzzy:
                    merged[message.id] = message
    with NamedTemporaryFile(dir=target.parent, delete=False) as compiled:
        write_mo(compiled, merged)
    os.replace(compiled.name, target)
