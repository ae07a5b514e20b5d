"""/clubs: the open pages, and each club for those who look after it."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone, club_side, coordinator, officer
from portal.clubs import service
from portal.clubs.forms import ClubForm, FoundForm, MoveForm
from portal.clubs.labels import POST_LABELS, STATUS_LABELS
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/clubs")
@allow(anyone)
def open_clubs() -> Response:
    """Clubs and counselling points by commune."""
    text = request.args.get("q", "")
    return page(
        "clubs/open_clubs.html",
        text=text,
        clubs=service.list_open_clubs(text),
        points=service.list_open_points(text),
    )


@bp.get("/clubs/<pid>")
@allow(anyone)
def open_club(pid: str) -> Response:
    """What of a club is open."""
    return page("clubs/open_club.html", club=service.get_open_club(pid))


@bp.get("/clubs/all")
@allow(club_side)
def clubs() -> Response:
    """The clubs in one's scope, in figures."""
    found = service.list_clubs(actor())
    return page("clubs/clubs.html", clubs=found, labels=STATUS_LABELS)


@bp.get("/clubs/<pid>/overview")
@allow(club_side)
def club(pid: str) -> Response:
    """One club: decision, board, state, and how alive it is."""
    found = service.get_club(actor(), pid)
    return page(
        "clubs/club.html",
        club=found,
        shown=service.shown_name(found),
        commune=service.commune_name(found),
        life=service.life_of(found),
        board=service.board_of(found),
        moves=service.moves_of(actor(), found),
        coordinates=found in service.own_clubs(actor()),
        labels=STATUS_LABELS,
        posts=POST_LABELS,
    )


@bp.route("/clubs/<pid>/edit", methods=["GET", "POST"])
@allow(coordinator)
def edit_club(pid: str) -> BaseResponse:
    """Change what the open pages say."""
    form = ClubForm(obj=service.get_own_club(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.edit_club(actor(), pid, **form.values)
            return to(url_for("clubs.club", pid=pid), _("Đã lưu."))
    return page("clubs/edit_club.html", form=form, pid=pid)


@bp.route("/clubs/<pid>/move", methods=["GET", "POST"])
@allow(officer)
def move_club(pid: str) -> BaseResponse:
    """Move a club to another state."""
    found = service.get_club(actor(), pid)
    form = MoveForm(version=found.version)
    moves = service.moves_of(actor(), found)
    form.status.choices = options((move.value, STATUS_LABELS[move.value]) for move in moves)
    if form.validate_on_submit():
        with form.rules():
            service.move_club(actor(), pid, **form.values)
            return to(url_for("clubs.club", pid=pid), _("Đã lưu."))
    return page("clubs/move_club.html", form=form, club=found)


@bp.route("/clubs/new", methods=["GET", "POST"])
@allow(officer)
def found() -> BaseResponse:
    """Found a club by decision; `?commune=` fills in where."""
    form = FoundForm(commune_code=request.args.get("commune"))
    if form.validate_on_submit():
        with form.rules():
            club = service.found_club(actor(), **form.values)
            return to(url_for("clubs.club", pid=club.pid), _("Đã thành lập câu lạc bộ."))
    return page("clubs/found.html", form=form)
