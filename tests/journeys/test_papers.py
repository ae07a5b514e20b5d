"""The quarter's report on paper: asked for, watched while it is made, and its files read back."""

import json
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from docx import Document

from tests.journeys.conftest import Walks
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser

MOTTO = "Độc lập - Tự do - Hạnh phúc"


def test_a_paper_is_made_by_the_worker_and_read_back(
    walk: Walks, javascript: bool, work_off: Callable[[], None]
) -> None:
    officer = walk(1280).sign_in("officer").follow("Báo cáo").follow("Văn bản báo cáo")
    officer.follow("Lập văn bản").fill({"Kỳ": "2026-Q3", "Họ tên người ký": "Trần Thị Hạnh"})
    officer.press("Lập văn bản").sees("Văn bản đang chờ đến lượt")
    work_off()
    if not javascript:  # else the page asks by itself
        officer.follow("Xem lại")
    officer.sees("Văn bản đã xong").look()

    book = openpyxl.load_workbook(BytesIO(_fetched(officer, "Excel")))
    told = json.loads(_fetched(officer, "JSON"))
    for sheet, annex in zip(book, told["annexes"], strict=True):
        first = [cell.value for cell in sheet["A"][4:]]
        assert first == [row[0] for row in annex["rows"]] or not annex["rows"]
    paper = Document(BytesIO(_fetched(officer, "Word")))
    words = "\n".join(cell.text for table in paper.tables for cell in table._cells)
    assert MOTTO in words
    assert "Trần Thị Hạnh" in words
    assert _fetched(officer, "PDF").startswith(b"%PDF-1.7")

    officer.follow("Đọc và in")
    assert MOTTO in officer.page.inner_text("body")


def _fetched(officer: Walk, label: str) -> bytes:
    link = officer.main.get_by_role("link", name=f"Tải bản {label}")
    with officer.page.expect_download() as begun:
        link.click()
    return begun.value.path().read_bytes()
