"""/me/applications: what I did, where it stands, and how to take it back."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.i18n import _
from portal.journeys import service as steps
from portal.matching.labels import REASON_LABELS
from portal.matching.views import bp
from portal.training.labels import MARK_LABELS
from portal.web import actor, page, to


@bp.get("/me/applications")
@allow(member)
def applications() -> Response:
    """Classes joined, jobs applied for, and what was turned down."""
    taken = steps.steps_of(actor())
    return page(
        "matching/applications.html",
        done=[step for step in taken if step.kind != "turned_down"],
        turned_down=[step for step in taken if step.kind == "turned_down"],
        reasons=REASON_LABELS,
        is_open=steps.is_open,
    )


@bp.get("/me/applications/<pid>/lessons")
@allow(member)
def lessons(pid: str) -> Response:
    """How often I came to a class."""
    return page(
        "matching/lessons.html", lessons=steps.own_lessons(actor(), pid), labels=MARK_LABELS
    )


@bp.get("/me/applications/<pid>/end")
@allow(member)
def ask_to_end(pid: str) -> Response:
    """Ask once more before a seat or an application is given up."""
    return page("matching/end.html", step=steps.get_own_taken(actor(), pid))


@bp.post("/me/applications/<pid>/end")
@allow(member)
def end(pid: str) -> BaseResponse:
    """Leave the class, or take the application back."""
    steps.end_step(actor(), pid)
    return to(url_for("matching.applications"), _("Đã rút. Nơi đó không xem được thông tin nữa."))


@bp.post("/me/applications/<pid>/again")
@allow(member)
def reconsider(pid: str) -> BaseResponse:
    """Suggest it again after all."""
    steps.reconsider(actor(), pid)
    return to(url_for("matching.applications"), _("Đã gợi ý lại."))
