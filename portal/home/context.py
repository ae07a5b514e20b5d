"""What every page knows: the site's name, the language, the actor and where they can go."""

from collections.abc import Callable
from typing import Any

from flask import Flask, g

from portal import access, contact, i18n
from portal.accounts.labels import ROLE_LABELS
from portal.config import Settings
from portal.home.navigation import grouped, links
from portal.web import actor, page_href

LEAVE_QUICKLY = "https://www.google.com.vn/"  # an everyday page, for whoever must look harmless


def init_app(app: Flask, settings: Settings) -> None:
    """Give it to all templates; rules of `access` are there to be asked as well."""

    @app.context_processor
    def _everywhere() -> dict[str, Any]:
        person, nav = g.get("person"), links(app, actor())
        return {
            "site_name": settings.site_name,
            "site": settings.site,
            "demo_mode": settings.demo,
            "demo_day": i18n.day(settings.today) if settings.today else None,
            "lang": i18n.current_language(),
            "actor": actor() if actor().user else None,
            "person_name": person.name if person else "",
            "role_name": ", ".join(
                str(name) for role, name in ROLE_LABELS.items() if actor().has(role)
            ),
            "nav": nav,
            "nav_groups": grouped(nav),
            "leave_quickly_href": LEAVE_QUICKLY,
            "layout": _layout(actor()),
        }

    app.jinja_env.filters.update(phone=contact.phone_in_words, dialled=contact.dialled)
    app.jinja_env.globals.update(may=access, page_href=page_href, may_open=_may_open(app))


def _layout(asking: access.Actor) -> str:
    if asking.user is None:
        return "layouts/open.html"
    return "layouts/member.html" if access.member(asking) else "layouts/staff.html"


def _may_open(app: Flask) -> Callable[[str], bool]:
    def may_open(endpoint: str) -> bool:
        """Whether the address stands on this site and lets the actor in."""
        rule = access.rule_of(app, endpoint)
        return rule is not None and rule(actor())

    return may_open
