"""Where a club has stood since it was moved to another commune."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified


class ClubSeat(Identified, Base):
    """A commune that a club was moved to by decision, from a day to the next move. A club that
    never moved has none: its row says the commune it was founded in."""

    __tablename__ = "club_seats"
    __table_args__ = (UniqueConstraint("club_id", "from_on"),)

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    from_on: Mapped[date]
    commune_code: Mapped[str]
    decision: Mapped[str]
    decided_on: Mapped[date | None]
    by_pid: Mapped[str | None]
