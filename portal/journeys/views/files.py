"""/clients/<pid> and /needs: a person's file and what the commune still has to do."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer
from portal.forms import options
from portal.i18n import _
from portal.journeys.forms import MetForm, NeedForm, RetentionForm
from portal.journeys.labels import LEFT_LABELS, NEED_LABELS, ORIGIN_LABELS
from portal.journeys.service import files, needs, retention
from portal.journeys.views import bp
from portal.people.labels import (
    CHANGED_LABELS,
    KIND_LABELS,
    NOTE_LABELS,
    SCHOOLING_LABELS,
    skill_words,
)
from portal.people.service import get_client
from portal.places.service import name_of
from portal.trades.labels import DEMAND_LABELS, SHIFT_LABELS, in_words
from portal.trades.service import occupation_names, skill_names
from portal.web import actor, page, to


@bp.get("/clients/<pid>")
@allow(case_officer, opens_file=True)
def client(pid: str) -> Response:
    """The whole file of a person of the commune."""
    file = files.open_file(actor(), pid)
    person, wishes = file.client, file.wishes
    return page(
        "journeys/client.html",
        file=file,
        client=person,
        commune=name_of(person.commune_code, clock.today()),
        schooling=SCHOOLING_LABELS[person.education],
        skills=skill_words(wishes.skills, skill_names(dict(wishes.skills))),
        wanted=occupation_names(wishes.wanted),
        shifts=in_words(person.shifts, SHIFT_LABELS),
        limits=in_words(person.limits, DEMAND_LABELS),
        kinds=KIND_LABELS,
        changed=CHANGED_LABELS,
        note_kinds=NOTE_LABELS,
        need_kinds=NEED_LABELS,
        origins=ORIGIN_LABELS,
        left_for=LEFT_LABELS,
        today=clock.today(),
    )


@bp.get("/needs")
@allow(case_officer, opens_file=True)
def open_needs() -> Response:
    """The needs of the commune that nobody has met, oldest first."""
    return page("journeys/needs.html", needs=needs.list_open_needs(actor()), kinds=NEED_LABELS)


@bp.route("/clients/<pid>/needs/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_need(pid: str) -> BaseResponse:
    """Write down a need."""
    person = get_client(actor(), pid)
    form = NeedForm(recorded_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            needs.record_need(actor(), pid, **form.values)
            return to(url_for("journeys.client", pid=pid), _("Đã ghi nhu cầu."))
    return page("journeys/need.html", form=form, client=person)


@bp.route("/needs/<pid>/met", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def meet_need(pid: str) -> BaseResponse:
    """Write down how a need was met."""
    need = needs.get_need(actor(), pid)
    form = MetForm(met_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            needs.meet_need(actor(), pid, **form.values)
            done = _("Đã ghi là đáp ứng.")
            return to(url_for("journeys.client", pid=need.client.pid), done)
    return page("journeys/met.html", form=form, need=need, kinds=NEED_LABELS)


@bp.route("/placements/<pid>/retention", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def record_retention(pid: str) -> BaseResponse:
    """Write down whether a job lasted."""
    job = retention.get_placement(actor(), pid)
    form = RetentionForm(asked_on=clock.today())
    form.months.choices = options((n, _("%(n)s tháng", n=n)) for n in job.due)
    back = url_for("journeys.client", pid=job.step.client.pid)
    if form.validate_on_submit():
        with form.rules():
            retention.record_retention(actor(), pid, **form.values)
            return to(back, _("Đã ghi câu trả lời."))
    return page("journeys/retention.html", form=form, job=job)
