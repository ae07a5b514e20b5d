"""What is typed about a reported figure."""

from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from portal.forms import Form, VersionField, options
from portal.i18n import lazy
from portal.targets.labels import FIGURE_LABELS

COUNT = NumberRange(0, 1_000_000_000)
SHORT = Length(max=300)


class FigureForm(Form):
    """The figure and where it is from."""

    numerator = IntegerField(lazy("Số đạt"), [InputRequired(), COUNT])
    denominator = IntegerField(lazy("Tổng số"), [InputRequired(), COUNT])
    source = StringField(lazy("Nguồn"), [DataRequired(), SHORT])


class NewFigureForm(FigureForm):
    """The same, of what, where and when."""

    indicator = SelectField(
        lazy("Chỉ số"), [InputRequired()], choices=options(FIGURE_LABELS.items())
    )
    place = StringField(lazy("Nơi"), [DataRequired(), Length(max=100)])
    period = StringField(lazy("Kỳ"), [DataRequired(), Length(max=10)])


class CorrectionForm(FigureForm):
    """The same over what stands."""

    reason = StringField(lazy("Lý do sửa"), [DataRequired(), SHORT])
    version = VersionField()
