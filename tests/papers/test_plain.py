"""The plain sheet: one page, the very words that were typed, and nothing of who made it."""

import re
import unicodedata

import pytest

from portal.errors import RuleBroken
from portal.papers import plain
from portal.papers.plain import Plain, as_pdf, disposition, file_name
from tests.papers.reading import words_of

HOSTILE = (
    '#panic("x") #read("/etc/passwd") #import "@preview/a:1.0.0": *',
    "$ x^2 $ @ref <label> *b* _i_ `raw` \\ \\u{41} // c /* c */",
    "= Tiêu đề",
    "- mục",
    "[x] {y} ~ -- ... 'q' \"z\"",
    '"}], "name": "khác"',
)
# words by which a file tells who made it, with what, and when
TELLS = re.compile(
    rb"(?i)typst|creator|producer|author\b|creationdate|moddate|xmp|metadata|/info|/id\b"
)
NAME = "Nguyễn Thị Ất Ữ Đặng"


def sheet(*said: str, name: str = NAME) -> Plain:
    return Plain(name, "Điện thoại: 0912 345 678", [("Việc đã làm", "\n".join(said))])


def test_the_file_says_nothing_of_who_made_it_and_when() -> None:
    assert TELLS.findall(as_pdf(sheet("Hàn MIG"))) == []


def test_the_same_words_give_the_same_bytes() -> None:
    assert as_pdf(sheet("Hàn MIG")) == as_pdf(sheet("Hàn MIG"))


def test_it_is_one_page_of_a4_with_its_fonts_in_it() -> None:
    made = as_pdf(sheet("Hàn MIG"))
    assert b"/Count 1/" in made
    assert b"/MediaBox[0 0 595.2756 841.8898]" in made
    fonts = set(re.findall(rb"/FontName/([\w+-]+)", made))
    assert fonts
    assert made.count(b"/FontFile") == len(fonts)


def test_what_was_left_out_was_blanked_so_that_the_file_is_sound() -> None:
    made = as_pdf(sheet("Hàn MIG"))
    table = re.findall(rb"\n(\d{10}) 00000 n", made)
    assert len(table) > 5
    for number, offset in enumerate(table, 1):
        assert made[int(offset) :].startswith(b"%d 0 obj" % number)


def test_the_words_are_those_that_were_typed() -> None:
    said = words_of(as_pdf(sheet("2019: hàn MIG, Biên Hòa")))
    assert said == "NguyễnThịẤtỮĐặngĐiệnthoại:0912345678Việcđãlàm2019:hànMIG,BiênHòa"


def test_marks_typed_apart_come_out_as_letters() -> None:
    apart = unicodedata.normalize("NFD", "Đỗ Thị Hằng")
    assert "Hằng" in unicodedata.normalize("NFC", words_of(as_pdf(sheet("-", name=apart))))


@pytest.mark.parametrize("line", HOSTILE)
def test_markup_is_words(line: str) -> None:
    said = words_of(as_pdf(sheet("trước", line, "sau")))
    assert said.endswith(f"trước{''.join(line.split())}sau")


def test_a_long_one_is_set_smaller_and_too_long_a_one_refused() -> None:
    line = "Làm thợ hàn ở một xưởng cơ khí gần nhà, ca ngày và ca tối, có khi chủ nhật."
    assert b"/Count 1/" in as_pdf(sheet(*[line] * 50))
    with pytest.raises(RuleBroken):
        as_pdf(sheet(*["x"] * 200))
    with pytest.raises(RuleBroken):
        as_pdf(sheet("x" * 10_000))


def test_setting_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "SECONDS", 0.001)
    with pytest.raises(RuleBroken):
        as_pdf(sheet("Hàn MIG"))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Nguyễn Văn An", "CV - Nguyen Van An.pdf"),
        (unicodedata.normalize("NFD", "Đỗ Thị Hằng"), "CV - Do Thi Hang.pdf"),
        ("../../etc/passwd", "CV - etc passwd.pdf"),
        ("a\\b:c*d?e<f>g|h", "CV - a b c d e f g h.pdf"),
        ('x"\r\nSet-Cookie: y\x00', "CV - x Set Cookie y.pdf"),
        ("\u202eNguyễn", "CV - Nguyen.pdf"),
        ("   ", "CV.pdf"),
        ("", "CV.pdf"),
        ("💥 ...", "CV.pdf"),
        ("An " * 100, "CV - " + ("An " * 20).strip() + ".pdf"),
    ],
)
def test_the_file_has_a_name_that_every_machine_can_keep(name: str, file: str) -> None:
    assert file_name("CV", name) == file


def test_the_header_gives_the_name_both_ways() -> None:
    assert disposition("CV", "Nguyễn Văn An") == (
        'attachment; filename="CV - Nguyen Van An.pdf"; '
        "filename*=UTF-8''CV%20-%20Nguyen%20Van%20An.pdf"
    )
