"""One-time forms: the first sending acts, a replay is shown the first answer."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from portal import clock
from portal.accounts.models import FormAnswer
from portal.db import session

KEPT = timedelta(days=2)


def claim(form_hash: bytes) -> str | None:
    """Claim the form for this request, or return the answer that it got before.

    On PostgreSQL a second sender waits here until the first has committed.
    """
    try:
        with session().begin_nested():
            session().add(FormAnswer(form_hash=form_hash, location="", at=clock.now()))
    except IntegrityError:
        return session().scalar(
            select(FormAnswer.location).where(FormAnswer.form_hash == form_hash)
        )
    return None


def settle(form_hash: bytes, location: str) -> None:
    """Keep where the first answer led."""
    session().execute(
        update(FormAnswer).where(FormAnswer.form_hash == form_hash).values(location=location)
    )


def forget_old() -> None:
    """Drop answers that no form on any screen can still ask for."""
    session().execute(delete(FormAnswer).where(FormAnswer.at < clock.now() - KEPT))
