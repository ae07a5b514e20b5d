"""The base of every form: tidy input, our messages, broken rules back on the field."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from flask_babel import get_translations
from flask_wtf import FlaskForm
from sqlalchemy.exc import IntegrityError
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice, SelectFieldBase
from wtforms.fields.core import UnboundField
from wtforms.validators import Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from portal import contact
from portal.constraints import conflict
from portal.db import new_pid, session
from portal.errors import Conflict, RuleBroken
from portal.i18n import _, lazy, number
from portal.text import nfc, tidy

OWN_FIELDS = ("csrf_token", "form_id")
MOST_MONEY = 1_000_000_000
MOST_COUNTED = 10**15
MONEY = re.compile(
    r"([0-9]+|[0-9]{1,3}(?:[., \u00a0][0-9]{3})+)\s*(?:đ|đồng|vnđ|vnd)?\.?", re.IGNORECASE
)
MAIL = Regexp(contact.MAIL, message=lazy("Mời ghi đúng địa chỉ thư, ví dụ ten@coso.vn."))


def options(pairs: Iterable[tuple[Any, Any]], *, group: str | None = None) -> list[SelectChoice]:
    """The choices of a field from pairs of value and words, perhaps under a heading."""
    return [SelectChoice(value, words, optgroup=group) for value, words in pairs]


class _Messages:
    """The messages of WTForms, through our catalogues; WTForms fills in the figures."""

    def gettext(self, text: str) -> str:
        return str(get_translations().ugettext(text))

    def ngettext(self, one: str, many: str, n: int) -> str:
        return str(get_translations().ungettext(one, many, n))


def _tidied(value: Any) -> Any:
    return tidy(value) if isinstance(value, str) else value


def _tidied_lines(value: Any) -> Any:
    return tidy(value, lines=True) if isinstance(value, str) else value


def _countable(value: Any) -> Any:
    """A number past all counting becomes the last: the range refuses it, arithmetic bears it."""
    return max(-MOST_COUNTED, min(value, MOST_COUNTED)) if isinstance(value, int) else value


class VersionField(HiddenField):  # type: ignore[misc]
    """The version of the row that the form was filled from."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """A whole number, or blank where there is no row yet; nothing else comes from our page."""
        try:
            self.data = int(valuelist[0]) if any(valuelist) else None
        except ValueError:
            raise ValueError(_("Trang đã cũ. Mời tải lại rồi sửa lại.")) from None


class Form(FlaskForm):  # type: ignore[misc]
    """Shape only. `form_id` lets a form be sent once; a replay gets the first answer."""

    form_id = HiddenField(default=new_pid)
    both: Sequence[tuple[str, str, str]] = ()  # label, typed, kept: shown after a stale save

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Our messages, and tidy text in every text field."""

        def get_translations(self, form: Any) -> Any:
            return _Messages()

        def bind_field(self, form: Any, unbound: UnboundField, options: Any) -> Any:
            own = unbound.kwargs.get("filters", ())
            if issubclass(unbound.field_class, TextAreaField):
                options = dict(options, filters=(_tidied_lines, *own))
            elif issubclass(unbound.field_class, StringField):
                options = dict(options, filters=(_tidied, *own))
            elif issubclass(unbound.field_class, IntegerField):
                options = dict(options, filters=(_countable, *own))
            return super().bind_field(form, unbound, options)

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, by field name, for a service."""
        return {
            name: field.bits if isinstance(field, WordsField) else field.data
            for name, field in self._fields.items()
            if name not in OWN_FIELDS
        }

    @contextmanager
    def rules(self) -> Iterator[None]:
        """Run a service verb; a rule it finds broken comes back on its field, nothing is saved."""
        try:
            with session().begin_nested():
                yield
        except (RuleBroken, Conflict) as refusal:
            self._put(refusal)
        except IntegrityError as error:
            self._put(conflict(error))

    def _put(self, refusal: RuleBroken | Conflict) -> None:
        if isinstance(refusal, Conflict) and refusal.theirs:
            self._set_beside(refusal.theirs)
        field = self[refusal.field] if refusal.field and refusal.field in self else None
        if field is None:
            self.form_errors.append(refusal.message)
        else:
            field.errors = [*field.errors, refusal.message]

    def _set_beside(self, theirs: Mapping[str, Any]) -> None:
        """Keep what was typed, show what stands, and let the next save go over it."""
        kept = type(self)(formdata=None, data=theirs)
        pairs = [(self[name], kept[name]) for name in theirs if name in self and name != "version"]
        self.both = [
            (field.label.text, in_words(field), in_words(other))
            for field, other in pairs
            if field.data != other.data
        ]
        self["version"].data = theirs["version"]


class MoneyField(StringField):  # type: ignore[misc]
    """An amount in đồng, typed with or without dots: 1.500.000."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Digits, in groups of three or not, perhaps with đ behind; anything else is refused."""
        typed = nfc(valuelist[0] if valuelist else "").strip()
        found = MONEY.fullmatch(typed)
        digits = re.sub(r"\D", "", found[1]) if found else ""
        if typed and not found:
            raise ValueError(_("Mời ghi số tiền bằng chữ số, ví dụ: 1.500.000."))
        if len(digits) > len(str(MOST_MONEY)) or int(digits or 0) > MOST_MONEY:
            raise ValueError(_("Số tiền này lớn quá. Mời xem lại."))
        self.data = int(digits) if digits else None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else number(self.data)


class ManyField(SelectMultipleField):  # type: ignore[misc]
    """Several of a list, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class WordsField(ManyField):
    """A set of words of a closed vocabulary, kept as bits; `labels` are in its order."""

    def __init__(self, label: Any, validators: Any, labels: Mapping[str, Any], **kw: Any) -> None:
        self._vocabulary = tuple(labels)
        super().__init__(label, validators, choices=options(labels.items()), **kw)

    def process_data(self, value: int | None) -> None:
        """From the bits of a row to the boxes that are ticked."""
        vocabulary = enumerate(self._vocabulary)
        super().process_data([word for i, word in vocabulary if (value or 0) >> i & 1])

    @property
    def bits(self) -> int:
        """What is ticked, as a row keeps it."""
        return sum(1 << i for i, word in enumerate(self._vocabulary) if word in (self.data or ()))


def in_words(field: Any) -> str:
    """What a field holds, as a person reads it."""
    if isinstance(field, BooleanField):
        return str(_("có") if field.data else _("không"))
    if isinstance(field, SelectFieldBase):
        return ", ".join(str(option.label.text) for option in field if option.checked)
    return str(field._value())


class DayField(DateField):  # type: ignore[misc]
    """A day, as the browser's picker sends it or as one types it: 21/11/2026."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format=["%Y-%m-%d", "%d/%m/%Y"], **kwargs)
