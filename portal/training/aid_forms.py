"""What is asked to reckon the aid for a course; nothing of it is kept."""

from wtforms import BooleanField, IntegerField, RadioField
from wtforms.validators import InputRequired, NumberRange

from portal.forms import Form, options
from portal.i18n import lazy
from portal.training.labels import AID_GROUP_LABELS
from portal.training.service.aid import Circumstances

MOST_DAYS, MOST_KM = 1000, 3000


class AidForm(Form):
    """Who one is, how long one learns, how far one travels."""

    class Meta(Form.Meta):
        """Nothing is changed: no token."""

        csrf = False

    group = RadioField(
        lazy("Anh/chị thuộc nhóm nào?"),
        [InputRequired()],
        choices=options(AID_GROUP_LABELS.items()),
    )
    days = IntegerField(lazy("Số ngày học"), [InputRequired(), NumberRange(min=1, max=MOST_DAYS)])
    km = IntegerField(
        lazy("Từ nhà đến lớp bao nhiêu km?"), [InputRequired(), NumberRange(min=0, max=MOST_KM)]
    )
    hard_area = BooleanField(lazy("Xã tôi ở thuộc vùng khó khăn"))
    used = RadioField(
        lazy("Đã từng được nhà nước hỗ trợ học nghề chưa?"),
        [InputRequired()],
        choices=options([("no", lazy("Chưa")), ("yes", lazy("Rồi"))]),
    )

    @property
    def circumstances(self) -> Circumstances:
        """What was said."""
        return Circumstances(
            group=self.group.data,
            days=self.days.data,
            km=self.km.data,
            hard_area=self.hard_area.data,
            used=self.used.data == "yes",
        )
