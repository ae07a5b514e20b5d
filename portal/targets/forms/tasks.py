"""What is typed about a task of a plan."""

from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from portal.forms import DayField, Form, VersionField, options
from portal.i18n import lazy
from portal.targets.labels import PROGRESS_LABELS
from portal.targets.written import Plan

SHORT = Length(max=300)


class TaskForm(Form):
    """What is to be done, by whom, by when."""

    title = StringField(lazy("Việc"), [DataRequired(), SHORT])
    responsible = StringField(lazy("Cơ quan, người chịu trách nhiệm"), [DataRequired(), SHORT])
    due_on = DayField(lazy("Hạn"), [InputRequired()])
    target_id = SelectField(lazy("Cho chỉ tiêu"))
    remark = TextAreaField(lazy("Ghi chú"), [Length(max=2000)])

    def offer_targets(self, plan: Plan) -> None:
        """The targets of the plan, or none in particular."""
        named = [(target.id, f"{target.id}: {target.wording}"[:90]) for target in plan.targets]
        self.target_id.choices = options([("", lazy("cả kế hoạch")), *named])


class EditTaskForm(TaskForm):
    """The same over a version, and how far it is."""

    progress = SelectField(
        lazy("Tiến độ"), [InputRequired()], choices=options(PROGRESS_LABELS.items())
    )
    percent = IntegerField(lazy("Đã làm được (phần trăm)"), [InputRequired(), NumberRange(0, 100)])
    version = VersionField()
