"""The demo's applications: like anyone's, or to an employer who knows; and who was hired."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from portal.demo.seats import near
from portal.demo.vacancies import open_jobs
from portal.demo.world import Job, Member, World, keep
from portal.jobs.models import OPEN_HIRING, Application, Hiring
from portal.journeys.models import Step, StepKind
from portal.journeys.service.applying import REASONS
from portal.journeys.service.steps import GIVEN_ON_SCREEN
from portal.people.models import Consent

PLAIN, AT_OWN, KNOWING, PLACED, REFUSED = 90, 5, 18, 60, 30
KNOWN_FOR = timedelta(days=30)
STANDINGS = (Hiring.SENT, Hiring.SENT, Hiring.INVITED, Hiring.DECLINED)
FIELDS = "name phone skills shifts"
LOST = 0.15
ABOUT = (
    "Em đã làm việc này hai năm, đi làm được ngay.",
    "Em mới học xong nghề, có chứng chỉ, mong được thử việc.",
    "Em nhà gần, làm được ca chiều và cuối tuần.",
)


def add_applications(world: World) -> None:
    """Most people apply like anyone, which leaves a note of their own and nothing else; the demo's
    own member and some others have chosen to tell an employer who has signed the pledge."""
    jobs = open_jobs(world)
    for member, job in _pairs(world, jobs, StepKind.APPLIED, world.many(PLAIN)):
        applied_on = world.day(job.vacancy.opens_on or world.today, world.today)
        world.steps.append(_step(world, member, job, StepKind.APPLIED, applied_on))
    knowing = [job for job in jobs if job.firm.employer.pledged]
    own = [job for job in knowing if job.firm is world.firms[0]]
    _apply_knowing(world, world.clients[0], own[0], Hiring.SENT)
    for known, number in ((own, AT_OWN), (knowing, world.many(KNOWING))):
        for member, job in _pairs(world, known, StepKind.APPLIED, number):
            _apply_knowing(world, member, job, world.rng.choice(STANDINGS))


def add_placements(world: World) -> None:
    """People who have found work; a vacancy has as many seats taken as people placed."""
    for member, job in _pairs(world, world.jobs, StepKind.PLACED, world.many(PLACED)):
        vacancy = job.vacancy
        if vacancy.taken < vacancy.seats and vacancy.opens_on:
            vacancy.taken += 1
            hired_on = world.day(vacancy.opens_on, min(vacancy.closes_on, world.today))
            step = _step(world, member, job, StepKind.PLACED, hired_on)
            if world.rng.random() < LOST:
                step.ended_on = world.day(hired_on, world.today)
            world.steps.append(step)


def add_refusals(world: World) -> None:
    """Suggestions that people did not want, each for a reason."""
    for member, job in _pairs(world, open_jobs(world), StepKind.TURNED_DOWN, world.many(REFUSED)):
        step = _step(world, member, job, StepKind.TURNED_DOWN, world.ago(0, 4), channel="")
        step.reason = world.rng.choice(REASONS)
        world.steps.append(step)


def keep_steps(world: World) -> None:
    """Store the steps of all."""
    keep(world.steps)


def _pairs(
    world: World, jobs: list[Job], kind: StepKind, number: int
) -> Iterator[tuple[Member, Job]]:
    """People without such a step, each with a job: one near by that they want, where there is."""
    busy = {step.client_id for step in world.steps if step.kind == kind}
    free = [member for member in world.clients[1:] if member.client.id not in busy]
    by_commune: defaultdict[str, list[Job]] = defaultdict(list)
    for job in jobs:
        by_commune[job.vacancy.commune_code].append(job)
    for member in world.rng.sample(free, min(number, len(free))):
        around = sorted(near(member.home, world.today))
        reached = [job for code in around for job in by_commune[code]]
        wanted = [job for job in reached if _wants(member, job)]
        yield member, world.rng.choice(wanted or reached or jobs)


def _wants(member: Member, job: Job) -> bool:
    return any(code.startswith(job.template.occupation[:2]) for code in member.person.wanted)


def _step(
    world: World,
    member: Member,
    job: Job,
    kind: StepKind,
    taken_on: date,
    *,
    channel: str = "plain",
) -> Step:
    return Step(
        pid=world.pid(),
        client_id=member.client.id,
        kind=kind,
        opening_kind="vacancy",
        opening_code=job.vacancy.code,
        channel=channel,
        taken_at=world.at_work(taken_on),
    )


def _apply_knowing(world: World, member: Member, job: Job, standing: Hiring) -> None:
    sent_on = world.ago(1, 20)
    application = Application(
        pid=world.pid(),
        vacancy_id=job.vacancy.id,
        standing=standing,
        sent_at=world.at_work(sent_on),
        ends_on=sent_on + KNOWN_FOR,
    )
    about = world.rng.choice(ABOUT)
    if standing in OPEN_HIRING:
        application.name, application.phone = member.client.name, member.client.phone
        application.about = about
    else:
        application.key_wrapped = None  # as the end of an application has it
    step = _step(world, member, job, StepKind.APPLIED, sent_on, channel="knowing")
    step.taken_at, step.copy_pid = application.sent_at, application.pid
    keep([application, _consent(world, job, step, application)])
    world.steps.append(step)


def _consent(world: World, job: Job, step: Step, application: Application) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=step.client_id,
        basis="consent",
        purpose=f"application/{step.pid}",
        viewer=f"employer/{job.firm.employer.pid}",
        fields=FIELDS,
        from_on=application.ends_on - KNOWN_FOR,
        to_on=application.ends_on,
        given_how=GIVEN_ON_SCREEN,
        given_at=application.sent_at,
    )
