"""What every installation has from its first day: places, occupations, marks of the roll, aid,
the checklist of monitoring visits."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from portal.clubs.models import AttendanceKind
from portal.db import session
from portal.jobs.models import HiringReason
from portal.journeys.models import AidRate
from portal.places import loading as places
from portal.targets import summary
from portal.targets.models import ChecklistItem
from portal.targets.register_labels import CHECKLIST
from portal.trades import service as trades
from portal.training import service as training

ATTENDANCE = (
    ("present", "present"),
    ("late", "present"),
    ("absent_excused", "ignored"),
    ("absent", "absent"),
)
# why an application ends: whose reason it is, and what it counts as
HIRING_REASONS = (
    ("filled", "employer", "declined"),
    ("other_skills", "employer", "declined"),
    ("hours_differ", "employer", "declined"),
    ("not_reached", "employer", "declined"),
    ("did_not_come", "employer", "declined"),
    ("other_job", "applicant", "withdrawn"),
    ("too_far", "applicant", "withdrawn"),
    ("low_pay", "applicant", "withdrawn"),
    ("hours", "applicant", "withdrawn"),
    ("health", "applicant", "withdrawn"),
    ("changed_mind", "applicant", "withdrawn"),
    ("unanswered", "clock", "expired"),
    ("time_over", "clock", "expired"),
)
# Decision 46/2015/QĐ-TTg, VND a course at most
AID = {"poor": 3_000_000, "near_poor": 2_500_000, "other": 0}
AID_FROM = date(2015, 12, 1)


def load() -> None:
    """Fill what is empty; what is there stays as it is."""
    places.load()
    trades.load()
    if session().scalar(select(AttendanceKind.id).limit(1)) is None:
        for position, (code, counts_as) in enumerate(ATTENDANCE):
            session().add(AttendanceKind(code=code, counts_as=counts_as, position=position))
    if session().scalar(select(ChecklistItem.id).limit(1)) is None:
        for position, code in enumerate(CHECKLIST):
            session().add(ChecklistItem(code=code, position=position))
    if session().scalar(select(AidRate.id).limit(1)) is None:
        for household, amount in AID.items():
            session().add(
                AidRate(
                    household_status=household,
                    from_on=AID_FROM,
                    amount=amount,
                    source="46/2015/QĐ-TTg",
                )
            )
    training.load_aid()
    _fill(
        AttendanceKind(code=code, counts_as=counts_as, position=position)
        for position, (code, counts_as) in enumerate(ATTENDANCE)
    )
    _fill(
        HiringReason(code=code, side=side, counts_as=counts_as, position=position)
        for position, (code, side, counts_as) in enumerate(HIRING_REASONS)
    )
    _fill(ChecklistItem(code=code, position=position) for position, code in enumerate(CHECKLIST))
    _fill(
        AidRate(household_status=home, from_on=AID_FROM, amount=amount, source="46/2015/QĐ-TTg")
        for home, amount in AID.items()
    )
    summary.fill()


def _fill(made: Iterable[Any]) -> None:
    rows = list(made)
    if session().scalar(select(type(rows[0]).id).limit(1)) is None:
        session().add_all(rows)
