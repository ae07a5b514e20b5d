"""/clubs/<pid>/outreach and /outreach/<pid>: whom a club approached."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, coordinator
from portal.clubs import service as clubs
from portal.clubs.labels import ANSWER_LABELS, OUTREACH_LABELS
from portal.clubs.outreach_forms import ApproachForm, OutreachAnswerForm
from portal.clubs.service import outreach as service
from portal.clubs.service.invited import list_invited
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/clubs/<pid>/outreach")
@allow(coordinator, opens_file=True)
def outreach(pid: str) -> Response:
    """Who is still known by name, who agreed to be asked, and this year in figures."""
    club, rows = service.list_outreach(actor(), pid)
    return page(
        "clubs/outreach.html",
        club=club,
        invited=list_invited(actor(), club),
        rows=[(row, service.is_due(row), service.forgotten_on(row)) for row in rows],
        counts=service.approached_in(club, clock.today().replace(month=1, day=1), clock.today()),
        labels=OUTREACH_LABELS,
        days=service.FORGOTTEN.days,
    )


@bp.route("/clubs/<pid>/outreach/new", methods=["GET", "POST"])
@allow(coordinator)
def approach(pid: str) -> BaseResponse:
    """Note somebody approached."""
    club = clubs.get_own_club(actor(), pid)
    form = ApproachForm(approached_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            service.approach(actor(), pid, **form.values)
            return to(url_for("clubs.outreach", pid=pid), _("Đã lưu."))
    return page("clubs/approach.html", form=form, club=club, days=service.FORGOTTEN.days)


@bp.route("/outreach/<pid>", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def outreach_answer(pid: str) -> BaseResponse:
    """What came of it."""
    row = service.get_outreach(actor(), pid)
    club = service.own_club_of(actor(), row)
    form = OutreachAnswerForm()
    form.state.choices = options((state, ANSWER_LABELS[state]) for state in service.next_of(row))
    if form.validate_on_submit():
        with form.rules():
            service.note_answer(actor(), pid, **form.values)
            if form.state.data == "agreed":
                return to(url_for("clubs.add_member", outreach=pid), _("Đã lưu."))
            return to(url_for("clubs.outreach", pid=club.pid), _("Đã lưu."))
    return page("clubs/outreach_answer.html", form=form, row=row, club=club, labels=OUTREACH_LABELS)
