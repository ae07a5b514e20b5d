"""Registering oneself: an organisation's first user, with a post at it from today."""

from portal import clock
from portal.access import Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.text import fold


def register(*, login: str, password: str, name: str, email: str, role: Role, scope: str) -> User:
    """A user who holds one post; the login is kept without marks, spaces and capitals.

    A login that somebody has is refused by the database, on the field `login`.
    """
    passwords.check_password(password)
    kept = fold(login).replace(" ", "")
    if not kept:
        raise RuleBroken(_("Tên đăng nhập cần có chữ hoặc số."), field="login")
    user = User(
        login=kept,
        name=name,
        email=email,
        password_hash=passwords.hashed(password),
        created_at=clock.now(),
    )
    session().add(user)
    session().flush()
    session().add(Post(user_id=user.id, role=role, scope=scope, from_on=clock.today()))
    session().flush()
    return user
