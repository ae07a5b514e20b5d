"""What anyone sees of an approved provider: what it says of itself, what it teaches."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from portal import clock
from portal.db import session
from portal.places.service import commune_written
from portal.text import sort_key
from portal.trades import service as trades
from portal.training.models import Approval, Course, Provider
from portal.training.service.offers import GROUP_DIGITS
from portal.training.service.scope import one


@dataclass(frozen=True)
class Profile:
    """A provider with its place, the fields that its courses lead to, and the courses."""

    provider: Provider
    place: str
    fields: list[str]
    courses: Sequence[Course]


def show_provider(pid: str) -> Profile:
    """An approved provider, or NotFound."""
    provider = one(select(Provider), Provider.pid == pid, Provider.approval == Approval.APPROVED)
    query = select(Course).where(Course.provider_id == provider.id)
    courses = session().scalars(query.order_by(Course.title, Course.id)).all()
    names = trades.occupation_names({course.occupation[:GROUP_DIGITS] for course in courses})
    place = commune_written(provider.commune_code, clock.today())
    return Profile(provider, place, sorted(names.values(), key=sort_key), courses)
