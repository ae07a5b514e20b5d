"""The words of a PDF as a reader copies them out, by the tables of letters of its fonts."""

import re
import zlib

_STREAM = re.compile(
    rb"(\d+) 0 obj\n<<[^\n]*FlateDecode[^\n]*>>\nstream\n(.*?)\nendstream", re.DOTALL
)
_PIECE = rb"[^\\()]|\\."
_NESTED = rb"\((?:" + _PIECE + rb"|\((?:" + _PIECE + rb")*\))*\)"  # brackets that match stand bare
_SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:" + _PIECE + rb"|" + _NESTED + rb")*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

Table = dict[int, str]


def words_of(pdf: bytes) -> str:
    """All that is shown on its pages, without spaces: these depend on where a line ends."""
    streams = {number: zlib.decompress(body) for number, body in _STREAM.findall(pdf)}
    fonts = dict(re.findall(rb"/(f\d+) (\d+) 0 R", pdf))
    tables = {name: _table(pdf, number, streams) for name, number in fonts.items()}
    pages = (body for body in streams.values() if b"BT" in body and b" Tf" in body)
    return "".join("".join(_said(page, tables)) for page in pages)


def _table(pdf: bytes, number: bytes, streams: dict[bytes, bytes]) -> Table:
    font = re.search(rb"\n" + number + rb" 0 obj(.*?)endobj", pdf, re.DOTALL)
    named = re.search(rb"/ToUnicode (\d+) 0 R", font[1]) if font else None
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>", streams[named[1]]) if named else []
    return {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in pairs}


def _said(page: bytes, tables: dict[bytes, Table]) -> list[str]:
    said: list[str] = []
    table: Table = {}
    for font, shown in _SHOWN.findall(page):
        if font:
            table = tables[font]
        else:
            glyphs = _ESCAPE.sub(_unescaped, shown)
            codes = (int.from_bytes(glyphs[at : at + 2]) for at in range(0, len(glyphs), 2))
            said += ["".join(table.get(code, "?").split()) for code in codes]
    return said


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1].isdigit():
        return bytes([int(found[1], 8)])
    return _LETTERS.get(found[1], found[1])
