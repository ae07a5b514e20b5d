"""Forms: tidy input, and every message in the person's language."""

import pytest
from flask import Flask
from wtforms import IntegerField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, NumberRange

from portal.forms import DayField, Form, options
from portal.i18n import force_locale
from tests.databases import on_sqlite

pytestmark = on_sqlite


class Sample(Form):
    """One field of each kind."""

    title = StringField("title", [DataRequired(), Length(max=5)])
    text = TextAreaField("text")
    count = IntegerField("count", [NumberRange(1, 9)])
    day = DayField("day")
    several = SelectMultipleField("several", choices=options([("a", "A")]))


def _sent(app: Flask, **typed: str) -> Sample:
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context("/", method="POST", data=typed):
        form = Sample()
        form.validate()
    return form


def test_typed_text_is_composed_and_trimmed(app: Flask) -> None:
    form = _sent(app, title="  Le\u0302  A ", text="a  \r\nb ")
    assert form.title.data == "Lê A"
    assert form.text.data.splitlines() == ["a", "b"]


@pytest.mark.parametrize("typed", ["2026-11-21", "21/11/2026"])
def test_a_day_may_be_typed_as_one_writes_it(app: Flask, typed: str) -> None:
    assert f"{_sent(app, day=typed).day.data}" == "2026-11-21"


def test_messages_are_vietnamese_with_their_figures(app: Flask) -> None:
    errors = _sent(app, title="much too long", count="12", day="soon").errors
    assert errors["title"] == ["Không quá 5 ký tự."]
    assert errors["count"] == ["Số phải từ 1 đến 9."]
    assert errors["day"] == ["Hãy nhập ngày, ví dụ 21/11/2026."]


def test_what_is_not_on_the_list_is_said_in_vietnamese(app: Flask) -> None:
    assert _sent(app, several="b").errors["several"] == ["Hãy chọn trong danh sách."]


def test_a_number_of_hundreds_of_digits_is_refused_as_any_other(app: Flask) -> None:
    assert _sent(app, count="9" * 400).errors["count"] == ["Số phải từ 1 đến 9."]


def test_messages_are_english_for_who_reads_english(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context("/", method="POST", data={}), force_locale("en"):
        form = Sample()
        form.validate()
    assert form.errors["title"] == ["This field is required."]
