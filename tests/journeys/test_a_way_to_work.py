"""The way of one member on a phone: a need, a plan, a course with its certificate, an employer who
knows, a job, and whether it lasted. The days go by as they come; nothing is done beside the pages.

What it leads to is counted: the officer's targets are one person further on at the end.
"""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

from portal import clock
from tests.journeys.conftest import Walks
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser

PLANNED, BEGUN, ENDED, APPLIED, INVITED, HIRED = (
    date(2026, 11, 22),
    date(2026, 11, 23),
    date(2026, 12, 4),
    date(2026, 12, 7),
    date(2026, 12, 8),
    date(2026, 12, 10),
)
AFTER_ONE, AFTER_THREE = date(2027, 1, 10), date(2027, 3, 12)
COURSE, SKILL, JOB = "Vận hành xe nâng hàng", "Lái xe nâng", "Kiểm hàng cuối chuyền"
SCHOOL = "Bông Trang"
CLASS = {
    "Ngày khai giảng": "2026-11-23",
    "Ngày kết thúc": "2026-12-04",
    "Hạn ghi danh": "2026-11-23",
    "Số chỗ": "5",
}
COUNTED = {
    "need_met": "Người có nhu cầu được hỗ trợ",
    "trained_and_certified": "Người học nghề có chứng chỉ",
    "placed": "Người cần việc đã nhận việc",
    "job_kept_1": "Người còn việc sau 1 tháng",
    "job_kept_3": "Người còn việc sau 3 tháng",
}
PLAN = """
number = "88/KH-UBND"
title = "Học nghề, việc làm"
authority = "UBND tỉnh Đồng Nai"
place = "75"
signed = 2026-11-02
years = [2026, 2027]
"""
TARGET = """
[[targets]]
id = "{number}"
indicator = "{indicator}"
level = "person"
map = "today"
from = 2026-11-01
to = 2027-12-31
comparator = "ge"
value = 80
unit = "percent"
wording = "{title}"
"""
WHOLE_PLAN = PLAN + "".join(
    TARGET.format(number=f"88-{number}", indicator=indicator, title=title)
    for number, (indicator, title) in enumerate(COUNTED.items(), 1)
)
NUMBER_OF = re.compile(r"(\d+) trên \d+")
WorkOff = Callable[[], None]


@pytest.fixture
def at(walk: Walks, work_off: WorkOff) -> Callable[[date, str], Walk]:
    """Somebody takes their phone out on that day; what was to be sent by then has been sent."""

    def come(day: date, login: str) -> Walk:
        clock.fix(day)
        work_off()
        return walk(360).sign_in(login)

    return come


At = Callable[[date, str], Walk]


def test_from_a_need_to_a_job_that_lasts(at: At) -> None:
    before = counts_of_a_new_plan(at(PLANNED, "officer"))
    name = name_of(at(PLANNED, "member"))
    record_needs_and_plan(at(PLANNED, "case_officer"), name)
    agree_to_plan(at(PLANNED, "member"))

    open_class(at(PLANNED, "provider"))
    enrol(at(PLANNED, "member"))
    mark_attendance(at(BEGUN, "provider"), name)
    give_certificate(at(ENDED, "provider"), name)
    find_skill_proven(at(ENDED, "member"))

    apply_after_preview(at(APPLIED, "member"))
    invite(at(INVITED, "employer"), name)
    hire(at(HIRED, "employer"))
    find_oneself_hired(at(HIRED, "member"))
    meet_needs(at(HIRED, "case_officer"), name)

    say_that_one_still_works_there(at(AFTER_ONE, "member"))
    say_that_one_still_works_there(at(AFTER_THREE, "member"))
    read_the_whole_way(at(AFTER_THREE, "case_officer"), name)
    after = counts(at(AFTER_THREE, "officer"))
    assert after == {indicator: number + 1 for indicator, number in before.items()}


def counts_of_a_new_plan(officer: Walk) -> dict[str, int]:
    """A plan with a target for each stretch of the way, and how many have come so far."""
    officer.go("/targets/plans/paste").fill({"Hoặc dán văn bản TOML": WHOLE_PLAN}).press("Lưu")
    return counts(officer)


