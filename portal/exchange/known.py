"""The codes that are known, read once an import, and the nearest ones to an unknown code."""

from bisect import bisect_left
from difflib import get_close_matches
from typing import Any

from sqlalchemy import select

from portal.db import session
from portal.exchange.cells import quoted
from portal.people.models import Client
from portal.vault import KeyOwner

SEARCHED = 2000  # codes compared with an unknown one: comparing them all would take minutes


class Known:
    """Codes and row numbers of each model asked about."""

    def __init__(self) -> None:
        self._ids: dict[Any, dict[str, int]] = {}
        self._erased: set[str] | None = None
        self._codes: dict[Any, dict[int, str]] = {}

    def ids(self, model: Any) -> dict[str, int]:
        """The number of each row by its code."""
        if model not in self._ids:
            rows = select(model.code, model.id)
            if issubclass(model, KeyOwner):
                rows = rows.where(model.key_wrapped.is_not(None))  # the others are erased
            self._ids[model] = {code: number for code, number in session().execute(rows)}
        return self._ids[model]

    def codes(self, model: Any) -> dict[int, str]:
        """The code of each row by its number."""
        if model not in self._codes:
            self._codes[model] = {number: code for code, number in self.ids(model).items()}
        return self._codes[model]

    def erased(self) -> set[str]:
        """The codes of clients whose key is destroyed."""
        if self._erased is None:
            rows = session().scalars(select(Client.code).where(Client.key_wrapped.is_(None)))
            self._erased = set(rows)
        return self._erased

    def forget(self, model: Any) -> None:
        """Read the codes again when next asked: rows were added."""
        self._ids.pop(model, None)
        self._codes.pop(model, None)

    def unknown(self, model: Any, code: str) -> str:
        """That a code is not known, with the nearest that are."""
        near = get_close_matches(code, self._around(model, code), cutoff=0.4)
        hint = f"nearest: {', '.join(near)}" if near else "nothing like it is known"
        return f"{quoted(code)} is not in {model.__tablename__.replace('_', ' ')}; {hint}"

    def _around(self, model: Any, code: str) -> list[str]:
        codes = sorted(self.ids(model))
        at = bisect_left(codes, code)
        return codes[max(at - SEARCHED // 2, 0) : at + SEARCHED // 2]
