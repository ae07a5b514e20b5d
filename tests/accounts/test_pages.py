"""Pages of the administrator, of one's own account, and of the first use of a card."""

import re
from dataclasses import replace

import pyotp
import pytest
from flask import Flask
from sqlalchemy import Engine

from portal import clock
from portal.accounts.service import cards
from portal.app import create_app
from portal.config import Settings
from portal.db import transaction
from portal.installation import open_installation
from portal.vault import Vault
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Visitor
from tests.people import commune
from tests.people.commune import Commune, actor

pytestmark = on_sqlite
NEW = "bon con meo den tren mai"


@pytest.fixture
def living(engine: Engine, settings: Settings) -> Commune:
    """The commune, committed."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}) as work:
        return commune.settle(work)


@pytest.fixture
def admin(living: Commune, visitor: Visitor) -> Visitor:
    """The administrator, signed in."""
    visitor.sign_in("admin")
    return visitor


def test_no_page_of_the_administrator_shows_a_member(admin: Visitor, living: Commune) -> None:
    members = admin.get("/users?members=1")
    page = members.follow("member")
    assert "Tài khoản thành viên member" in page
    for shown in (admin.get("/"), admin.get("/users"), members, page):
        for secret in ("Nguyễn", "0912", living.an, "Nhóm Sáng"):
            assert secret not in shown.text


def test_the_administrator_makes_a_user_who_signs_in(admin: Visitor, app: Flask) -> None:
    page = admin.get("/users/new").submit("Tạo tài khoản", login="Hạnh.Nguyen", name="Bà Hạnh")
    form = page.follow("Giao vai trò")
    refused = form.submit("Giao", status=422, role="coordinator", scope="Không có")
    assert "Mời gõ đúng tên hoặc mã." in refused
    page = form.submit("Giao", role="officer", scope="dong nai", form_id="another")
    assert "cán bộ chương trình" in page
    page = page.submit("Tạo đường dẫn")
    path = re.search(r"/link/[\w-]+", page.text)
    assert path
    newcomer = Visitor(app)
    form = newcomer.get(path[0])
    assert "ít nhất 15 ký tự" in form.submit("Đặt", status=422, password="short", again="short")
    assert "không giống nhau" in form.submit("Đặt", status=422, password=NEW, again="x")
    form.submit("Đặt", password=NEW, again=NEW, form_id="another")
    assert "Đăng xuất" in newcomer.sign_in("hanh.nguyen", NEW)
    assert "đã dùng hoặc hết hạn" in newcomer.get(path[0]).submit(
        "Đặt", status=422, password=NEW, again=NEW
    )


def test_the_administrator_ends_a_post_and_locks_a_user(admin: Visitor, app: Flask) -> None:
    tam = Visitor(app)
    tam.sign_in("case_officer")
    page = admin.get("/users").follow("case_officer")
    page = page.submit("Kết thúc")
    assert tam.get("/clients").path == "/login"
    assert "Mở lại tài khoản" in page.submit("Khóa tài khoản")
    assert "không đúng" in tam.get("/login").submit(
        login="case_officer", password=PASSWORD, status=422
    )


@pytest.mark.parametrize("login", ["officer", "case_officer", "coordinator", "member"])
def test_nobody_else_has_these_pages(visitor: Visitor, living: Commune, login: str) -> None:
    visitor.sign_in(login)
    for path in ("/users", "/users/new"):
        visitor.get(path, 403)


def test_a_card_is_used_once(
    visitor: Visitor, living: Commune, engine: Engine, settings: Settings
) -> None:
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}) as work:
        login, code = cards.issue_card(actor(work, "coordinator"), living.binh)
    card = {"login": login, "code": code, "password": "482915", "again": "482915"}
    form = visitor.get("/login").follow("Dùng thẻ lần đầu")
    assert "Mã không đúng" in form.submit(status=422, **{**card, "code": "1"})
    assert "Đăng xuất" in form.submit(**card, form_id="another")
    assert "Mã không đúng" in Visitor(visitor.app).get("/card").submit(status=422, **card)


def test_a_password_is_changed_with_the_present_one(visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("officer")
    other = Visitor(visitor.app)
    other.sign_in("officer")
    form = visitor.get("/account").follow("Sửa")
    new = {"password": NEW, "again": NEW}
    assert "hiện nay không đúng" in form.submit("Đổi", status=422, present="wrong", **new)
    assert "Đã đổi." in form.submit("Đổi", present=PASSWORD, **new, form_id="another")
    assert other.get("/account").path == "/login"


def test_signing_out_everywhere_ends_this_session_too(visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("member")
    assert visitor.get("/account").submit("Đăng xuất ở mọi máy").path == "/login"
    assert visitor.get("/account").path == "/login"


def test_whoever_needs_a_second_factor_sets_it_up_first(
    engine: Engine, settings: Settings, living: Commune
) -> None:
    app = create_app(open_installation(replace(settings, second_factor=True), engine))
    app.testing = True
    visitor = Visitor(app)
    page = visitor.sign_in("officer")
    assert page.path == "/account/second-factor"
    secret = "".join("".join(e.itertext()) for e in page.all("code"))
    typed = {"present": PASSWORD, "code": pyotp.TOTP(secret).at(clock.now())}
    assert "Mã không đúng" in page.submit("Bật", status=422, **{**typed, "code": "000000"})
    page.submit("Bật", **typed, form_id="another")
    assert visitor.get("/").path == "/"
    again = Visitor(app)
    assert again.sign_in("officer").path == "/second-factor"


def test_the_public_site_knows_no_cards(engine: Engine, settings: Settings) -> None:
    app = create_app(open_installation(replace(settings, site="public"), engine))
    app.testing = True
    visitor = Visitor(app)
    assert "thẻ" not in visitor.get("/login")
    visitor.get("/card", 404)
    visitor.get("/clients", 404)
