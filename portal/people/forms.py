"""What is typed about a person: by their case officer, and by themselves."""

from wtforms import (
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.forms import DayField, Form, ManyField, MoneyField, VersionField, WordsField, options
from portal.i18n import lazy
from portal.people.labels import KIND_LABELS, NOTE_LABELS, SCHOOLING_LABELS
from portal.places.forms import CommuneField
from portal.trades.labels import DEMAND_LABELS, SHIFT_LABELS

LONGEST_NOTE = 4000


class ContactForm(Form):
    """Name, phone and commune; `version` is what they were typed over."""

    version = VersionField()
    name = StringField(lazy("Họ tên"), [DataRequired(), Length(max=100)])
    phone = StringField(lazy("Số điện thoại"), [Optional(), Length(max=30)])
    commune_code = CommuneField(lazy("Xã, phường nơi ở"), [InputRequired()])


class RegisterForm(Form):
    """A person whom the portal does not know yet."""

    name = StringField(lazy("Họ tên"), [DataRequired(), Length(max=100)])
    phone = StringField(lazy("Số điện thoại"), [Optional(), Length(max=30)])
    birth_year = IntegerField(lazy("Năm sinh"), [InputRequired()])
    commune_code = CommuneField(lazy("Xã, phường nơi ở"), [InputRequired()])
    education = SelectField(
        lazy("Đã học xong"), choices=options(SCHOOLING_LABELS.items()), coerce=int, default=2
    )


class PhoneForm(Form):
    """One's own number."""

    version = VersionField()
    phone = StringField(lazy("Số điện thoại"), [Optional(), Length(max=30)])


class NoteForm(Form):
    """A visit or a consultation."""

    kind = RadioField(lazy("Hình thức"), choices=options(NOTE_LABELS.items()), default="visit")
    held_on = DayField(lazy("Ngày gặp"), [InputRequired()])
    body = TextAreaField(lazy("Nội dung"), [DataRequired(), Length(max=LONGEST_NOTE)])


class CaseFileForm(Form):
    """A completion; blank days follow from the kind."""

    kind = RadioField(
        lazy("Hình thức đã hoàn thành"), [DataRequired()], choices=options(KIND_LABELS.items())
    )
    completed_on = DayField(lazy("Ngày hoàn thành"), [InputRequired()])
    managed_from = DayField(lazy("Theo dõi từ ngày"), [Optional()])
    managed_to = DayField(lazy("Đến hết ngày"), [Optional()])


class SkillsForm(Form):
    """What one can do; the choices are all known skills."""

    skills = ManyField(lazy("Anh/chị biết làm gì?"))


class WishesForm(Form):
    """What work one looks for; the choices of `wanted` are groups of occupations."""

    wanted = ManyField(lazy("Nghề muốn làm"))
    shifts = WordsField(lazy("Giờ làm được"), None, SHIFT_LABELS)
    limits = WordsField(lazy("Việc không làm được"), None, DEMAND_LABELS)
    max_km = IntegerField(
        lazy("Đi làm xa nhất (km)"), [InputRequired(), NumberRange(min=1, max=1000)]
    )
    min_wage = MoneyField(lazy("Lương tháng ít nhất (đồng)"))
