"""Users and posts: kept by the administrator, who sees no member."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Post, SignIn, User
from portal.accounts.service import posts, signing_in, users
from portal.errors import NotFound, RuleBroken
from portal.home import scopes  # noqa: F401 - says what a post may be for
from tests.people import commune
from tests.people.commune import HO_NAI, Commune, actor

DAY = date(2026, 11, 21)


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


def made(work: Session, login: str) -> User:
    return work.scalars(select(User).where(User.login == login)).one()


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        ("member", "anyone"),
        ("case_officer", "75"),
        ("officer", "99999"),
        ("coordinator", "no club"),
        ("admin", "75"),
    ],
)
def test_a_post_needs_a_scope_of_its_kind(
    work: Session, settled: Commune, role: str, scope: str
) -> None:
    with pytest.raises(RuleBroken):
        posts.give_post(
            actor(work, "admin"), made(work, "officer").pid, role=role, scope=scope, from_on=DAY
        )


def test_a_club_is_found_by_its_code(work: Session, settled: Commune) -> None:
    user = made(work, "officer")
    post = posts.give_post(
        actor(work, "admin"), user.pid, role="coordinator", scope=settled.club, from_on=DAY
    )
    assert post.scope == settled.club
    held = posts.list_posts(actor(work, "admin"), user.pid)
    assert [(h.role, h.scope) for h in held] == [
        ("coordinator", "Câu lạc bộ Hố Nai"),
        ("officer", "Thành phố Đồng Nai"),
    ]


@pytest.mark.parametrize(
    ("role", "typed", "meant"),
    [
        ("officer", "Đồng Nai", "75"),
        ("officer", "thanh pho dong nai", "75"),
        ("case_officer", "Phường Hố Nai", HO_NAI),
        ("case_officer", "ho nai", HO_NAI),
        ("coordinator", "câu lạc bộ hố nai", "club"),
        ("coordinator", "ho nai", "club"),
    ],
)
def test_a_scope_is_found_by_its_name(
    work: Session, settled: Commune, role: str, typed: str, meant: str
) -> None:
    user = made(work, "officer")
    post = posts.give_post(actor(work, "admin"), user.pid, role=role, scope=typed, from_on=DAY)
    assert post.scope == (settled.club if meant == "club" else meant)


def test_no_post_is_given_to_a_members_user(work: Session, settled: Commune) -> None:
    with pytest.raises(RuleBroken):
        posts.give_post(
            actor(work, "admin"), made(work, "member").pid, role="admin", scope="", from_on=DAY
        )


def test_a_changed_post_ends_the_sessions(work: Session, settled: Commune) -> None:
    user = made(work, "case_officer")
    signing_in.start(user)
    post = work.scalars(select(Post).where(Post.user_id == user.id)).one()
    posts.end_post(actor(work, "admin"), post.pid)
    assert post.to_on == date(2026, 11, 20)
    assert work.scalars(select(SignIn.ended_at)).one() is not None


def test_all_posts_of_an_organisation_end_at_once(work: Session, settled: Commune) -> None:
    new = posts.give_post(
        actor(work, "admin"),
        made(work, "officer").pid,
        role="case_officer",
        scope=HO_NAI,
        from_on=DAY,
    )
    posts.end_posts("case_officer", HO_NAI)
    work.flush()
    assert work.get(Post, new.id) is None
    assert actor(work, "neighbour").posts
    left = work.scalars(select(Post).where(Post.role == "case_officer", Post.scope == HO_NAI))
    assert [post.to_on for post in left] == [date(2026, 11, 20)]


def test_only_an_administrator_reaches_other_users(work: Session, settled: Commune) -> None:
    for login in ("officer", "case_officer", "coordinator", "member"):
        with pytest.raises(NotFound):
            users.disable_user(actor(work, login), made(work, "admin").pid)
    post = work.scalars(select(Post).limit(1)).one()
    with pytest.raises(NotFound):
        posts.end_post(actor(work, "officer"), post.pid)


def test_an_administrator_cannot_lock_themselves_out(work: Session, settled: Commune) -> None:
    admin = actor(work, "admin")
    with pytest.raises(RuleBroken):
        users.disable_user(admin, made(work, "admin").pid)


def test_disabling_ends_sessions_and_signing_in(work: Session, settled: Commune) -> None:
    user = made(work, "officer")
    token = signing_in.start(user)
    users.disable_user(actor(work, "admin"), user.pid)
    work.flush()
    assert signing_in.find_signed_in(token) is None
    users.enable_user(actor(work, "admin"), user.pid)
    assert signing_in.find_signed_in(token) is None


@pytest.mark.parametrize("login", ["", "ab", "có dấu cách!", "a" * 41])
def test_a_login_is_plain(work: Session, settled: Commune, login: str) -> None:
    with pytest.raises(RuleBroken):
        users.create_user(actor(work, "admin"), login=login, name="–")
