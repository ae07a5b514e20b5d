"""Vietnamese text: one form, folding and order, whatever way it was typed."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text import fold, name_key, nfc, place_tones, sort_key, tidy

SYLLABLES = ["hoà", "hoàn", "quý", "thuở", "giữa", "được", "khuỷu", "Đồng", "ngoèo", "Ỷ", "gì"]
anything = st.text(max_size=40)
vietnamese = st.lists(st.sampled_from(SYLLABLES), max_size=6).map(" ".join)
typed = st.one_of(anything, vietnamese)


@pytest.mark.parametrize(
    ("odd", "placed"),
    [
        ("hoà", "hòa"),
        ("HOÀ", "HÒA"),
        ("Hoà", "Hòa"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
        ("THUỲ", "THÙY"),
        ("tuỳ chọn", "tùy chọn"),
        ("Biên Hoà, Thanh Hoá", "Biên Hòa, Thanh Hóa"),
        ("hòan tòan", "hoàn toàn"),
        ("hùynh", "huỳnh"),
        ("cuả muà", "của mùa"),
        ("qúy", "quý"),
        ("gìa", "già"),
        ("đựơc", "được"),
        ("ngòai", "ngoài"),
    ],
)
def test_a_tone_has_one_place(odd: str, placed: str) -> None:
    assert place_tones(odd) == placed


RIGHT = (
    "quý quỳnh quả quốc thuở giá gì gìn giếng giữa hoàn hoặc loài xoáy huế khuỷu khuya mía của "
    "túi hữu rượu nghiêng thuyền yếu ý café voilà niño Málaga Noël K'Tuyên Krông Đắk déjà"
)


@pytest.mark.parametrize("text", RIGHT.split())
def test_what_is_right_or_foreign_stays(text: str) -> None:
    assert place_tones(text) == text


def test_fold_leaves_no_mark() -> None:
    assert fold("Thợ HÀN, Đồng Nai – phường Ỷ La") == "tho han, dong nai – phuong y la"


def test_look_alikes_of_the_letter_are_one_letter() -> None:
    assert nfc("Ðồng \u0189ak") == "Đồng Đak"
    assert fold("ðồng") == "dong"


@pytest.mark.parametrize("change", [nfc, place_tones, fold, tidy, lambda t: tidy(t, lines=True)])
@given(text=typed)
def test_twice_is_once(change, text: str) -> None:  # type: ignore[no-untyped-def]
    assert change(change(text)) == change(text)


@pytest.mark.parametrize("change", [nfc, place_tones, fold, tidy, sort_key, name_key])
@given(text=typed)
def test_decomposed_is_composed(change, text: str) -> None:  # type: ignore[no-untyped-def]
    assert change(unicodedata.normalize("NFD", text)) == change(unicodedata.normalize("NFC", text))


@given(text=vietnamese)
def test_placing_a_tone_changes_no_letter(text: str) -> None:
    assert fold(place_tones(text)) == fold(text)
    assert len(place_tones(text)) == len(nfc(text))


def test_tidy_makes_one_clean_line() -> None:
    assert tidy(" Nguyễn\u00a0Văn\t\u200bAn\x00\r\n ") == "Nguyễn Văn An"
    assert tidy("\ud800an") == "an"


def test_tidy_can_keep_lines() -> None:
    assert tidy("\n một  hai \r\n\r\nba\x07\n", lines=True) == "một hai\n\nba"


@given(text=anything)
def test_tidy_text_can_be_stored_and_printed(text: str) -> None:
    clean = tidy(text)
    assert clean == " ".join(clean.split())
    assert "\x00" not in clean.encode().decode()


ALPHABET = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y"
TONES = "ba bà bả bã bá bạ"


@pytest.mark.parametrize(
    "ordered",
    [
        ALPHABET.split(),
        TONES.split(),
        ["ba", "ba ba", "bà", "bà con", "bai", "băng", "bân", "Cà", "dân", "đan"],
        ["Phường 2", "Phường 10", "Phường An Bình"],
        ["an", "An Bình", "ân", "z", "я"],
        ["Cam", "Căm", "Câm", "Cầm", "Cấm"],
    ],
)
def test_dictionary_order(ordered: list[str]) -> None:
    keys = [sort_key(word) for word in ordered]
    assert all(before < after for before, after in pairwise(keys))


def test_case_and_tone_placement_do_not_matter_for_order() -> None:
    assert sort_key("HOÀ bình") == sort_key("hòa Bình")


@given(text=anything)
def test_a_key_sorts_alike_in_every_collation(text: str) -> None:
    assert all(c in "0123456789abcdefghijklmnopqrstuvwxyz" for c in sort_key(text))


def test_persons_stand_by_given_name_then_family_then_middle() -> None:
    names = [
        "Trần Thị An",
        "Lê Văn Ánh",
        "Nguyễn Thị Bình",
        "Nguyễn Văn Bình",
        "Phạm An Bình",
        "Ngô Đức",
        "Y Hà",
    ]
    assert sorted(reversed(names), key=name_key) == names


def test_a_single_name_stands_first_and_none_stands_before_all() -> None:
    assert name_key("") < name_key("An") < name_key("Lê An")
