"""The start page, the language, and whether the portal is well."""

from flask import Response, request, session
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone
from portal.home.care import ailment
from portal.home.start import facts
from portal.i18n import LANGUAGES
from portal.web import actor, blueprint, page, safe_next, to

bp = blueprint("home", __name__)


@bp.get("/")
@allow(anyone, opens_file=True)
def start() -> Response:
    """What do I do now: for each role its own answer."""
    return page("home/start.html", starts=facts(actor()))


@bp.get("/healthz")
@allow(anyone)
def health() -> tuple[str, int]:
    """200 when database and index are usable, else 503: for whatever watches over the portal."""
    ailing = ailment()
    return (ailing, 503) if ailing else ("ok", 200)


@bp.post("/language")
@allow(anyone)
def set_language() -> BaseResponse:
    """Change the language and stay on the page."""
    chosen = request.form.get("lang")
    if chosen in LANGUAGES:
        session["language"] = chosen
    return to(safe_next(request.form.get("next")))
