"""/me/blocked-employers: whom I want nothing to do with."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.i18n import _
from portal.matching.views import bp
from portal.people import service
from portal.web import actor, page, to

LONGEST = 100


@bp.get("/me/blocked-employers")
@allow(member)
def blocked_employers() -> Response:
    """Those blocked, and a search by name."""
    text = request.args.get("q", "").strip()[:LONGEST]
    return page(
        "matching/blocked_employers.html",
        text=text,
        blocked=service.blocked_employers(actor()),
        found=service.employers_named(actor(), text),
    )


@bp.post("/me/blocked-employers/<pid>/block")
@allow(member)
def block_employer(pid: str) -> BaseResponse:
    """Nothing of theirs from now on."""
    blocked = service.block_employer(actor(), pid)
    said = _("Từ giờ việc của %(name)s không hiện ra nữa.", name=blocked.name)
    return to(url_for("matching.blocked_employers"), said)


@bp.post("/me/blocked-employers/<pid>/unblock")
@allow(member)
def unblock_employer(pid: str) -> BaseResponse:
    """Show their work again."""
    freed = service.unblock_employer(actor(), pid)
    said = _("Việc của %(name)s lại hiện ra.", name=freed.name)
    return to(url_for("matching.blocked_employers"), said)
