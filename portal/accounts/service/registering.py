"""Registering oneself: an organisation's first user, with a post at it from today."""

from portal import clock
from portal.access import Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords, tries
from portal.accounts.service.users import new_login
from portal.db import session


def register(
    *, login: str, password: str, name: str, email: str, role: Role, scope: str, address: str
) -> User:
    """A user who holds one post.

    Counted by the address it comes from: after five registrations it waits, as for sign-in.
    """
    key = {"account": f"register from {address}"}  # no login: those hold no space
    tries.check(key)
    passwords.check_password(password)
    user = User(
        login=new_login(login),
        name=name,
        email=email,
        password_hash=passwords.hashed(password),
        created_at=clock.now(),
    )
    session().add(user)
    session().flush()
    session().add(Post(user_id=user.id, role=role, scope=scope, from_on=clock.today()))
    session().flush()
    tries.failed(key)
    return user
