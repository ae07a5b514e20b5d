"""What is typed of an evening: the roll, the minutes, the tasks."""

import time
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import request
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, ValidationError
from wtforms.widgets import TextInput

from portal.clubs.service.marking import COUNTED
from portal.clubs.service.tasks import NewTask
from portal.forms import DayField, Form, VersionField
from portal.i18n import _, lazy
from portal.text import tidy

SHORT, LONG = Length(max=200), 20_000
MARK, WAS = "mark-", "was-"  # before a member's public id: the mark, and what stood before it
LETTERS = {"": "present", "m": "late", "p": "absent_excused", "v": "absent"}
DAYS = ("%Y-%m-%d", "%d/%m/%Y")


class RollForm(Form):
    """The marks of a roll: a field for each member, of which one or all may be sent."""

    reason = StringField(lazy("Lý do sửa"), [SHORT])
    theirs: Mapping[str, str] = {}  # what somebody else marked meanwhile

    @property
    def marks(self) -> Mapping[str, str]:
        """Member's public id to mark; guests and family to their numbers."""
        return _sent(MARK)

    @property
    def over(self) -> Mapping[str, str]:
        """What stood when the marks were made, or was shown since."""
        return {**_sent(WAS), **self.theirs}

    def _set_beside(self, theirs: Mapping[str, Any]) -> None:
        self.theirs = theirs


class LettersForm(RollForm):
    """The same with a letter for each member: blank is present."""

    @property
    def letters(self) -> Mapping[str, str]:
        """What was typed for members."""
        sent = _sent(MARK).items()
        return {key: typed.lower() for key, typed in sent if key not in COUNTED}

    @property
    def marks(self) -> Mapping[str, str]:
        """The marks that the letters stand for, and the numbers as they are."""
        meant = {key: LETTERS.get(typed, typed) for key, typed in self.letters.items()}
        return {**_sent(MARK), **meant}

    def validate(self, extra_validators: Any = None) -> bool:
        """Only letters that stand for a mark."""
        strange = sorted(set(self.letters.values()) - set(LETTERS))
        sound = super().validate(extra_validators)
        for typed in strange:
            message = _("“%(typed)s” không phải là dấu: để trống, hoặc m, p, v.", typed=typed[:9])
            self.form_errors.append(message)
        return bool(sound and not strange)


class TaskLines(Field):  # type: ignore[misc]
    """Lines of what, who and until when; lines left blank are left out."""

    widget = TextInput()  # the page draws the lines itself

    def process_formdata(self, _values: list[Any]) -> None:
        """Nothing: the lines are read by `process`, from fields of their own."""

    def process(self, formdata: Any, *_args: Any, **_kwargs: Any) -> None:
        """Three lists side by side, as a browser sends lines."""
        self.process_errors: list[str] = []
        self.data: list[NewTask] = []
        self.typed: list[list[str]] = []
        if formdata:
            columns = (formdata.getlist(f"{self.name}-{part}") for part in ("body", "who", "due"))
            lines = (list(map(tidy, line)) for line in zip(*columns, strict=False))
            self.typed = [line for line in lines if any(line)]

    def pre_validate(self, _form: Any) -> None:
        """Each line says what, and its day is one."""
        self.data = [self._read(n, *line) for n, line in enumerate(self.typed, start=1)]

    def _read(self, n: int, body: str, who: str, due: str) -> NewTask:
        if not body or len(body) > SHORT.max:
            raise ValidationError(_("Việc thứ %(n)s: mời ghi việc gì, nhiều nhất 200 ký tự.", n=n))
        day = _day(due)
        if due and day is None:
            raise ValidationError(_("Việc thứ %(n)s: mời ghi ngày như 21/11/2026.", n=n))
        return NewTask(body, who, day)


class MinutesForm(Form):
    """What was said, under whom, and what is to be done."""

    chair = StringField(lazy("Chủ trì"), [SHORT])
    secretary = StringField(lazy("Thư ký"), [SHORT])
    minutes = TextAreaField(
        lazy("Biên bản"),
        [
            Length(
                max=LONG,
                message=lazy(
                    "Biên bản dài nhất 20.000 ký tự. Mời rút ngắn rồi lưu lại; chữ đã ghi còn đủ."
                ),
            )
        ],
    )
    reason = StringField(lazy("Lý do sửa"), [SHORT])
    tasks = TaskLines(lazy("Việc cần làm"))
    version = VersionField()


class SignForm(Form):
    """The version that was read."""

    version = VersionField()


class TaskForm(Form):
    """A task, over a version."""

    body = StringField(lazy("Việc"), [DataRequired(), SHORT])
    who = SelectField(lazy("Ai làm"), default="")
    due_on = DayField(lazy("Hạn"), [Optional()])
    done_on = DayField(lazy("Đã xong ngày"), [Optional()])
    remark = StringField(lazy("Ghi chú"), [SHORT])
    version = VersionField()


def _sent(prefix: str) -> dict[str, str]:
    sent = request.form.items()
    return {name.removeprefix(prefix): tidy(it) for name, it in sent if name.startswith(prefix)}


def _day(text: str) -> date | None:
    for form in DAYS:
        try:
            return date(*time.strptime(text, form)[:3])
        except ValueError:
            continue
    return None
