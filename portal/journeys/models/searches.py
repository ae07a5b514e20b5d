"""What a person looks for among the open jobs, kept so that the day's care looks for them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Public
from portal.people.models import Client

YEARS_RUN = 1


class SavedSearch(Public, Base):
    """The filters of the list of jobs; blank leaves one out. Nobody but the person sees them.

    `looked_to` is the last day whose new jobs have been looked at.
    """

    __tablename__ = "saved_searches"
    __table_args__ = (
        CheckConstraint(
            "words <> '' OR commune_code <> '' OR occupation <> '' OR shift <> ''", name="asks"
        ),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    words: Mapped[str] = mapped_column(default="")
    commune_code: Mapped[str] = mapped_column(default="")
    occupation: Mapped[str] = mapped_column(default="")
    shift: Mapped[str] = mapped_column(default="")
    renewed_on: Mapped[date]
    looked_to: Mapped[date]
    paused_on: Mapped[date | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")

    @property
    def runs_to(self) -> date:
        """The last day that it is run, unless it is renewed."""
        return clock.years_after(self.renewed_on, YEARS_RUN)

    @property
    def filters(self) -> dict[str, str]:
        """As the list of jobs takes them."""
        return {
            "text": self.words,
            "commune": self.commune_code,
            "group": self.occupation,
            "shift": self.shift,
        }
