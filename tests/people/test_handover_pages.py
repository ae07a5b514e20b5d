"""The pages of handovers: nothing typed is lost, a double is asked about, figures name nobody."""

import pytest
from flask import Flask

from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.people.commune import Commune

TYPED = {
    "name": "Phạm Văn Chín",
    "birth_year": "1992",
    "kind": "voluntary",
    "completed_on": "2026-11-12",
    "arrived_on": "13/11/2026",
    "facility": "Cơ sở Xuân Phú",
}


@on_sqlite
def test_from_the_paper_to_the_card(visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("case_officer")
    page = visitor.get("/handovers/new").submit("Ghi", **TYPED)
    assert "Gặp lần đầu: quá hạn 3 ngày" in page
    page = page.follow("Ghi lần gặp đầu").submit("Ghi lần gặp đầu")
    page = page.follow("Mở hồ sơ theo dõi").submit("Mở hồ sơ theo dõi")
    assert "Đã mở hồ sơ" in page
    page = page.follow("Làm thẻ thành viên").submit("Làm thẻ")
    assert "Mã dùng một lần" in page


@on_sqlite
def test_days_out_of_order_are_said_to_be_so(visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("case_officer")
    page = visitor.get("/handovers/new").submit("Ghi", **TYPED).follow("Mở hồ sơ theo dõi")
    days = {"managed_from": "2027-02-01", "managed_to": "2027-01-01"}
    page = page.submit("Mở hồ sơ theo dõi", 422, **days)
    assert "thứ tự các ngày" in page
    assert "Phạm Văn Chín" in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("birth_year", "1800"),
        ("birth_year", "1000000000000"),
        ("completed_on", "2099-01-01"),
        ("arrived_on", "2026-11-01"),
        ("decided_months", "-3"),
        ("commune_code", "Không Có Đâu"),
        ("name", "x" * 200),
    ],
)
@on_sqlite
def test_a_fault_loses_nothing(visitor: Visitor, living: Commune, field: str, value: str) -> None:
    visitor.sign_in("case_officer")
    page = visitor.get("/handovers/new").submit("Ghi", 422, **{**TYPED, field: value})
    assert TYPED["facility"] in page.answer.text
    assert value in page.answer.text
    assert "Không có ai" in visitor.get("/handovers")


@on_sqlite
def test_a_double_is_asked_about_on_the_page(visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("case_officer")
    typed = {**TYPED, "name": "nguyen van an", "birth_year": "1990"}
    page = visitor.get("/handovers/new").submit("Ghi", 422, **typed)
    page = page.submit("Ghi", same_as=living.an)
    assert "Nguyễn Văn An" in page


@on_sqlite
def test_an_officer_sees_figures_and_sets_the_days(
    app: Flask, visitor: Visitor, living: Commune
) -> None:
    visitor.sign_in("case_officer")
    visitor.get("/handovers/new").submit("Ghi", **TYPED)
    visitor = Visitor(app)
    visitor.sign_in("officer")
    page = visitor.get("/handovers/figures")
    assert "Hố Nai" in page
    assert "dưới 5" in page
    assert "1 đúng hạn" not in page
    assert "Phạm Văn Chín" not in page
    rule = {"from_on": "2026-11-23", "meet_days": "3", "file_days": "2", "source": "Công văn 1"}
    page = visitor.get("/handovers/rules").submit("Đặt thời hạn", **rule)
    assert "Công văn 1" in page


@on_sqlite
def test_moving_a_person_and_changing_a_file(app: Flask, visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("case_officer")
    new = {"kind": "voluntary", "completed_on": "2026-06-30"}
    page = visitor.get(f"/clients/{living.an}/files/new").submit("Mở hồ sơ", **new)
    page = page.follow("Tạm dừng, theo dõi tiếp hoặc kết thúc sớm")
    page = page.submit("Ghi", kind="suspended", reason="đi viện")
    assert "Đang tạm dừng" in page
    move = {"commune_code": "Phường Tam Hiệp", "reason": "về nhà vợ"}
    page = visitor.get(f"/clients/{living.an}/residence").submit("Chuyển hồ sơ", **move)
    assert "Đã chuyển hồ sơ" in page
    visitor.get(f"/clients/{living.an}", 404)
    visitor = Visitor(app)
    visitor.sign_in("neighbour")
    assert "về nhà vợ" in visitor.get(f"/clients/{living.an}")
