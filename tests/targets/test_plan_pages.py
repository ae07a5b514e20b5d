"""Plans, tasks and figures in the browser, without JavaScript."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from sqlalchemy import Engine

from portal import clock
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.config import Settings
from portal.db import transaction
from portal.vault import Vault
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Page, Visitor
from tests.targets.province import save
from tests.targets.test_plan_file import PLAN

pytestmark = on_sqlite
TRANG_DAI, EDIT = "25993", "/targets/plans/257-kh-ubnd/targets/004-1/edit"
HEADER = "indicator,place_code,period,numerator,denominator,source\n"


@pytest.fixture(autouse=True)
def officers(engine: Engine, settings: Settings) -> Iterator[None]:
    """Officers of Đồng Nai and of one commune."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}):
        for login, scope in (("officer", "75"), ("commune", TRANG_DAI)):
            user = User(
                login=login,
                name="Bà Hạnh",
                password_hash=passwords.hashed(PASSWORD),
                created_at=clock.now(),
            )
            save(user)
            save(Post(user_id=user.id, role="officer", scope=scope, from_on=clock.today()))
    yield
    clock.fix(None)


@pytest.fixture
def officer(visitor: Visitor) -> Visitor:
    """The province's officer, signed in."""
    visitor.sign_in("officer")
    return visitor


def test_a_target_is_changed_and_its_history_reads_from_to(officer: Visitor) -> None:
    page = officer.get(EDIT).submit("Lưu", value="3", reason="Theo văn bản mới")
    page = page.follow("Các lần sửa 004-1")
    for words in ("Bà Hạnh", "Theo văn bản mới", "Mức cần đạt"):
        assert words in page
    assert "thí điểm 02 Mô hình" in officer.get("/targets/plans/257-kh-ubnd/editions/0")
    officer.get("/targets/plans/257-kh-ubnd/editions/7", status=404)


def test_what_was_typed_stays_beside_the_error(officer: Visitor) -> None:
    page = officer.get(EDIT).submit(
        "Lưu", 422, last="2020-01-01", wording="của tôi", reason="vì thế"
    )
    for words in ("từ ngày đầu (01/01/2024)", "của tôi"):
        assert words in page
    assert 'value="vì thế"' in page.text


def test_two_officers_the_second_sees_both_versions(officer: Visitor) -> None:
    opened = officer.get(EDIT)
    officer.get(EDIT).submit("Lưu", value="3", reason="một")
    page = opened.submit("Lưu", 422, value="4", reason="hai")
    assert "Bản đang lưu" in page
    page.submit("Lưu", value="4", reason="hai")
    assert "hai" in officer.get("/targets/plans/257-kh-ubnd/history")


def test_a_target_is_taken_out_with_a_reason(officer: Visitor) -> None:
    page = officer.get("/targets/plans/257-kh-ubnd").follow("Bỏ 004-1")
    page.submit("Bỏ chỉ tiêu", 422, reason="")
    shown = page.submit("Bỏ chỉ tiêu", reason="Đã hoàn thành")
    assert "thí điểm 02 Mô hình" not in shown
    assert "thí điểm 02 Mô hình" in officer.get("/targets/plans/257-kh-ubnd/history")


def test_a_plan_is_pasted_and_a_bad_one_names_its_line(officer: Visitor) -> None:
    form = officer.get("/targets/plans/paste")
    page = form.submit("Lưu", 422, text=PLAN.replace("need_met", "need_mett"))
    assert "TOML, dòng 10, indicator: Không có “need_mett”. Gần giống: need_met" in page
    assert "need_mett" in page.text.split("<textarea")[1]
    shown = page.submit("Lưu", text=PLAN)
    assert "Kế hoạch 12/KH-UBND" in shown
    again = officer.get("/targets/plans/paste")
    assert "Đã có kế hoạch số 12/KH-UBND" in again.submit("Lưu", 422, text=PLAN)


def test_a_plan_is_sent_as_a_file(officer: Visitor) -> None:
    def send(content: bytes, status: int = 200) -> Page:
        form = officer.get("/targets/plans/paste")
        return form.submit("Lưu", status, text="", file=(BytesIO(content), "mine.toml"))

    assert "UTF-8" in send(b"\xff\xfe", 422)
    assert "mine.toml, dòng 17, value" in send(PLAN.replace("80\n", "800\n").encode(), 422)
    assert "Kế hoạch 12/KH-UBND" in send(PLAN.encode())


def test_a_plan_is_typed_target_by_target(officer: Visitor) -> None:
    form = officer.get("/targets/plans/new")
    typed = {"number": "77/KH", "title": "Mới", "authority": "UBND", "place": "Trảng Dài"}
    assert "Cần ngày ký" in form.submit("Thêm kế hoạch", 422, **typed)
    page = form.submit("Thêm kế hoạch", **typed, signed="2026-02-03")
    assert "Kế hoạch 77/KH" in page
    page = page.follow("Thêm chỉ tiêu").submit(
        "Lưu",
        id="77-1",
        wording="câu",
        indicator="clubs_stable",
        level="club",
        value="100",
        unit="percent",
        first="2026-01-01",
        reason="bổ sung",
    )
    assert "Câu lạc bộ hoạt động ổn định" in page
    page = page.follow("Sửa kế hoạch").submit("Lưu", title="Tên khác", reason="nhầm tên")
    assert "Tên khác" in page
    page = page.follow("Sửa bằng văn bản TOML").submit("Lưu", 422, text="number = 3", reason="thử")
    assert "TOML, dòng 1, number" in page


