"""The minutes as a Word document in the layout of Decree 30/2020."""

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm

from portal.clubs.service.minutes_paper import MinutesPaper
from portal.papers.word import (
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

FOOT_COLUMNS = (Mm(81), Mm(81))


def as_docx(minutes: MinutesPaper) -> bytes:
    """The same minutes give the same bytes."""
    paper = blank_paper(minutes.abstract, minutes.day)
    put_head(paper, minutes.above, (minutes.authority,), minutes.number, "")
    put_title(paper, minutes.kind, minutes.abstract)
    for words in minutes.facts:
        put_paragraph(paper, words)
    _part(paper, "Nội dung (theo diễn biến buổi sinh hoạt):", minutes.content)
    _part(paper, "Việc được giao:", minutes.tasks)
    put_paragraph(paper, minutes.closing).paragraph_format.keep_with_next = True
    _signatures(paper, minutes)
    for words in minutes.notes:
        write(paper.add_paragraph(), words, size=12, italic=True)
    write(paper.add_paragraph(), RECIPIENTS, size=12, bold=True, italic=True)
    for name in minutes.recipients:
        write(paper.add_paragraph(), name, size=11)
    return in_bytes(paper)


def _part(paper: Paper, heading: str, paragraphs: tuple[str, ...]) -> None:
    if paragraphs:
        put_paragraph(paper, heading, bold=True).paragraph_format.keep_with_next = True
    for words in paragraphs:
        put_paragraph(paper, words)


def _signatures(paper: Paper, minutes: MinutesPaper) -> None:
    """The secretary on the left, who was in the chair on the right, with room to sign."""
    paper.add_paragraph().paragraph_format.keep_with_next = True
    grid = table_of(paper, 1, FOOT_COLUMNS)
    posts = (("THƯ KÝ", minutes.secretary), ("CHỦ TRÌ", minutes.chair))
    for cell, (post, name) in zip(grid.rows[0].cells, posts, strict=True):
        write(cell.paragraphs[0], post, bold=True, align=ALIGN.CENTER)
        write(cell.add_paragraph(), "(Ký, ghi rõ họ tên)", italic=True, align=ALIGN.CENTER)
        line = write(cell.add_paragraph(), name, bold=True, align=ALIGN.CENTER)
        line.paragraph_format.space_before = Mm(24)
    keep_together(grid)
    paper.add_paragraph()
