"""What is sent to be imported."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import BooleanField
from wtforms.validators import ValidationError

from portal.forms import Form
from portal.i18n import _, lazy

LARGEST = 2_000_000  # bytes


class ImportForm(Form):
    """A file, and whether only to look at what it would do."""

    file = FileField(lazy("Tệp CSV hoặc Excel"))
    dry_run = BooleanField(lazy("Chỉ kiểm tra, chưa lưu"))

    def validate_file(self, field: Any) -> None:
        """There is one, and it is not too large."""
        if not field.data:
            raise ValidationError(_("Mời chọn tệp."))
        self.content = field.data.read(LARGEST + 1)
        if len(self.content) > LARGEST:
            raise ValidationError(_("Tệp lớn quá: nhiều nhất 2 MB."))