def counts(officer: Walk) -> dict[str, int]:
    """Of each target of the plan, how many people have reached it."""
    officer.go("/targets/plans/88-kh-ubnd").sees(*COUNTED.values())
    return {
        indicator: int(NUMBER_OF.findall(panel_of(officer, title))[0])
        for indicator, title in COUNTED.items()
    }


def panel_of(officer: Walk, title: str) -> str:
    """What the panel of a target says."""
    heading = officer.page.get_by_role("heading", name=re.compile(f": {title}$"))
    return officer.main.locator("section").filter(has=heading).inner_text()


def name_of(member: Walk) -> str:
    """What the case officer knows the member by."""
    return member.follow("Của tôi").main.locator("dd").first.inner_text()


def record_needs_and_plan(officer: Walk, name: str) -> None:
    """What the person said they need, and one more goal in their plan."""
    officer.go("/clients").follow(name)
    for kind in ("training", "work"):
        officer.follow("Ghi nhu cầu").fill({"Cần hỗ trợ về": kind, "Ngày ghi nhận": ""})
        officer.press("Ghi", status=422).fill({"Ngày ghi nhận": "2026-11-22"}).press("Ghi")
    officer.sees("Đã ghi nhu cầu", "Học nghề", "Việc làm")
    officer.follow("Kế hoạch hòa nhập").follow("Sửa điều muốn đạt")
    officer.fill({"Điều muốn đạt, bằng lời của người đó": "Có nghề, có việc gần nhà"}).press("Ghi")
    officer.follow("Thêm mục tiêu")
    officer.fill({"Mục tiêu": "Học lái xe nâng", "Đạt trước ngày": "2026-12-31"}).press("Ghi")
    officer.sees("Học lái xe nâng", "Chưa đồng ý")


def agree_to_plan(member: Walk) -> None:
    """The plan is theirs only once they have read it."""
    member.follow("Của tôi").follow("Chặng đường của tôi").follow("Kế hoạch của tôi")
    member.sees("Học lái xe nâng").press("Tôi đã đọc và đồng ý").sees("Đã đồng ý ngày 22/11/2026")


def open_class(provider: Walk) -> None:
    """The provider opens a class of a course that gives a certificate."""
    provider.go("/own/courses").follow(COURSE).follow("Mở lớp").fill(CLASS)
    provider.tick("buổi tối").press("Mở lớp").sees("Đã mở lớp", "0 trên 5")


def enrol(member: Walk) -> None:
    """They find the class and take a seat, having seen what the provider will know."""
    member.go("/me/courses?q=xe+nang")
    theirs = member.main.get_by_role("listitem").filter(has_text=SCHOOL)
    member.follow(COURSE, within=theirs).follow("Lớp từ 23/11").follow("Ghi danh")
    member.sees("Họ không biết gì thêm").press("Ghi danh", status=422)
    member.tick("Tôi đã đọc và đồng ý").press("Ghi danh").sees("đã ghi danh")
    member.follow("Của tôi").sees("Ai được xem", SCHOOL)


def to_roster(provider: Walk) -> Walk:
    """The people of the class."""
    return provider.go("/own/courses").follow(COURSE).follow("23/11/2026", within=provider.main)


def mark_attendance(provider: Walk, name: str) -> None:
    """The first evening."""
    to_roster(provider).sees(name, "1 trên 5").follow("Điểm danh").press("Lưu điểm danh")
    provider.sees("có mặt 1")


def give_certificate(provider: Walk, name: str) -> None:
    """The last day: all is well, and a certificate goes into the register."""
    to_roster(provider).follow("Kết thúc lớp").press("Ghi kết quả cả lớp").follow(name)
    provider.follow("Cấp chứng chỉ").fill({"Số chứng chỉ": "XN-07/2026", "Ngày cấp": "2026-12-05"})
    provider.press("Cấp và vào sổ", status=422).fill({"Ngày cấp": "2026-12-04"})
    provider.press("Cấp và vào sổ").sees("Mã kiểm tra")


