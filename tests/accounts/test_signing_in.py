"""Signing in: the right password opens, anything else tells nothing."""

import pytest
from sqlalchemy import Engine, select

from portal import clock
from portal.accounts.models import Post, SignIn, Tries, User
from portal.accounts.service import passwords
from portal.db import session, transaction
from portal.installation import Installation
from tests.pages import PASSWORD, Visitor


@pytest.fixture(autouse=True)
def officer(installation: Installation) -> None:
    """An officer of the province, who can sign in."""
    with installation.transaction(writes=True) as work:
        user = User(
            login="officer",
            name="Bà Hạnh",
            password_hash=passwords.hashed(PASSWORD),
            created_at=clock.now(),
        )
        work.add(user)
        work.flush()
        work.add(Post(user_id=user.id, role="officer", scope="75", from_on=clock.today()))


def test_the_right_password_opens_the_start_page(visitor: Visitor) -> None:
    assert "Đăng xuất" in visitor.sign_in("officer")


def test_wrong_password_and_unknown_login_answer_alike(visitor: Visitor) -> None:
    wrong = visitor.get("/login").submit(login="officer", password="wrong", status=422)
    unknown = visitor.get("/login").submit(login="nobody", password="wrong", status=422)
    assert len(wrong.text) - len("officer") == len(unknown.text) - len("nobody")
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in wrong


def test_after_five_wrong_tries_even_the_right_password_waits(visitor: Visitor) -> None:
    for _ in range(5):
        visitor.get("/login").submit(login="officer", password="wrong", status=422)
    page = visitor.get("/login").submit(login="officer", password=PASSWORD, status=429)
    assert "thử lại sau" in page


def test_tries_are_counted_though_the_request_is_rolled_back(
    visitor: Visitor, engine: Engine
) -> None:
    visitor.get("/login").submit(login="officer", password="wrong", status=422)
    with transaction(engine, immediate=False):
        assert session().scalars(select(Tries.failed)).all() == [1, 1, 1]


def test_signing_out_ends_the_session_on_the_server(visitor: Visitor, engine: Engine) -> None:
    visitor.sign_in("officer").submit("Đăng xuất")
    assert "Đăng xuất" not in visitor.get("/")
    with transaction(engine, immediate=False):
        assert session().scalars(select(SignIn.ended_at)).one() is not None


def test_next_never_leads_to_another_site(visitor: Visitor) -> None:
    page = visitor.get("/login?next=//evil.example").submit(login="officer", password=PASSWORD)
    assert page.path == "/"
