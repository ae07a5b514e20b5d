"""Sealed cells in bulk: each client's key is unwrapped once, and each field bound to its place."""

from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select

from portal import vault
from portal.db import session
from portal.exchange.known import Known
from portal.exchange.table import Column, Facts, Table
from portal.people.models import Client


class Keyring:
    """The keys of the clients whom a table is about: its own rows, or those it names."""

    def __init__(self, table: Table, known: Known) -> None:
        self._table = table
        self._known = known
        self._sealed = [column for column in table.columns if column.sealed]
        self._keys: dict[str, AESGCM] = {}
        rows = session().execute(select(Client.code, Client.pid, Client.key_wrapped))
        self._wrapped = {code: (pid, wrapped) for code, pid, wrapped in rows}

    def opened(self, rows: list[Facts]) -> list[Facts]:
        """The rows with their sealed cells opened, without those of whom the key is destroyed."""
        kept = [row for row in rows if self._wrapped[self._owner(row)][1] is not None]
        for row, column, place in self._places(kept):
            sealed = row[column.name]
            row[column.name] = vault.unseal(self._key(row), sealed, place) if sealed else ""
        return kept

    def seal(self, rows: list[Facts], values: list[dict[str, Any]]) -> None:
        """Seal the cells of `rows` into the attributes of `values`; a new client gets a key."""
        for row, value in zip(rows, values, strict=True):
            if self._owner(row) not in self._wrapped:
                value["key_wrapped"] = vault.current().new_key(row["pid"])
                self._wrapped[row["code"]] = (row["pid"], value["key_wrapped"])
        attributes = {id(row): value for row, value in zip(rows, values, strict=True)}
        for row, column, place in self._places(rows):
            text = row[column.name]
            sealed = vault.seal(self._key(row), text, place) if text else None
            attributes[id(row)][column.kept_in] = sealed

    def _places(self, rows: list[Facts]) -> Iterator[tuple[Facts, Column, str]]:
        name = self._table.model.__tablename__
        for row in rows:
            for column in self._sealed:
                yield row, column, f"{name}/{row['pid']}/{column.kept_in}"

    def _owner(self, row: Facts) -> str:
        code: str = row["code" if self._table.model is Client else "client_code"]
        return code

    def _key(self, row: Facts) -> AESGCM:
        owner = self._owner(row)
        if owner not in self._keys:
            pid, wrapped = self._wrapped[owner]
            assert wrapped is not None
            self._keys[owner] = vault.current().key_of(pid, wrapped)
        return self._keys[owner]
