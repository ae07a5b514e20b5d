"""An official report read back from each of its formats: layout, words, figures, and no person."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import html5lib
import openpyxl
import pytest
from docx import Document
from docx.shared import Mm
from sqlalchemy.orm import Session

from portal.targets.reports.formats import FORMATS
from portal.targets.reports.model import Annex, Cell, Report, Row
from tests.targets import papers
from tests.targets.papers import HIDDEN, PHONE, TRAP

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
KEYS = ["targets", "clubs", "training", "jobs", "attendance", "staff_training"]


@pytest.fixture
def report(country: Session) -> Report:
    """The report of a small province."""
    papers.fill()
    return papers.report()


@pytest.fixture
def written(report: Report) -> Callable[[str], bytes]:
    """The report in a format."""
    return lambda ending: FORMATS[ending].write(report)


def _lines(docx: bytes) -> Iterator[str]:
    paper = Document(BytesIO(docx))
    for part in paper.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    ):
        words = "".join(text.text or "" for text in part.iter() if text.tag.endswith("}t"))
        if words:
            yield words


def _known(words: str, kind: str) -> Cell:
    """What a cell says, read as a Vietnamese reads it."""
    if not words or kind == "text":
        return words or None
    if kind == "date":
        return datetime.strptime(words, "%d/%m/%Y").date()  # noqa: DTZ007 - a day only
    return float(words.removesuffix("%").replace(".", "").replace(",", "."))


def _all_known(annex: Annex, rows: list[list[str]]) -> list[Row]:
    kinds = [column.kind for column in annex.columns]
    return [tuple(map(_known, row, kinds)) for row in rows]


def _as_read(annex: Annex) -> list[Row]:
    """On paper a blank is a blank, whether nothing is known or nothing was typed."""
    return [tuple(None if cell == "" else cell for cell in row) for row in annex.rows]


def test_the_word_file_has_every_part_of_the_layout(written: Callable[[str], bytes]) -> None:
    lines = list(_lines(written("docx")))
    assert lines[0] == "ỦY BAN NHÂN DÂNTHÀNH PHỐ ĐỒNG NAI"
    assert lines[1:5] == [*MOTTO, "Số: 12/BC-UBND", "Đồng Nai, ngày 05 tháng 10 năm 2026"]
    assert lines[5] == "BÁO CÁO"
    assert lines[6].startswith("Kết quả thực hiện Kế hoạch số 257/KH-UBND ngày 25/07/2024 về")
    assert lines[7] == "Quý III năm 2026"
    headings = [line for line in lines if re.match(r"[IVX]+\. ", line)]
    assert headings == [
        "I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        "II. KẾT QUẢ CÁC MẶT CÔNG TÁC TRONG KỲ",
        "III. KHÓ KHĂN, VƯỚNG MẮC",
        "IV. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    ends = next(at for at, line in enumerate(lines) if line.endswith("./."))
    assert lines[ends + 1 : ends + 7] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, KGVX.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Thị Hạnh",
    ]
    assert "Thiếu kinh phí." in lines


def test_the_word_file_keeps_page_margins_face_and_numbers(written: Callable[[str], bytes]) -> None:
    paper = Document(BytesIO(written("docx")))
    text, *annexes = paper.sections
    assert (round(text.page_width.mm), round(text.page_height.mm)) == (210, 297)
    for section in paper.sections:
        assert Mm(20) - 1000 <= section.top_margin <= Mm(25)
        assert Mm(30) - 1000 <= section.left_margin <= Mm(35)
        assert Mm(15) <= section.right_margin <= Mm(20)
    assert text.different_first_page_header_footer
    assert not text.first_page_header.paragraphs[0].text
    assert "PAGE" in text.header._element.xml
    assert not any(section.different_first_page_header_footer for section in annexes)
    face = paper.styles["Normal"].font
    assert (face.name, face.size and face.size.pt) == ("Times New Roman", 14)


def test_the_workbook_has_numbers_as_numbers_and_no_formula(
    written: Callable[[str], bytes],
) -> None:
    book = openpyxl.load_workbook(BytesIO(written("xlsx")))
    assert len(book.sheetnames) == len(KEYS)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    clubs = book.worksheets[1]
    number, name, _place, founded, decision, *_ = [cell.value for cell in clubs[5]]
    assert (number, name, founded.date(), decision) == (1, TRAP, date(2024, 8, 1), PHONE)
    attended = book.worksheets[4]
    assert attended["F5"].value == 0.5
    assert attended["F5"].number_format == "0.0%"
    assert clubs.freeze_panes == "B5"
    assert clubs.page_setup.paperSize == 9
    raw = ZipFile(BytesIO(written("xlsx")))
    assert not any(b"<f>" in raw.read(name) for name in raw.namelist())


def test_the_figures_are_the_same_in_every_format(
    report: Report, written: Callable[[str], bytes]
) -> None:
    told = json.loads(written("json"))
    assert [annex["key"] for annex in told["annexes"]] == KEYS
    book = openpyxl.load_workbook(BytesIO(written("xlsx")))
    tables = html5lib.parse(written("html"), namespaceHTMLElements=False).findall(".//table")
    words = Document(BytesIO(written("docx"))).tables[2:]
    filled = [annex for annex in report.annexes if annex.rows]
    assert len(tables) == len(words) == len(filled)
    for annex, table, word in zip(filled, tables, words, strict=True):
        page = [[cell.text or "" for cell in row] for row in table.findall(".//tbody/tr")]
        assert _all_known(annex, page) == _as_read(annex)
        assert [[cell.text for cell in row.cells] for row in word.rows[1:]] == page
    for annex, sheet, kept in zip(report.annexes, book, told["annexes"], strict=True):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
        percents = [at for at, column in enumerate(annex.columns) if column.kind == "percent"]
        for row, known, plain in zip(rows, annex.rows, kept["rows"], strict=False):
            for at, (mine, theirs) in enumerate(zip(row, known, strict=True)):
                shown = round(mine * 100, 1) if at in percents and mine is not None else mine
                same = shown.date() if isinstance(shown, datetime) else shown
                assert same == theirs
                assert plain[at] == (theirs.isoformat() if isinstance(theirs, date) else theirs)


def test_the_page_reads_as_the_paper_and_carries_its_own_style(
    written: Callable[[str], bytes],
) -> None:
    page = written("html").decode()
    for words in (*MOTTO, "BÁO CÁO", "ngày 05 tháng 10 năm 2026", "Nơi nhận:", "./.", "=1+1"):
        assert words in page
    assert 'href="data:text/css;base64,' in page
    assert "<script" not in page


def test_the_pdf_has_its_pages_and_names_no_machine(written: Callable[[str], bytes]) -> None:
    pdf = written("pdf")
    assert pdf.startswith(b"%PDF-1.7")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= len(KEYS) + 1
    for hint in (b"/CreationDate", b"/ModDate", b"/Author", b"/usr", b"/tmp"):
        assert hint not in pdf


def test_the_pdf_is_set_from_the_same_figures(
    report: Report, written: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "typst.compile", lambda *_, sys_inputs, root: told.append(sys_inputs["paper"])
    )
    written("pdf")
    for annex, given in zip(report.annexes, json.loads(told[0])["annexes"], strict=True):
        assert _all_known(annex, given["rows"]) == _as_read(annex)


@pytest.mark.parametrize("ending", list(FORMATS))
def test_the_same_report_gives_the_same_bytes(report: Report, ending: str) -> None:
    first, second = FORMATS[ending].write(report), FORMATS[ending].write(report)
    assert first == second


def test_no_person_helped_is_named(report: Report, written: Callable[[str], bytes]) -> None:
    assert HIDDEN not in written("json").decode()
    assert "Lê Thị Cán Bộ" in written("json").decode()
