"""/clients/<pid>/referrals and /referrals/<pid>: to whom a person is sent on, and what came."""

from datetime import timedelta

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer
from portal.forms import options
from portal.i18n import _
from portal.journeys.labels import BODY_LABELS, NEED_LABELS, REFERRAL_STATES
from portal.journeys.service import referrals
from portal.journeys.service.caseload import open_client
from portal.journeys.views import bp
from portal.journeys.way_forms import ReferralForm, ReferralMoveForm
from portal.web import actor, page, to

USUAL_WAIT = timedelta(days=14)


@bp.route("/clients/<pid>/referrals/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_referral(pid: str) -> BaseResponse:
    """Send a person on."""
    person = open_client(actor(), pid)
    form = ReferralForm(sent_on=clock.today(), reply_by=clock.today() + USUAL_WAIT)
    if form.validate_on_submit():
        with form.rules():
            referrals.send_on(actor(), pid, **form.values)
            return to(_back(pid), _("Đã ghi chuyển gửi."))
    title = _("Chuyển gửi: %(name)s", name=person.name)
    lead = _("Nơi nhận được biết họ tên, số điện thoại và nhu cầu. Ngoài xã, phải hỏi trước.")
    return page("journeys/write.html", form=form, title=title, lead=lead, back=_back(pid))


@bp.route("/referrals/<pid>", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def referral(pid: str) -> BaseResponse:
    """One referral, and what was answered."""
    row = referrals.get_referral(actor(), pid)
    form = ReferralMoveForm(on=clock.today())
    moves = referrals.moves_of(row)
    form.to.choices = options((move, REFERRAL_STATES[move][1]) for move in moves)
    if form.validate_on_submit():
        with form.rules():
            referrals.move_referral(actor(), pid, **form.values)
            return to(_back(row.client.pid), _("Đã ghi."))
    return page(
        "journeys/referral.html",
        row=row,
        form=form,
        moves=moves,
        kinds=NEED_LABELS,
        bodies=BODY_LABELS,
        states=REFERRAL_STATES,
        back=_back(row.client.pid),
    )


def _back(pid: str) -> str:
    return url_for("journeys.timeline", pid=pid)
