"""What is typed of a series: a sentence or plain fields, and what becomes of each day it gives."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from flask import request
from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal import clock
from portal.clubs.forms import HOURS, LONG, SHORT
from portal.clubs.labels import KIND_LABELS, NTH_LABELS, WEEKDAY_LABELS
from portal.errors import RuleBroken
from portal.forms import DayField, Form, ManyField, VersionField, WordsField, options
from portal.i18n import _, lazy
from portal.trades.labels import SHIFT_LABELS

CHOICE, MOVED = "choice-", "moved-"  # before the day, in the names of fields
ABOUT = ("version", "seen")


class SeriesForm(Form):
    """When, where and what about, again and again."""

    sentence = StringField(lazy("Lịch bằng một câu"), [Length(max=200)])
    kind = RadioField(lazy("Lặp lại"), default="weekly", choices=options(KIND_LABELS.items()))
    weekdays = ManyField(
        lazy("Thứ"), default=(), coerce=int, choices=options(WEEKDAY_LABELS.items())
    )
    every = SelectField(
        lazy("Mấy tuần một lần"),
        default=1,
        coerce=int,
        choices=options((n, n) for n in range(1, 9)),
    )
    nths = ManyField(lazy("Tuần nào"), default=(), coerce=int, choices=options(NTH_LABELS.items()))
    days = StringField(lazy("Các ngày"), [SHORT])
    starts = TimeField(lazy("Từ giờ"), [Optional()], format=HOURS)
    ends = TimeField(lazy("Đến giờ"), [Optional()], format=HOURS)
    place = StringField(lazy("Nơi họp"), [DataRequired(), SHORT])
    agenda = TextAreaField(lazy("Nội dung"), [LONG])
    from_on = DayField(lazy("Bắt đầu từ ngày"), [InputRequired()], default=clock.today)
    until_on = DayField(lazy("Đến hết ngày"), [Optional()])
    seen = HiddenField()

    @property
    def typed(self) -> dict[str, Any]:
        """What was typed of the plan, for the service."""
        return {name: value for name, value in self.values.items() if name not in ABOUT}

    def saying(self, fields: Mapping[str, Any], *, seen: str) -> Self:
        """The same form with the plan as it was understood, said by the plain fields."""
        about = {"seen": seen, "version": self["version"].data if "version" in self else None}
        return type(self)(formdata=None, data={**fields, **about})

    @property
    def wants_to_save(self) -> bool:
        """Whether the days were looked at and are to be kept."""
        return request.form.get("go") == "save"

    def of_choice(self, day: date) -> str | None:
        """What was chosen for a day: keep, move or skip."""
        return request.form.get(f"{CHOICE}{day}")

    def moved_to(self, day: date) -> str:
        """Where to a day is to be moved, as it was typed."""
        return request.form.get(f"{MOVED}{day}", "")

    @property
    def choices(self) -> Mapping[date, date | None]:
        """The days that were chosen about: kept, moved to another, or left out."""
        names = (name.removeprefix(CHOICE) for name in request.form if name.startswith(CHOICE))
        return {day: self._chosen(day) for day in map(_day, names) if day}

    def _chosen(self, day: date) -> date | None:
        choice = self.of_choice(day)
        if choice == "skip":
            return None
        if choice != "move":
            return day
        moved = _day(self.moved_to(day))
        if moved is None:
            raise RuleBroken(_("%(day)s: mời ghi ngày dời tới.", day=f"{day:%d/%m/%Y}"))
        return moved


class EditSeriesForm(SeriesForm):
    """The same, over a version."""

    version = VersionField()


class EndSeriesForm(Form):
    """The last day of a series."""

    last_on = DayField(lazy("Ngày cuối cùng"), [InputRequired()], default=clock.today)
    version = VersionField()


class SlotForm(Form):
    """Of which clubs, and when the board can come."""

    together = BooleanField(lazy("Tính chung mọi câu lạc bộ tôi phụ trách"))
    board = WordsField(lazy("Ban chủ nhiệm đến được lúc"), None, SHIFT_LABELS)

    class Meta(Form.Meta):
        """It only asks: what is chosen stands in the address."""

        csrf = False


def _day(text: str) -> date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
