"""As at which day a page is asked for, and on which map."""

from datetime import date
from typing import Any

from wtforms import ValidationError
from wtforms.validators import Optional

from portal import clock
from portal.forms import DayField, Form
from portal.i18n import _, day, lazy
from portal.targets.plans import all_plans

MAPS = ("today", "as_written")


class AsAtForm(Form):
    """A day in the address: `?on=2026-05-01`."""

    on = DayField(lazy("Tính đến ngày"), [Optional()])

    class Meta(Form.Meta):
        """Nothing is changed, so nothing is guarded."""

        csrf = False

    def validate_on(self, field: Any) -> None:
        """Not before the first plan, nor after today: nobody knows what will be."""
        first = min(date(plan.years[0], 1, 1) for plan in all_plans())
        if field.data is None:
            return  # what was typed is no day, and that has been said
        if field.data > clock.today():
            raise ValidationError(_("Ngày này chưa đến."))
        if field.data < first:
            raise ValidationError(_("Số liệu có từ ngày %(day)s.", day=day(first)))

    @property
    def asked(self) -> date | None:
        """The day, where one is asked for that can be answered."""
        return self.on.data if self.validate() else None


def map_asked(text: str | None) -> str:
    """The map that an address names; today's where it names none."""
    return text if text in MAPS else MAPS[0]
