"""Roles in words, and what each one's scope is."""

from typing import Any

from portal.access import Role
from portal.i18n import lazy

ROLE_LABELS: dict[Role, Any] = {
    Role.MEMBER: lazy("thành viên"),
    Role.COORDINATOR: lazy("ban chủ nhiệm"),
    Role.CASE_OFFICER: lazy("cán bộ phụ trách"),
    Role.EMPLOYER: lazy("doanh nghiệp"),
    Role.PROVIDER: lazy("cơ sở đào tạo"),
    Role.OFFICER: lazy("cán bộ chương trình"),
    Role.ADMIN: lazy("quản trị"),
}
SCOPE_HINTS: dict[Role, Any] = {
    Role.COORDINATOR: lazy("tên câu lạc bộ"),
    Role.CASE_OFFICER: lazy("tên xã, phường"),
    Role.EMPLOYER: lazy("tên doanh nghiệp"),
    Role.PROVIDER: lazy("tên cơ sở đào tạo"),
    Role.OFFICER: lazy("tên tỉnh hoặc xã"),
    Role.ADMIN: lazy("để trống nơi làm việc"),
}
