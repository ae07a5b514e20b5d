"""Posts: a role at a scope from a day to a day. A changed post ends the user's sessions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.accounts.models import Post, User
from portal.accounts.service.signing_in import sign_out_everywhere
from portal.accounts.service.users import get_user, is_member
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _


@dataclass(frozen=True)
class ScopeKind:
    """What the scope of a role may be.

    `find` gives the scope that a typed code or name means, or None, and where several may be
    meant it names them; `name` says it in words.
    """

    find: Callable[[str], str | None]
    name: Callable[[str], str]


SCOPES: dict[Role, ScopeKind] = {}
"""Filled from above (`home.scopes`): accounts stand below clubs and organisations. A role that is
missing here, the member's, is given by no administrator."""


@dataclass(frozen=True)
class Held:
    """A post of a user, in words."""

    pid: str
    role: Role
    scope: str
    from_on: date
    to_on: date | None


def list_posts(actor: Actor, user_pid: str) -> list[Held]:
    """The posts of a user, newest first; a member's is not shown, for it names the person."""
    user = get_user(actor, user_pid)
    rows = session().scalars(
        select(Post)
        .where(Post.user_id == user.id, Post.role != Role.MEMBER)
        .order_by(Post.from_on.desc(), Post.id.desc())
    )
    return [Held(post.pid, Role(post.role), _name(post), post.from_on, post.to_on) for post in rows]


def give_post(
    actor: Actor,
    user_pid: str,
    *,
    role: str,
    scope: str,
    from_on: date,
    to_on: date | None = None,
) -> Post:
    """Give a user a role at a scope; never to a member's user, nor the role of a member."""
    user = get_user(actor, user_pid)
    if Role(role) not in SCOPES or is_member(user):
        raise RuleBroken(_("Vai trò này không giao được cho tài khoản này."), field="role")
    found = SCOPES[Role(role)].find(scope.strip())
    if found is None:
        raise RuleBroken(_("Không tìm thấy nơi này. Mời gõ đúng tên hoặc mã."), field="scope")
    if to_on and to_on < from_on:
        message = _("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
        raise RuleBroken(message, field="to_on")
    post = Post(user_id=user.id, role=role, scope=found, from_on=from_on, to_on=to_on)
    session().add(post)
    session().flush()
    audit.record(actor, "give_post", f"post/{post.pid}")
    sign_out_everywhere(user.id)
    return post


def end_post(actor: Actor, pid: str) -> None:
    """The post is over as from now, and so are the user's sessions."""
    if not actor.has(Role.ADMIN):
        raise NotFound
    post = session().scalar(select(Post).where(Post.pid == pid, Post.role != Role.MEMBER))
    if post is None:
        raise NotFound
    user = session().get_one(User, post.user_id)
    if user.pid == actor.user and post.role == Role.ADMIN:
        raise RuleBroken(_("Không thể tự thôi vai trò quản trị của mình."))
    _end(post)
    audit.record(actor, "end_post", f"post/{pid}")


def end_posts(role: str, scope: str) -> None:
    """Every post of a role at a scope is over: the organisation was refused or dissolved."""
    rows = session().scalars(
        select(Post)
        .where(Post.role == role, Post.scope == scope)
        .where(or_(Post.to_on.is_(None), Post.to_on >= clock.today()))
    )
    for post in list(rows):
        _end(post)


def _end(post: Post) -> None:
    """Yesterday was its last day; a post that had not begun by then is taken away whole."""
    yesterday = clock.today() - timedelta(days=1)
    sign_out_everywhere(post.user_id)
    if post.from_on > yesterday:
        session().delete(post)
    elif post.to_on is None or post.to_on > yesterday:
        post.to_on = yesterday


def _name(post: Post) -> str:
    kind = SCOPES.get(Role(post.role))
    return kind.name(post.scope) if kind else ""
