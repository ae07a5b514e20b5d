"""Signing in and out. The cookie holds a token; what it stands for is a row on the server."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

import pyotp
from sqlalchemy import ColumnElement, or_, select, update

from portal import clock
from portal.access import PRIVILEGED, STAFF, Actor, Held, Role, roles_on
from portal.accounts.models import Post, SignIn, User
from portal.accounts.service import passwords, tries
from portal.db import afterwards, session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.text import fold
from portal.vault import current

MEMBER_IDLE, MEMBER_LONGEST = timedelta(minutes=15), timedelta(hours=8)
STAFF_IDLE, STAFF_LONGEST = timedelta(minutes=30), timedelta(hours=12)
TOUCH_EVERY = timedelta(minutes=1)
STEP = 30  # seconds that one code of the second factor lasts


@dataclass(frozen=True)
class SignedIn:
    """A session in force: the actor, and what every page says of the person."""

    actor: Actor
    name: str
    language: str
    has_second_factor: bool

    @property
    def privileged(self) -> bool:
        """Holds a post that asks for a second factor."""
        return self.actor.has(*PRIVILEGED)


def check_password(login: str, password: str, address: str) -> User:
    """The user whose login and password these are, with a post on this site; anything else
    answers alike, be it unknown, wrong, disabled, or of the other site."""
    name = fold(login).replace(" ", "")
    keys = {"account": name, "address": address, "overall": ""}
    tries.check(keys)
    user = session().scalar(select(User).where(User.login == name))
    known = passwords.matches(user.password_hash if user else None, password)
    if user is None or not known or user.disabled_at is not None or not posts_in_force(user.id):
        tries.failed(keys)
        raise RuleBroken(_("Tên đăng nhập hoặc mật khẩu không đúng."))
    if user.second_factor_sealed is None:
        tries.forget("account", name)
    return user


def check_second_factor(user_pid: str, code: str, address: str) -> User:
    """The user, if `code` is the present one of their second factor; each code works once."""
    user = session().scalars(select(User).where(User.pid == user_pid)).one()
    keys = {"account": user.login, "address": address, "overall": ""}
    tries.check(keys)
    step = matching_step(user.second_factor, code, after=user.second_factor_step)
    if step is None:
        tries.failed(keys)
        raise RuleBroken(_("Mã không đúng hoặc đã dùng."), field="code")
    user.second_factor_step = step
    tries.forget("account", user.login)
    return user


def matching_step(secret: str, code: str, *, after: int) -> int | None:
    """The time step at which `code` is right, one step early or late allowed; None if used."""
    now = int(clock.now().timestamp()) // STEP
    totp = pyotp.TOTP(secret)
    for step in (now - 1, now, now + 1):
        if step > after and secrets.compare_digest(totp.at(step * STEP).encode(), code.encode()):
            return step
    return None


def start(user: User) -> str:
    """Start a session on the server; the token goes into the cookie and is kept as a hash only."""
    token = secrets.token_urlsafe(32)
    moment = clock.now()
    session().add(
        SignIn(user_id=user.id, token_hash=_hash(token), started_at=moment, seen_at=moment)
    )
    session().flush()
    return token


def find_signed_in(token: str) -> SignedIn | None:
    """What the cookie's token stands for now; None once it ended, idled or grew too old."""
    row = (
        session()
        .execute(
            select(SignIn.id, SignIn.started_at, SignIn.seen_at, User)
            .join(User, User.id == SignIn.user_id)
            .where(SignIn.token_hash == _hash(token))
            .where(SignIn.ended_at.is_(None), User.disabled_at.is_(None))
        )
        .one_or_none()
    )
    if row is None:
        return None
    user = row.User
    actor = Actor(user.pid, posts_in_force(user.id))
    idle, longest = _limits(actor)
    moment = clock.now()
    if moment - row.seen_at > idle or moment - row.started_at > longest:
        return None
    if moment - row.seen_at > TOUCH_EVERY:
        afterwards(lambda: _touch(row.id))
    return SignedIn(actor, user.name, user.language, user.second_factor_sealed is not None)


def sign_out(token: str) -> None:
    """End one session."""
    _end(SignIn.token_hash == _hash(token))


def sign_out_everywhere(user_id: int) -> None:
    """End every session of a user: asked for, disabled, or a post changed."""
    _end(SignIn.user_id == user_id)


def posts_in_force(user_id: int) -> tuple[Held, ...]:
    """The posts that hold today, of the roles that this site knows."""
    day = clock.today()
    query = (
        select(Post.role, Post.scope)
        .where(Post.user_id == user_id, Post.from_on <= day)
        .where(Post.role.in_(roles_on(session().info["site"])))
        .where(or_(Post.to_on.is_(None), Post.to_on >= day))
        .order_by(Post.id)
    )
    return tuple(Held(Role(role), scope) for role, scope in session().execute(query))


def _limits(actor: Actor) -> tuple[timedelta, timedelta]:
    if actor.has(Role.MEMBER) and not actor.has(*STAFF):
        return MEMBER_IDLE, MEMBER_LONGEST
    return STAFF_IDLE, STAFF_LONGEST


def _touch(sign_in_id: int) -> None:
    session().execute(update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=clock.now()))


def _end(which: ColumnElement[bool]) -> None:
    session().execute(
        update(SignIn).where(which, SignIn.ended_at.is_(None)).values(ended_at=clock.now())
    )


def _hash(token: str) -> bytes:
    return current().keyed_hash("session", token)
