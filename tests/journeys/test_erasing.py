"""Erasing a person ends what ran on their way: sheets, seats, applications, referrals, supports."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.jobs.models import Application, Hiring
from portal.journeys import service
from portal.journeys.models import PastWork, Referral, RelaySheet, Step, Support
from portal.people.models import Client
from portal.people.service.erasing import erase
from portal.training.models import Learner, Standing
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.jobs import world
from tests.journeys import way
from tests.journeys.test_centres import centre
from tests.training import world as lessons

pytestmark = on_sqlite


@pytest.fixture
def an(work: Session) -> Client:
    return ground.client("Nguyễn Văn An", phone="+84912345678")


@pytest.fixture
def actor(an: Client) -> Actor:
    return ground.user("an", Role.MEMBER, an.pid)


@pytest.fixture
def officer(an: Client) -> Actor:
    return ground.user("officer", Role.CASE_OFFICER, an.commune_code)


def one(model: type[Any]) -> Any:
    return session().scalars(select(model)).one()


def test_the_sheet_for_a_centre_is_destroyed(actor: Actor, officer: Actor, an: Client) -> None:
    vacancy = world.vacancy(world.employer())
    service.make_sheet(actor, vacancy.pid, centre(monthly=50).pid, tell=[])
    erase(officer, an)
    assert (one(RelaySheet).key_wrapped, one(RelaySheet).name_sealed) == (None, None)
    assert one(Step).ended_on == clock.today()


def test_an_application_is_taken_back(actor: Actor, officer: Actor, an: Client) -> None:
    vacancy = world.vacancy(world.employer(pledged=True))
    service.apply_to_pledged(actor, vacancy.pid, tell=[])
    erase(officer, an)
    assert one(Application).standing == Hiring.WITHDRAWN


@pytest.mark.parametrize("standing", [Standing.ENROLLED, Standing.COMPLETED])
def test_a_seat_is_freed_and_a_finished_course_still_counts(
    actor: Actor, officer: Actor, an: Client, standing: Standing
) -> None:
    service.enrol_in_class(actor, lessons.held(lessons.course(lessons.provider())).pid)
    one(Learner).standing = standing
    erase(officer, an)
    left = standing == Standing.ENROLLED
    assert one(Learner).standing == (Standing.WITHDRAWN if left else Standing.COMPLETED)
    assert one(Step).ended_on == (clock.today() if left else None)


def test_what_ran_is_dropped_and_own_words_go(actor: Actor, officer: Actor, an: Client) -> None:
    way.loan(officer, an.pid)
    way.sent(officer, an.pid)
    session().add(PastWork(client=an, body="Phụ hồ", kept_on=clock.today()))
    session().flush()
    erase(officer, an)
    assert (one(Support).state, one(Referral).state) == ("dropped", "dropped")
    assert session().scalars(select(PastWork)).all() == []
