"""What a provider types of a class: the roll of a day, how it ended, the certificates."""

from typing import Any

from flask import request
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.training.labels import DROP_LABELS, MARK_LABELS, STANDING_LABELS
from portal.training.models import Standing

LONGEST_NUMBER = 60
CHOSEN_WHY = options([("", lazy("– chọn –")), *DROP_LABELS.items()])


class _ByLearner(Form):
    """A field for each learner, of which one or all may be sent: `<prefix><public id>`."""

    prefix = ""
    allowed: frozenset[str] = frozenset()
    refusal = lazy("Có lựa chọn lạ. Mời tải lại trang.")

    @property
    def sent(self) -> dict[str, str]:
        """What was sent, by learner's public id."""
        start = len(self.prefix)
        named = (key for key in request.form if key.startswith(self.prefix))
        return {key[start:]: request.form[key] for key in named}

    def validate(self, extra_validators: Any = None) -> bool:
        """Only words of the list."""
        sound = super().validate(extra_validators)
        if all(map(self._allows, self.sent.values())):
            return bool(sound)
        self.form_errors.append(str(self.refusal))
        return False

    def _allows(self, word: str) -> bool:
        return word in self.allowed


class RollForm(_ByLearner):
    """The marks of a day."""

    prefix = "mark-"
    allowed = frozenset(MARK_LABELS)
    day = DayField(lazy("Ngày học"), [InputRequired()])


class EndForm(_ByLearner):
    """How it ended for each who is undecided; blank leaves them so."""

    prefix = "result-"
    allowed = frozenset({"", Standing.COMPLETED, *DROP_LABELS})


class OutcomeForm(Form):
    """How it ended for one learner."""

    standing = RadioField(lazy("Kết quả"), [InputRequired()])
    dropped_why = SelectField(lazy("Lý do bỏ học"), choices=CHOSEN_WHY)
    dropped_words = TextAreaField(lazy("Ghi thêm về lý do"), [Length(max=500)])

    def __init__(self, outcomes: list[Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.standing.choices = options((outcome, STANDING_LABELS[outcome]) for outcome in outcomes)


class CertificatesForm(_ByLearner):
    """The numbers of the certificates of a class; blank gives none."""

    prefix = "number-"
    refusal = lazy("Số chứng chỉ dài nhất %(n)s ký tự.", n=LONGEST_NUMBER)
    certified_on = DayField(lazy("Ngày cấp"), [InputRequired()])

    def _allows(self, word: str) -> bool:
        return len(word) <= LONGEST_NUMBER


class ReasonForm(Form):
    """Why something is undone, revoked or taken out."""

    reason = StringField(lazy("Lý do"), [DataRequired(), Length(max=300)])


class ExportForm(ReasonForm):
    """Why a list of names is taken away; the same page may be asked again."""

    form_id = None
