"""The pieces of a Word document that python-docx has no call for, or none that is quick enough."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from portal.targets.reports.layout import shares
from portal.targets.reports.model import Annex, Column
from portal.targets.reports.wording import shown

SIDES = {"text": "left", "date": "center", "number": "right", "percent": "right"}
NARROW_MARGINS = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
TABLE_SIZE = 23  # in half points


def set_face(style: object, name: str, size: float) -> None:
    """One face for Latin and Vietnamese letters, single spacing, nothing after a paragraph."""
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), name)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def speak(paper: Paper, language: str) -> None:
    """The language that words are checked in."""
    for known in paper.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), language)


def write(
    line: Paragraph,
    words: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    align: ALIGN | None = None,
) -> Paragraph:
    """Words into a paragraph, in one run."""
    run = line.add_run(words)
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size) if size else None
    if align is not None:
        line.alignment = align
    return line


def rule(line: Paragraph, *, side: Length) -> None:
    """A thin line in the middle, so far from either side: the upper border of a low paragraph."""
    line.paragraph_format.space_before = Pt(3)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
    line.paragraph_format.line_spacing = Pt(6)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1"/></w:pBdr>'
    line._p.get_or_add_pPr().insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def put_page_number(line: Paragraph) -> None:
    """The number of the page, centred."""
    line.alignment = ALIGN.CENTER
    run = line.add_run()
    run.font.size = Pt(13)
    for kind in ("begin", None, "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        run._r.append(part)


def table_of(paper: Paper, rows: int, widths: Sequence[Length]) -> Table:
    """A table without lines or margins, of fixed columns."""
    grid: Table = paper.add_table(rows, len(widths))
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    none = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>")
    grid._tbl.tblPr.insert_element_before(none, "w:tblLook")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return grid


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
