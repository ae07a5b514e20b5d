"""What the State may add to a learner's costs: amounts of a law, from a day."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from portal.db import Base, Identified

AID_GROUPS = ("disabled", "poor_minority", "priority", "near_poor", "other")


class CourseAid(Identified, Base):
    """The most that a group gets for one course from a day on, in VND.

    `travel` is once a course, for who lives `travel_from_km` away or more.
    """

    __tablename__ = "course_aid"
    __table_args__ = (
        UniqueConstraint("aid_group", "from_on"),
        CheckConstraint(f"aid_group IN {AID_GROUPS}", name="aid_group"),
        CheckConstraint("fee >= 0 AND meal_a_day >= 0 AND travel >= 0", name="amounts"),
    )

    aid_group: Mapped[str]
    from_on: Mapped[date]
    fee: Mapped[int]
    meal_a_day: Mapped[int]
    travel: Mapped[int]
    travel_from_km: Mapped[int]
    source: Mapped[str]
