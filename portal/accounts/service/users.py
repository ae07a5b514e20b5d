"""Users: made, named, disabled. A member's user has a login and nothing else."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.accounts.models import Post, User
from portal.accounts.service.signing_in import sign_out_everywhere
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.paging import Page, paged
from portal.text import fold

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


def visible_users(actor: Actor) -> Select[User]:
    """An administrator sees every user, anyone else their own."""
    everyone = select(User)
    return everyone if actor.has(Role.ADMIN) else everyone.where(User.pid == (actor.user or ""))


def get_user(actor: Actor, pid: str) -> User:
    """A user within the actor's reach."""
    user = session().scalar(visible_users(actor).where(User.pid == pid))
    if user is None:
        raise NotFound
    return user


def own_user(actor: Actor) -> User:
    """The actor's own user."""
    return get_user(actor, actor.user or "")


def is_member(user: User) -> bool:
    """Whether the user is, or was, a member's."""
    held = select(Post.id).where(Post.user_id == user.id, Post.role == Role.MEMBER)
    return session().scalar(held.limit(1)) is not None


@dataclass(frozen=True)
class Listed:
    """A line of the list: of a member's user the login alone."""

    pid: str
    login: str
    name: str
    is_member: bool
    disabled: bool
    roles: list[Role]


def list_users(actor: Actor, number: int, *, text: str = "", members: bool = False) -> Page[Listed]:
    """Staff and organisations, or members' accounts, by login."""
    query = visible_users(actor).where(_of_member() if members else ~_of_member())
    if text:
        part = fold(text)
        query = query.where(User.login.contains(part, autoescape=True))
    found = paged(query.order_by(User.login), number)
    roles = _roles_today([user.id for user in found.rows])
    rows = [
        Listed(
            user.pid,
            user.login,
            "" if members else user.name,
            members,
            user.disabled_at is not None,
            roles.get(user.id, []),
        )
        for user in found.rows
    ]
    return Page(rows, found.number, found.total, found.size)


def count_users(actor: Actor) -> dict[str, int]:
    """How many users can sign in, are disabled, and are members': figures, no names."""
    rows = session().execute(
        visible_users(actor).with_only_columns(User.disabled_at, _of_member().label("member"))
    )
    standing = [(row.disabled_at is None, row.member) for row in rows]
    return {
        "staff": standing.count((True, False)),
        "members": standing.count((True, True)),
        "disabled": sum(not enabled for enabled, _member in standing),
    }


def create_user(actor: Actor, *, login: str, name: str, email: str = "") -> User:
    """Make a user who cannot sign in yet: a one-time link lets them set a password."""
    user = User(login=new_login(login), name=name, email=email, created_at=clock.now())
    session().add(user)
    session().flush()
    audit.record(actor, "create_user", f"user/{user.pid}")
    return user


def new_login(typed: str) -> str:
    """A login as it is kept: without marks, spaces and capitals, of 3 to 40 plain characters.

    One that somebody has is refused by the database, on the field `login`.
    """
    plain = fold(typed).replace(" ", "")
    if not LOGIN.fullmatch(plain):
        message = _("Tên đăng nhập có 3 đến 40 chữ thường, số, dấu chấm hoặc gạch.")
        raise RuleBroken(message, field="login")
    return plain


def disable_user(actor: Actor, pid: str) -> None:
    """The user can sign in no more, and every session of theirs ends now."""
    user = get_user(actor, pid)
    if user.pid == actor.user:
        raise RuleBroken(_("Không thể tự khóa tài khoản của mình."))
    user.disabled_at = clock.now()
    sign_out_everywhere(user.id)
    audit.record(actor, "disable_user", f"user/{pid}")


def enable_user(actor: Actor, pid: str) -> None:
    """The user can sign in again."""
    get_user(actor, pid).disabled_at = None
    audit.record(actor, "enable_user", f"user/{pid}")


def _of_member() -> ColumnElement[bool]:
    return User.id.in_(select(Post.user_id).where(Post.role == Role.MEMBER))


def _roles_today(user_ids: list[int]) -> dict[int, list[Role]]:
    day: date = clock.today()
    rows = session().execute(
        select(Post.user_id, Post.role)
        .where(Post.user_id.in_(user_ids), Post.from_on <= day)
        .where((Post.to_on.is_(None)) | (Post.to_on >= day))
        .order_by(Post.id)
    )
    roles: dict[int, list[Role]] = {}
    for user_id, role in rows:
        roles.setdefault(user_id, []).append(Role(role))
    return roles
