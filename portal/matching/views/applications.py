"""/me/applications: what I did, where it stands, and how to take it back."""

from flask import Response, current_app, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.forms import Form
from portal.i18n import _
from portal.journeys import service as steps
from portal.journeys.service.looking_back import RELAYED
from portal.matching.applying_forms import TakeBackForm
from portal.matching.labels import REASON_LABELS
from portal.matching.views import bp
from portal.training.labels import MARK_LABELS
from portal.web import actor, page, stands_on, to


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
        "matching/lessons.html",
        lessons=steps.own_lessons(actor(), pid),
        labels=MARK_LABELS,
        with_papers=stands_on(current_app, ("public",)),
    )


@bp.route("/me/applications/<pid>/end", methods=["GET", "POST"])
@allow(member)
def end(pid: str) -> BaseResponse:
    """Ask once more, then leave the class, or take the application back for a reason."""
    step = steps.get_own_taken(actor(), pid)
    form = Form() if step.kind == "enrolled" else TakeBackForm()
    if form.validate_on_submit():
        with form.rules():
            steps.end_step(actor(), pid, **form.values)
            seen = step.state not in ("", RELAYED)  # else nobody saw anything here
            done = _("Đã rút. Nơi đó không xem được thông tin nữa.") if seen else _("Đã rút.")
            return to(url_for("matching.applications"), done)
    return page("matching/end.html", step=step, form=form)


@bp.post("/me/applications/<pid>/again")
@allow(member)
def reconsider(pid: str) -> BaseResponse:
    """Suggest it again after all."""
    steps.reconsider(actor(), pid)
    return to(url_for("matching.applications"), _("Đã gợi ý lại."))
