"""Cards and links: a code works once and in time; wrong, used and expired answer alike."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.accounts.models import OneTimeCode, Post, SignIn, User
from portal.accounts.service import cards, signing_in
from portal.accounts.service.staff import add_user
from portal.errors import NotFound, PortalError, RuleBroken
from portal.home import scopes  # noqa: F401 - says what a post may be for
from tests.people import commune
from tests.people.commune import Commune, actor

PIN, PASSWORD = "482915", "bon con meo den"


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


def refused(login: str, code: str) -> str:
    with pytest.raises(RuleBroken) as refusal:
        cards.redeem_card(login, code, PIN, "10.0.0.1")
    return refusal.value.message


def test_a_card_makes_a_nameless_user_with_a_neutral_login(work: Session, settled: Commune) -> None:
    login, code = cards.issue_card(actor(work, "coordinator"), settled.binh)
    assert login.isdigit()
    assert len(login) == 8
    user = cards.redeem_card(login, f"{code[:5]} {code[5:]}", PIN, "10.0.0.1")
    assert (user.name, user.email) == ("", "")
    assert signing_in.check_password(login, PIN, "10.0.0.1") is user
    post = work.scalars(select(Post).where(Post.user_id == user.id)).one()
    assert (post.role, post.scope) == (Role.MEMBER, settled.binh)


def test_wrong_used_and_expired_answer_alike(work: Session, settled: Commune) -> None:
    login, code = cards.issue_card(actor(work, "coordinator"), settled.binh)
    wrong = refused(login, "0000000000")
    unknown = refused("00000000", code)
    work.scalars(select(OneTimeCode)).one().expires_at = clock.now() - timedelta(seconds=1)
    work.flush()
    expired = refused(login, code)
    login, code = cards.issue_card(actor(work, "coordinator"), settled.binh)
    cards.redeem_card(login, code, PIN, "10.0.0.1")
    assert {wrong, unknown, expired} == {refused(login, code)}


def test_a_new_card_keeps_the_login_and_ends_all_that_was(work: Session, settled: Commune) -> None:
    by = actor(work, "coordinator")
    login, first = cards.issue_card(by, settled.binh)
    again, second = cards.issue_card(by, settled.binh)
    assert again == login
    refused(login, first)
    user = cards.redeem_card(login, second, PIN, "10.0.0.1")
    signing_in.start(user)
    cards.issue_card(by, settled.binh)
    assert user.password_hash is None
    assert work.scalars(select(SignIn.ended_at)).one() is not None


@pytest.mark.parametrize("pin", ["12345", "111111", "123456", "987654", "abcdef", "１２３４５６"])
def test_a_pin_easy_to_guess_is_refused(work: Session, settled: Commune, pin: str) -> None:
    login, code = cards.issue_card(actor(work, "coordinator"), settled.binh)
    with pytest.raises(RuleBroken):
        cards.redeem_card(login, code, pin, "10.0.0.1")


def test_a_link_sets_a_password_once(work: Session, settled: Commune) -> None:
    user = work.scalars(select(User).where(User.login == "officer")).one()
    code = cards.issue_link(actor(work, "admin"), user.pid)
    assert cards.redeem_link(code, PASSWORD, "10.0.0.1") is user
    with pytest.raises(RuleBroken):
        cards.redeem_link(code, PASSWORD, "10.0.0.1")


def test_no_link_opens_a_members_account(work: Session, settled: Commune) -> None:
    user = work.scalars(select(User).where(User.login == "member")).one()
    with pytest.raises(RuleBroken):
        cards.issue_link(actor(work, "admin"), user.pid)
    with pytest.raises(NotFound):
        cards.issue_link(actor(work, "officer"), user.pid)


def test_the_command_line_adds_staff_and_names_the_link(work: Session) -> None:
    path = add_user("hanh.nguyen", name="Bà Hạnh", role="officer", scope="75")
    user = cards.redeem_link(path.removeprefix("/link/"), PASSWORD, "")
    assert user.login == "hanh.nguyen"
    with pytest.raises(PortalError):
        add_user("tam", name="Ông Tâm", role="case_officer", scope="75")
