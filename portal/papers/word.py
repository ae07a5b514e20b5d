"""The pieces of an official Word document that python-docx has no call for: Decree 30/2020."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from portal.papers.archive import without_times
from portal.papers.wording import MOTTO

MIMETYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEFT, RIGHT, TOP, BOTTOM = Mm(30), Mm(18), Mm(20), Mm(20)
SHORT, LONG = Mm(210), Mm(297)
HEAD_COLUMNS = (Mm(64), Mm(98))
FIRST_LINE = Mm(10)


def blank_paper(title: str, day: date) -> Paper:
    """An empty paper on A4; nothing in it says when or where it was made."""
    paper = Document()
    set_face(paper.styles["Normal"], "Times New Roman", 14)
    speak(paper, "vi-VN")
    known = paper.core_properties
    known.title, known.author, known.comments = title, "", ""
    known.language = "vi-VN"
    known.created = known.modified = datetime.combine(day, datetime.min.time())
    section = paper.sections[0]
    section.page_width, section.page_height = SHORT, LONG
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    put_page_number(section.header.paragraphs[0])
    return paper


def in_bytes(paper: Paper) -> bytes:
    """The same paper gives the same bytes."""
    kept = BytesIO()
    paper.save(kept)
    return without_times(kept.getvalue())


def put_head(
    paper: Paper, above: str, authority: Sequence[str], number: str, place_and_date: str
) -> None:
    """Whose paper it is on the left, the motto on the right, number and day below them."""
    grid = table_of(paper, 2, HEAD_COLUMNS)
    left, right = grid.cell(0, 0), grid.cell(0, 1)
    line = left.paragraphs[0]
    if above:
        write(line, above.upper(), size=13, align=ALIGN.CENTER)
        line = left.add_paragraph()
    write(line, "\n".join(authority).upper(), size=13, bold=True, align=ALIGN.CENTER)
    rule(left.add_paragraph(), side=Mm(21))
    write(right.paragraphs[0], MOTTO[0], size=13, bold=True, align=ALIGN.CENTER)
    write(right.add_paragraph(), MOTTO[1], bold=True, align=ALIGN.CENTER)
    rule(right.add_paragraph(), side=Mm(20))
    write(grid.cell(1, 0).paragraphs[0], number, size=13, align=ALIGN.CENTER)
    write(grid.cell(1, 1).paragraphs[0], place_and_date, italic=True, align=ALIGN.CENTER)


def put_title(paper: Paper, kind: str, *lines: str) -> None:
    """What kind of paper it is and what it is on, in the middle over a thin line."""
    title = write(paper.add_paragraph(), kind, bold=True, align=ALIGN.CENTER)
    title.paragraph_format.space_before = Pt(18)
    for words in lines:
        write(paper.add_paragraph(), words, bold=True, align=ALIGN.CENTER)
    rule(paper.add_paragraph(), side=Mm(56))


def put_paragraph(paper: Paper, words: str, *, bold: bool = False) -> Paragraph:
    """A paragraph of the text."""
    line = write(paper.add_paragraph(), words, bold=bold, align=ALIGN.JUSTIFY)
    line.paragraph_format.first_line_indent = FIRST_LINE
    line.paragraph_format.space_before = Pt(6)
    return line


def keep_together(grid: Table) -> None:
    """The first row is never parted from what follows, nor within."""
    for cell in grid.rows[0].cells:
        for line in cell.paragraphs:
            line.paragraph_format.keep_together = True
            line.paragraph_format.keep_with_next = True


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
