"""What a broken constraint of the database says to the person who typed: one table."""

import re
from typing import Any

from sqlalchemy.exc import IntegrityError

from portal.errors import Conflict
from portal.i18n import _, lazy

# SQLite names the columns of a broken unique index, PostgreSQL the index
STAFF_COURSE = ("course", lazy("Người này đã có khóa học này trong sổ."))
FINAL_REVIEW = ("kind", lazy("Kế hoạch này đã có tổng kết ở nơi này."))
ONE_VOLUNTEER = ("client_pid", lazy("Đã có tình nguyện viên giúp người này."))
NUMBER_USED = ("certificate_number", lazy("Số chứng chỉ này đã dùng rồi."))
ONE_CERTIFICATE = ("certificate_number", lazy("Người này đã có chứng chỉ."))
ONE_FILE = ("completed_on", lazy("Lần hoàn thành này đã có hồ sơ theo dõi."))

SAYS: dict[str, tuple[str, Any]] = {
    "users.login": ("login", lazy("Tên đăng nhập này đã có người dùng.")),
    "learners.certificate_number": (
        "certificate_number",
        lazy("Số chứng chỉ này đã cấp cho người khác."),
    ),
    "uq_certificates_provider_id_number": NUMBER_USED,
    "certificates.number": NUMBER_USED,
    "uq_certificates_in_force": ONE_CERTIFICATE,
    "certificates.learner_id": ONE_CERTIFICATE,
    "uq_staff_training_person_code_course": STAFF_COURSE,
    "staff_training.person_code": STAFF_COURSE,
    "uq_reviews_final": FINAL_REVIEW,
    "reviews.plan": FINAL_REVIEW,
    "uq_charges_open": ONE_VOLUNTEER,
    "charges.client_id": ONE_VOLUNTEER,
    "uq_case_files_client_id_completed_on": ONE_FILE,
    "case_files.client_id": ONE_FILE,
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
