"""Whom a person may agree to when they come to a commune, told to the people's room from above."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.clubs.models import Club, ClubStatus
from portal.db import session
from portal.people.service.intake import OFFERS, Offer


def _clubs_of(commune_code: str) -> Sequence[Offer]:
    """The commune's operating clubs."""
    operating = select(Club).where(
        Club.commune_code == commune_code, Club.status == ClubStatus.OPERATING
    )
    found = session().scalars(operating.order_by(Club.id))
    return [Offer(f"club/{club.pid}", club.name) for club in found]


OFFERS.append(_clubs_of)
