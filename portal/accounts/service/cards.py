"""One-time codes: the card with which a member sets a PIN, the link with which staff a password.

A code works once and not for ever; wrong, used and expired answer alike.
"""

import secrets
from datetime import timedelta

from sqlalchemy import delete, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.accounts.models import OneTimeCode, Post, User
from portal.accounts.service import passwords, tries
from portal.accounts.service.signing_in import sign_out_everywhere
from portal.accounts.service.users import get_user, is_member
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.vault import current

CARD_LASTS = timedelta(days=14)
LINK_LASTS = timedelta(days=2)
LOGIN_DIGITS, CODE_DIGITS = 8, 10


def issue_card(actor: Actor, client_pid: str) -> tuple[str, str]:
    """A login and a one-time code for a member's paper card: the first, or after a lost PIN.

    Who may is known to the caller, who has opened the client. A new card ends the old code, the
    old PIN and every session.
    """
    user = session().scalar(
        select(User)
        .join(Post, Post.user_id == User.id)
        .where(Post.role == Role.MEMBER, Post.scope == client_pid)
    )
    if user is None:
        user = _new_member(client_pid)
    user.password_hash = None
    sign_out_everywhere(user.id)
    code = _digits(CODE_DIGITS)
    _keep_code(user, _card_hash(user.login, code), CARD_LASTS)
    audit.record(actor, "issue_card", f"user/{user.pid}", client=client_pid)
    return user.login, code


def redeem_card(login: str, code: str, pin: str, address: str) -> User:
    """Set the PIN of the member whose card has this login and code."""
    login, code = _only_digits(login), _only_digits(code)
    keys = {"account": login, "address": address, "overall": ""}
    tries.check(keys)
    passwords.check_pin(pin)
    user = _redeem(_card_hash(login, code), keys)
    _set_password(user, pin)
    tries.forget("account", login)
    return user


def issue_link(actor: Actor, user_pid: str) -> str:
    """A one-time code for a member of staff; it is shown once and kept as a hash."""
    user = get_user(actor, user_pid)
    if is_member(user):
        raise RuleBroken(_("Thành viên nhận thẻ mới từ câu lạc bộ, không nhận đường dẫn."))
    code = secrets.token_urlsafe(24)
    _keep_code(user, _link_hash(code), LINK_LASTS)
    audit.record(actor, "issue_link", f"user/{user.pid}")
    return code


def redeem_link(code: str, password: str, address: str) -> User:
    """Set the password of whom the link was made for."""
    keys = {"address": address, "overall": ""}
    tries.check(keys)
    passwords.check_password(password)
    user = _redeem(_link_hash(code), keys)
    _set_password(user, password)
    return user


def _redeem(code_hash: bytes, keys: dict[str, str]) -> User:
    found = (
        session()
        .execute(
            select(OneTimeCode, User)
            .join(User, User.id == OneTimeCode.user_id)
            .where(OneTimeCode.code_hash == code_hash, OneTimeCode.used_at.is_(None))
            .where(OneTimeCode.expires_at > clock.now(), User.disabled_at.is_(None))
            .with_for_update()
        )
        .one_or_none()
    )
    if found is None:
        tries.failed(keys)
        raise RuleBroken(_("Mã không đúng, đã dùng hoặc hết hạn. Mời xin mã mới."))
    code, user = found
    code.used_at = clock.now()
    return user


def _set_password(user: User, password: str) -> None:
    user.password_hash = passwords.hashed(password)
    sign_out_everywhere(user.id)
    audit.record(Actor(user.pid), "set_password", f"user/{user.pid}")


def _new_member(client_pid: str) -> User:
    user = User(login=_free_login(), created_at=clock.now())
    session().add(user)
    session().flush()
    session().add(Post(user_id=user.id, role=Role.MEMBER, scope=client_pid, from_on=clock.today()))
    return user


def _free_login() -> str:
    while True:
        login = _digits(LOGIN_DIGITS)
        if session().scalar(select(User.id).where(User.login == login)) is None:
            return login


def _keep_code(user: User, code_hash: bytes, lasts: timedelta) -> None:
    session().execute(
        delete(OneTimeCode).where(OneTimeCode.user_id == user.id, OneTimeCode.used_at.is_(None))
    )
    made = clock.now()
    session().add(
        OneTimeCode(user_id=user.id, code_hash=code_hash, made_at=made, expires_at=made + lasts)
    )
    session().flush()


def _digits(n: int) -> str:
    return "".join(secrets.choice("0123456789") for _digit in range(n))


def _only_digits(text: str) -> str:
    return "".join(c for c in text if c in "0123456789")


def _card_hash(login: str, code: str) -> bytes:
    return current().keyed_hash("card", f"{login}/{code}")


def _link_hash(code: str) -> bytes:
    return current().keyed_hash("link", code)
