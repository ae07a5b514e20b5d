"""A member's ways to apply as they see them: by themselves, through a centre, to one who knows."""

import re
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from sqlalchemy import select

from portal import chores
from portal.access import Role
from portal.installation import Installation
from portal.jobs.models import Application, Vacancy
from portal.journeys.models import PastWork, RelaySheet, Step
from portal.people.models import BlockedEmployer, Client, ClientSkill, WantedOccupation
from portal.trades import service as trades
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.jobs import world
from tests.journeys.test_centres import centre
from tests.matching.test_pages import neutral
from tests.pages import Page, Visitor
from tests.papers.reading import words_of

pytestmark = on_sqlite

NAME, FIRM = "Nguyễn Văn An", "Cơ khí Tân Phong"
HOW = "Gặp chị Hoa, cổng 2, từ 8 giờ."


@dataclass
class Town:
    """One person, and work at an employer who knows and at one who does not."""

    an: Client
    knowing: Vacancy
    plain: Vacancy


@pytest.fixture
def town(installation: Installation) -> Town:
    with installation.transaction(writes=True):
        trades.load_skills()
        an = ground.client(NAME, phone="+84912345678")
        an.commune_code, an.shifts, an.education = world.TRAN_BIEN, 0b11, 3
        ground.add(
            WantedOccupation(client_id=an.id, position=0, occupation="7212"),
            ClientSkill(client_id=an.id, skill="han-mig", proven=False),
        )
        ground.user("an", Role.MEMBER, an.pid)
        firm = world.employer(FIRM, pledged=True)
        ground.user("firm", Role.EMPLOYER, firm.pid)
        knowing = world.vacancy(firm)
        other = world.employer("Vận tải Long Bình")
        return Town(an, knowing, world.vacancy(other, title="Lái xe nâng", how_to_apply=HOW))


@pytest.fixture
def member(town: Town, visitor: Visitor) -> Visitor:
    visitor.sign_in("an")
    return visitor


@pytest.fixture
def firm(town: Town, visitor: Visitor) -> Visitor:
    signed_in = Visitor(visitor.app)
    signed_in.sign_in("firm")
    return signed_in


def kept(site: Visitor, model: type) -> list[object]:
    with site.app.extensions["installation"].transaction(writes=False) as session:
        return list(session.scalars(select(model)))


def panel(page: Page, title: str) -> list[str]:
    """What a panel says, piece by piece."""
    (found,) = [
        section
        for section in page.all("section")
        if "".join(section.find("h2").itertext()).strip() == title  # type: ignore[union-attr]
    ]
    return [_text(piece) for piece in found.iter() if piece.tag in ("dt", "dd", "p")]


def _text(piece: Element) -> str:
    return " ".join("".join(piece.itertext()).split())


# like anyone


def test_the_page_of_a_job_gives_the_employers_own_way(member: Visitor, town: Town) -> None:
    for address in (f"/me/jobs/{town.plain.pid}", f"/jobs/{town.plain.pid}"):
        page = member.get(address)
        assert HOW in page
        assert "0251 3822 501" in page
        assert "tuyendung@tanphong.vn" in page


def test_a_cv_is_filled_in_edited_and_carried_away(member: Visitor) -> None:
    page = neutral(member.get("/me/cv"))
    assert "Hàn MIG" in page
    made = page.submit("Tải CV về", past_work="2019: phụ hồ\n#pagebreak()", can_do="Hàn que")
    assert made.answer.mimetype == "application/pdf"
    assert made.answer.headers["Content-Disposition"] == (
        'attachment; filename="CV - Nguyen Van An.pdf"; '
        "filename*=UTF-8''CV%20-%20Nguyen%20Van%20An.pdf"
    )
    said = words_of(made.answer.data)
    assert said.startswith("NguyễnVănAnĐiệnthoại:0912345678BiếtlàmHànqueHọcvấn")
    assert said.endswith("Việcđãlàm2019:phụhồ#pagebreak()")
    assert kept(member, PastWork) == []


def test_the_same_page_gives_the_file_again_after_a_change(member: Visitor) -> None:
    page = member.get("/me/cv")
    for words in ("Một", "Hai"):
        assert words in words_of(page.submit("Tải CV về", can_do=words).answer.data)