def test_a_local_plan_is_added_from_its_parents_page(officer: Visitor) -> None:
    page = officer.get("/targets/plans/257-kh-ubnd/local")
    assert "Xã, phường chưa có kế hoạch: 95" in page
    form = page.follow("Thêm kế hoạch Phường Trảng Dài")
    shown = form.submit(
        "Thêm kế hoạch", number="5/KH", authority="UBND phường", signed="2026-01-05"
    )
    assert "Kế hoạch 5/KH" in shown
    assert "5/KH" in officer.get("/targets/plans/257-kh-ubnd")
    assert "chưa có kế hoạch: 94" in officer.get("/targets/plans/257-kh-ubnd/local")


def test_the_officer_of_a_commune_reads_but_does_not_change(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    page = visitor.get("/targets/plans/257-kh-ubnd")
    assert "Sửa kế hoạch" not in page
    for address in (EDIT, "/targets/plans/257-kh-ubnd/edit", "/targets/plans/257-kh-ubnd/tasks"):
        visitor.get(address, status=404)
    assert "Chỉ đọc" in visitor.get("/targets/plans")


def test_the_officer_of_a_commune_adds_a_plan_under_the_provinces(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    form = visitor.get("/targets/plans/257-kh-ubnd").follow("Thêm kế hoạch của địa bàn mình")
    typed = {"number": "5/KH", "authority": "UBND phường", "signed": "2026-01-05"}
    page = form.submit("Thêm kế hoạch", 422, place="Biên Hòa", **typed)
    assert "Nơi này không thuộc địa bàn của anh/chị." in page
    page = page.submit("Thêm kế hoạch", place="Trảng Dài")
    assert "Kế hoạch 5/KH" in page
    assert "Sửa kế hoạch" in page


def test_a_task_is_added_and_moved_on(officer: Visitor) -> None:
    page = officer.get("/targets/plans/257-kh-ubnd").follow("Việc phải làm")
    assert "Kế hoạch chưa có việc nào." in page
    page = page.follow("Thêm việc").submit(
        "Lưu", title="Tập huấn", responsible="Công an tỉnh", due_on="2026-11-01", target_id="004-1"
    )
    assert "Quá hạn" in page
    page = page.follow("Tập huấn").submit("Lưu", progress="done", remark="xong rồi")
    assert "Quá hạn" not in page
    history = page.follow("Tập huấn")
    assert "Tiến độ đã ghi" in history
    assert "Chưa bắt đầu" in history


def test_a_figure_is_entered_corrected_and_refused(officer: Visitor) -> None:
    typed = {
        "indicator": "reached",
        "place": "Đồng Nai",
        "period": "2025",
        "numerator": "90",
        "denominator": "80",
        "source": "Báo cáo năm",
    }
    form = officer.get("/targets/figures/new?indicator=reached&period=2025&place=75")
    page = form.submit("Lưu", 422, **typed)
    assert "Số đạt không được lớn hơn tổng số." in page
    page = page.submit("Lưu", numerator="70")
    page = page.follow("Người được tiếp cận").submit("Lưu", numerator="75", reason="cộng sót")
    assert "Sửa từ 70/80 thành 75/80" in page
    assert "cộng sót" in page
    opened = page.follow("Người được tiếp cận")
    page.follow("Người được tiếp cận").submit("Lưu", numerator="76", reason="nữa")
    assert "Bản đang lưu" in opened.submit("Lưu", 422, numerator="77", reason="cũ")


def test_figures_come_in_by_file_for_ones_own_places(officer: Visitor) -> None:
    def send(rows: str, status: int = 200, **typed: str) -> Page:
        form = officer.get("/targets/figures/import")
        return form.submit(
            "Nhập", status, file=(BytesIO((HEADER + rows).encode()), "f.csv"), **typed
        )

    assert 'dòng 2, place_code: "48" không thuộc địa bàn' in send("reached,48,2025,1,2,x\n", 422)
    assert "dòng 2, denominator: không được nhỏ hơn numerator" in send(
        "reached,75,2025,3,2,x\n", 422
    )
    row = "reached,75,2025,1,2,Số của Sở\n"
    assert "Nếu lưu: 1 số mới" in send(row, dry_run="y")
    assert "Số của Sở" not in officer.get("/targets/figures")
    page = send(row)
    assert "Số của Sở" in page
    assert "Bà Hạnh" in page.follow("Người được tiếp cận")
    assert "Mời chọn tệp." in officer.get("/targets/figures/import").submit("Nhập", 422, file="")


def test_the_results_of_son_la_stand_beside_ones_own(officer: Visitor) -> None:
    page = officer.get("/targets/results")
    for words in ("27.435", "lượt", "724", "Tỉnh Sơn La", "năm nay"):
        assert words in page
