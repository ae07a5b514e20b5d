"""The edge: what happens around every request, whatever the request is for."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from portal import access, audit, db
from portal.access import Actor, allow, anyone
from portal.accounts.models import Tries
from portal.accounts.service import tries
from portal.app import create_app
from portal.changes import Change, note
from portal.errors import RuleBroken
from portal.forms import Form
from portal.installation import Installation
from portal.web import page, to
from tests.databases import on_sqlite
from tests.pages import Visitor

READER = Actor(user="reader")


@pytest.fixture
def app(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The site with a few addresses more, before it is sealed."""
    monkeypatch.setattr(access, "seal", _add_addresses)
    made = create_app(installation)
    made.testing = True
    return made


def _add_addresses(app: Flask) -> None:
    @app.post("/save")
    @allow(anyone)
    def save() -> Response:
        note("saved", "once")
        return to("/", "Đã lưu.")

    @app.get("/form")
    @allow(anyone)
    def form() -> Response:
        return page("accounts/login.html", form=Form())

    @app.post("/once")
    @allow(anyone)
    def once() -> str:
        return "shown once"

    @app.post("/form")
    @allow(anyone)
    def answer_form() -> str:
        return "kept"

    @app.post("/refused")
    @allow(anyone)
    def refused() -> Response:
        note("saved", "half")
        audit.opened(READER, "client/x", client="x")
        audit.record(READER, "read_list", "class/z")
        audit.record(READER, "add_learner", "class/z")
        tries.failed({"account": "someone"})
        raise RuleBroken("Không được.")

    @app.get("/opened")
    @allow(anyone, opens_file=True)
    def opened() -> str:
        audit.opened(READER, "client/y", client="y")
        return "seen"


def _count(installation: Installation, column: object) -> list[object]:
    with installation.transaction(writes=False):
        return list(db.session().scalars(select(column)))  # type: ignore[call-overload]


def _token(visitor: Visitor) -> dict[str, str]:
    form = visitor.get("/login")._form("")
    return {field.get("name"): field.get("value", "") for field in form.iter("input")}


def test_an_address_without_a_rule_stops_the_start(installation: Installation) -> None:
    app = Flask("bare")
    app.add_url_rule("/open", "open", lambda: "")
    with pytest.raises(access.UnsealedError, match="open"):
        access.seal(app)


def test_a_form_sent_twice_acts_once(visitor: Visitor, installation: Installation) -> None:
    data = _token(visitor)
    visitor.post("/save", data)
    visitor.post("/save", data)
    assert _count(installation, Change.subject) == ["once"]


@on_sqlite
@pytest.mark.parametrize(("address", "seen"), [("/once", "/"), ("/form", "/form")])
def test_a_form_sent_twice_is_led_to_an_address_that_can_be_read(
    visitor: Visitor, address: str, seen: str
) -> None:
    data = _token(visitor)
    assert visitor.client.post(address, data=data).status_code == 200
    again = visitor.client.post(address, data=data)
    assert (again.status_code, again.location) == (303, seen)


@on_sqlite
def test_a_visitor_waits_for_no_writer(visitor: Visitor, installation: Installation) -> None:
    with installation.transaction(writes=True):
        assert visitor.client.get("/").status_code == 200


def test_what_is_refused_leaves_nothing_but_tries_and_readings(
    visitor: Visitor, installation: Installation
) -> None:
    visitor.post("/refused", _token(visitor), status=422)
    assert _count(installation, Change.subject) == []
    assert _count(installation, Tries.failed) == [1]
    assert _count(installation, audit.AuditRow.subject) == ["client/x", "class/z"]


def test_a_reading_is_in_the_audit_when_the_answer_is_there(
    visitor: Visitor, installation: Installation
) -> None:
    visitor.client.get("/opened")
    assert _count(installation, audit.AuditRow.client_pid) == ["y"]


@on_sqlite
def test_an_unsafe_request_without_token_is_refused(visitor: Visitor) -> None:
    visitor.app.config["WTF_CSRF_CHECK_DEFAULT"] = True
    assert visitor.client.post("/save").status_code == 400


@on_sqlite
def test_every_answer_carries_the_policy(visitor: Visitor) -> None:
    for address in ("/", "/login", "/nowhere", "/static/portal.css"):
        headers = visitor.client.get(address).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe-inline" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"


@on_sqlite
@pytest.mark.parametrize(
    ("host", "secure"), [("127.0.0.1:8000", False), ("portal.example", True), ("localhost", False)]
)
def test_cookies_are_secure_but_on_this_machine_itself(
    visitor: Visitor, host: str, secure: bool
) -> None:
    answer = visitor.client.get("/login", headers={"Host": host})
    assert ("Secure" in answer.headers["Set-Cookie"]) is secure


@on_sqlite
def test_the_page_of_an_unknown_address_says_what_to_do(visitor: Visitor) -> None:
    assert "Không tìm thấy" in visitor.get("/nowhere", status=404)


@on_sqlite
def test_the_language_is_kept_and_the_page_too(visitor: Visitor) -> None:
    page = visitor.get("/login").submit("English")
    assert page.path == "/login"
    assert "Not found" in visitor.get("/nowhere", status=404)


def test_the_portal_says_when_its_index_is_missing(
    visitor: Visitor, installation: Installation
) -> None:
    assert visitor.client.get("/healthz").status_code == 503
    installation.search.rebuild({})
    assert visitor.client.get("/healthz").status_code == 200


def test_the_fixed_day_is_the_day_of_the_test(installation: Installation) -> None:
    assert installation.settings.today == date(2026, 11, 21)


@on_sqlite
def test_forms_work_over_tls_though_no_page_sends_a_referrer(visitor: Visitor) -> None:
    page = visitor.get("/login", base_url="https://portal.example")
    form = page._form("")
    data = {field.get("name"): field.get("value", "") for field in form.iter("input")}
    answer = visitor.client.post("/save", data=data, base_url="https://portal.example")
    assert answer.status_code == 303


@on_sqlite
def test_a_trusted_proxy_tells_who_asks_and_that_it_came_by_tls(
    installation: Installation,
) -> None:
    behind = replace(installation.settings, proxies=1)
    client = create_app(replace(installation, settings=behind)).test_client()
    told = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    with client:
        answer = client.get("/login", headers=told)
        assert request.remote_addr == "203.0.113.9"
    assert "Strict-Transport-Security" in answer.headers
