"""The pages of jobs, as a visitor, an employer and an officer see them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from portal.access import Role
from portal.app import create_app
from portal.chores import index, rebuild_index
from portal.config import Settings
from portal.db import session
from portal.installation import Installation, open_installation
from portal.jobs import service
from portal.jobs.models import Vacancy, Verification
from portal.trades.service import load_skills
from tests.databases import on_sqlite
from tests.jobs.world import DONG_NAI, application, employer, user, vacancy
from tests.pages import Visitor

pytestmark = on_sqlite
GIVES_AWAY = ("cai nghiện", "ma túy", "sau cai", "rehab", "drug", "cam kết")
REGISTRATION = {
    "name": "Xưởng mộc Hố Nai",
    "tax_code": "0300588569",
    "commune_code": "Phường Trảng Dài",
    "phone": "0251 3822 501",
    "contact_name": "Trần Thị Mai",
    "login": "mochonai",
    "password": "một câu dài dễ nhớ",
}
PAPER = {"paper": "business", "paper_number": "3600123456", "paper_on": "04/05/2020"}
POSTED = {
    "title": "Thợ mộc",
    "occupation": "7522",
    "description": "Ghép mộng, hoàn thiện bàn ghế.",
    "commune_code": "Trảng Dài",
    "wage_from": "8.000.000",
    "shifts": ["morning", "afternoon"],
    "must_skills": ["han-mig"],
    "contract": "year",
    "seats": "3",
    "closes_on": "31/12/2026",
}


@pytest.fixture
def pids(installation: Installation) -> dict[str, str]:
    """A verified employer with a vacancy, one that waits, and their people."""
    with installation.transaction(writes=True):
        load_skills()
        own = employer(pledged=True)
        waiting = employer("Quán Sông Phố", verification=Verification.PENDING)
        posted, hidden = vacancy(own), vacancy(waiting, title="Phụ bếp")
        sent = application(posted)
        user("tanphong", Role.EMPLOYER, own.pid)
        user("songpho", Role.EMPLOYER, waiting.pid)
        user("officer", Role.OFFICER, DONG_NAI)
        found = {"own": own.pid, "waiting": waiting.pid, "posted": posted.pid}
        found |= {"hidden": hidden.pid, "sent": sent.pid}
    return found


def test_anyone_browses_open_jobs_in_few_queries(pids: dict[str, str], visitor: Visitor) -> None:
    visitor.get("/jobs")  # the places are read once a process
    page = visitor.get("/jobs")
    assert "Thợ hàn khung sắt" in page
    assert "Phụ bếp" not in page
    assert page.queries <= 6
    job = page.follow("Thợ hàn khung sắt")
    assert "0251 3822 501" in job
    assert "8.000.000 – 10.000.000 đồng" in job
    for shown in (page, job):
        assert not any(word in shown.text.lower() for word in GIVES_AWAY)
    visitor.get(f"/jobs/{pids['hidden']}", status=404)


def test_filters_stay_in_the_address_and_nonsense_finds_nothing(
    visitor: Visitor, pids: dict[str, str]
) -> None:
    page = visitor.get("/jobs?group=72&shift=morning&commune=26041")
    assert "Thợ hàn khung sắt" in page
    assert "Chưa có việc nào như vậy" in visitor.get("/jobs?group=51")
    assert (
        visitor.get("/jobs?page=99999999999999999999&q=%00&shift=%00&commune='").answer.status_code
        == 200
    )


def test_an_employer_registers_posts_and_waits(
    visitor: Visitor, installation: Installation, pids: dict[str, str]
) -> None:
    wrong = visitor.get("/employers/register").submit(
        **(REGISTRATION | {"tax_code": "123", "commune_code": "Không Đâu Cả"}), status=422
    )
    assert "Không có xã, phường nào tên như vậy" in wrong
    wrong = visitor.get("/employers/register").submit(
        **(REGISTRATION | {"tax_code": "123"}), status=422
    )
    assert "ở đây có 3 chữ số" in wrong
    start = visitor.get("/employers/register").submit(**REGISTRATION)
    assert "Đang chờ duyệt" in start
    form = start.follow("Đăng tin mới")
    late = form.submit(**(POSTED | {"opens_on": "01/01/2027"}), status=422)
    assert "Hạn nhận hồ sơ phải từ ngày mở trở đi." in late
    past = form.submit(**(POSTED | {"closes_on": "20/11/2026"}), status=422)
    assert "Ngày này đã qua." in past
    low = form.submit(**(POSTED | {"wage_from": "3.000.000"}), status=422)
    assert "5.310.000 đồng một tháng, theo Nghị định 293/2025/NĐ-CP" in low
    posted = low.submit(**POSTED)
    assert "Đã đăng tin." in posted
    assert "chờ duyệt" in posted
    assert "Thợ mộc" not in visitor.get("/jobs")


def test_five_registrations_and_then_a_pause(visitor: Visitor) -> None:
    for n in range(5):
        visitor.get("/employers/register").submit(**(REGISTRATION | {"login": f"xuong{n}"}))
        visitor.get("/").submit("Đăng xuất")
    visitor.get("/employers/register").submit(**(REGISTRATION | {"login": "xuong5"}), status=429)


def test_a_login_that_is_taken_is_refused(visitor: Visitor, pids: dict[str, str]) -> None:
    page = visitor.get("/employers/register").submit(
        **(REGISTRATION | {"login": "tanphong"}), status=422
    )
    assert "đã có người dùng" in page


def test_editing_keeps_what_was_posted_and_a_stale_save_shows_both(
    visitor: Visitor, pids: dict[str, str]
) -> None:
    visitor.sign_in("tanphong")
    address = f"/vacancies/{pids['posted']}/edit"
    first, second = visitor.get(address), visitor.get(address)
    assert "Đã lưu." in first.submit(title="Thợ hàn bậc 3")
    stale = second.submit(title="Thợ hàn chính", status=422)
    assert "Bản đang lưu" in stale
    assert "Thợ hàn bậc 3" in stale
    assert 'value="Thợ hàn chính"' in stale.text
    assert "Đã lưu." in stale.submit()
    assert "Thợ hàn chính" in visitor.get(f"/jobs/{pids['posted']}")


def test_closing_asks_how_it_was_filled(
    visitor: Visitor, pids: dict[str, str], installation: Installation
) -> None:
    visitor.sign_in("tanphong")
    address = f"/vacancies/{pids['posted']}/close"
    visitor.get(address).submit(how="", status=422)
    assert "đã đóng" in visitor.get(address).submit(how="hired_here")
    with installation.transaction(writes=False):
        closed = session().query(Vacancy).filter_by(pid=pids["posted"]).one()
        assert closed.closed_reason == "hired_here"
    visitor.get(f"/jobs/{pids['posted']}", status=404)


def test_an_application_is_read_and_answered_once(visitor: Visitor, pids: dict[str, str]) -> None:
    start = visitor.sign_in("tanphong")
    assert "Lê Văn Tám" not in start
    shown = visitor.get(f"/applications/{pids['sent']}")
    assert "Lê Văn Tám" in shown
    assert "0912 345 678" in shown
    asked = shown.follow("Nhận vào làm")
    assert "Nhận người này vào làm?" in asked
    assert "Đã trả lời" in asked.submit("Nhận vào làm")
    assert "đã trả lời" in visitor.get(f"/applications/{pids['sent']}", status=404)


def test_an_employer_finds_nothing_of_another(visitor: Visitor, pids: dict[str, str]) -> None:
    visitor.sign_in("songpho")
    for address in (
        f"/vacancies/{pids['posted']}/edit",
        f"/vacancies/{pids['posted']}/close",
        f"/applications/{pids['sent']}",
    ):
        visitor.get(address, status=404)
    visitor.get("/employers", status=403)


def test_the_officer_verifies_refuses_and_records_a_pledge(
    visitor: Visitor, pids: dict[str, str], installation: Installation
) -> None:
    with installation.transaction(writes=True):
        session().query(Vacancy).filter_by(pid=pids["posted"]).one().warnings = "wage"
        session().query(Vacancy).filter_by(pid=pids["posted"]).one().wage_from = 1
    visitor.sign_in("officer")
    page = visitor.get("/employers")
    assert "Quán Sông Phố" in page
    assert "Cơ khí Tân Phong" in visitor.get("/employers?standing=verified")
    assert "Tin có điểm trái luật" in page
    own = page.follow("Xem và quyết định")
    blank = own.follow("Duyệt doanh nghiệp này").submit(status=422)
    late = blank.submit(**(PAPER | {"paper_on": "01/01/2027"}), status=422)
    assert "không thể ở sau hôm nay" in late
    verified = late.submit(**PAPER)
    assert "Giấy chứng nhận đăng ký doanh nghiệp số 3600123456, cấp ngày 04/05/2020" in verified
    assert "Phụ bếp" in visitor.get("/jobs")
    pledge = verified.follow("Đã nhận bản cam kết ký tên")
    signed = pledge.submit(signed_on="02/11/2026", signed_by="Bà Sông, chủ quán")
    assert "đã ký, có lưu" in signed
    assert "Ký ngày 02/11/2026, Bà Sông, chủ quán" in signed
    suspended = signed.follow("Tạm ngưng").submit(reason="Không liên hệ được.")
    assert "Hết hiệu lực ngày 21/11/2026: Không liên hệ được." in suspended
    assert "Phụ bếp" not in visitor.get("/jobs")
    visitor.get("/").submit("Đăng xuất")
    assert "Không liên hệ được." in visitor.sign_in("songpho")


def test_words_find_a_job_once_the_index_follows(
    pids: dict[str, str], installation: Installation, visitor: Visitor
) -> None:
    with installation.transaction(writes=True):
        rebuild_index()
        index({"kind": "job", "pids": [pids["posted"], pids["hidden"]]})
    assert "Thợ hàn khung sắt" in visitor.get("/jobs?q=tho han")
    assert "Thợ hàn khung sắt" in visitor.get("/jobs?q=tân phong&shift=morning")
    assert "Phụ bếp" not in visitor.get("/jobs?q=phụ bếp")
    assert visitor.get("/jobs?q=thợ hàn").queries <= 6


def test_english(visitor: Visitor, pids: dict[str, str]) -> None:
    page = visitor.get("/jobs").submit("English")
    assert "Jobs" in page
    assert "8,000,000" in page


@pytest.mark.parametrize(
    ("site", "there", "elsewhere"),
    [("public", "/vacancies", "/employers"), ("inside", "/employers", "/vacancies")],
)
def test_each_site_has_its_own_addresses(
    settings: Settings, engine: Engine, site: str, there: str, elsewhere: str
) -> None:
    visitor = Visitor(create_app(open_installation(replace(settings, site=site), engine)))
    visitor.get("/jobs")
    assert visitor.get(there).path == "/login"
    visitor.get(elsewhere, status=404)


def test_a_filter_swaps_the_list_alone(pids: dict[str, str], visitor: Visitor) -> None:
    swapped = visitor.get("/jobs?group=72", headers={"HX-Request": "true"})
    assert "<html" not in swapped.text
    assert "Thợ hàn khung sắt" in swapped


def test_a_draft_keeps_all_that_was_typed_and_nobody_else_sees_it(
    visitor: Visitor, pids: dict[str, str]
) -> None:
    visitor.sign_in("tanphong")
    form = visitor.get("/vacancies/new")
    form.submit("Lưu nháp", title="", status=422)
    half = {"title": "Thợ tiện", "wage_from": "không rõ", "seats": "-3", "shifts": ["night"]}
    assert "Đã lưu tin nháp." in form.submit("Lưu nháp", **half)
    draft = visitor.get("/vacancies").follow("Thợ tiện")
    assert 'value="không rõ"' in draft.text
    assert 'value="-3"' in draft.text
    refused = draft.submit("Đăng tin", status=422)
    assert "Mời ghi số tiền bằng chữ số" in refused
    told = "Gọi chị Hoa, giờ hành chính."
    posted = refused.submit("Đăng tin", **(POSTED | {"title": "Thợ tiện", "how_to_apply": told}))
    assert "Đã đăng tin." in posted
    assert "chỉ anh/chị thấy" not in posted
    vacancy = visitor.get("/vacancies").follow("Thợ tiện")
    assert told in vacancy
    copy = vacancy.submit("Chép thành tin mới")
    assert "Đã chép thành tin nháp." in copy
    assert told in copy.text
    assert 'value="8.000.000"' in copy.text
    address = copy.path
    assert "Đã bỏ tin nháp." in copy.submit("Bỏ tin nháp")
    visitor.get(address, status=404)


def test_another_employers_draft_is_not_found(visitor: Visitor, pids: dict[str, str]) -> None:
    visitor.sign_in("tanphong")
    visitor.get("/vacancies/new").submit("Lưu nháp", title="Thợ tiện")
    address = visitor.get("/vacancies").follow("Thợ tiện").path
    visitor.get("/").submit("Đăng xuất")
    visitor.sign_in("songpho")
    visitor.get(address, status=404)
    visitor.get("/").submit("Đăng xuất")
    visitor.sign_in("officer")
    visitor.get(address, status=403)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"wage_from": "0"}, "Lương phải lớn hơn 0"),
        ({"wage_to": "0"}, "Lương phải lớn hơn 0"),
        ({"wage_from": "1000000000000"}, "Số tiền này lớn quá"),
        ({"wage_from": "9.000.000", "wage_to": "8.000.000"}, "từ mức thấp nhất trở lên"),
        ({"seats": "0"}, "Số"),
        ({"seats": "-3"}, "Số"),
        ({"opens_on": "01/01/2027"}, "từ ngày mở trở đi"),
        ({"closes_on": "22/11/2027"}, "Một tin dài nhất một năm: đến 21/11/2027"),
        ({"hours_day": "11"}, "không quá 10 giờ một ngày"),
        ({"hours_week": "49"}, "không quá 48 giờ một tuần"),
        ({"overtime_month": "41"}, "không quá 40 giờ một tháng"),
    ],
)
def test_bad_input_is_named_and_everything_typed_is_kept(
    visitor: Visitor, pids: dict[str, str], typed: dict[str, str], says: str
) -> None:
    visitor.sign_in("tanphong")
    refused = visitor.get("/vacancies/new").submit("Đăng tin", **(POSTED | typed), status=422)
    assert says in refused
    assert "Ghép mộng, hoàn thiện bàn ghế." in refused
    for value in typed.values():
        assert value in refused.text or "/" in value


def test_it_is_extended_in_one_step_where_the_message_stands(
    visitor: Visitor, pids: dict[str, str], installation: Installation
) -> None:
    with installation.transaction(writes=True):
        session().query(Vacancy).filter_by(pid=pids["posted"]).one().closes_on = date(2026, 11, 24)
        service.turn_of_day()
    start = visitor.sign_in("tanphong")
    assert "hết hạn sau ngày 24/11/2026" in start
    assert "Đã gia hạn." in start.submit("Gia hạn đến 24/12/2026")


def test_anyone_reports_a_job_until_it_is_too_much(visitor: Visitor, pids: dict[str, str]) -> None:
    form = visitor.get(f"/jobs/{pids['posted']}").follow("Báo tin đáng ngờ")
    form.submit("Gửi", status=422)
    form.submit("Gửi", reason="fee", words="x" * 501, status=422)
    for _n in range(5):
        form = visitor.get(f"/jobs/{pids['posted']}/report")
        assert "Cảm ơn" in form.submit("Gửi", reason="fee", words="Đòi tiền.")
    visitor.get(f"/jobs/{pids['posted']}/report").submit("Gửi", reason="fee", status=429)
    assert "Thợ hàn khung sắt" in visitor.get("/jobs")
    visitor.sign_in("tanphong")
    assert "Đòi tiền." not in visitor.get(f"/vacancies/{pids['posted']}")
    visitor.get("/").submit("Đăng xuất")
    visitor.sign_in("officer")
    assert "Đòi tiền." in visitor.get(f"/vacancies/{pids['posted']}/check")
    assert "5 báo cáo chờ xem" in visitor.get("/employers")


def test_a_new_name_waits_and_the_form_shows_what_was_asked(
    visitor: Visitor, pids: dict[str, str]
) -> None:
    visitor.sign_in("tanphong")
    form = visitor.get("/employer").follow("Sửa thông tin")
    wrong = form.submit(tax_code="0300588568", status=422)
    assert "chữ số thứ 10 (8)" in wrong
    asked = wrong.submit(name="Cơ khí Tân Phong Mới", tax_code="0300588569")
    assert "Tên mới: Cơ khí Tân Phong Mới" in asked
    assert "Cơ khí Tân Phong Mới" not in visitor.get("/jobs")
    visitor.get("/").submit("Đăng xuất")
    visitor.sign_in("officer")
    page = visitor.get("/employers?standing=renamed").follow("Xem và quyết định")
    page.follow("Ghi nhận tên").submit(**PAPER)
    assert "Cơ khí Tân Phong Mới" in visitor.get("/jobs")
