"""What an official report says: its figures with their change, its names as on the day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.errors import RuleBroken
from portal.i18n import speaking
from portal.papers.wording import long_day
from portal.places import service as places
from portal.targets.models import PlanTask, TaskStep
from portal.targets.periods import read_period
from portal.targets.plans import plan_numbered
from portal.targets.reports import heads
from portal.targets.reports.build import check_place
from portal.targets.reports.lines import Line
from portal.targets.reports.model import Correction, Texts
from portal.targets.reports.sentences import correction_sentence, figure_sentence
from portal.targets.reports.wording import number, percent, roman
from tests.targets import papers
from tests.targets.province import save


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    """In Vietnamese, as for most."""
    with speaking("vi"):
        yield


SHARE = Line(
    "004-3",
    "Xã có câu lạc bộ",
    "communes",
    40,
    95,
    42.1,
    before=(38, 95),
    is_share=True,
)


def test_numbers_days_and_numerals_are_written_as_officials_do() -> None:
    assert (number(1234567), number(12.5)) == ("1.234.567", "12,5")
    assert (percent(45.5), percent(40.0), percent(100)) == ("45,5%", "40%", "100%")
    assert long_day(date(2026, 10, 5)) == "ngày 05 tháng 10 năm 2026"
    assert long_day(date(2026, 2, 28)) == "ngày 28 tháng 02 năm 2026"
    assert long_day(date(2026, 3, 15)) == "ngày 15 tháng 3 năm 2026"
    assert [roman(n) for n in (1, 4, 6, 9, 14)] == ["I", "IV", "VI", "IX", "XIV"]


def test_a_share_says_its_change_in_points() -> None:
    assert figure_sentence(SHARE) == (
        "Số xã có câu lạc bộ là 40 trên 95 xã, phường (42,1%), "
        "tăng 2,1 điểm phần trăm so với kỳ trước (40%)."
    )


def test_a_count_a_fall_and_what_nobody_knows() -> None:
    count = Line("placed", "Người nhận việc", "persons", 7, None, 7, before=(1234, None))
    assert figure_sentence(count) == (
        "Số người nhận việc là 7 người, giảm 1.227 người so với kỳ trước (1.234 người)."
    )
    assert figure_sentence(replace(count, before=(7, None))).endswith("bằng kỳ trước (7 người).")
    assert "kỳ trước chưa có số liệu" in figure_sentence(replace(count, before=None))
    unknown = replace(SHARE, numerator=None, denominator=None, value=None)
    assert figure_sentence(unknown) == "Số xã có câu lạc bộ chưa có số liệu."
    assert "tổng số bằng 0" in figure_sentence(
        replace(SHARE, numerator=0, denominator=0, value=None)
    )


def test_a_correction_says_from_what_to_what_and_why() -> None:
    said = correction_sentence("Người nhận việc", Correction("placed", 7, 9, "Thiếu hai người."))
    assert said == "Người nhận việc: đã điều chỉnh từ 7 thành 9. Lý do: Thiếu hai người."


def test_the_head_has_the_names_that_the_place_had_at_the_end_of_the_period(
    country: Session,
) -> None:
    assert papers.report("2026-Q3").head.authority == ("Ủy ban nhân dân", "thành phố Đồng Nai")
    assert papers.report("2025-Q4").head.authority == ("Ủy ban nhân dân", "tỉnh Đồng Nai")
    of_ward = papers.report("2026-07", papers.TRANG_DAI, Texts())
    assert of_ward.head.authority == ("Ủy ban nhân dân", "phường Trảng Dài")
    assert of_ward.head.place_and_date.startswith("Trảng Dài, ngày 21 tháng 11 năm 2026")
    assert of_ward.recipients == (
        "- Ủy ban nhân dân thành phố Đồng Nai (để báo cáo);",
        "- Lưu: VT.",
    )
    assert papers.report("2024-Q4", "731").head.authority[1] == "thành phố Biên Hòa"


def test_what_was_typed_goes_before_what_follows_from_the_plan(country: Session) -> None:
    typed = Texts(above="Công an tỉnh", authority="Công an phường\nTrảng Dài", number="3/BC-CAP")
    head = papers.report("2026-07", papers.TRANG_DAI, typed).head
    assert (head.above, head.authority) == ("Công an tỉnh", ("Công an phường", "Trảng Dài"))
    assert head.number == "Số: 3/BC-CAP"


def test_tasks_stand_as_they_were_at_the_end_of_the_period(country: Session) -> None:
    task = save(
        PlanTask(
            plan_number="257/KH-UBND",
            title="Thành lập ban chủ nhiệm.",
            responsible="Phòng Văn hóa",
            due_on=date(2026, 8, 31),
            progress="done",
            percent=100,
            entered_at=clock.now(),
        )
    )
    for month, progress, share in ((7, "under_way", 40), (10, "done", 100)):
        moment = clock.day_starts(date(2026, month, 5))
        save(TaskStep(task_id=task.id, at=moment, progress=progress, percent=share))
    said = "1. Thành lập ban chủ nhiệm (Phòng Văn hóa, hạn 31/08/2026): "
    third, fourth = papers.report("2026-Q3").sections[1], papers.report("2026-Q4").sections[1]
    assert third.heading == "II. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"
    assert third.paragraphs == (f"{said}đang thực hiện, được 40%, đã quá hạn.",)
    assert fourth.paragraphs == (f"{said}đã hoàn thành.",)
    assert "NHIỆM VỤ" not in papers.report("2026-Q3", papers.TRANG_DAI).sections[1].heading


def test_a_numbered_ward_keeps_its_kind() -> None:
    ward = places.Place("1", date.min, date.max, "commune", "Phường", "Phường 7", "2", None, None)
    assert heads.short_name(ward) == "Phường 7"


def test_a_running_period_says_up_to_which_day_it_is_known(country: Session) -> None:
    assert "số liệu đến ngày 21 tháng 11 năm 2026" in papers.report("2026-Q4").head.period
    days = papers.report("2026-03-01..2026-05-20").head.period
    assert "01/03/2026" in days
    assert "20/05/2026" in days


def test_the_paper_is_vietnamese_whatever_is_spoken(country: Session) -> None:
    plain = papers.report()
    with speaking("en"):
        assert papers.report() == plain


@pytest.mark.parametrize(
    ("place", "period", "says"),
    [
        ("731", "2026-Q3", "731"),
        ("48", "2026-Q3", "Đà Nẵng"),
        ("75", "2027-01", "chưa bắt đầu"),
        ("99999", "2026", "99999"),
    ],
)
def test_a_place_on_the_wrong_map_is_refused(
    country: Session, place: str, period: str, says: str
) -> None:
    with pytest.raises(RuleBroken, match=says):
        check_place(plan_numbered("257/KH-UBND"), place, read_period(period))


def test_a_plan_that_names_no_place_has_no_report(country: Session) -> None:
    with pytest.raises(RuleBroken):
        check_place(plan_numbered("000-2022"), "75", read_period("2026"))
