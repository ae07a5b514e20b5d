"""/clubs/<pid>/book and what stands in it; /board: who holds which post."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, club_side, officer
from portal.clubs import service as clubs
from portal.clubs.book_forms import (
    BoardForm,
    DecisionForm,
    EndBoardForm,
    PlanForm,
    ProposalForm,
    RulesForm,
    VenueForm,
)
from portal.clubs.labels import POST_LABELS, STATUS_LABELS
from portal.clubs.service import boards, moving, standing, volunteers
from portal.clubs.service import book as service
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/clubs/<pid>/book")
@allow(club_side)
def book(pid: str) -> Response:
    """All that a club keeps of itself."""
    club = clubs.get_club(actor(), pid)
    year = _year()
    return page(
        "clubs/book.html",
        club=club,
        heir=service.heir_of(club),
        rules=service.rules_of(club),
        plan=service.plan_of_year(club, year),
        year=year,
        board=boards.board_ever(club),
        states=service.states_of(club),
        founded_in=moving.founding_commune(club),
        seats=moving.seats_of(club),
        team=volunteers.team_of(actor(), clubs.commune_of(club)),
        keeps=service.keeps_book(actor(), club),
        governs=service.governs(actor(), club),
        heirs=standing.heirs_of(actor(), club),
        posts=POST_LABELS,
        labels=STATUS_LABELS,
        today=clock.today(),
    )


@bp.route("/clubs/propose", methods=["GET", "POST"])
@allow(officer)
def propose() -> BaseResponse:
    """Plan a club."""
    form = ProposalForm()
    if form.validate_on_submit():
        with form.rules():
            club = service.propose_club(actor(), **form.values)
            return _to_book(club.pid)
    return _form(form, _("Đề nghị thành lập câu lạc bộ"), url_for("clubs.clubs"))


@bp.route("/clubs/<pid>/decision", methods=["GET", "POST"])
@allow(officer)
def decision(pid: str) -> BaseResponse:
    """Proposal and founding decision."""
    form = DecisionForm(obj=service.get_governed_club(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.write_decision(actor(), pid, **form.values)
            return _to_book(pid)
    return _form(form, _("Đề nghị và quyết định thành lập"), _book(pid))


@bp.route("/clubs/<pid>/venue", methods=["GET", "POST"])
@allow(club_side)
def venue(pid: str) -> BaseResponse:
    """Where the club usually meets."""
    form = VenueForm(obj=service.get_kept_club(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.set_venue(actor(), pid, **form.values)
            return _to_book(pid)
    return _form(form, _("Nơi sinh hoạt"), _book(pid))


@bp.route("/clubs/<pid>/rules", methods=["GET", "POST"])
@allow(club_side)
def rules(pid: str) -> BaseResponse:
    """The next version of the rules, begun from the one that stands."""
    standing_rules = service.rules_of(service.get_kept_club(actor(), pid))
    text = standing_rules[0].text if standing_rules else ""
    form = RulesForm(number=len(standing_rules) + 1, from_on=clock.today(), text=text)
    if form.validate_on_submit():
        with form.rules():
            service.write_rules(actor(), pid, **form.values)
            return _to_book(pid)
    return _form(form, _("Quy chế"), _book(pid))


@bp.route("/clubs/<pid>/plan", methods=["GET", "POST"])
@allow(club_side)
def plan(pid: str) -> BaseResponse:
    """The topics of a year, month by month."""
    year = _year()
    form = PlanForm(data=service.plan_as_typed(service.get_kept_club(actor(), pid), year))
    if form.validate_on_submit():
        with form.rules():
            service.write_plan(actor(), pid, year, version=form.version.data, topics=form.topics)
            return to(url_for("clubs.book", pid=pid, year=year), _("Đã lưu."))
    return _form(form, _("Kế hoạch năm %(year)s", year=year), _book(pid))


@bp.route("/clubs/<pid>/board/new", methods=["GET", "POST"])
@allow(club_side)
def add_board_member(pid: str) -> BaseResponse:
    """Someone takes a post of the board."""
    service.get_kept_club(actor(), pid)
    form = BoardForm(from_on=clock.today(), post="member")
    if form.validate_on_submit():
        with form.rules():
            boards.add_board_member(actor(), pid, **form.values)
            return _to_book(pid)
    return _form(form, _("Thêm người vào ban chủ nhiệm"), _book(pid))


@bp.route("/board/<pid>/end", methods=["GET", "POST"])
@allow(club_side)
def end_board_member(pid: str) -> BaseResponse:
    """Someone leaves the board, perhaps for somebody else."""
    member, club = boards.get_board_member(actor(), pid)
    form = EndBoardForm(to_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            boards.end_board_member(actor(), pid, **form.values)
            return _to_book(club.pid)
    return _form(form, _("%(name)s thôi tham gia", name=member.name), _book(club.pid))


def _year() -> int:
    """The year that the address asks for, else this one."""
    asked = request.args.get("year", type=int)
    return asked if asked and 2000 <= asked < 2100 else clock.today().year


def _book(pid: str) -> str:
    return url_for("clubs.book", pid=pid)


def _to_book(pid: str) -> BaseResponse:
    return to(_book(pid), _("Đã lưu."))


def _form(form: object, title: str, back: str) -> Response:
    return page("clubs/book_form.html", form=form, title=title, back=back)
