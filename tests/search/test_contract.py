"""What every engine keeps: run on Whoosh (with SQLite) and on PostgreSQL."""

import unicodedata
from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.search.protocol import Entry, Found, Reach
from portal.search.rooms import Rooms


def job(code: str, title: str, **more: Any) -> Entry:
    """A job; texts of the other fields by name."""
    return Entry("job", code, title, **more)


def ids(found: Found) -> list[str]:
    """The ids in the order found."""
    return [hit.id for hit in found.hits]


WELDER = job(
    "w1",
    "Thợ hàn khung thép",
    names=["Thợ hàn và thợ cắt kim loại", "Welders", "hàn MIG/MAG"],
    places=["Phường Biên Hòa", "Đồng Nai"],
    other=["Công ty Cơ khí Thành Công", "Có chỗ ở, cơm trưa."],
    facets={"commune": ["26041"], "shift": ["night", "weekend"]},
)
TAILOR = job(
    "t1",
    "Thợ may công nghiệp",
    names=["Thợ may", "Tailors"],
    places=["Xã Long Thành", "Đồng Nai"],
    other=["Công ty Hoàn Mỹ"],
    facets={"commune": ["26368"], "shift": ["morning"]},
)
MECHANIC = job("m1", "Thợ máy", names=["Sửa chữa cơ khí"], facets={"commune": ["26041"]})
COURSE = Entry("course", "c1", "Hàn cơ bản", names=["hàn hồ quang"], places=["Biên Hòa"])
CLUB = Entry("club", "k1", "Câu lạc bộ Nhịp Cầu Biên Hòa", places=["Phường Biên Hòa"])
POINT = Entry("counselling_point", "p1", "Điểm tư vấn Long Thành")
ALL = [WELDER, TAILOR, MECHANIC, COURSE, CLUB, POINT]


@pytest.fixture
def full(rooms: Rooms) -> Rooms:
    rooms.put(ALL)
    return rooms


@pytest.mark.parametrize(
    "text",
    [
        "thợ hàn",
        "tho han",
        "THỢ HÀN",
        unicodedata.normalize("NFD", "thợ hàn"),
        "hàn biên hoà",
        "bien hoa welders",
        "mig đồng nai",
        "Ðồng Nai hàn khung",
        "  hàn ,, (thép) ",
        "thành công thợ hàn chỗ ở",
    ],
)
def test_an_entry_that_has_all_the_words_is_found(full: Rooms, text: str) -> None:
    found = full.find(text, ["job"])
    assert (ids(found), found.reach) == (["w1"], Reach.ALL)


def test_every_way_to_write_a_text_gives_the_same_answer(full: Rooms) -> None:
    ways = ["hoàn mỹ", "hòan mĩ", unicodedata.normalize("NFD", "Hoàn Mỹ"), "HOÀN MỸ"]
    answers = [full.find(way) for way in ways]
    assert ids(answers[0]) == ["t1"]
    assert all(answer == answers[0] for answer in answers)


def test_marks_left_out_never_lose_an_entry(full: Rooms) -> None:
    assert set(ids(full.find("tho may"))) == {"t1", "m1"}


def test_marks_typed_put_the_exact_first_and_lose_none(full: Rooms) -> None:
    assert ids(full.find("thợ may")) == ["t1", "m1"]
    assert ids(full.find("thợ máy")) == ["m1", "t1"]


def test_an_exact_match_anywhere_stands_before_an_inexact_title(rooms: Rooms) -> None:
    rooms.put([job("a", "Hân hạnh"), job("b", "Cơ khí", other=["biết hàn"])])
    assert ids(rooms.find("hàn")) == ["b", "a"]
    assert ids(rooms.find("han")) == ["a", "b"]


def test_title_names_places_other(rooms: Rooms) -> None:
    rooms.put(
        [
            job("1-other", "Việc", other=["sơn nước"]),
            job("2-place", "Việc", places=["Sơn nước"]),
            job("3-names", "Việc", names=["sơn nước"]),
            job("4-title", "Sơn nước"),
            job("0-rest", "Việc", names=["sơn nước"], places=["sơn nước"], other=["sơn nước"]),
        ]
    )
    in_order = ["4-title", "0-rest", "3-names", "2-place", "1-other"]
    assert ids(rooms.find("sơn nước")) == in_order
    assert ids(rooms.find("son nuoc")) == in_order


def test_the_order_is_the_same_on_every_day(rooms: Rooms) -> None:
    codes = ["b", "A", "a-1", "Z", "a", "10", "9", "_"]
    rooms.put(job(code, "Phụ hồ") for code in codes)
    assert ids(rooms.find("phụ hồ")) == sorted(codes)
    assert ids(rooms.find("phụ hồ", limit=3)) == sorted(codes)[:3]


def test_scores_are_shares_of_the_most_there_can_be(rooms: Rooms) -> None:
    rooms.put([job("a", "hàn", names=["hàn"], places=["hàn"], other=["hàn"]), job("b", "hàn")])
    best, other = rooms.find("hàn").hits
    assert best.score == 1
    assert 0.5 < other.score < 0.6


def test_a_slow_typist_sees_what_the_last_word_may_become(full: Rooms) -> None:
    found = full.find("thợ m")
    assert (ids(found), found.reach) == (["t1", "m1", "w1"], Reach.STARTS)
    assert ids(full.find("công ngh")) == ["t1"]