def test_past_work_is_kept_sealed_if_the_member_says_so_and_forgotten_if_not(
    member: Visitor,
) -> None:
    member.get("/me/cv").submit("Tải CV về", past_work="2019: phụ hồ", keep="y")
    (row,) = kept(member, PastWork)
    assert isinstance(row, PastWork)
    assert b"2019" not in (row.body_sealed or b"")
    page = member.get("/me/cv")
    assert "2019: phụ hồ" in page
    page.submit("Tải CV về", keep=[])
    assert kept(member, PastWork) == []


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("name", "x" * 101), ("can_do", "x" * 1001), ("past_work", "x\n" * 900)],
)
def test_a_cv_without_a_name_or_too_long_is_not_made(
    member: Visitor, field: str, typed: str
) -> None:
    page = member.get("/me/cv").submit("Tải CV về", 422, **{field: typed})
    assert "Mời anh/chị xem lại" in page


def test_what_to_say_on_the_phone_is_neutral_and_true(member: Visitor, town: Town) -> None:
    page = neutral(member.get(f"/me/jobs/{town.plain.pid}").follow("Gọi thì nói gì?"))
    assert "Thời gian qua anh/chị làm gì?" in page
    assert "Khi gọi điện" in _text(page.all("title")[0])


def test_taking_back_what_nobody_saw_here_does_not_say_that_somebody_did(
    member: Visitor, town: Town
) -> None:
    page = member.get(f"/me/jobs/{town.plain.pid}").submit("Tôi đã nộp")
    page = page.follow("Rút lại").submit("Rút lại")
    assert "Đã rút." in page
    assert "không xem được" not in page


# through a centre


def test_a_sheet_says_what_was_previewed_and_no_more(
    member: Visitor, installation: Installation, town: Town
) -> None:
    with installation.transaction(writes=True):
        centre(monthly=900, name="Trung tâm số 1")
    page = neutral(member.get(f"/me/jobs/{town.plain.pid}").follow("Nhờ trung tâm giới thiệu"))
    page = page.submit("Xem lại phiếu", tell=["skills"])
    shown = panel(page, "Phiếu ghi đúng như sau")
    assert shown[1::2][:3] == [NAME, "0912 345 678", "Lái xe nâng · Vận tải Long Bình"]
    assert shown[-1] == "Biết làm: Hàn MIG/MAG."
    page = page.submit("Lập phiếu", agree="y")
    assert "đã lập phiếu cho trung tâm" in page
    made = page.follow("Tải phiếu về")
    assert words_of(made.answer.data) == "".join(
        (
            f"{NAME}Điện thoại: 0912 345 678Việc muốn được giới thiệuLái xe nâng · "
            "Vận tải Long BìnhVề tôiBiết làm: Hàn MIG/MAG."
        ).split()
    )
    assert "Phieu tim viec - Nguyen Van An.pdf" in made.answer.headers["Content-Disposition"]
    assert "Trung tâm số 1" in member.get("/me/data")


def test_a_sheet_needs_the_consent(member: Visitor, installation: Installation, town: Town) -> None:
    with installation.transaction(writes=True):
        centre(monthly=900)
    member.get(f"/me/jobs/{town.plain.pid}/sheet").submit("Lập phiếu", 422)
    assert (kept(member, RelaySheet), kept(member, Step)) == ([], [])


def test_a_closed_centre_is_said_to_be_closed(
    member: Visitor, installation: Installation, town: Town
) -> None:
    assert "Qua trung tâm" not in member.get(f"/me/jobs/{town.plain.pid}")
    with installation.transaction(writes=True):
        centre(monthly=10)
    page = neutral(member.get(f"/me/jobs/{town.plain.pid}"))
    assert "Trung tâm trong vùng tạm ngừng nhận phiếu qua đây." in page
    assert "Nhờ trung tâm giới thiệu" not in page
    assert "tạm ngừng" in neutral(member.get(f"/me/jobs/{town.plain.pid}/sheet"))


# to one who knows


@pytest.mark.parametrize("tell", [[], ["skills"], ["skills", "schooling", "shifts"]])
def test_the_employer_sees_byte_for_byte_what_was_previewed(
    member: Visitor, firm: Visitor, town: Town, tell: list[str]
) -> None:
    page = member.get(f"/me/jobs/{town.knowing.pid}/apply").submit("Xem lại bản gửi", tell=tell)
    previewed = panel(page, "Nơi tuyển sẽ thấy đúng như sau")
    page.submit("Gửi", agree="y")
    (sent,) = kept(member, Application)
    assert isinstance(sent, Application)
    seen = panel(firm.get(f"/applications/{sent.pid}"), "Người ứng tuyển")
    assert "\n".join(seen).encode() == "\n".join(previewed).encode()
    assert len(seen) == 4 + len(tell)


