"""The annexes as a workbook: a sheet each, numbers as numbers, text never a formula."""

from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from portal.targets.reports.model import Annex, Cell, Column, Kind, Report
from portal.targets.reports.wording import annex_names, shown

A4 = 9
LONGEST_NAME = 31  # of a sheet, in Excel
FORMATS = {"text": "@", "number": "#,##0", "percent": "0.0%", "date": "dd/mm/yyyy"}
FIRST_ROW = 4  # below title, period, and a blank row stands the head of the table
NARROWEST, WIDEST = 6, 48
LINE = 17  # points that a line of a heading takes
Formats = dict[str, Format]


def as_xlsx(report: Report) -> bytes:
    """A sheet an annex, in its order."""
    kept = BytesIO()
    book = Workbook(kept, {"in_memory": True, "strings_to_formulas": False})
    # the workbook would otherwise say when it was written
    midnight = datetime.combine(report.last, datetime.min.time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": report.head.abstract, "created": midnight})
    formats = _formats(book)
    for name, annex in annex_names(report):
        numeral = name.rpartition(" ")[2]
        sheet = book.add_worksheet(f"{numeral}. {annex.title}"[:LONGEST_NAME])
        _fill(sheet, annex, formats, f"{name}. {annex.title}", report.head.period)
    book.close()
    return kept.getvalue()


def _formats(book: Workbook) -> Formats:
    face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    formats = {
        kind: book.add_format(
            {**face, "num_format": code, "border": 1, "text_wrap": kind == "text"}
        )
        for kind, code in FORMATS.items()
    }
    bold = {**face, "bold": True}
    formats["title"] = book.add_format({**bold, "font_size": 14})
    formats["line"] = book.add_format({**face, "italic": True})
    centred = {"align": "center", "valign": "vcenter", "text_wrap": True}
    formats["head"] = book.add_format({**bold, **centred, "border": 1, "bg_color": "#E7E6E6"})
    return formats


def _fill(sheet: Worksheet, annex: Annex, formats: Formats, title: str, period: str) -> None:
    sheet.write_string(0, 0, title, formats["title"])
    sheet.write_string(1, 0, period, formats["line"])
    if annex.note:
        sheet.write_string(2, 0, annex.note, formats["line"])
    lines = 1
    widths = [_width(annex, at, column) for at, column in enumerate(annex.columns)]
    for at, (column, width) in enumerate(zip(annex.columns, widths, strict=True)):
        sheet.write_string(FIRST_ROW - 1, at, column.title, formats["head"])
        sheet.set_column(at, at, width)
        lines = max(lines, len(wrap(column.title, width - 1)))
    sheet.set_row(FIRST_ROW - 1, lines * LINE)
    for down, row in enumerate(annex.rows, start=FIRST_ROW):
        for at, (column, cell) in enumerate(zip(annex.columns, row, strict=True)):
            _write(sheet, (down, at), cell, column.kind, formats[column.kind])
    _set_up(sheet, annex)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, kind: Kind, drawn: Format) -> None:
    """By its kind: Excel keeps a percentage as a fraction; a text stays one, whatever it says."""
    if cell is None:
        sheet.write_blank(*at, None, drawn)
    elif isinstance(cell, str):
        sheet.write_string(*at, cell, drawn)
    elif isinstance(cell, int | float):
        sheet.write_number(*at, cell / 100 if kind == "percent" else cell, drawn)
    else:
        sheet.write_datetime(*at, cell, drawn)


def _width(annex: Annex, at: int, column: Column) -> int:
    longest = max((len(shown(row[at], column.kind)) for row in annex.rows), default=0)
    words = max(map(len, column.title.split()), default=0)
    return min(max(NARROWEST, words + 2, longest + 2), WIDEST)


def _set_up(sheet: Worksheet, annex: Annex) -> None:
    """The head stays in sight on the screen and stands again on each page of paper."""
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(FIRST_ROW - 1)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
    sheet.set_footer("&C&P/&N")
