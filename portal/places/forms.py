"""A field in which one types a commune by its name; what the service gets is its code."""

from typing import Any

from wtforms import StringField

from portal import clock
from portal.errors import RuleBroken
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
