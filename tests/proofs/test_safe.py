"""A GET changes nothing, other harmless methods neither, and nothing is done without a token."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal import access
from tests.proofs.addresses import own
from tests.proofs.people import EVERYONE, VISITOR, client_of
from tests.proofs.walks import Walks, state

UNKNOWN_HERE = ("PUT", "PATCH", "DELETE")


@pytest.mark.parametrize("login", EVERYONE)
def test_a_get_changes_nothing_but_audit_tries_and_session_times(walks: Walks, login: str) -> None:
    assert walks["all", login].changed == set()


def _addresses(app: Flask, method: str) -> list[tuple[str, str]]:
    """Every address with the method, and someone who may use it."""
    with app.extensions["installation"].transaction(writes=False):
        rules = [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]
        return [(own(rule.rule), _who_may(app, rule.endpoint)) for rule in rules]


def _who_may(app: Flask, endpoint: str) -> str:
    allowed = list(access.roles_for(access.rule_of(app, endpoint) or access.anyone))
    return next((name for name in allowed if name != VISITOR), VISITOR)


@pytest.fixture
def clients(province_site: Flask) -> dict[str, FlaskClient]:
    """A browser for everyone."""
    return {login: client_of(province_site, login) for login in EVERYONE}


@pytest.fixture
def unchanged(province_site: Flask) -> Iterator[None]:
    """Whatever the test sends, the tables stay as they are."""
    engine = province_site.extensions["installation"].engine
    before = state(engine)
    yield
    assert state(engine) == before


@pytest.mark.usefixtures("unchanged")
def test_nothing_is_done_without_a_token(
    province_site: Flask, clients: dict[str, FlaskClient]
) -> None:
    province_site.config["WTF_CSRF_ENABLED"] = True
    asked = _addresses(province_site, "POST")
    found = {address: clients[who].post(address).status_code for address, who in asked}
    assert {address: status for address, status in found.items() if status != 400} == {}


@pytest.mark.usefixtures("unchanged")
def test_a_head_answers_as_a_get_without_its_body(
    province_site: Flask, clients: dict[str, FlaskClient]
) -> None:
    for address, who in _addresses(province_site, "GET"):
        answer = clients[who].head(address)
        assert answer.status_code == clients[who].get(address).status_code, address
        assert answer.data == b"", address


@pytest.mark.usefixtures("unchanged")
def test_methods_that_nothing_answers_to_are_refused(
    province_site: Flask, clients: dict[str, FlaskClient]
) -> None:
    for address, who in {*_addresses(province_site, "GET"), *_addresses(province_site, "POST")}:
        statuses = {method: clients[who].open(address, method=method) for method in UNKNOWN_HERE}
        assert {answer.status_code for answer in statuses.values()} == {405}, address
        assert clients[who].options(address).status_code == 200, address
