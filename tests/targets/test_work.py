"""Certificates, jobs found, jobs kept, consultations and attendance."""

from datetime import date, datetime, time

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.journeys.models import RetentionCheck, Step
from portal.people.models import Client, Note
from portal.targets.areas import area_today
from portal.targets.indicators import INDICATORS, Asked
from portal.targets.records import Records
from portal.training.models import Learner
from tests.targets.conftest import TODAY
from tests.targets.province import client, club, meeting, member, need, save
from tests.training import world as training

pytestmark = pytest.mark.usefixtures("country")
XUAN_AN = "26080"
ELSEWHERE = "09556"
FIRST = date(2026, 1, 1)
FIRST_CLASS = date(2025, 12, 1)


def figures(key: str, day: date = TODAY, first: date = FIRST) -> tuple[int, int]:
    """Numerator and denominator of all of Đồng Nai in a period."""
    count = INDICATORS[key].count
    assert count
    tally = count(Records(), Asked(area_today("75", TODAY, TODAY), first, day, "person"))
    assert tally
    return len(tally.done), len(tally.whole)


def step(person: Client, kind: str, day: date, opening: str, copy: str | None = None) -> Step:
    taken_at = clock.instant(datetime.combine(day, time(9)))
    opening_kind = "class" if kind == "enrolled" else "vacancy"
    return save(
        Step(
            client_id=person.id,
            kind=kind,
            opening_kind=opening_kind,
            opening_code=opening,
            copy_pid=copy,
            taken_at=taken_at,
        )
    )


def learner(ends_on: date | None, certified_on: date | None, standing: str = "completed") -> str:
    """A learner of a class of their own."""
    held = training.held(
        training.course(training.provider()), starts_on=FIRST_CLASS, ends_on=ends_on
    )
    seat = Learner(
        class_id=held.id, standing=standing, joined_at=clock.now(), certified_on=certified_on
    )
    return save(seat).pid


def learnt(person: Client, ends_on: date | None, certified_on: date | None = None) -> None:
    step(person, "enrolled", FIRST, f"lop-{person.id}-{ends_on}", learner(ends_on, certified_on))


def test_certified_are_those_of_the_classes_that_ended_in_the_period() -> None:
    first, second, third = client(XUAN_AN), client(XUAN_AN), client(XUAN_AN)
    learnt(first, date(2026, 3, 1), date(2026, 3, 5))
    learnt(first, date(2026, 9, 1))
    learnt(second, date(2026, 3, 1), date(2026, 12, 1))  # not by the day
    learnt(third, None, date(2026, 4, 1))  # ended with the certificate
    learnt(third, date(2025, 12, 31), date(2026, 1, 1))  # of the year before
    learnt(client(ELSEWHERE), date(2026, 3, 1), date(2026, 3, 5))
    learner(date(2026, 3, 1), date(2026, 3, 5))  # a provider's own
    assert figures("trained_and_certified") == (2, 3)
    assert figures("trained_and_certified", date(2026, 3, 4)) == (0, 2)


def test_who_left_the_class_is_no_learner_of_it() -> None:
    person = client(XUAN_AN)
    gone = learner(date(2026, 3, 1), None, standing="withdrawn")
    step(person, "enrolled", FIRST, "lop", gone)
    assert figures("trained_and_certified") == (0, 0)


def test_placed_are_those_hired_of_those_in_need_of_work() -> None:
    hired, waiting, hired_before = client(XUAN_AN), client(XUAN_AN), client(XUAN_AN)
    for person in (hired, waiting, hired_before):
        need(person, "work", date(2025, 12, 1))
    step(hired, "placed", date(2026, 5, 1), "a")
    step(hired_before, "placed", date(2025, 12, 31), "a")
    step(client(XUAN_AN), "placed", date(2026, 5, 1), "b")  # no need was recorded
    assert figures("placed") == (1, 3)


@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_a_job_is_kept_where_the_person_said_so_when_its_day_had_come(months: int) -> None:
    placed_on = clock.months_before(date(2026, 10, 10), months)
    kept, lost, silent, late = (client(XUAN_AN) for _ in range(4))
    for person in (kept, lost, silent, late):
        job = step(person, "placed", placed_on, "a")
        if person is not silent:
            check(job, months, kept=person is not lost, late=person is late)
    step(client(XUAN_AN), "placed", placed_on.replace(day=11), "a")
    assert figures(f"job_kept_{months}", date(2026, 10, 10), date(2026, 10, 1)) == (1, 4)


def check(job: Step, months: int, *, kept: bool = True, late: bool = False) -> None:
    due_on = clock.months_before(clock.local(job.taken_at).date(), -months)
    reason = "" if kept else "wage"
    asked_on = TODAY if late else due_on
    save(
        RetentionCheck(
            step_id=job.id, months=months, due_on=due_on, asked_on=asked_on, kept=kept,
            reason=reason,
        )
    )  # fmt: skip


def test_of_several_jobs_the_last_is_looked_at() -> None:
    person = client(XUAN_AN)
    check(step(person, "placed", date(2026, 2, 1), "a"), 1, kept=False)
    check(step(person, "placed", date(2026, 4, 1), "b"), 1)
    assert figures("job_kept_1") == (1, 1)


def test_contacts_are_counted_each_time_and_persons_once() -> None:
    person, other = client(XUAN_AN), client(XUAN_AN)
    for day in (1, 2, 3):
        talk(person, date(2026, 5, day))
    talk(other, date(2026, 5, 1))
    talk(other, date(2025, 5, 1))
    talk(other, date(2026, 5, 1), kind="visit")
    talk(client(ELSEWHERE), date(2026, 5, 1))
    assert figures("consultation_contacts") == (4, 4)
    assert figures("consultation_persons") == (2, 2)


def talk(person: Client, held_on: date, kind: str = "consultation") -> None:
    note = Note(client=person, kind=kind, held_on=held_on, author_pid="-", written_at=clock.now())
    save(note)


def test_attendance_counts_who_came_of_those_expected_meeting_by_meeting(country: Session) -> None:
    here = club(XUAN_AN, date(2025, 1, 1))
    one, two, three = (member(here, date(2025, 1, 1)) for _ in range(3))
    meeting(here, date(2026, 5, 1), [(one, "present"), (two, "late"), (three, "absent_excused")])
    meeting(here, date(2026, 6, 1), [(one, "present"), (two, "absent")])  # no mark: absent
    meeting(here, date(2026, 7, 1))  # no roll
    meeting(here, date(2025, 7, 1), [(one, "present")])
    assert figures("attendance") == (3, 5)
