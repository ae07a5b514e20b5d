"""/courses/classes/<pid>/enrol: anyone enrols by themselves."""

from typing import Any

from flask import request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone
from portal.i18n import _
from portal.training import service
from portal.training.class_forms import JoinForm
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.route("/courses/classes/<pid>/enrol", methods=["GET", "POST"], sites=PUBLIC)
@allow(anyone)
def join(pid: str) -> BaseResponse:
    """Name and phone go to the provider, and nowhere else."""
    held = service.get_open_class(pid)
    course, form = held.course, JoinForm()
    if form.validate_on_submit():
        with form.rules():
            address = request.remote_addr or ""
            joined = service.join_class(
                actor(), pid, name=form.name.data, phone=form.phone.data, address=address
            )
            return to(url_for("training.open_course", pid=course.pid), _told(joined))
    return page("training/join.html", held=held, course=course, form=form)


def _told(joined: Any) -> str:
    if joined.standing == "enrolled":
        return str(_("Đã ghi danh, anh/chị có chỗ. Cơ sở đào tạo sẽ gọi."))
    return str(_("Lớp đủ người: anh/chị đứng trong danh sách chờ. Có chỗ, cơ sở đào tạo sẽ gọi."))
