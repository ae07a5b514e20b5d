"""Which of the open figures one wants to see."""

from typing import Any

from wtforms import SelectField

from portal.forms import Form, options
from portal.i18n import lazy
from portal.targets.service.releases import Choice


class WhichFigures(Form):
    """Place, year and what is shown; the choice stays in the address."""

    class Meta(Form.Meta):
        """Nothing is changed: no token."""

        csrf = False

    place = SelectField(lazy("Tỉnh, thành phố"))
    year = SelectField(lazy("Năm"), coerce=int)
    shown = SelectField(lazy("Chỉ số"))

    def offer(self, choice: Choice, titles: dict[str, Any]) -> None:
        """Set what can be chosen, and what is."""
        self.place.choices = options(choice.provinces.items())
        self.year.choices = options((year, year) for year in choice.totals)
        self.shown.choices = options(titles.items())
        self.place.data, self.shown.data = choice.province, choice.shown
        self.year.data = choice.year
