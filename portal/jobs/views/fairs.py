"""/job-fairs for anyone, /own/fairs for employers, /fairs for the officer of the place."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, anyone, employer, officer
from portal.i18n import _
from portal.jobs.fair_forms import CancelFairForm, EditFairForm, FairCountForm, FairForm
from portal.jobs.service import fair_counts as counts
from portal.jobs.service import fairs as service
from portal.jobs.views import INSIDE, PUBLIC, bp
from portal.web import actor, page, page_number, to


@bp.get("/job-fairs")
@allow(anyone)
def open_fairs() -> Response:
    """The fairs to come."""
    return page("jobs/open_fairs.html", fairs=service.open_fairs())


@bp.get("/job-fairs/<pid>")
@allow(anyone)
def open_fair(pid: str) -> Response:
    """One of them, with who comes and the jobs they bring."""
    fair = service.get_open_fair(pid)
    return page(
        "jobs/open_fair.html",
        fair=fair,
        employers=service.employers_at(fair),
        vacancies=service.vacancies_at(fair),
    )


@bp.get("/own/fairs", sites=PUBLIC)
@allow(employer)
def own_fairs() -> Response:
    """The fairs of the employer's province."""
    return page("jobs/own_fairs.html", fairs=service.own_fairs(actor()))


@bp.post("/own/fairs/<pid>/join", sites=PUBLIC)
@allow(employer)
def join_fair(pid: str) -> BaseResponse:
    """We come."""
    service.join_fair(actor(), pid)
    return to(url_for("jobs.own_fairs"), _("Đã ghi: doanh nghiệp tham gia."))


@bp.post("/own/fairs/<pid>/leave", sites=PUBLIC)
@allow(employer)
def leave_fair(pid: str) -> BaseResponse:
    """We do not come after all."""
    service.leave_fair(actor(), pid)
    return to(url_for("jobs.own_fairs"), _("Đã ghi: doanh nghiệp không tham gia."))


@bp.get("/fairs", sites=INSIDE)
@allow(officer)
def fairs() -> Response:
    """All fairs of the officer's place, and how many came this year."""
    year = clock.today().year
    return page(
        "jobs/fairs.html",
        found=service.list_fairs(actor(), page_number()),
        year=year,
        totals=counts.totals(actor(), year),
    )


@bp.route("/fairs/new", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def plan_fair() -> BaseResponse:
    """A fair to come."""
    form = FairForm()
    if form.validate_on_submit():
        with form.rules():
            fair = service.plan_fair(actor(), **form.values)
            return to(url_for("jobs.fair", pid=fair.pid), _("Đã lưu."))
    return page("jobs/fair_form.html", form=form, fair=None)


@bp.get("/fairs/<pid>", sites=INSIDE)
@allow(officer)
def fair(pid: str) -> Response:
    """One fair: who takes part, how many came."""
    found = service.get_fair(actor(), pid)
    return page(
        "jobs/fair.html",
        fair=found,
        employers=service.employers_at(found),
        counted=counts.counts_of(found),
        today=clock.today(),
    )


@bp.route("/fairs/<pid>/edit", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def edit_fair(pid: str) -> BaseResponse:
    """Put right what is planned."""
    found = service.get_fair(actor(), pid)
    form = EditFairForm(obj=found)
    if form.validate_on_submit():
        with form.rules():
            service.edit_fair(actor(), pid, **form.values)
            return to(url_for("jobs.fair", pid=pid), _("Đã lưu."))
    return page("jobs/fair_form.html", form=form, fair=found)


@bp.route("/fairs/<pid>/cancel", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def cancel_fair(pid: str) -> BaseResponse:
    """It does not take place."""
    found, form = service.get_fair(actor(), pid), CancelFairForm()
    if form.validate_on_submit():
        with form.rules():
            counts.cancel_uncounted(actor(), pid, said=form.said.data)
            return to(url_for("jobs.fair", pid=pid), _("Đã ghi: phiên không diễn ra."))
    return page("jobs/cancel_fair.html", form=form, fair=found)


@bp.route("/fairs/<pid>/attendance/<channel>", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def count_fair(pid: str, channel: str) -> BaseResponse:
    """How many came by a channel; a count that stands is corrected with a reason."""
    found = service.get_fair(actor(), pid)
    counted = counts.counted_by(found, channel)
    form = FairCountForm(data=counts.values_of(counted))
    if form.validate_on_submit():
        with form.rules():
            counts.record_attendance(actor(), pid, channel, **form.values)
            return to(url_for("jobs.fair", pid=pid), _("Đã lưu."))
    return page("jobs/count_fair.html", form=form, fair=found, counted=counted)