def test_a_whole_word_is_not_taken_for_a_start(rooms: Rooms) -> None:
    rooms.put([job("a", "Giao hàng"), job("b", "Thợ hàn")])
    assert ids(rooms.find("han")) == ["b"]


def test_where_none_has_all_the_words_those_with_most_come_first(full: Rooms) -> None:
    found = full.find("thợ hàn lặn dưới nước", ["job"])
    assert (ids(found), found.reach) == (["w1", "t1", "m1"], Reach.ANY)
    assert all(0 < hit.score < 0.5 for hit in found.hits)


def test_one_room_with_all_the_words_silences_the_other(full: Rooms) -> None:
    found = full.find("câu lạc bộ biên hòa")
    assert (ids(found), found.reach) == (["k1"], Reach.ALL)


def test_rooms_answer_together(full: Rooms) -> None:
    found = full.find("biên hòa")
    assert ids(found) == ["k1", "c1", "w1"]
    assert found.counts["kind"] == {"job": 1, "course": 1, "club": 1}
    assert found.total == 3


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(["course"], ["c1"]), (["job", "course"], ["c1", "w1"]), (["club"], ["k1"]), (["x"], [])],
)
def test_kinds_narrow(full: Rooms, kinds: Collection[str], expected: list[str]) -> None:
    assert ids(full.find("biên hòa", kinds)) == expected


def test_filters_narrow_and_counts_follow(full: Rooms) -> None:
    found = full.find("thợ", filters={"commune": ["26041"]})
    assert set(ids(found)) == {"m1", "w1"}
    assert found.counts["commune"] == {"26041": 2}
    assert found.counts["shift"] == {"night": 1, "weekend": 1}


def test_values_of_a_facet_are_alternatives_and_facets_are_all_demanded(full: Rooms) -> None:
    both = {"commune": ["26041", "26368"], "shift": ["morning", "night"]}
    assert set(ids(full.find("thợ", filters=both))) == {"w1", "t1"}
    assert ids(full.find("thợ", filters={"commune": ["26041"], "shift": ["morning"]})) == []
    assert len(ids(full.find("thợ", filters={"commune": []}))) == 3


def test_counts_go_beyond_the_limit(full: Rooms) -> None:
    found = full.find("thợ", limit=1)
    assert len(found.hits) == 1
    assert found.total == 3


@pytest.mark.parametrize("text", ["", "   ", "?!.,;()[]{}*~^", "\x00\u200b", "_ - _", "\ud800"])
def test_no_word_finds_nothing(full: Rooms, text: str) -> None:
    assert full.find(text) == Found()


@pytest.mark.parametrize(
    "text", ["hàn OR may", "title:hàn", "h*n", "hàn & !may", "'hàn':A", "NOT thợ", "[a TO z]"]
)
def test_operators_are_plain_words(full: Rooms, text: str) -> None:
    found = full.find(text)
    assert found.reach is Reach.ANY or not found.hits


def test_a_very_long_text_is_answered(full: Rooms) -> None:
    assert ids(full.find("thợ hàn " * 1250, ["job"])) == ["w1"]
    assert ids(full.find("x" * 10_000)) == []
    assert ids(full.find(" ".join(f"thợ{n} hàn" for n in range(1000)), ["job"])) == ["w1"]


def test_a_very_long_entry_is_kept(rooms: Rooms) -> None:
    words = " ".join(f"ừ{n}" for n in range(100_000))
    rooms.put([job("long", "Bốc xếp", other=[words])])
    assert ids(rooms.find("bốc xếp ừ7")) == ["long"]


def test_put_again_replaces(full: Rooms) -> None:
    full.put([job("w1", "Lái xe nâng"), job("w1", "Lái xe tải")])
    assert ids(full.find("hàn", ["job"])) == []
    assert ids(full.find("lái xe nâng")) == ["w1"]
    assert full.find("lái xe nâng").reach is Reach.ANY
    assert full.find("lái xe").total == 1


def test_removed_is_not_found(full: Rooms) -> None:
    full.remove("job", ["w1", "unknown", "w1"])
    full.remove("job", [])
    full.remove("course", ["t1"])
    assert set(ids(full.find("thợ"))) == {"m1", "t1"}


def test_the_same_id_may_be_of_two_kinds(rooms: Rooms) -> None:
    rooms.put([job("1", "Nấu ăn"), Entry("course", "1", "Nấu ăn")])
    rooms.remove("job", ["1"])
    assert [(hit.kind, hit.id) for hit in rooms.find("nấu ăn").hits] == [("course", "1")]


def test_rebuild_forgets_what_it_is_not_given(full: Rooms) -> None:
    full.rebuild({"job": lambda: iter([MECHANIC]), "club": lambda: [CLUB]})
    assert ids(full.find("thợ")) == ["m1"]
    assert ids(full.find("biên hòa")) == ["k1"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=st.text(max_size=30), query=st.text(max_size=30))
def test_any_text_can_be_kept_and_asked(rooms: Rooms, title: str, query: str) -> None:
    rooms.put([job("any", title)])
    rooms.find(query)
    found = rooms.find(title)
    assert ids(found) in (["any"], [])
    assert bool(found.hits) == (found.reach is Reach.ALL and found.total == 1)
