"""/clubs/<pid>/series, /series/<pid>: a club's regular days: looked at, kept, changed, ended."""

from collections.abc import Callable
from typing import Any

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.labels import PART_LABELS, WEEKDAY_LABELS
from portal.clubs.series_forms import EditSeriesForm, EndSeriesForm, SeriesForm, SlotForm
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/clubs/<pid>/series")
@allow(coordinator)
def series(pid: str) -> Response:
    """The series of one's own club, with the next days of each."""
    club = service.get_own_club(actor(), pid)
    rows = [
        (found, service.plan_of(found), [] if found.ended_at else service.next_days(found))
        for found in service.series_of(actor(), pid)
    ]
    return page("clubs/series.html", club=club, rows=rows)


@bp.route("/clubs/<pid>/series/new", methods=["GET", "POST"])
@allow(coordinator)
def plan_series(pid: str) -> BaseResponse:
    """Plan a series; `?weekday=` and `?part=` fill in a slot that was chosen."""
    club = service.get_own_club(actor(), pid)
    return _planning(
        SeriesForm(data=_slot()),
        club,
        lambda plan: service.preview(actor(), pid, plan),
        lambda plan, form: service.create_series(actor(), pid, plan, form.choices),
    )


@bp.route("/series/<pid>/edit", methods=["GET", "POST"])
@allow(coordinator)
def edit_series(pid: str) -> BaseResponse:
    """Change a series, and with it the coming meetings that nobody has moved."""
    found = service.get_series(actor(), pid)
    form = EditSeriesForm(
        data={**service.fields_of(service.plan_of(found)), "version": found.version}
    )
    return _planning(
        form,
        found.club,
        lambda plan: service.preview_change(actor(), pid, plan),
        lambda plan, form: service.change_series(
            actor(), pid, plan, form.choices, version=form.version.data
        ),
        series=found,
    )


@bp.route("/series/<pid>/end", methods=["GET", "POST"])
@allow(coordinator)
def end_series(pid: str) -> BaseResponse:
    """End a series with a day."""
    found = service.get_series(actor(), pid)
    form = EndSeriesForm(version=found.version)
    if form.validate_on_submit():
        with form.rules():
            service.end_series(actor(), pid, **form.values)
            return to(url_for("clubs.series", pid=found.club.pid), _("Lịch đã kết thúc."))
    return page("clubs/end_series.html", form=form, series=found, plan=service.plan_of(found))


@bp.get("/clubs/<pid>/best-slot")
@allow(coordinator)
def best_slot(pid: str) -> Response:
    """When most members can come; figures only."""
    form = SlotForm(request.args)
    club = service.get_own_club(actor(), pid)
    slots = service.slots_for(actor(), pid, **form.values)
    return page(
        "clubs/best_slot.html",
        form=form,
        club=club,
        slots=slots,
        weekdays=WEEKDAY_LABELS,
        parts=PART_LABELS,
    )


def _planning(
    form: Any,
    club: Any,
    preview: Callable[[Any], Any],
    keep: Callable[[Any, Any], Any],
    **context: Any,
) -> BaseResponse:
    """Show the days that the plan gives; keep it once they were seen as they are."""
    plan, proposals = None, []
    if form.validate_on_submit():
        seen = form.seen.data
        with form.rules():
            plan = service.plan_from(**form.typed)
            proposals = preview(plan)
            form = form.saying(service.fields_of(plan), seen=plan.mark)
        if proposals and form.wants_to_save and seen == form.seen.data:
            with form.rules():
                keep(plan, form)
                return to(url_for("clubs.series", pid=club.pid), _("Đã lưu lịch."))
    return page(
        "clubs/plan_series.html",
        form=form,
        club=club,
        plan=plan if proposals else None,
        proposals=proposals,
        examples=service.EXAMPLES,
        **context,
    )


def _slot() -> dict[str, Any]:
    weekday, hours = request.args.get("weekday", type=int), request.args.get("part", "")
    usual = service.usual_hours(hours)
    if weekday not in WEEKDAY_LABELS or usual is None:
        return {}
    return {"kind": "weekly", "weekdays": [weekday], "starts": usual[0], "ends": usual[1]}
