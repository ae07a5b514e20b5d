"""/members: who is in one's own clubs; joining and leaving."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.forms import CardForm, CardIssueForm, LeaveForm, NewMemberForm
from portal.clubs.labels import MARK_LABELS, NEXT_STEP_LABELS, OUTCOME_LABELS, REASON_LABELS
from portal.clubs.service import outreach
from portal.clubs.service.charges import companion_known_to
from portal.clubs.service.drifting import drifts_of
from portal.clubs.service.visits import visits_known_to
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/members")
@allow(coordinator, opens_file=True)
def members() -> Response:
    """Today's members, and how often they came in the last six months."""
    return page(
        "clubs/members.html",
        clubs=service.own_clubs(actor()),
        members=service.list_members(actor()),
        figures=service.figures_by_membership(actor()),
    )


@bp.route("/members/new", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def add_member() -> BaseResponse:
    """Add a person whom the portal does not know yet; `?outreach=` begins with whom the club
    approached."""
    clubs = service.own_clubs(actor())
    known = outreach.as_typed(actor(), request.args.get("outreach", ""))
    form = NewMemberForm(
        data={"commune_code": service.commune_of(clubs[0]) if clubs else None, **known}
    )
    form.club_pid.choices = options((club.pid, club.name) for club in clubs)
    if form.validate_on_submit():
        with form.rules():
            client = service.add_new_member(actor(), **form.values)
            return to(url_for("clubs.card", pid=client.pid), _("Đã thêm thành viên."))
    return page("clubs/add_member.html", form=form)


@bp.route("/members/by-card", methods=["GET", "POST"])
@allow(coordinator)
def add_by_card() -> BaseResponse:
    """Add the holder of a member's card."""
    form = CardForm(outreach=request.args.get("outreach"))
    form.club_pid.choices = options((club.pid, club.name) for club in service.own_clubs(actor()))
    if form.validate_on_submit():
        with form.rules():
            client = service.add_member_by_card(actor(), **form.values)
            return to(url_for("clubs.member", pid=client.pid), _("Đã thêm thành viên."))
    return page("clubs/add_by_card.html", form=form)


@bp.get("/members/<pid>")
@allow(coordinator, opens_file=True)
def member(pid: str) -> Response:
    """One member: how to reach them, and when they came."""
    found = service.get_member(actor(), pid)
    return page(
        "clubs/member.html",
        member=found,
        history=service.history_of(found.client, found.club),
        companion=companion_known_to(found),
        visits=visits_known_to(found),
        done=drifts_of(found.membership, found.club),
        labels=MARK_LABELS,
        reasons=REASON_LABELS,
        steps=NEXT_STEP_LABELS,
        outcomes=OUTCOME_LABELS,
    )


@bp.get("/members/<pid>/card")
@allow(coordinator, opens_file=True)
def card(pid: str) -> Response:
    """Before a card is made: what it is for, and what it ends."""
    return page("clubs/card.html", form=CardIssueForm(), member=service.get_member(actor(), pid))


@bp.post("/members/<pid>/card")
@allow(coordinator)
def issue_card(pid: str) -> Response:
    """Make a card and show it, this once, to be printed."""
    form = CardIssueForm()
    if not form.validate_on_submit():
        return page("clubs/card.html", form=form, member=service.get_member(actor(), pid))
    login, code = service.issue_card(actor(), pid)
    return page(
        "clubs/printed_card.html",
        login=login,
        code=code,
        address=url_for("accounts.card", _external=True),
        member=service.get_member(actor(), pid),
    )


@bp.route("/members/<pid>/leave", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def end_membership(pid: str) -> BaseResponse:
    """End a membership."""
    form = LeaveForm()
    if form.validate_on_submit():
        with form.rules():
            service.end_membership(actor(), pid, **form.values)
            return to(url_for("clubs.members"), _("Đã ghi ngày rời câu lạc bộ."))
    return page("clubs/end_membership.html", form=form, member=service.get_member(actor(), pid))


@bp.get("/clubs/<pid>/join-form")
@allow(coordinator)
def join_form(pid: str) -> Response:
    """The voluntary join form on paper, to be filled in by hand: neutral in every word."""
    club = service.get_own_club(actor(), pid)
    shown, commune = service.shown_name(club), service.commune_name(club)
    return page("clubs/join_form.html", club=shown, commune=commune)
