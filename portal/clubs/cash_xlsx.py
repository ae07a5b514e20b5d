"""The cash of a year as a workbook: numbers as numbers, text never a formula; Vietnamese, as the
paper is."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from portal.clubs.labels import PURPOSE_LABELS
from portal.clubs.service.cash_sheets import CashLine, CashMonth
from portal.i18n import force_locale

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
A4 = 9
FIRST_ROW = 3  # below the title and a blank row stands the head of the table
FORMATS = {str: "@", int: "#,##0", date: "dd/mm/yyyy"}
BY_MONTH = (("Tháng", 10), ("Tồn đầu", 16), ("Thu", 16), ("Chi", 16), ("Tồn cuối", 16), ("Đếm", 16))
ENTRIES = (
    *(("Ngày", 12), ("Số chứng từ", 14), ("Việc", 26), ("Nội dung", 40)),
    *(("Người nộp, người nhận", 28), ("Thu", 14), ("Chi", 14), ("Tồn", 14), ("Ghi chú", 30)),
)
Cell = str | int | date | None


def as_xlsx(
    club: str, year: CashMonth, months: Sequence[CashMonth], lines: Iterable[CashLine]
) -> bytes:
    """A sheet of the months, and one of the entries."""
    kept = BytesIO()
    book = Workbook(kept, {"in_memory": True, "strings_to_formulas": False})
    named = f"Sổ thu chi năm {year.first.year}"
    # the workbook would otherwise say when it was written
    opened = datetime(year.first.year, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": named, "created": opened})
    with force_locale("vi"):
        by_month = [*map(_month, months), ("Cả năm", *_month(year)[1:])]
        entries = [_line(line) for line in lines]
    title = f"{named} – {club}"
    _fill(book, "Theo tháng", title, BY_MONTH, by_month)
    _fill(book, "Từng khoản", title, ENTRIES, entries)
    book.close()
    return kept.getvalue()


def _month(month: CashMonth) -> tuple[Cell, ...]:
    counted = month.closing.counted if month.closing else None
    named = f"{month.first:%m/%Y}"
    return named, month.opening, month.came_in, month.went_out, month.left, counted


def _line(line: CashLine) -> tuple[Cell, ...]:
    entry = line.entry
    remark = f"Hủy một dòng: {entry.reason}" if entry.reason else ""
    return (
        entry.day,
        entry.voucher,
        str(PURPOSE_LABELS[entry.purpose]),
        entry.words,
        entry.other_party,
        line.came_in,
        line.went_out,
        line.left,
        remark,
    )


def _fill(
    book: Workbook,
    name: str,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Cell]],
) -> None:
    face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    bold, boxed = {**face, "bold": True}, {**face, "border": 1, "text_wrap": True}
    formats = {kind: book.add_format({**boxed, "num_format": FORMATS[kind]}) for kind in FORMATS}
    head = book.add_format({**bold, "border": 1, "text_wrap": True, "align": "center"})
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, title, book.add_format({**bold, "font_size": 14}))
    for at, (words, width) in enumerate(columns):
        sheet.write_string(FIRST_ROW - 1, at, words, head)
        sheet.set_column(at, at, width)
    for down, row in enumerate(rows, start=FIRST_ROW):
        for at, cell in enumerate(row):
            _write(sheet, (down, at), cell, formats)
    _set_up(sheet)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, formats: dict[type, Format]) -> None:
    if cell is None:
        sheet.write_blank(*at, None, formats[str])
    elif isinstance(cell, str):
        sheet.write_string(*at, cell, formats[str])
    elif isinstance(cell, int):
        sheet.write_number(*at, cell, formats[int])
    else:
        sheet.write_datetime(*at, cell, formats[date])


def _set_up(sheet: Worksheet) -> None:
    """The head stays in sight on the screen and stands again on each page of paper."""
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(FIRST_ROW - 1)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
