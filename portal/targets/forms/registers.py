"""What is typed into the registers."""

from typing import Any

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.clubs import service as clubs
from portal.forms import DayField, Form, ManyField, VersionField, options
from portal.i18n import lazy
from portal.targets.plans import all_plans
from portal.targets.register_labels import ANSWERS, CHECKLIST, FORMS, RECIPIENTS, REVIEW_KINDS
from portal.targets.scope import own_units
from portal.targets.service.staff import list_people
from portal.targets.service.visits import ANSWER, REMARK, checklist
from portal.web import actor

SHORT, LONG = Length(max=200), Length(max=20_000)


class OwnPlaceField(SelectField):  # type: ignore[misc]
    """One of the officer's places, or a commune in one."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.choices = options(
            [("", "–"), *((unit.code, unit.name) for unit in own_units(actor()))]
        )


class OwnClubField(SelectField):  # type: ignore[misc]
    """One of the clubs in the officer's places, or none."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        found = clubs.list_clubs(actor())
        self.choices = options([("", "–"), *((club.pid, club.name) for club in found)])


class NewStaffForm(Form):
    """A person and one course of theirs."""

    name = StringField(lazy("Họ tên"), [DataRequired(), SHORT])
    place_code = OwnPlaceField(lazy("Nơi làm việc"), [DataRequired()])
    role = StringField(lazy("Chức vụ, nhiệm vụ"), [SHORT])
    course = StringField(lazy("Khóa tập huấn"), [DataRequired(), SHORT])
    completed_on = DayField(lazy("Hoàn thành ngày"), [Optional()])
    certificate_number = StringField(lazy("Số chứng nhận"), [SHORT])


class StaffForm(NewStaffForm):
    """The same, over a version."""

    version = VersionField()


class EnrolForm(Form):
    """One course for several people."""

    course = StringField(lazy("Khóa tập huấn"), [DataRequired(), SHORT])
    people = ManyField(lazy("Những người tham gia"), [DataRequired()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = list_people(actor())
        self.people.choices = options((row.person_code, row.name) for row in people)


class RemoveForm(Form):
    """Why a row is taken out."""

    reason = StringField(lazy("Lý do"), [DataRequired(), SHORT])


class NewVisitForm(Form):
    """A visit; `with_checklist` adds the questions."""

    place_code = OwnPlaceField(lazy("Nơi được kiểm tra"), [DataRequired()])
    club_pid = OwnClubField(lazy("Câu lạc bộ"))
    held_on = DayField(lazy("Ngày kiểm tra"), [InputRequired()])
    team = TextAreaField(lazy("Đoàn kiểm tra"), [DataRequired(), Length(max=2000)])
    findings = TextAreaField(lazy("Nhận xét, kết luận"), [LONG])


class VisitForm(NewVisitForm):
    """The same, over a version."""

    version = VersionField()


def with_checklist(form: type[NewVisitForm]) -> type[NewVisitForm]:
    """The form with a field for the answer and one for the remark on each question."""
    fields: dict[str, Any] = {"items": checklist()}
    for item in fields["items"]:
        asked = CHECKLIST.get(item, item)
        fields[f"{ANSWER}{item}"] = SelectField(
            asked, default="", choices=options([("", "–"), *ANSWERS.items()])
        )
        fields[f"{REMARK}{item}"] = StringField(lazy("Ghi chú"), [SHORT])
    return type(form.__name__, (form,), fields)


class ActionForm(Form):
    """What is to be done after a visit."""

    task = StringField(lazy("Việc cần làm"), [DataRequired(), SHORT])
    responsible = StringField(lazy("Ai làm"), [DataRequired(), SHORT])
    due_on = DayField(lazy("Hạn"), [InputRequired()])


class DoneForm(Form):
    """The day on which something was done."""

    done_on = DayField(lazy("Làm xong ngày"), [InputRequired()])


class NewReviewForm(Form):
    """An interim or final review."""

    plan = SelectField(lazy("Kế hoạch"), [DataRequired()])
    place_code = OwnPlaceField(lazy("Nơi"), [DataRequired()])
    kind = RadioField(lazy("Hình thức"), [InputRequired()], choices=options(REVIEW_KINDS.items()))
    held_on = DayField(lazy("Ngày tổ chức"), [InputRequired()])
    document_number = StringField(lazy("Số văn bản"), [SHORT])
    results = TextAreaField(lazy("Kết quả"), [LONG])
    lessons = TextAreaField(lazy("Bài học kinh nghiệm"), [LONG])
    tasks_ahead = TextAreaField(lazy("Nhiệm vụ thời gian tới"), [LONG])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan.choices = options((plan.number, plan.title) for plan in all_plans())


class ReviewForm(NewReviewForm):
    """The same, over a version."""

    version = VersionField()


class NewCommendationForm(Form):
    """Who was commended, by which decision."""

    recipient = RadioField(
        lazy("Khen thưởng ai"), [InputRequired()], choices=options(RECIPIENTS.items())
    )
    name = StringField(lazy("Tên tập thể hoặc cá nhân"), [DataRequired(), SHORT])
    unit = StringField(lazy("Đơn vị, chức vụ"), [SHORT])
    place_code = OwnPlaceField(lazy("Nơi"), [DataRequired()])
    form = SelectField(lazy("Hình thức khen"), [DataRequired()], choices=options(FORMS.items()))
    decision = StringField(lazy("Quyết định số"), [DataRequired(), SHORT])
    decided_on = DayField(lazy("Ngày quyết định"), [InputRequired()])
    reason = TextAreaField(lazy("Thành tích"), [Length(max=2000)])


class CommendationForm(NewCommendationForm):
    """The same, over a version."""

    version = VersionField()
