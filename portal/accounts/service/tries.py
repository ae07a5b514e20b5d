"""Limits on guessing: five tries, then a wait that doubles, by account, by address and overall."""

from datetime import datetime, timedelta

from sqlalchemy import select

from portal import clock
from portal.accounts.models import Tries
from portal.db import afterwards, session
from portal.errors import TooManyTries
from portal.i18n import _
from portal.vault import current

FREE = {"account": 5, "address": 50, "overall": 500, "paper": 50}
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(hours=24)


def check(keys: dict[str, str]) -> None:
    """Raise TooManyTries while any of the keys ({"account": …, "address": …}) must wait."""
    hashes = [_hash(kind, key) for kind, key in keys.items()]
    waits = session().scalars(select(Tries.wait_until).where(Tries.key_hash.in_(hashes)))
    latest = max((wait for wait in waits if wait and wait > clock.now()), default=None)
    if latest:
        seconds = int((latest - clock.now()).total_seconds()) + 1
        minutes = -(-seconds // 60)
        message = _("Đã thử quá nhiều lần. Mời thử lại sau %(n)s phút.", n=minutes)
        raise TooManyTries(message, seconds=seconds)


def failed(keys: dict[str, str]) -> None:
    """Count a failed try under each key, once the request's own transaction has ended."""
    hashes = {kind: _hash(kind, key) for kind, key in keys.items()}
    afterwards(lambda: _count(hashes))


def forget(kind: str, key: str) -> None:
    """Start again from zero: the person has shown who they are."""
    digest = _hash(kind, key)
    afterwards(lambda: _reset(digest))


def _count(hashes: dict[str, bytes]) -> None:
    for kind, digest in hashes.items():
        row = session().scalar(select(Tries).where(Tries.key_hash == digest).with_for_update())
        if row is None:
            row = Tries(key_hash=digest, failed=0, last_at=clock.now())
            session().add(row)
        if clock.now() - row.last_at > FORGOTTEN_AFTER:
            row.failed = 0
        row.failed += 1
        row.last_at = clock.now()
        row.wait_until = _wait_until(row.failed - FREE[kind])


def _wait_until(beyond: int) -> datetime | None:
    if beyond < 0:
        return None
    wait: timedelta = min(FIRST_WAIT * 2 ** min(beyond, 12), LONGEST_WAIT)
    return clock.now() + wait


def _reset(digest: bytes) -> None:
    row = session().scalar(select(Tries).where(Tries.key_hash == digest))
    if row is not None:
        session().delete(row)


def _hash(kind: str, key: str) -> bytes:
    return current().keyed_hash(f"tries:{kind}", key)
