"""English stands complete beside Vietnamese, with the same places for figures."""

import re
from collections.abc import Iterator
from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from portal.config import ROOT
from portal.i18n import FOLDER

KEYWORDS = {"_": None, "lazy": None, "plural": (1, 2), "gettext": None, "ngettext": (1, 2)}
SOURCES = {"portal": [("**.py", "python")], "templates": [("**.html", "jinja2")]}
OFFICIAL_PAPER = "macros/paper.html"  # always Vietnamese, as the law has it
PLACES = re.compile(r"%\((\w+)\)[sd]")


@cache
def _said() -> dict[str, str]:
    """Every sentence of code and templates, and where it stands."""
    found: dict[str, str] = {}
    for folder, methods in SOURCES.items():
        for name, line, words, _, _ in extract_from_dir(
            ROOT / folder, method_map=methods, keywords=KEYWORDS, comment_tags=()
        ):
            if name != OFFICIAL_PAPER:
                for sentence in [words] if isinstance(words, str) else words:
                    found.setdefault(sentence, f"{folder}/{name}:{line}")
    return found


def _messages() -> Iterator[tuple[str, str, str]]:
    for path in sorted(FOLDER.glob("en/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            catalog: Catalog = read_po(file)
        for message in catalog:
            if not message.id:
                continue
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            texts = [message.string] if isinstance(message.string, str) else list(message.string)
            for text in texts:
                yield path.name, ids[0], text


def test_every_sentence_has_its_english() -> None:
    known = {source for _, source, text in _messages() if text}
    missing = {where: words for words, where in _said().items() if words not in known}
    assert not missing, "\n".join(f"{where}  {words}" for where, words in sorted(missing.items()))


def test_every_english_sentence_is_said_somewhere() -> None:
    idle = {(name, source) for name, source, _ in _messages() if source not in _said()}
    assert not idle


def test_both_languages_have_the_same_places_for_figures() -> None:
    unequal = [
        source
        for _, source, text in _messages()
        if set(PLACES.findall(source)) != set(PLACES.findall(text))
    ]
    assert not unequal
