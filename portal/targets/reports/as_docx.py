"""The report as a Word document in the layout of Decree 30/2020."""

from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

from portal.papers.word import (
    LEFT,
    LONG,
    RIGHT,
    SHORT,
    blank_paper,
    in_bytes,
    keep_together,
    put_head,
    put_paragraph,
    put_title,
    table_of,
    write,
)
from portal.papers.wording import RECIPIENTS
from portal.targets.reports.layout import lies
from portal.targets.reports.model import Annex, Report
from portal.targets.reports.word_tables import fill_table
from portal.targets.reports.wording import NOTHING, annex_names, goes_with

FOOT_COLUMNS = (Mm(72), Mm(90))


def as_docx(report: Report) -> bytes:
    """The same report gives the same bytes."""
    head = report.head
    paper = blank_paper(head.abstract, report.last)
    put_head(paper, head.above, head.authority, head.number, head.place_and_date)
    put_title(paper, head.kind, head.abstract, head.period)
    _text(paper, report)
    _foot(paper, report)
    for name, annex in annex_names(report):
        _annex(paper, name, annex, goes_with(report))
    return in_bytes(paper)


def _text(paper: Paper, report: Report) -> None:
    put_paragraph(paper, report.opening)
    for section in report.sections:
        heading = put_paragraph(paper, section.heading, bold=True)
        heading.paragraph_format.keep_with_next = True
        for words in section.paragraphs:
            put_paragraph(paper, words)
    put_paragraph(paper, report.closing).paragraph_format.keep_with_next = True


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
    keep_together(grid)


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