def test_a_no_comes_with_a_reason_that_the_member_reads(
    member: Visitor, firm: Visitor, town: Town
) -> None:
    member.get(f"/me/jobs/{town.knowing.pid}/apply").submit("Gửi", agree="y")
    assert "Có trả lời chậm nhất 28/11/2026." in member.get("/me/applications")
    page = firm.get("/")
    assert "trả lời đến hết ngày 28/11/2026" in page
    page = page.follow("Thợ hàn").follow("Từ chối")
    page = page.submit("Từ chối", 422)
    page.submit("Từ chối", reason="hours_differ")
    assert "Nơi tuyển cho biết: giờ làm không khớp." in member.get("/me/applications")


def test_why_a_member_takes_it_back_stays_inside(
    member: Visitor, firm: Visitor, town: Town
) -> None:
    member.get(f"/me/jobs/{town.knowing.pid}/apply").submit("Gửi", agree="y")
    page = member.get("/me/applications").follow("Rút lại")
    page.submit("Rút lại", 422, reason="because")
    page.submit("Rút lại", reason="health")
    (step,) = kept(member, Step)
    (sent,) = kept(member, Application)
    assert isinstance(step, Step)
    assert isinstance(sent, Application)
    assert (step.reason, sent.reason, sent.standing) == ("health", "", "withdrawn")


# nobody I want to meet


def test_a_blocked_employer_is_in_no_list_and_takes_no_application(
    member: Visitor, town: Town, installation: Installation
) -> None:
    with installation.transaction(writes=False):
        chores.rebuild_index()
    assert FIRM in member.get("/search?q=han")
    assert FIRM in member.get("/me/jobs")
    job = f"/me/jobs/{town.knowing.pid}"
    open_before = member.get(job)
    page = neutral(member.get("/me/blocked-employers")).submit("Tìm", q="co khi tan")
    page = page.submit("Chặn")
    assert f"Từ giờ việc của {FIRM} không hiện ra nữa." in page
    for address in ("/me/jobs", "/me/offers", "/", "/search?q=han"):
        assert FIRM not in member.get(address), address
    assert "Anh/chị đang chặn nơi này." in member.get(job)
    assert "bỏ chặn" in member.get(f"{job}/apply").submit("Gửi", 422, agree="y")
    open_before.submit("Tôi đã nộp", 422)
    assert kept(member, Step) == []
    member.get("/me/blocked-employers").submit("Bỏ chặn")
    assert kept(member, BlockedEmployer) == []
    assert FIRM in member.get("/me/jobs")


def test_the_employer_notices_nothing(member: Visitor, firm: Visitor, town: Town) -> None:
    addresses = ("/", "/vacancies", f"/vacancies/{town.knowing.pid}/edit", "/jobs")

    def seen() -> list[str]:
        once = re.compile(r'name="(?:csrf_token|form_id)"[^>]*>')
        return [once.sub("", firm.get(address).text) for address in addresses]

    before = seen()
    member.get("/me/blocked-employers?q=co+khi").submit("Chặn")
    assert seen() == before


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "'", "x" * 5000, "khongco"])
def test_odd_names_find_nobody(member: Visitor, text: str) -> None:
    page = member.get("/me/blocked-employers", query_string={"q": text})
    assert FIRM not in page


# officers


def test_an_officer_keeps_centres_and_their_figures(
    visitor: Visitor, installation: Installation
) -> None:
    with installation.transaction(writes=True):
        ground.user("officer", Role.OFFICER, world.DONG_NAI)
    visitor.sign_in("officer")
    page = visitor.get("/targets/registers").follow("Trung tâm dịch vụ việc làm")
    page = page.follow("Thêm trung tâm")
    page.submit("Lưu", 422, name="", from_on="x", email="y", phone="12")
    page = page.submit("Lưu", name="Trung tâm số 1", from_on="01/09/2024", phone="0251 3822 501")
    assert "Tạm ngừng: thiếu số liệu" in page
    for typed in ("-1", "10000000000000", "chín", ""):
        page.submit("Lưu", 422, applicants=typed, source="b")
    page.submit("Lưu", 422, month="2026-11-01", applicants="9", source="b")
    for month in (date(2026, 10, 1), date(2026, 9, 1), date(2026, 8, 1)):
        page = page.submit("Lưu", month=str(month), applicants="900", source="Báo cáo")
    assert "Đang nhận phiếu" in page
    page = page.follow("Sửa")
    page.submit("Lưu", 422, to_on="01/01/2020")
    assert "01/10/2026" in page.submit("Lưu", to_on="01/10/2026")
