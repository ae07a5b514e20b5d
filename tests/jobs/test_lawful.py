"""The law of vacancies: what is unlawful is named with its figure, what is honest passes."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal import demo
from portal.jobs.lawful import Terms, legal_warnings
from portal.trades.vocabulary import DEMANDS, SHIFTS, to_bits
from tests.databases import on_sqlite

pytestmark = [on_sqlite, pytest.mark.usefixtures("work")]

TRAN_BIEN = "26041"
HONEST = Terms(
    title="Công nhân may",
    description="May áo thun theo chuyền.",
    commune_code=TRAN_BIEN,
    wage_from=8_000_000,
    wage_to=9_000_000,
    shifts=1,
    demands=0,
    min_age=18,
    opens_on=date(2026, 11, 1),
)


def said(**changes: object) -> dict[str, str]:
    """The findings by field."""
    found = legal_warnings(replace(HONEST, **changes))  # type: ignore[arg-type]
    return {finding.field: finding.message for finding in found}


def test_a_wage_under_the_zone_is_named_with_figure_and_decree() -> None:
    assert said() == {}
    assert said(wage_from=5_310_000) == {}
    message = said(wage_from=5_309_999)["wage_from"]
    assert "5.310.000" in message
    assert "293/2025/NĐ-CP" in message
    assert "wage_to" in said(wage_from=None, wage_to=1)
    assert said(wage_from=None, wage_to=None) == {}


def test_the_minimum_is_that_of_today_for_what_opened_before() -> None:
    assert "5.310.000" in said(wage_from=5_000_000, opens_on=date(2025, 10, 1))["wage_from"]


@pytest.mark.parametrize("word", ["heavy", "heights", "chemicals", "night"])
def test_minors_are_kept_from_dangerous_work(word: str) -> None:
    demands = to_bits([word], DEMANDS)
    assert "18" in said(min_age=17, demands=demands)["min_age"]
    assert said(min_age=18, demands=demands) == {}


def test_no_night_shift_for_minors_and_nobody_under_15() -> None:
    assert "min_age" in said(min_age=16, shifts=to_bits(["night"], SHIFTS))
    assert "15" in said(min_age=14)["min_age"]
    assert said(min_age=15) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Đặt cọc 500.000 đồng khi nhận việc.",
        "Không cần kinh nghiệm, đặt cọc 1 triệu.",
        "Người mới dat coc 300k tien dong phuc",
        "Phí hồ sơ 100.000 đồng.",
        "Đóng phí đào tạo trước khi làm.",
        "Nộp tiền thế chân hai tháng.",
        "Giữ CCCD gốc trong thời gian thử việc.",
        "Công ty giữ giấy tờ đến hết hợp đồng.",
        "Nộp bản gốc bằng cấp ba.",
        "Chỉ tuyển nam dưới 35 tuổi.",
        "Chỉ nhận lao động nữ.",
        "Không nhận người dân tộc.",
        "Cam kết không sinh con trong 2 năm.",
        "Làm việc 14 tiếng/ngày.",
        "Làm 60 giờ một tuần.",
        "Tăng ca khoảng 60 giờ mỗi tháng.",
        "Tuyển nam công nhân bốc xếp.",
        "Tuyển gấp 5 lao động nữ.",
        "Ưu tiên nam, làm được việc nặng.",
        "Không tuyển nữ.",
        "Tuổi từ 18 đến 35.",
        "Độ tuổi: 20 - 40 tuổi.",
        "Không nhận người trên 18 dưới 45 tuổi.",
        "Ứng viên tối đa 40 tuổi.",
        "Không tuyển người miền ngoài.",
        "Không nhận hồ sơ ngoại tỉnh.",
        "Chỉ tuyển lao động chưa lập gia đình.",
        "Yêu cầu độc thân.",
        "Không nhận người đã kết hôn.",
        "Không tuyển người khuyết tật.",
        "Nộp giấy xét nghiệm HIV khi nhận việc.",
        "Nhân thân tốt, không tiền án, tiền sự.",
        "Không nhận người từng cai nghiện.",
        "Chưa từng đi tù.",
        "Không tuyển người có tiền án.",
        "Yêu cầu lý lịch trong sạch.",
        "Nộp phiếu lý lịch tư pháp số 2.",
        "phieu ly lich tu phap so 2 con han",
    ],
)
def test_unlawful_words_are_found(text: str) -> None:
    assert "description" in said(description=text)


@pytest.mark.parametrize(
    "text",
    [
        "Không thu phí, không đặt cọc, không giữ giấy tờ.",
        "Không thu phí tuyển dụng, đặt cọc hay giữ CCCD gốc.",
        "Công ty lo bảo dưỡng xe, không bắt đặt cọc.",
        "Phí tuyển dụng: 0 đồng. Tiền cọc: không.",
        "Miễn phí hồ sơ, đào tạo tại xưởng.",
        "Không yêu cầu ứng viên nộp phí hồ sơ.",
        "Nhân viên thu phí đường bộ, thu phí gửi xe.",
        "Nhận tiền đặt cọc của khách và ghi sổ.",
        "Công ty trả phí đào tạo và khám sức khỏe.",
        "Thợ ép cọc, đóng cọc bê tông.",
        "Lưu giữ giấy tờ, hồ sơ của xưởng.",
        "Trông xe, giữ giấy tờ xe cho khách.",
        "Nộp CCCD photo và đơn xin việc.",
        "Chỉ tuyển nam, nữ từ 18 tuổi.",
        "Chỉ tuyển nam nữ có sức khỏe.",
        "Chỉ tuyển năm người. Chi tuyen nam nguoi.",
        "Tuyển nam hoặc nữ.",
        "Làm ca tối từ 16 giờ đến 22 giờ mỗi ngày.",
        "Cửa hàng mở 24 giờ/ngày, chia ba ca.",
        "Làm việc 8 giờ một ngày, 48 giờ một tuần.",
        "Tăng ca không quá 40 giờ mỗi tháng.",
        "Tuyển nhân viên Nam Á, chi nhánh Biên Hòa.",
        "Tuyển 5 người, nam hay nữ đều được.",
        "Bán quần áo nam. May đồ nữ.",
        "Từ 18 tuổi trở lên, không giới hạn tuổi.",
        "Không tuyển người dưới 18 tuổi.",
        "Giữ trẻ từ 24 đến 36 tháng tuổi.",
        "Chăm sóc trẻ dưới 10 tuổi, khách từ 20 đến 40 tuổi.",
        "Không phân biệt giới tính, tuổi, quê quán, tiền án.",
        "Dù có hay không có tiền án đều được nhận.",
        "Không yêu cầu xét nghiệm HIV.",
        "Không cần phiếu lý lịch tư pháp số 2.",
        "Nhận cả người chưa có kinh nghiệm, chưa lập gia đình hay đã có con.",
        "Nhận người khuyết tật. Không yêu cầu bằng cấp.",
        "Không làm thêm quá 40 giờ một tháng.",
        "Thưởng đến 35 triệu, thâm niên từ 2 đến 35 tháng.",
    ],
)
def test_honest_words_pass(text: str) -> None:
    assert said(description=text) == {}


def test_the_words_of_the_demo_are_lawful() -> None:
    words = Path(demo.__file__).parent / "words" / "jobs.toml"
    for job in tomllib.loads(words.read_text())["job"]:
        for title in job["titles"]:
            assert said(title=title, description=job["text"]) == {}, job["text"]


@pytest.mark.parametrize(
    ("ground", "text"),
    [
        ("giới tính", "Chỉ tuyển nữ."),
        ("tuổi", "Tuổi từ 18 đến 35."),
        ("quê quán", "Không nhận người ngoại tỉnh."),
        ("hôn nhân", "Yêu cầu độc thân."),
        ("HIV", "Phải xét nghiệm HIV."),
        ("quá khứ", "Không tuyển người có tiền án."),
    ],
)
def test_the_ground_and_the_article_are_named(ground: str, text: str) -> None:
    message = said(title=text)["title"]
    assert ground in message
    assert "Điều 8" in message


@pytest.mark.parametrize(
    ("field", "most", "young"),
    [("hours_day", 10, 8), ("hours_week", 48, 40), ("overtime_month", 40, 40)],
)
def test_hours_in_figures(field: str, most: int, young: int) -> None:
    assert said(**{field: most}) == {}
    assert f"{most} giờ" in said(**{field: most + 1})[field]
    assert said(**{field: young}, min_age=16) == {}
    assert f"{young} giờ" in said(**{field: young + 1}, min_age=16)[field]


PLAIN = (
    "Hàn khung sắt theo bản vẽ",
    "Làm từ 7 giờ đến 16 giờ",
    "Có thợ kèm",
    "Lương trả ngày 5",
    "Bao cơm trưa, có chỗ ở",
    "Không thu phí",
    "Không đặt cọc",
    "Không giữ CCCD gốc",
)
UNLAWFUL = ("Đặt cọc 500.000 đồng", "Giữ bằng gốc", "Chỉ tuyển nam", "Làm 14 tiếng/ngày")


@given(st.lists(st.sampled_from(PLAIN), max_size=8))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_honest_sentences_stay_honest_side_by_side(sentences: list[str]) -> None:
    assert said(description=". ".join(sentences) + ".") == {}


@given(st.sampled_from(UNLAWFUL), st.lists(st.sampled_from(PLAIN), max_size=6), st.integers(0, 6))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_unlawful_sentence_is_found_among_any(
    sentence: str, others: list[str], place: int
) -> None:
    others.insert(place, sentence)
    assert "description" in said(description=". ".join(others) + ".")


@given(st.text(max_size=300))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_judged_on_its_own_field(text: str) -> None:
    assert set(said(description=text)) <= {"description"}
