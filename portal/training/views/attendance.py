"""/own/classes/<pid>/attendance: the roll of a day by exception, and how often each came."""

from typing import Any

from flask import request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, provider
from portal.errors import RuleBroken
from portal.i18n import _
from portal.training import service
from portal.training.labels import MARK_LABELS
from portal.training.roster_forms import RollForm
from portal.training.views import PUBLIC, bp
from portal.web import actor, is_swap, page, to


@bp.get("/own/classes/<pid>/attendance", sites=PUBLIC)
@allow(provider, opens_file=True)
def attendance(pid: str) -> BaseResponse:
    """The roll of the day in the address, or of today: everyone is proposed as present."""
    form = RollForm(request.args if "day" in request.args else None)
    if "day" in request.args:
        form.day.validate(form)
    return page("training/attendance.html", **_facts(pid, form))


@bp.post("/own/classes/<pid>/attendance", sites=PUBLIC)
@allow(provider)
def mark_attendance(pid: str) -> BaseResponse:
    """Keep one mark as it is tapped, or all of them; a tap is answered with the new counts."""
    form = RollForm()
    kept = False
    if form.validate_on_submit():
        with form.rules():
            service.mark_day(actor(), pid, form.day.data, form.sent)
            kept = True
    if is_swap():
        return page("training/_day_counts.html", form=form, counts=_counts(pid, form.day.data))
    if kept:
        return to(url_for(".attendance", pid=pid, day=form.day.data), _("Đã lưu điểm danh."))
    return page("training/attendance.html", **_facts(pid, form))


def _facts(pid: str, form: RollForm) -> dict[str, Any]:
    held = service.get_class(actor(), pid)
    learners = service.read_roster(actor(), pid).seated
    form.day.data = form.day.data or (None if form.errors else _proposed(held))
    return {
        "form": form,
        "held": held,
        "rows": _rows(pid, form),
        "marks": form.sent if request.method == "POST" else {},
        "labels": MARK_LABELS,
        "counts": _counts(pid, form.day.data),
        "days": service.days_of_class(held),
        "learners": learners,
        "by_learner": service.counts_of_class(held),
    }


def _rows(pid: str, form: RollForm) -> list[Any]:
    """The roll of the day, or none and what is wrong with the day."""
    if not form.day.data or form.day.errors:
        return []
    try:
        return service.read_day(actor(), pid, form.day.data)
    except RuleBroken as refusal:
        form.day.errors = [refusal.message]
        return []


def _proposed(held: Any) -> Any:
    """Today, while the class goes on."""
    try:
        return service.day_of_class(held, clock.today())
    except RuleBroken:
        return None


def _counts(pid: str, day: Any) -> Any:
    counts = dict(service.days_of_class(service.get_class(actor(), pid)))
    return counts.get(day, service.Counts())
