"""Vietnamese text: one form, where the tone stands, folding for search, and alphabetical order.

The old tone placement (hòa, khỏe, thúy) is the one form, because official place names are written
so (Biên Hòa, Thanh Hóa). A mark that stands on the wrong vowel (cuả, hòan, qúy) is moved as well.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
_ETH = str.maketrans("ÐðƉ", "ĐđĐ")  # look-alikes of Đ that old fonts and keyboards left behind
_WORD = re.compile(r"\w+")
_SYLLABLE = re.compile(
    r"(?P<onset>qu|gi(?=[aăâeêoôơuưy])|[bcdđghklmnpqrstvx]*)"
    r"(?P<vowels>[aăâeêioôơuưy]{1,3})"
    r"(?P<coda>ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)
_HATTED = "ăâêôơư"
_LETTER_MARKS = {"\u0306": "b", "\u0302": "c", "\u031b": "d"}  # breve, hat, horn
_ORDER_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")


def nfc(text: str) -> str:
    """Composed text with the one letter Đ."""
    return unicodedata.normalize("NFC", text).translate(_ETH)


def place_tones(text: str) -> str:
    """Move each syllable's tone to its one place; words that are not Vietnamese stay."""
    return _WORD.sub(lambda word: _placed(word[0]), nfc(text))


def fold(text: str) -> str:
    """Text without marks, in small letters: what a person types who leaves the marks out."""
    return bare(nfc(text).lower())


def bare(text: str) -> str:
    """Text without marks."""
    letters = _decomposed(nfc(text)).replace("đ", "d").replace("Đ", "D")
    return nfc("".join(c for c in letters if unicodedata.category(c) != "Mn"))


def tidy(text: str, *, lines: bool = False) -> str:
    """Typed text as it is kept: composed, no invisible characters, single spaces, trimmed.

    `lines` keeps the line ends of a field that has several lines.
    """
    if lines:
        kept = "\n".join(tidy(line) for line in text.splitlines())
        return kept.strip("\n")
    spaced = re.sub(r"\s", " ", text)
    visible = (c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return " ".join(nfc("".join(visible)).split())


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> str:
    """A key of digits and small letters whose plain order is the Vietnamese alphabetical order.

    Syllable by syllable as in a dictionary: letters first (a ă â … d đ …), then the tone (ngang,
    huyền, hỏi, ngã, sắc, nặng); a number goes before letters and by its size. Keys compare alike
    in Python and under any collation of a database.
    """
    return "".join(_token_key(token) for token in _ORDER_TOKEN.findall(nfc(text).lower()))


def name_key(full_name: str) -> str:
    """The order of Vietnamese persons: given name, then family name, then middle names."""
    *others, given = full_name.split() or [""]
    return sort_key(" ".join([given, *others]))


def _placed(word: str) -> str:
    bare, tone, carrier = _without_tone(word)
    found = _SYLLABLE.fullmatch(bare) if tone else None
    if not found or bare[carrier].lower() not in "aăâeêioôơuưy":
        return word
    at = found.start("vowels") + _tone_seat(found["vowels"].lower(), closed=bool(found["coda"]))
    return nfc(bare[: at + 1] + tone + bare[at + 1 :])


def _without_tone(word: str) -> tuple[str, str, int]:
    """The word without its tone, the tone, and the letter that bore it; no tone unless just one."""
    tones = [(at, c) for at, letter in enumerate(word) for c in _decomposed(letter) if c in _TONES]
    if len(tones) != 1:
        return word, "", 0
    carrier, tone = tones[0]
    letter = nfc(_decomposed(word[carrier]).replace(tone, ""))
    return word[:carrier] + letter + word[carrier + 1 :], tone, carrier


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _tone_seat(vowels: str, *, closed: bool) -> int:
    """Which vowel bears the tone: the last one with a hat, else the last before a final
    consonant, the middle of three, the first of two."""
    hatted = [at for at, vowel in enumerate(vowels) if vowel in _HATTED]
    if hatted:
        return hatted[-1]
    return len(vowels) - 1 if closed else (len(vowels) - 1) // 2


def _token_key(token: str) -> str:
    if token[0] in "0123456789":
        number = token.lstrip("0")[:99]
        return f"0{len(number):02d}{number}"
    tones = [c for c in _decomposed(token) if c in _TONES]
    tone = _TONES.index(tones[0]) + 2 if tones else 1
    return "".join(_letter_key(letter) for letter in token) + str(tone)


def _letter_key(letter: str) -> str:
    """Two characters for a letter, so that ă follows every a; strangers come after z."""
    parts = _decomposed(letter.replace("đ", "d\u0306"))
    base, marks = parts[0], parts[1:]
    if not "a" <= base <= "z":
        return f"zz{ord(base):06x}"
    return base + next((_LETTER_MARKS[mark] for mark in marks if mark in _LETTER_MARKS), "a")
