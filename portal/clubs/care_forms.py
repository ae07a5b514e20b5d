"""What is typed about members' months, about who drifts away, visits, and leaving a club."""

from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.clubs.labels import (
    AREA_LABELS,
    LEFT_LABELS,
    NEXT_STEP_LABELS,
    OUTCOME_LABELS,
    STATE_LABELS,
)
from portal.forms import DayField, Form, VersionField, options
from portal.i18n import lazy

REMARK = Length(max=500)


def _state(area: str) -> SelectField:
    label, choices = AREA_LABELS[area], options(STATE_LABELS.items())
    return SelectField(label, choices=choices, default="unknown")


def _remark(area: str) -> StringField:
    return StringField(lazy("%(area)s, ghi ngắn", area=AREA_LABELS[area]), [REMARK])


class SheetForm(Form):
    """A member's month: a word and a remark for each area, and whether the two agreed."""

    housing, housing_remark = _state("housing"), _remark("housing")
    work, work_remark = _state("work"), _remark("work")
    health, health_remark = _state("health"), _remark("health")
    family, family_remark = _state("family"), _remark("family")
    services, services_remark = _state("services"), _remark("services")
    agreed_on = DayField(lazy("Đã cùng thành viên xem lại ngày"), [Optional()])
    lets = BooleanField(lazy("Người này đồng ý cho ban chủ nhiệm ghi phiếu tháng"))
    version = VersionField()

    @property
    def words(self) -> dict[str, Any]:
        """What was typed of the areas."""
        return {n: value for n, value in self.values.items() if n.split("_")[0] in AREA_LABELS}


class OwnSheetForm(Form):
    """What the member says to their sheet."""

    agrees = RadioField(
        lazy("Anh/chị thấy phiếu này thế nào?"),
        [InputRequired()],
        choices=options([("yes", lazy("Tôi đồng ý")), ("no", lazy("Tôi thấy khác"))]),
    )
    different = TextAreaField(lazy("Điều tôi thấy khác"), [Length(max=1000)])
    version = VersionField()


class StepForm(Form):
    """What is done next about somebody who drifts away."""

    step = RadioField(
        lazy("Bước tiếp theo"), [InputRequired()], choices=options(NEXT_STEP_LABELS.items())
    )
    who = StringField(lazy("Ai làm"), [DataRequired(), Length(max=200)])
    due_on = DayField(lazy("Trước ngày"), [InputRequired()])
    version = VersionField()


class OutcomeForm(Form):
    """What came of it."""

    outcome = RadioField(
        lazy("Kết quả"), [InputRequired()], choices=options(OUTCOME_LABELS.items())
    )
    closed_on = DayField(lazy("Ngày"), [InputRequired()])
    version = VersionField()


class VisitForm(Form):
    """A volunteer's visit, as they told of it."""

    volunteer_pid = SelectField(lazy("Tình nguyện viên"), [DataRequired()])
    held_on = DayField(lazy("Ngày thăm"), [InputRequired()])
    agreed = TextAreaField(lazy("Hai bên đã thống nhất gì"), [DataRequired(), Length(max=2000)])
    next_on = DayField(lazy("Hẹn lần sau"), [Optional()])


class LeaveClubForm(Form):
    """A member's wish to leave."""

    club_pid = SelectField(lazy("Câu lạc bộ"), [DataRequired()])
    left_for = SelectField(lazy("Lý do, nếu muốn nói"), choices=options(LEFT_LABELS.items()))
    sure = BooleanField(lazy("Tôi muốn thôi tham gia"))
