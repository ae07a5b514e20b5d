"""What is typed of places: a commune by its name, and what an ended one became."""

from typing import Any

from wtforms import StringField
from wtforms.validators import DataRequired, Length

from portal import clock
from portal.errors import RuleBroken
from portal.forms import Form
from portal.i18n import lazy
from portal.places import service as places


class CommuneField(StringField):  # type: ignore[misc]
    """The name of a commune in force today. Ask for it with InputRequired: it looks at the text."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Find the code; a name that fits none or several is refused on the field."""
        typed = valuelist[0] if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = places.commune_typed(typed, clock.today())
            except RuleBroken as refusal:
                raise ValueError(refusal.message) from refusal

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return places.commune_written(self.data, clock.today()) if self.data else ""


class SuccessorForm(Form):
    """What an ended commune became. The name is read as on the day after it ended."""

    commune_code = StringField(lazy("Xã, phường kế tiếp"), [DataRequired(), Length(max=200)])
    decision = StringField(lazy("Văn bản sắp xếp, số và ngày"), [DataRequired(), Length(max=200)])
