"""What an officer types to found a club."""

from typing import Any

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from portal.forms import DayField, Form
from portal.i18n import lazy

CHECK, FOUND = "check", "found"


class FoundClub(Form):
    """A new club; `step`, sent by the buttons of the second page, tells what comes next."""

    name = StringField(lazy("Tên câu lạc bộ"), [InputRequired(), Length(max=200)])
    display_name = StringField(lazy("Tên hiện cho thành viên"), [InputRequired(), Length(max=100)])
    decision = StringField(lazy("Số quyết định thành lập"), [InputRequired(), Length(max=100)])
    founded_on = DayField(lazy("Ngày thành lập"), [InputRequired()])
    old_district_code = SelectField(lazy("Huyện trước đây"), default="")
    step = StringField(default=CHECK)

    @property
    def club(self) -> dict[str, Any]:
        """What the club is to be."""
        return {name: value for name, value in self.values.items() if name != "step"}
