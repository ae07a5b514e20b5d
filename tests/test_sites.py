"""Two sites from one code base: each knows only its own rooms and people."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from portal import clock
from portal.access import Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.app import create_app
from portal.config import Settings
from portal.db import session
from portal.installation import open_installation
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Visitor

pytestmark = on_sqlite

OUTSIDE = {"employer", "provider"}
ROOMS_OF_MEMBERS = ("/me", "/clubs", "/clients", "/targets", "/meetings", "/members")


def _visitor(settings: Settings, engine: Engine, site: str) -> Visitor:
    installation = open_installation(replace(settings, site=site), engine)
    installation.search.rebuild({})
    with installation.transaction(writes=True):
        _add_everyone()
    app = create_app(installation)
    app.testing = True
    return Visitor(app)


def _add_everyone() -> None:
    kept = passwords.hashed(PASSWORD)
    for role in Role:
        user = User(login=role.value, password_hash=kept, created_at=clock.now())
        session().add(user)
        session().flush()
        scope = "" if role is Role.ADMIN else "75"
        session().add(Post(user_id=user.id, role=role, scope=scope, from_on=clock.today()))


@pytest.fixture(params=["public", "inside"])
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each site in turn."""
    yield request.param
    clock.fix(None)


def test_each_site_lets_in_its_own_people_only(
    settings: Settings, engine: Engine, site: str
) -> None:
    visitor = _visitor(settings, engine, site)
    for role in Role:
        own = (role in OUTSIDE) == (site == "public")
        visitor.client.delete_cookie(f"portal_{site}")
        form = visitor.get("/login")._form("")
        sent = {field.get("name"): field.get("value", "") for field in form.iter("input")}
        answer = visitor.client.post("/login", data=sent | {"login": role, "password": PASSWORD})
        assert answer.status_code == (303 if own else 422), role


def test_the_public_site_has_no_room_of_members(settings: Settings, engine: Engine) -> None:
    visitor = _visitor(settings, engine, "public")
    addresses = [rule.rule for rule in visitor.app.url_map.iter_rules()]
    assert not [address for address in addresses if address.startswith(ROOMS_OF_MEMBERS)]
    assert visitor.get("/jobs").answer.status_code == 200


def test_the_inside_site_has_no_room_of_employers(settings: Settings, engine: Engine) -> None:
    visitor = _visitor(settings, engine, "inside")
    endpoints = {rule.endpoint for rule in visitor.app.url_map.iter_rules()}
    assert "jobs.own_vacancies" not in endpoints
    assert {"clubs.open_clubs", "matching.offers", "targets.board"} <= endpoints


def test_the_open_figures_of_an_empty_portal_say_that_there_are_none(visitor: Visitor) -> None:
    assert "Chưa có năm nào được công bố." in visitor.get("/figures")
