"""One search box finds what is open, with and without marks."""

import pytest
from flask import Flask

from tests.pages import Visitor


@pytest.mark.parametrize("words", ["may công nghiệp", "may cong nghiep", "MAY CÔNG NGHIỆP"])
def test_marks_typed_or_left_out_find_jobs_and_courses(province_site: Flask, words: str) -> None:
    page = Visitor(province_site).get("/search", query_string={"q": words})
    assert "Việc làm:" in page
    assert "Khóa học:" in page


def test_nothing_found_says_what_to_do(province_site: Flask) -> None:
    assert "Mời thử ít từ hơn" in Visitor(province_site).get("/search?q=zzzzzz")


def test_the_words_are_kept_in_the_box(province_site: Flask) -> None:
    page = Visitor(province_site).get("/search", query_string={"q": 'hàn "<b>'})
    assert any(field.get("value") == 'hàn "<b>' for field in page.all("input"))
