"""The ruled tables of a Word document, which python-docx has no call for that is quick enough."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from docx.document import Document as Paper
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length

from portal.targets.reports.layout import shares
from portal.targets.reports.model import Annex, Column
from portal.targets.reports.wording import shown

SIDES = {"text": "left", "date": "center", "number": "right", "percent": "right"}
NARROW_MARGINS = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
TABLE_SIZE = 23  # in half points


def fill_table(paper: Paper, annex: Annex, width: int) -> None:
    """A ruled table whose head stands again on each page, written as one piece of XML: cell by
    cell a province takes minutes."""
    widths = _widths(annex, width)
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    head = _row([column.title for column in annex.columns], annex.columns, head=True)
    rows = "".join(
        _row(
            [shown(cell, column.kind) for cell, column in zip(row, annex.columns, strict=True)],
            annex.columns,
        )
        for row in annex.rows
    )
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{NARROW_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )
    paper.element.body.insert_element_before(table, "w:sectPr")


def _row(texts: Sequence[str], columns: Sequence[Column], *, head: bool = False) -> str:
    again = "<w:tblHeader/>" if head else ""
    cells = "".join(_cells(texts, columns, head))
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{cells}</w:tr>"


def _cells(texts: Sequence[str], columns: Sequence[Column], head: bool) -> Iterator[str]:
    bold, middle = ("<w:b/>", '<w:vAlign w:val="center"/>') if head else ("", "")
    for text, column in zip(texts, columns, strict=True):
        side = "center" if head else SIDES[column.kind]
        yield (
            f'<w:tc><w:tcPr>{middle}</w:tcPr><w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>'
            f'<w:r><w:rPr>{bold}<w:sz w:val="{TABLE_SIZE}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
        )


def _widths(annex: Annex, width: int) -> list[int]:
    """In twentieths of a point."""
    asked = shares(annex)
    twips = Length(width).twips
    return [twips * share // sum(asked) for share in asked]
