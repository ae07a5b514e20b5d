"""Keys, sealed fields and keyed hashes.

A sealed field is AES-256-GCM under the key of the row that owns it, bound to table, row and
column: a value that is swapped or altered does not open. The owner's key is kept wrapped by the
data key; to destroy it is to erase every field sealed under it, in every backup.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import new_pid, session

NONCE = 12


class SealBroken(Exception):
    """A sealed value was altered, moved to another place, or sealed under another key."""


@dataclass(frozen=True)
class Vault:
    """The installation's data key, and what is derived from it."""

    data_key: bytes = field(repr=False)

    @cached_property
    def _wrapping(self) -> AESGCM:
        return AESGCM(self._derived(b"wrap"))

    def _derived(self, purpose: bytes) -> bytes:
        return HKDFExpand(SHA256(), 32, purpose).derive(self.data_key)

    def new_key(self, owner: str) -> bytes:
        """A fresh key for `owner` (a public id), wrapped."""
        return _seal(self._wrapping, secrets.token_bytes(32), owner)

    def key_of(self, owner: str, wrapped: bytes) -> AESGCM:
        """Unwrap the key of `owner`."""
        return AESGCM(_open(self._wrapping, wrapped, owner))

    def keyed_hash(self, purpose: str, value: str) -> bytes:
        """A hash by which `value` can be found but not guessed without the data key."""
        key = self._derived(b"hash:" + purpose.encode())
        return hmac.new(key, value.encode(), sha256).digest()


def seal(key: AESGCM, text: str, place: str) -> bytes:
    """Seal `text` for `place` ("table/row/column")."""
    return _seal(key, text.encode(), place)


def unseal(key: AESGCM, sealed: bytes, place: str) -> str:
    """Open what `seal` made for the same place, or raise SealBroken."""
    return _open(key, sealed, place).decode()


def _seal(key: AESGCM, content: bytes, place: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + key.encrypt(nonce, content, place.encode())


def _open(key: AESGCM, sealed: bytes, place: str) -> bytes:
    try:
        return key.decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except InvalidTag:
        raise SealBroken(f"a value sealed for {place} does not open with this data key") from None


def current() -> Vault:
    """The vault that the edge opened the current transaction with."""
    vault: Vault = session().info["vault"]
    return vault


def read(place: str, sealed: bytes | None, owner: str, wrapped: bytes | None) -> str:
    """Open one column of a list, given the owner's public id and wrapped key; blank stays ""."""
    if sealed is None or wrapped is None:
        return ""
    return unseal(current().key_of(owner, wrapped), sealed, place)


class KeyOwner:
    """A row with a key of its own: clear `key_wrapped` and its sealed fields are gone."""

    pid: Mapped[str]
    key_wrapped: Mapped[bytes | None] = mapped_column(LargeBinary)

    def __init__(self, **values: Any) -> None:
        """Make the key before any sealed field is set."""
        pid = values.pop("pid", None) or new_pid()
        super().__init__(**{"pid": pid, "key_wrapped": current().new_key(pid), **values})


class Sealed:
    """A text field of a row, sealed in its column `<name>_sealed` under the owner's key.

    On a row that is no KeyOwner itself, `owner` names the attribute that holds the one.
    """

    def __init__(self, owner: str | None = None) -> None:
        self._owner = owner

    def __set_name__(self, cls: type, name: str) -> None:
        self._column = f"{name}_sealed"

    @overload
    def __get__(self, row: None, cls: type) -> "Sealed": ...
    @overload
    def __get__(self, row: Any, cls: type) -> str: ...
    def __get__(self, row: Any, cls: type) -> "str | Sealed":
        if row is None:
            return self
        sealed = getattr(row, self._column)
        return "" if sealed is None else unseal(self._key(row), sealed, self._place(row))

    def __set__(self, row: Any, text: str) -> None:
        sealed = seal(self._key(row), text, self._place(row)) if text else None
        setattr(row, self._column, sealed)

    def _place(self, row: Any) -> str:
        return f"{row.__tablename__}/{row.pid}/{self._column}"

    def _key(self, row: Any) -> AESGCM:
        owner = getattr(row, self._owner) if self._owner else row
        if owner.key_wrapped is None:
            raise SealBroken(f"the key of {owner.pid} has been destroyed")
        return current().key_of(owner.pid, owner.key_wrapped)
