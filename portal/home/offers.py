"""Whom a person may agree to when they come to a commune, told to the people's room from above."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.clubs.models import Club, ClubStatus
from portal.clubs.service.clubs import commune_of
from portal.db import session
from portal.people.service.intake import OFFERS, Offer


def _clubs_of(commune_code: str) -> Sequence[Offer]:
    """The operating clubs that lie in the commune today, whatever it was called when they began."""
    operating = select(Club).where(Club.status == ClubStatus.OPERATING).order_by(Club.id)
    return [
        Offer(f"club/{club.pid}", club.name)
        for club in session().scalars(operating)
        if commune_of(club) == commune_code
    ]


OFFERS.append(_clubs_of)
