"""What may go wrong, told apart: the edge answers each in its own way.

Each message is a sentence for the person, already in their language, that says what to do.
"""

from collections.abc import Mapping
from typing import Any


class PortalError(Exception):
    """A refusal with a sentence for the person, and the form field it belongs to, if any."""

    def __init__(self, message: str = "", *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NotFound(PortalError):
    """There is none, or it is out of the actor's scope: the two answer alike (404)."""


class RuleBroken(PortalError):
    """What was asked is against a rule of the trade (422)."""


class Conflict(PortalError):
    """Someone else was first: a value taken, a row changed meanwhile (409).

    `theirs` has the values that now stand, by the names of the form's fields.
    """

    def __init__(
        self,
        message: str = "",
        *,
        field: str | None = None,
        theirs: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message, field=field)
        self.theirs = theirs or {}


class TooManyTries(PortalError):
    """A limit is reached (429); `seconds` until the next try may be made."""

    def __init__(self, message: str, *, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds
