"""What is typed to ask for a paper: what of, and the words of its head and foot."""

from wtforms import StringField, TextAreaField
from wtforms.validators import Length, Optional

from portal.forms import DayField
from portal.i18n import lazy
from portal.targets.forms.reports import WhichReport
from portal.targets.reports.model import Texts

SHORT, LINES = Length(max=200), Length(max=2000)
HEAD = ("above", "authority", "number", "signed_as", "signed_by", "recipients")


class PaperForm(WhichReport):
    """Which report to set, and the words around it."""

    above = StringField(lazy("Cơ quan chủ quản"), [SHORT])
    authority = TextAreaField(lazy("Cơ quan ban hành"), [SHORT])
    number = StringField(lazy("Số báo cáo"), [SHORT])
    made_on = DayField(lazy("Ngày báo cáo"), [Optional()])
    signed_as = TextAreaField(lazy("Chức vụ người ký"), [SHORT])
    signed_by = StringField(lazy("Họ tên người ký"), [SHORT])
    recipients = TextAreaField(lazy("Nơi nhận"), [LINES])

    @property
    def texts(self) -> Texts:
        """The words typed."""
        words = {name: str(self[name].data or "") for name in HEAD}
        return Texts(made_on=self.made_on.data, **words)
