"""The report as a Word document in the layout of Decree 30/2020."""

from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from portal.targets.reports.archive import without_times
from portal.targets.reports.layout import lies
from portal.targets.reports.model import Annex, Report
from portal.targets.reports.word_parts import (
    fill_table,
    put_page_number,
    rule,
    set_face,
    speak,
    table_of,
    write,
)
from portal.targets.reports.wording import MOTTO, NOTHING, RECIPIENTS, annex_names, goes_with

LEFT, RIGHT, TOP, BOTTOM = Mm(30), Mm(18), Mm(20), Mm(20)
SHORT, LONG = Mm(210), Mm(297)
HEAD_COLUMNS = (Mm(64), Mm(98))
FOOT_COLUMNS = (Mm(72), Mm(90))
FIRST_LINE = Mm(10)


def as_docx(report: Report) -> bytes:
    """The same report gives the same bytes: nothing in the file says when or where it was made."""
    paper = Document()
    _set_up(paper, report)
    _head(paper, report)
    _text(paper, report)
    _foot(paper, report)
    for name, annex in annex_names(report):
        _annex(paper, name, annex, goes_with(report))
    kept = BytesIO()
    paper.save(kept)
    return without_times(kept.getvalue())


def _set_up(paper: Paper, report: Report) -> None:
    set_face(paper.styles["Normal"], "Times New Roman", 14)
    speak(paper, "vi-VN")
    known = paper.core_properties
    known.title, known.author, known.comments = report.head.abstract, "", ""
    known.language = "vi-VN"
    known.created = known.modified = datetime.combine(report.last, datetime.min.time())
    section = paper.sections[0]
    section.page_width, section.page_height = SHORT, LONG
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    put_page_number(section.header.paragraphs[0])


def _head(paper: Paper, report: Report) -> None:
    """Whose paper it is on the left, the motto on the right, number and day below them."""
    head = report.head
    grid = table_of(paper, 2, HEAD_COLUMNS)
    left, right = grid.cell(0, 0), grid.cell(0, 1)
    line = left.paragraphs[0]
    if head.above:
        write(line, head.above.upper(), size=13, align=ALIGN.CENTER)
        line = left.add_paragraph()
    authority = "\n".join(head.authority).upper()
    write(line, authority, size=13, bold=True, align=ALIGN.CENTER)
    rule(left.add_paragraph(), side=Mm(21))
    write(right.paragraphs[0], MOTTO[0], size=13, bold=True, align=ALIGN.CENTER)
    write(right.add_paragraph(), MOTTO[1], bold=True, align=ALIGN.CENTER)
    rule(right.add_paragraph(), side=Mm(20))
    write(grid.cell(1, 0).paragraphs[0], head.number, size=13, align=ALIGN.CENTER)
    write(grid.cell(1, 1).paragraphs[0], head.place_and_date, italic=True, align=ALIGN.CENTER)


def _text(paper: Paper, report: Report) -> None:
    title = write(paper.add_paragraph(), report.head.kind, bold=True, align=ALIGN.CENTER)
    title.paragraph_format.space_before = Pt(18)
    for words in (report.head.abstract, report.head.period):
        write(paper.add_paragraph(), words, bold=True, align=ALIGN.CENTER)
    rule(paper.add_paragraph(), side=Mm(56))
    _paragraph(paper, report.opening)
    for section in report.sections:
        heading = _paragraph(paper, section.heading, bold=True)
        heading.paragraph_format.keep_with_next = True
        for words in section.paragraphs:
            _paragraph(paper, words)
    _paragraph(paper, report.closing).paragraph_format.keep_with_next = True


def _paragraph(paper: Paper, words: str, *, bold: bool = False) -> Paragraph:
    line = write(paper.add_paragraph(), words, bold=bold, align=ALIGN.JUSTIFY)
    line.paragraph_format.first_line_indent = FIRST_LINE
    line.paragraph_format.space_before = Pt(6)
    return line


def _foot(paper: Paper, report: Report) -> None:
    """To whom it goes on the left, who signs on the right; never parted from each other."""
    paper.add_paragraph().paragraph_format.keep_with_next = True
    grid = table_of(paper, 1, FOOT_COLUMNS)
    left, right = grid.cell(0, 0), grid.cell(0, 1)
    write(left.paragraphs[0], RECIPIENTS, size=12, bold=True, italic=True)
    for name in report.recipients:
        write(left.add_paragraph(), name, size=11)
    line = right.paragraphs[0]
    for post in report.signed_as:
        write(line, post.upper(), bold=True, align=ALIGN.CENTER)
        line = right.add_paragraph()
    line.paragraph_format.space_before = Mm(24)
    write(line, report.signed_by, bold=True, align=ALIGN.CENTER)
    _keep_together(grid)


def _keep_together(grid: Table) -> None:
    for cell in grid.rows[0].cells:
        for line in cell.paragraphs:
            line.paragraph_format.keep_together = True
            line.paragraph_format.keep_with_next = True


def _annex(paper: Paper, name: str, annex: Annex, with_what: str) -> None:
    """On pages of its own, which lie on their side where the table is wide."""
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    wide = lies(annex)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if wide else (SHORT, LONG)
    write(paper.add_paragraph(), name, bold=True, align=ALIGN.CENTER)
    write(paper.add_paragraph(), annex.title.upper(), bold=True, align=ALIGN.CENTER)
    goes = write(paper.add_paragraph(), with_what, italic=True, align=ALIGN.CENTER)
    goes.paragraph_format.space_after = Pt(8)
    if annex.rows:
        fill_table(paper, annex, (LONG if wide else SHORT) - LEFT - RIGHT)
    else:
        write(paper.add_paragraph(), NOTHING, align=ALIGN.CENTER)
    if annex.note:
        write(paper.add_paragraph(), annex.note, size=12, italic=True)