def find_skill_proven(member: Walk) -> None:
    """The certificate is theirs, and what it proves counts for them from now on."""
    member.sees("Anh/chị có chứng chỉ lớp").follow("Của tôi").sees(f"{SKILL} (có chứng chỉ)")
    member.follow("Việc và lớp").follow("Đã nộp, đã ghi danh").sees("đã học xong")
    member.follow("Các buổi học của tôi").sees("có mặt")


def apply_after_preview(member: Walk) -> None:
    """They see to the letter what the employer will see, then agree."""
    member.go("/me/jobs?q=kiem+hang+cuoi+chuyen").follow(JOB).follow("Gửi hồ sơ qua đây")
    member.sees_not(SKILL).tick("Tay nghề").press("Xem lại bản gửi").sees(SKILL, "đồng ý")
    member.press("Gửi", status=422).tick("Tôi đã đọc và đồng ý").press("Gửi").sees("Đã gửi")
    member.follow("Của tôi").sees("Hạ Miên", "Đến hết 06/01/2027")


def invite(employer: Walk, name: str) -> None:
    """The employer reads what was previewed, and invites."""
    own = employer.main.get_by_role("listitem").filter(has_text="07/12/2026")
    own.get_by_role("link", name=JOB).first.click()
    employer.look().sees(name, SKILL, "trả lời đến hết ngày 14/12/2026").press("Mời gặp")
    employer.sees("đã mời gặp")


def hire(employer: Walk) -> None:
    """And takes them on: the copy is gone at once."""
    own = (
        employer.main.get_by_role("listitem")
        .filter(has_text="gửi lúc")
        .filter(has_text="07/12/2026")
    )
    own.get_by_role("link", name=JOB).first.click()
    address = employer.look().page.url
    employer.follow("Nhận vào làm").press("Nhận vào làm").sees("còn 4 chỗ")
    employer.go(address, status=404)


def find_oneself_hired(member: Walk) -> None:
    """They are told, and the employer may see nothing of theirs any longer."""
    member.sees(f"Có trả lời cho việc {JOB}").follow("Của tôi").sees_not("Hạ Miên sẽ", "06/01/2027")
    member.follow("Việc và lớp").follow("Đã nộp, đã ghi danh").sees("được nhận", "đã nhận việc")


def meet_needs(officer: Walk, name: str) -> None:
    """Both needs are met, in words that say how; the goal is reached."""
    officer.go("/clients").follow(name).sees(JOB)
    for how in ("Đã nhận việc ở xưởng may", "Đã học xong lớp xe nâng"):
        officer.follow("Ghi đã đáp ứng").press("Ghi", status=422)
        officer.fill({"Đáp ứng bằng cách nào": how}).press("Ghi").sees(how)
    officer.follow("Kế hoạch hòa nhập").follow("Ghi kết quả").tick("Đã đạt").press("Ghi")
    officer.sees("Đã đạt")


def say_that_one_still_works_there(member: Walk) -> None:
    """One question on the start page, one tap."""
    member.sees("Anh/chị còn làm ở đó không?", JOB)
    member.press("Còn làm")
    member.sees("Cảm ơn").go("/").sees_not("còn làm ở đó không")


def read_the_whole_way(officer: Walk, name: str) -> None:
    """From the need on, newest first, with who did what."""
    officer.go("/clients").follow(name).sees("1 tháng: còn làm", "3 tháng: còn làm")
    officer.sees(f"{SKILL} (có chứng chỉ)").follow("Chặng đường")
    told = (
        "Còn làm sau 3 tháng",
        "Còn làm sau 1 tháng",
        "Nhận việc",
        "Nộp hồ sơ xin việc",
        "Có chứng chỉ",
        "Ghi danh học",
        "Cần: học nghề",
    )
    officer.sees(*told, "Đã đáp ứng: học nghề", "Đã đáp ứng: việc làm")
    way = officer.main.inner_text()
    later = told[:-1]  # of one day, what was needed stands before what was done about it
    assert sorted(later, key=way.index) == list(later)
    expect(officer.main).to_contain_text("Người làm")
