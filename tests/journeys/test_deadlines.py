"""The days of an application, to the minute of a Vietnamese clock: answered, reminded, freed."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import NotFound
from portal.jobs import service as jobs
from portal.jobs.models import Application, Employer, Hiring, Vacancy
from portal.journeys import service
from portal.journeys.models import RelaySheet, Step
from portal.journeys.service import centres
from portal.messages.models import Notice, OutboxRow
from portal.people.models import Client, Consent
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.jobs import world as work_world

pytestmark = on_sqlite
At = Callable[[str], None]


@pytest.fixture
def at(work: Session) -> Iterator[At]:
    """Puts the clock to an hour of Viet Nam, where it stays."""
    clock.fix(None)
    travels: list[time_machine.travel] = []

    def go(moment: str) -> None:
        while travels:
            travels.pop().stop()
        there = time_machine.travel(clock.instant(datetime.fromisoformat(moment)), tick=False)
        there.start()
        travels.append(there)

    go("2026-11-21 10:00")
    yield go
    while travels:
        travels.pop().stop()


@pytest.fixture
def pledged(at: At) -> Employer:
    return work_world.employer(pledged=True)


@pytest.fixture
def firm(pledged: Employer) -> Actor:
    return ground.user("firm", Role.EMPLOYER, pledged.pid)


@pytest.fixture
def job(pledged: Employer) -> Vacancy:
    return work_world.vacancy(pledged)


@pytest.fixture
def an(at: At) -> Client:
    return ground.client("Nguyễn Văn An", phone="+84912345678")


@pytest.fixture
def member(an: Client) -> Actor:
    return ground.user("an", Role.MEMBER, an.pid)


def sent(step: Step) -> Application:
    session().flush()
    session().expire_all()
    return session().scalars(select(Application).where(Application.pid == step.copy_pid)).one()


def told(actor: Actor) -> list[str]:
    rows = select(Notice.template).join(User, User.id == Notice.user_id)
    return list(session().scalars(rows.where(User.pid == actor.user)))


def work_off() -> None:
    """Do what the worker would have done by now, of what concerns applications."""
    work: dict[str, Callable[[dict[str, Any]], None]] = {
        "application_answered": service.hear_answer,
        "application_waits": jobs.remind_employer,
    }
    due = select(OutboxRow).where(OutboxRow.done_at.is_(None), OutboxRow.due_at <= clock.now())
    for row in session().scalars(due).all():
        if row.kind in work:
            work[row.kind](row.payload)
            row.done_at = clock.now()


def test_an_answer_may_come_until_midnight_of_the_seventh_day(
    at: At, member: Actor, firm: Actor, job: Vacancy
) -> None:
    step = service.apply_to_pledged(member, job.pid, tell=[])
    assert sent(step).answer_by == clock.today() + timedelta(days=7)
    at("2026-11-28 23:59")
    jobs.expire_applications()
    assert jobs.get_application(firm, step.copy_pid or "").standing == Hiring.SENT
    at("2026-11-29 00:00")
    with pytest.raises(NotFound):  # before the day's care has come by
        jobs.get_application(firm, step.copy_pid or "")
    with pytest.raises(NotFound):
        jobs.answer_application(firm, step.copy_pid or "", answer="invited")


def test_silence_is_told_to_both_destroys_the_copy_and_frees_the_person(
    at: At, member: Actor, firm: Actor, an: Client, job: Vacancy
) -> None:
    step = service.apply_to_pledged(member, job.pid, tell=["shifts"])
    copy = step.copy_pid
    at("2026-11-29 03:00")
    jobs.expire_applications()
    work_off()
    gone = sent(step)
    assert (gone.standing, gone.reason) == (Hiring.EXPIRED, "unanswered")
    assert (gone.key_wrapped, gone.name_sealed, gone.about_sealed) == (None, None, None)
    assert told(member) == ["application_unanswered"]
    assert told(firm) == ["application_ended"]
    (consent,) = session().scalars(select(Consent).where(Consent.client_id == an.id))
    assert consent.to_on is not None
    assert consent.to_on < clock.today()
    assert consent.withdrawn_at is None  # nobody withdrew it
    assert step.ended_on == clock.today()
    again = service.apply_to_pledged(member, job.pid, tell=[])
    assert (again.ended_on, again.copy_pid != copy) == (None, True)


def test_the_employer_is_reminded_once_two_days_before(
    at: At, member: Actor, firm: Actor, job: Vacancy
) -> None:
    service.apply_to_pledged(member, job.pid, tell=[])
    at("2026-11-26 07:59")
    work_off()
    assert told(firm) == []
    at("2026-11-26 08:00")
    work_off()
    at("2026-11-27 08:00")
    work_off()
    assert told(firm) == ["application_waits"]


def test_who_has_answered_is_not_reminded_and_keeps_it_for_thirty_days(
    at: At, member: Actor, firm: Actor, job: Vacancy
) -> None:
    step = service.apply_to_pledged(member, job.pid, tell=[])
    jobs.answer_application(firm, step.copy_pid or "", answer="invited")
    at("2026-11-26 09:00")
    work_off()
    assert told(firm) == []
    at("2026-12-21 23:59")
    jobs.expire_applications()
    assert sent(step).standing == Hiring.INVITED
    at("2026-12-22 00:00")
    jobs.expire_applications()
    work_off()
    assert (sent(step).standing, sent(step).reason) == (Hiring.EXPIRED, "time_over")
    assert told(member) == ["application_answered", "application_unanswered"]


def test_an_application_from_before_there_was_such_a_day_has_its_thirty_days(
    at: At, firm: Actor, job: Vacancy
) -> None:
    old = work_world.application(job)
    old.answer_by = None
    session().flush()
    at("2026-12-21 23:59")
    jobs.expire_applications()
    assert jobs.get_application(firm, old.pid).standing == Hiring.SENT


def test_a_no_has_a_reason_of_the_list_and_ends_the_consent(
    at: At, member: Actor, firm: Actor, an: Client, job: Vacancy
) -> None:
    step = service.apply_to_pledged(member, job.pid, tell=[])
    at("2026-11-22 09:00")
    jobs.answer_application(firm, step.copy_pid or "", answer="declined", reason="filled")
    work_off()
    assert sent(step).reason == "filled"
    (consent,) = session().scalars(select(Consent).where(Consent.client_id == an.id))
    assert consent.to_on == clock.today() - timedelta(days=1)
    (taken,) = service.steps_of(member)
    assert (taken.state, taken.why) == ("declined", "filled")


def test_a_sheet_can_be_fetched_until_midnight_of_the_thirtieth_day(
    at: At, member: Actor, job: Vacancy
) -> None:
    centre = ground_centre(job.commune_code, 9000)
    step = service.make_sheet(member, job.pid, centre.pid, tell=[])
    at("2026-12-21 23:59")
    centres.turn_of_day()
    assert service.own_sheet(member, step.pid).name == "Nguyễn Văn An"
    at("2026-12-22 00:00")
    with pytest.raises(NotFound):
        service.own_sheet(member, step.pid)
    centres.turn_of_day()
    (row,) = session().scalars(select(RelaySheet))
    assert (row.key_wrapped, row.name_sealed, row.work_sealed) == (None, None, None)


def ground_centre(commune: str, monthly: int) -> Any:
    """A centre of the commune to which so many come each month."""
    officer = ground.user("officer", Role.OFFICER, commune)
    centre = service.add_centre(
        officer, name="TT", address="", phone="", email="", from_on=clock.today()
    )
    month = clock.today()
    for _ in range(4):
        month = (month.replace(day=1) - timedelta(days=1)).replace(day=1)
        service.enter_flow(officer, centre.pid, month=month, applicants=monthly, source="-")
    return centre
