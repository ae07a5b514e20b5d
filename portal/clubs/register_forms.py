"""What is typed about counselling points and volunteer teams."""

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.forms import DayField, Form, VersionField
from portal.i18n import lazy
from portal.places.forms import CommuneField

SHORT = Length(max=200)


class PointForm(Form):
    """What the open pages say of a counselling point."""

    name = StringField(lazy("Tên điểm tư vấn"), [DataRequired(), SHORT])
    hours = TextAreaField(lazy("Giờ mở cửa"), [DataRequired(), Length(max=1000)])


class EditPointForm(PointForm):
    """The same, over a version."""

    version = VersionField()


class NewPointForm(PointForm):
    """The same, with where it is and since when."""

    commune_code = CommuneField(lazy("Xã, phường"), [InputRequired()])
    opened_on = DayField(lazy("Mở từ ngày"), [InputRequired()])


class ClosePointForm(Form):
    """The last day of a counselling point."""

    version = VersionField()
    closed_on = DayField(lazy("Ngày cuối cùng"), [InputRequired()])


class TeamForm(Form):
    """The decision that formed a team."""

    formed_on = DayField(lazy("Thành lập ngày"), [InputRequired()])
    decision = StringField(lazy("Quyết định số"), [DataRequired(), SHORT])


class EditTeamForm(TeamForm):
    """The same, over a version."""

    version = VersionField()


class NewTeamForm(TeamForm):
    """The same, with its commune."""

    commune_code = CommuneField(lazy("Xã, phường"), [InputRequired()])


class NewVolunteerForm(Form):
    """Someone who joins a team."""

    name = StringField(lazy("Họ tên"), [DataRequired(), SHORT])
    area = StringField(lazy("Khu phố, ấp phụ trách"), [SHORT])
    from_on = DayField(lazy("Tham gia từ ngày"), [InputRequired()])


class VolunteerForm(Form):
    """The same put right, or the last day in the team."""

    version = VersionField()
    name = StringField(lazy("Họ tên"), [DataRequired(), SHORT])
    area = StringField(lazy("Khu phố, ấp phụ trách"), [SHORT])
    to_on = DayField(lazy("Thôi tham gia sau ngày"), [Optional()])


class AssignForm(Form):
    """Whom a volunteer is to look after."""

    client_pid = SelectField(lazy("Người được giúp"), [DataRequired()])
    agreed = BooleanField(lazy("Người này đồng ý cho tình nguyện viên biết tên và số điện thoại"))


class EndChargeForm(Form):
    """The last day on which a volunteer looks after a person."""

    to_on = DayField(lazy("Ngày cuối cùng"), [InputRequired()])
