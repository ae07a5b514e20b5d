"""Flaws of a file are said in the language of the page."""

import pytest

from portal.exchange.wording import in_words


@pytest.mark.parametrize(
    ("flaw", "words"),
    [
        ("line 2, source: must not be blank", "dòng 2, source: không được để trống"),
        ('line 3: unknown column "a"; allowed: b, c', 'dòng 3: không có cột "a"; chỉ có: b, c'),
        ("line 3: has 5 cells; the first line has 6", "dòng 3: có 5 ô; dòng đầu có 6 ô"),
        ("line 4, x: 9 is not between 0 and 5", "dòng 4, x: 9 không nằm từ 0 đến 5"),
        ('line 4, numerator: "a" is not a whole number in digits',
         'dòng 4, numerator: "a" không phải số nguyên'),
        ("line 5, x: something else", "dòng 5, x: something else"),
        ("and 3 more", "and 3 more"),
    ],
)  # fmt: skip
def test_a_flaw_is_said_in_words(flaw: str, words: str) -> None:
    assert in_words(flaw) == words


def test_a_period_is_named_in_words() -> None:
    assert "không phải kỳ" in in_words("line 2, period: '20' is not a period (2026 …)")
