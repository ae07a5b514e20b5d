"""The base of every form: tidy input, our messages, broken rules back on the field."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask_babel import get_translations
from flask_wtf import FlaskForm
from sqlalchemy.exc import IntegrityError
from wtforms import DateField, HiddenField, StringField, TextAreaField
from wtforms.fields.core import UnboundField

from portal.constraints import conflict
from portal.db import new_pid, session
from portal.errors import Conflict, RuleBroken
from portal.text import tidy

OWN_FIELDS = ("csrf_token", "form_id")


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


class Form(FlaskForm):  # type: ignore[misc]
    """Shape only. `form_id` lets a form be sent once; a replay gets the first answer."""

    form_id = HiddenField(default=new_pid)

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
            return super().bind_field(form, unbound, options)

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, by field name, for a service."""
        return {name: value for name, value in self.data.items() if name not in OWN_FIELDS}

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
        field = self[refusal.field] if refusal.field and refusal.field in self else None
        if field is None:
            self.form_errors.append(refusal.message)
        else:
            field.errors = [*field.errors, refusal.message]


class DayField(DateField):  # type: ignore[misc]
    """A day, as the browser's picker sends it or as one types it: 21/11/2026."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format=["%Y-%m-%d", "%d/%m/%Y"], **kwargs)
