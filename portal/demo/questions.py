"""Questions to employers who know whether somebody they hired still works there."""

from datetime import timedelta

from portal.demo.world import Job, Member, World, keep
from portal.jobs.models import JobQuestion
from portal.journeys.models import AskedEmployer, Step, StepKind
from portal.journeys.service.asking import FIELDS
from portal.journeys.service.retention import answer_by
from portal.journeys.service.steps import GIVEN_ON_SCREEN
from portal.people.models import Consent

WORKED = timedelta(days=40)


def add_questions(world: World) -> None:
    """One waits for the demo's own employer, one for another; both people agreed to it."""
    own = world.apart("questions")
    knowing = [job for job in own.jobs if job.firm.employer.pledged and job.vacancy.taken == 0]
    ours = [job for job in knowing if job.firm is own.firms[0]]
    others = [job for job in knowing if job.firm is not own.firms[0]]
    people = own.living_in([own.home.code])
    for job, member in ((max(ours, key=_seats), people[0]), (max(others, key=_seats), people[1])):
        _hire_and_ask(own, job, member)


def _seats(job: Job) -> int:
    return job.vacancy.seats


def _hire_and_ask(world: World, job: Job, member: Member) -> None:
    step = Step(
        pid=world.pid(),
        client_id=member.client.id,
        kind=StepKind.PLACED,
        opening_kind="vacancy",
        opening_code=job.vacancy.code,
        channel="knowing",
        taken_at=world.at_work(world.today - WORKED),
    )
    job.vacancy.taken += 1
    asked = JobQuestion(
        pid=world.pid(),
        vacancy_id=job.vacancy.id,
        name=member.client.name,
        hired_on=world.today - WORKED,
        asked_on=world.today,
        answer_by=answer_by(step, 1),
    )
    keep([step, asked, _consent(world, job, step)])
    asked_for = {"step_id": step.id, "question_pid": asked.pid, "asked_on": world.today}
    keep([AskedEmployer(months=1, **asked_for)])


def _consent(world: World, job: Job, step: Step) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=step.client_id,
        basis="consent",
        purpose=f"retention/{step.pid}",
        viewer=f"employer/{job.firm.employer.pid}",
        fields=" ".join(FIELDS),
        from_on=world.today,
        to_on=answer_by(step, 1),
        given_how=GIVEN_ON_SCREEN,
        given_at=world.at_work(world.today),
    )
