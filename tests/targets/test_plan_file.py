"""A plan's file read and written back; every fault is one sentence with file, line and key."""

from datetime import date

import pytest

from portal.targets.plan_file import PlanError, as_toml, parse
from portal.targets.plans import shipped_plans
from portal.targets.results import FOLDER as RESULTS
from portal.targets.results import all_results, read_results

PLAN = """number = "12/KH-UBND"
title = "Duy trì câu lạc bộ"
authority = "UBND phường Trảng Dài"
place = "25993"
signed = 2026-01-15
years = [2026, 2027]

[[targets]]
id = "12-1"
indicator = "need_met"
kinds = ["work"]
level = "person"
map = "today"
from = 2026-01-01
to = 2026-12-31
comparator = "ge"
value = 80
unit = "percent"
wording = "80% người có nhu cầu có việc làm"

[[targets]]
id = "12-2"
indicator = "clubs_stable"
level = "club"
map = "today"
from = 2026-01-01
comparator = "ge"
value = 100
unit = "percent"
wording = "câu lạc bộ ổn định, hiệu quả"
"""


def test_a_plan_is_read_and_written_back() -> None:
    plan = parse(PLAN)
    assert plan.targets[1].last is None
    assert as_toml(plan.raw) == PLAN


@pytest.mark.parametrize("plan", shipped_plans(), ids=lambda plan: str(plan.slug))
def test_every_shipped_plan_is_the_same_after_writing(plan: object) -> None:
    assert parse(as_toml(plan.raw)) == plan  # type: ignore[attr-defined]


def test_words_with_quotes_and_signs_are_written_back() -> None:
    wording = 'nói “100 %” và "trên" \\ dưới'
    plan = parse(PLAN.replace('"câu lạc bộ ổn định, hiệu quả"', f"'{wording}'"))
    assert plan.targets[1].wording == wording
    assert parse(as_toml(plan.raw)) == plan


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says"),
    [
        ('"need_met"', '"need_mett"', 10, "indicator", "Gần giống: need_met"),
        ('"need_met"', '"zzz"', 10, "indicator", "Chỉ có: clubs_founded"),
        (
            'comparator = "ge"\nvalue = 80',
            'comparator = "more"\nvalue = 80',
            16,
            "comparator",
            "gt",
        ),
        ("to = 2026-12-31", "to = 2025-12-31", 15, "to", "từ ngày đầu (01/01/2026)"),
        ("to = 2026-12-31", "to = 2028-01-01", 15, "to", "đến năm 2027"),
        ("from = 2026-01-01\nto", "from = 1926-01-01\nto", 14, "from", "Năm phải từ 2000"),
        ("from = 2026-01-01\nto", "from = 2025-01-01\nto", 14, "from", "từ năm 2026"),
        ("from = 2026-01-01\nto", 'from = "2026"\nto', 14, "from", "phải là ngày"),
        ("from = 2026-01-01\nto", "from = 2026-01-01T08:00:00\nto", 14, "from", "phải là ngày"),
        ('level = "person"', 'level = "xyz"', 12, "level", "Chỉ có: commune"),
        ('level = "person"', 'level = "club"', 12, "level", "chỉ tính theo: người (person)"),
        ('kinds = ["work"]', 'kinds = ["voluntary"]', 11, "kinds", "tự nguyện (voluntary)"),
        ('kinds = ["work"]', "kinds = [1]", 11, "kinds", "danh sách chữ"),
        ('id = "12-2"', 'id = "12-1"', 22, "id", "đã dùng ở trên"),
        ('id = "12-2"\n', "", 21, "id", "Còn thiếu"),
        ('id = "12-2"', 'id = "a/b 2"', 22, "id", "chữ, số"),
        ("value = 80", "value = 101", 17, "value", "từ 0 đến 100"),
        ("value = 80", "value = 80.5", 17, "value", "số nguyên"),
        ("value = 80", "value = true", 17, "value", "số nguyên"),
        ('value = 80\nunit = "percent"', 'value = 0\nunit = "count"', 17, "value", "từ 1"),
        ('unit = "percent"\nwording = "80', 'unit = "dozen"\nwording = "80', 18, "unit", "percent"),
        (
            'map = "today"\nfrom = 2026-01-01\nto',
            'map = "old"\nfrom = 2026-01-01\nto',
            13,
            "map",
            "today",
        ),
        ("value = 80", "value = 80\ncolour = 3", 18, "colour", "Không có mục này"),
        ("value = 80", "value = 80\neach_yaer = true", 18, "each_yaer", "each_year"),
        ("value = 80", "value = 80\neach_year = 1", 18, "each_year", "true hoặc false"),
        (
            'wording = "80% người có nhu cầu có việc làm"',
            'wording = ""',
            19,
            "wording",
            "ngoặc kép",
        ),
        ("years = [2026, 2027]", "years = [2027, 2026]", 6, "years", "năm đầu trước"),
        ("years = [2026, 2027]", "years = 2026", 6, "years", "[2024, 2026]"),
        ("years = [2026, 2027]", "years = ", 6, "", "Sai cú pháp"),
        ("signed = 2026-01-15\n", "", 1, "signed", "map_day"),
        ('title = "Duy trì câu lạc bộ"', "title = 3", 2, "title", "ngoặc kép"),
        ('title = "Duy trì câu lạc bộ"', f'title = "{"a" * 301}"', 2, "title", "300"),
        ('number = "12/KH-UBND"', 'number = "paste"', 1, "number", "chữ số"),
        ("value = 100", "value = 100\nvalue = 99", 29, "", "Sai cú pháp"),
        ('[[targets]]\nid = "12-2"', '[targets]\nid = "12-2"', 21, "", "Sai cú pháp"),
    ],
)
def test_each_fault_names_file_line_and_key(
    old: str, new: str, line: int, key: str, says: str
) -> None:
    assert old in PLAN
    with pytest.raises(PlanError) as refused:
        parse(PLAN.replace(old, new, 1), "mine.toml")
    fault = refused.value
    assert (fault.line, fault.key) == (line, key)
    assert says in fault.says
    assert fault.message.startswith(f"mine.toml, dòng {line}")
    assert "\n" not in fault.message


def test_a_line_within_a_string_of_several_lines_is_no_key() -> None:
    text = PLAN.replace('"UBND phường Trảng Dài"', '"""UBND\n[[targets]]\nlevel = 3\n"""')
    with pytest.raises(PlanError) as refused:
        parse(text.replace('level = "person"', 'level = "village"'))
    assert refused.value.line == 15


@pytest.mark.parametrize("text", ["", "x", "[" * 5000, "targets = 3", "a = [" + "[" * 3000])
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(PlanError):
        parse(text)


def test_the_results_of_son_la_keep_contacts_and_persons_apart() -> None:
    (document,) = all_results()
    assert {result.id: (result.value, result.unit) for result in document.results} == {
        "002-1": (27435, "contacts"),
        "002-2": (724, "persons"),
        "002-3": (175, "certificates"),
        "002-4": (1817, "persons"),
        "002-5": (2, "facilities"),
        "002-6": (2250, "capacity"),
    }
    assert (document.place, document.first) == ("14", date(2019, 1, 1))


def test_a_result_in_an_unknown_unit_names_its_line(tmp_path: object) -> None:
    (path,) = RESULTS.glob("*.toml")
    wrong = tmp_path / "mine.toml"  # type: ignore[operator]
    wrong.write_text(path.read_text("utf-8").replace('"facilities"', '"houses"'), "utf-8")
    with pytest.raises(PlanError, match=r"mine\.toml, dòng \d+, unit"):
        read_results(wrong)
