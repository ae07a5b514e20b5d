"""What is typed of a plan: its head, one target, or its whole text."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from portal.forms import DayField, Form, ManyField, VersionField, options
from portal.i18n import _, lazy
from portal.targets.labels import (
    COMPARATOR_LABELS,
    INDICATOR_LABELS,
    KEY_LABELS,
    KINDS,
    LEVEL_LABELS,
    MAP_LABELS,
    UNIT_LABELS,
    Labels,
)

SHORT, LONG = Length(max=300), Length(max=1000)
LARGEST = 200_000  # bytes of a file


def _choice(key: str, labels: Labels) -> SelectField:
    return SelectField(KEY_LABELS[key], [InputRequired()], choices=options(labels.items()))


class PlanForm(Form):
    """What a plan says of itself."""

    title = StringField(KEY_LABELS["title"], [DataRequired(), SHORT])
    authority = StringField(KEY_LABELS["authority"], [DataRequired(), Length(max=200)])
    place = StringField(KEY_LABELS["place"], [DataRequired(), Length(max=100)])
    signed = DayField(KEY_LABELS["signed"], [Optional()])
    map_day = DayField(KEY_LABELS["map_day"], [Optional()])
    first_year = IntegerField(lazy("Từ năm"), [InputRequired()])
    last_year = IntegerField(lazy("Đến năm"), [InputRequired()])
    parent = StringField(KEY_LABELS["parent"], [Length(max=60)])
    source = StringField(KEY_LABELS["source"], [Length(max=200)])


class NewPlanForm(PlanForm):
    """The same of a plan that is not there yet."""

    number = StringField(KEY_LABELS["number"], [DataRequired(), Length(max=60)])


class Reasoned(Form):
    """Why a plan is changed, and over which edition."""

    reason = StringField(lazy("Lý do sửa"), [DataRequired(), SHORT])
    version = VersionField()


class EditPlanForm(PlanForm, Reasoned):
    """The same over an edition."""


class TargetForm(Reasoned):
    """One target."""

    indicator = _choice("indicator", INDICATOR_LABELS)
    kinds = ManyField(KEY_LABELS["kinds"], choices=options(KINDS.items()))
    level = _choice("level", LEVEL_LABELS)
    map = _choice("map", MAP_LABELS)
    first = DayField(KEY_LABELS["from"], [InputRequired()])
    last = DayField(KEY_LABELS["to"], [Optional()])
    each_year = BooleanField(KEY_LABELS["each_year"])
    comparator = _choice("comparator", COMPARATOR_LABELS)
    value = IntegerField(KEY_LABELS["value"], [InputRequired()])
    unit = _choice("unit", UNIT_LABELS)
    wording = TextAreaField(KEY_LABELS["wording"], [DataRequired(), LONG])


class NewTargetForm(TargetForm):
    """The same of a target that is not there yet."""

    id = StringField(KEY_LABELS["id"], [DataRequired(), Length(max=30)])


class RemoveForm(Reasoned):
    """Why a target is taken out."""


class PlanTextForm(Form):
    """A plan's text, pasted or from a file; the file's goes before."""

    file = FileField(lazy("Tệp TOML"))
    text = TextAreaField(lazy("Hoặc dán văn bản TOML"), filters=[])

    @property
    def file_name(self) -> str:
        """What to call the text where it is wrong."""
        return self.file.data.filename if self.file.data else "TOML"

    def validate_file(self, field: Any) -> None:
        """Take the file's text over, so that it stays in the page where something is wrong."""
        if not field.data:
            return
        content = field.data.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValidationError(_("Tệp lớn quá: nhiều nhất 200 kB."))
        try:
            self.text.data = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(_("Tệp phải ghi bằng UTF-8.")) from None

    def validate_text(self, field: Any) -> None:
        """One of the two is there."""
        if not (field.data or "").strip():
            raise ValidationError(_("Mời chọn tệp hoặc dán văn bản."))


class EditPlanTextForm(PlanTextForm, Reasoned):
    """The same over an edition."""
