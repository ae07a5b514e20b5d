"""Passwords and PINs: Argon2id, a bounded number at once, the same time for known and unknown."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from portal.errors import RuleBroken
from portal.i18n import _

SHORTEST_PASSWORD = 15
SHORTEST_PIN = 6
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_once = BoundedSemaphore(4)


def hashed(password: str) -> str:
    """The hash to keep of a password."""
    with _at_once:
        return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether the password is the one; an unknown user takes as long as a known one."""
    with _at_once:
        try:
            return _hasher.verify(kept or _nobodys(), password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def check_password(password: str) -> None:
    """Staff: 15 characters or more, not all the same."""
    if len(password) < SHORTEST_PASSWORD or len(set(password)) < 4:
        message = _("Mật khẩu cần ít nhất %(n)s ký tự, không lặp một ký tự.", n=SHORTEST_PASSWORD)
        raise RuleBroken(message, field="password")


def check_pin(pin: str) -> None:
    """Members: 6 digits or more, neither all the same nor a run such as 123456."""
    run = "01234567890123456789"
    if not (pin.isascii() and pin.isdigit()) or len(pin) < SHORTEST_PIN:
        raise RuleBroken(_("Mã PIN cần ít nhất %(n)s chữ số.", n=SHORTEST_PIN), field="password")
    if len(set(pin)) == 1 or pin in run or pin in run[::-1]:
        raise RuleBroken(_("Mã PIN này dễ đoán. Hãy chọn số khác."), field="password")


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
