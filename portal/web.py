"""How a view answers: a page or its fragment, a redirect, and who is asking."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, flash, g, make_response, redirect, render_template, request
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as BaseResponse

from portal.access import VISITOR, Actor

SITES = ("public", "inside")
LAST_PAGE = 1_000_000  # what a database can count to


def actor() -> Actor:
    """Who asks, as known at this request."""
    asking: Actor = g.get("actor", VISITOR)
    return asking


class Doors(BlueprintSetupState):
    """Opens an address only on its own sites: `@bp.get("/providers", sites=("inside",))`."""

    def add_url_rule(self, rule: str, *args: Any, sites: Iterable[str] = SITES, **kw: Any) -> None:
        """Leave out an address that does not stand on this site."""
        if stands_on(self.app, sites):
            super().add_url_rule(rule, *args, **kw)


class Room(Blueprint):
    """A blueprint whose addresses may each stand on fewer sites than the room itself."""

    def __init__(self, name: str, import_name: str, sites: Iterable[str]) -> None:
        super().__init__(name, import_name)
        self.sites = frozenset(sites)

    def make_setup_state(
        self, app: Any, options: dict[str, Any], first_registration: bool = False
    ) -> Doors:
        """What Flask asks for each time the blueprint is registered."""
        return Doors(self, app, options, first_registration)


def stands_on(app: Any, sites: Iterable[str]) -> bool:
    """Whether the application serves one of the sites (PORTAL_SITE)."""
    own = app.config["SETTINGS"].site
    return own == "all" or own in sites


def blueprint(name: str, import_name: str, *, sites: Iterable[str] = SITES) -> Room:
    """A blueprint that stands on the given sites (PORTAL_SITE)."""
    return Room(name, import_name, sites)


def page(
    template: str, *, fragment: str | None = None, status: int = 200, **context: Any
) -> Response:
    """Render a page, or for an htmx request the fragment that the page includes.

    A form in the context that was found wrong makes the status 422.
    """
    form = context.get("form")
    if status == 200 and form is not None and form.errors:
        status = 422
    chosen = fragment if fragment and is_swap() else template
    answer = make_response(render_template(chosen, **context), status)
    if fragment:
        answer.vary.add("HX-Request")
    return answer


def is_swap() -> bool:
    """Whether htmx asks, to swap a fragment into the page that is open.

    When one goes back it asks for the whole page: nothing was kept of it.
    """
    asked = request.headers
    return "HX-Request" in asked and "HX-History-Restore-Request" not in asked


def to(address: str, message: str | None = None) -> BaseResponse:
    """Post-redirect-get, with a message that the next page shows."""
    if message:
        flash(message)
    return redirect(address, 303)


def safe_next(address: str | None) -> str:
    """`address` if it is a path of this site, else the start page."""
    if address and address.startswith("/") and not address.startswith(("//", "/\\")):
        return address
    return "/"


def page_number() -> int:
    """The page of a list that the address asks for."""
    return min(request.args.get("page", 1, type=int), LAST_PAGE)


def page_href(number: int) -> str:
    """The present address at another page of its list."""
    kept = [(key, value) for key, value in request.args.items(multi=True) if key != "page"]
    return f"{request.path}?{urlencode([*kept, ('page', number)])}"
