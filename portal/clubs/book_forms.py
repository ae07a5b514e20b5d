"""What is typed into the book of a club: decision, venue, rules, plan, board, merger."""

from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.clubs.forms import FoundForm
from portal.clubs.labels import POST_LABELS
from portal.forms import DayField, Form, VersionField, options
from portal.i18n import lazy
from portal.places.forms import CommuneField

SHORT, LONG = Length(max=200), Length(max=20_000)
MONTHS = range(1, 13)


class ProposalForm(FoundForm):
    """A club that is planned, and who asks for it: not founded yet."""

    decision = None
    decided_on = None  # type: ignore[assignment]
    founded_on = None  # type: ignore[assignment]
    proposing_agency = StringField(lazy("Cơ quan đề nghị"), [DataRequired(), SHORT])
    proposal = TextAreaField(lazy("Nội dung đề nghị"), [DataRequired(), LONG])


class DecisionForm(Form):
    """Who proposed a club, and the decision that founded it."""

    version = VersionField()
    proposing_agency = StringField(lazy("Cơ quan đề nghị"), [SHORT])
    proposal = TextAreaField(lazy("Nội dung đề nghị"), [LONG])
    decision = StringField(lazy("Quyết định thành lập, số"), [SHORT])
    decided_on = DayField(lazy("Ngày ký quyết định"), [Optional()])
    file_number = StringField(lazy("Số lưu hồ sơ"), [SHORT])


class VenueForm(Form):
    """Where a club usually meets."""

    version = VersionField()
    venue = StringField(lazy("Nơi sinh hoạt"), [SHORT])
    venue_address = StringField(lazy("Địa chỉ"), [SHORT])
    venue_capacity = IntegerField(lazy("Số chỗ ngồi"), [Optional(), NumberRange(1, 10_000)])


class RulesForm(Form):
    """The next version of the rules."""

    number = VersionField()
    from_on = DayField(lazy("Áp dụng từ ngày"), [InputRequired()])
    text = TextAreaField(lazy("Quy chế"), [DataRequired(), LONG])


class PlanForm(Form):
    """The topics of each month of a year."""

    version = VersionField()

    @property
    def topics(self) -> list[str]:
        """Of January to December."""
        return [self[f"month_{month}"].data or "" for month in MONTHS]

    @property
    def months(self) -> list[StringField]:
        """The fields of the months."""
        return [self[f"month_{month}"] for month in MONTHS]


for _month in MONTHS:
    setattr(
        PlanForm, f"month_{_month}", StringField(lazy("Tháng %(n)s", n=_month), [Length(max=500)])
    )


class BoardForm(Form):
    """Someone who takes a post of the board."""

    post = SelectField(lazy("Chức danh"), choices=options(POST_LABELS.items()))
    name = StringField(lazy("Họ tên"), [DataRequired(), SHORT])
    agency = StringField(lazy("Đơn vị"), [SHORT])
    from_on = DayField(lazy("Từ ngày"), [InputRequired()])


class EndBoardForm(Form):
    """The last day of someone on the board, and who takes the post after them."""

    to_on = DayField(lazy("Ngày cuối cùng"), [InputRequired()])
    name = StringField(lazy("Người thay, nếu có"), [SHORT])
    agency = StringField(lazy("Đơn vị của người thay"), [SHORT])


class SeatForm(Form):
    """The commune that a club is moved to, by which decision."""

    version = VersionField()
    commune_code = CommuneField(lazy("Xã, phường mới"), [InputRequired()])
    from_on = DayField(lazy("Từ ngày"), [InputRequired()])
    decision = StringField(lazy("Quyết định số"), [DataRequired(), SHORT])
    decided_on = DayField(lazy("Ngày ký quyết định"), [Optional()])


class MergeForm(Form):
    """Into which club another is merged, and from which day."""

    version = VersionField()
    heir_pid = SelectField(lazy("Sáp nhập vào"), [DataRequired()])
    status_on = DayField(lazy("Ngày cuối cùng"), [InputRequired()])
