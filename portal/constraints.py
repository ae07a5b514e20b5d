"""What a broken constraint of the database says to the person who typed: one table."""

import re
from typing import Any

from sqlalchemy.exc import IntegrityError

from portal.errors import Conflict
from portal.i18n import _, lazy

SAYS: dict[str, tuple[str, Any]] = {
    "users.login": ("login", lazy("Tên đăng nhập này đã có người dùng.")),
    "learners.certificate_number": (
        "certificate_number",
        lazy("Số chứng chỉ này đã cấp cho người khác."),
    ),
    "ck_classes_days": ("ends_on", lazy("Ngày kết thúc phải từ ngày khai giảng trở đi.")),
    "ck_classes_seats": ("seats", lazy("Số chỗ không được ít hơn số người đã ghi danh.")),
    "ck_vacancies_seats": ("seats", lazy("Số chỗ không được ít hơn số người đã nhận.")),
    "ck_vacancies_wage_to": ("wage_to", lazy("Mức lương cao nhất phải từ mức thấp nhất trở lên.")),
    "ck_meetings_hours": ("ends_at", lazy("Giờ kết thúc phải sau giờ bắt đầu.")),
    "ck_posts_days": ("to_on", lazy("Ngày kết thúc phải từ ngày bắt đầu trở đi.")),
    "ck_memberships_days": ("left_on", lazy("Ngày rời phải từ ngày tham gia trở đi.")),
    "ck_needs_days": ("met_on", lazy("Ngày đáp ứng phải từ ngày ghi nhận trở đi.")),
}


def conflict(error: IntegrityError) -> Conflict:
    """The Conflict that tells the person what to change."""
    for key in _names(error):
        if key in SAYS:
            field, says = SAYS[key]
            return Conflict(str(says), field=field)
    return Conflict(_("Dữ liệu này trùng hoặc mâu thuẫn với dữ liệu đã có."))


def _names(error: IntegrityError) -> list[str]:
    """Names of what is broken: a constraint, or table.column where SQLite tells no more."""
    told = str(error.orig)
    named = re.findall(r"(?:uq|ck|fk)_\w+", told)
    columns = re.findall(r"\b\w+\.\w+\b", told)
    return [*named, *(name.replace("uq_", "", 1).replace("_", ".", 1) for name in named), *columns]
