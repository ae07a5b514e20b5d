"""A provider's register of certificates as a workbook; text is never a formula."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from portal import clock
from portal.training.service.certificates import Given

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = {"STT": 6, "Số chứng chỉ": 18, "Họ và tên": 28, "Khóa học": 36, "Ngày cấp": 12}
REVOKED = ("Ngày thu hồi", 14)
HEAD = 3


def as_book(rows: Iterable[Given], year: int, provider: str) -> bytes:
    """One sheet, which says above and at the foot of each page whose it is and when it was made."""
    kept = BytesIO()
    book = Workbook(kept, {"in_memory": True, "strings_to_formulas": False})
    today = clock.today()
    book.set_properties({"created": datetime.combine(today, time(), UTC).replace(tzinfo=None)})
    sheet, day = book.add_worksheet(str(year)), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, f"Sổ cấp chứng chỉ năm {year}, {provider}")
    sheet.write_string(1, 0, f"Xuất ngày {today:%d/%m/%Y}. Chỉ dùng cho việc đã ghi.")
    sheet.set_footer(f"&LXuất ngày {today:%d/%m/%Y}&RTrang &P")
    for at, (title, width) in enumerate([*COLUMNS.items(), REVOKED]):
        sheet.set_column(at, at, width)
        sheet.write_string(HEAD, at, title, book.add_format({"bold": True, "bottom": 1}))
    for serial, row in enumerate(rows, 1):
        down = HEAD + serial
        sheet.write_number(down, 0, serial)
        for at, words in enumerate((row.number, row.name, row.course), 1):
            sheet.write_string(down, at, words)
        sheet.write_datetime(down, 4, row.issued_on, day)
        if row.revoked_on:
            sheet.write_datetime(down, 5, row.revoked_on, day)
    book.close()
    return kept.getvalue()
