"""The demo's vacancies: lawful, most of them open."""

from datetime import date, timedelta

from portal.demo.openings import JobTemplate, job_text, jobs, wages
from portal.demo.seats import near
from portal.demo.world import Firm, Job, World, keep
from portal.jobs.models import Closing, Vacancy, VacancySkill, Verification
from portal.places import service as places
from portal.trades.vocabulary import DEMANDS, SHIFTS, to_bits

VACANCIES = 300
SEATS = (1, 1, 2, 2, 3, 3, 5, 5, 8, 10)
OPEN, CLOSED_EARLY, BY_AGREEMENT, AT_HOME = 0.9, 0.03, 0.05, 0.8


def add_vacancies(world: World) -> None:
    """The verified employers in turn announce what belongs to their business."""
    firms = [firm for firm in world.firms if firm.employer.verification == Verification.VERIFIED]
    for serial in range(1, world.many(VACANCIES) + 1):
        firm = firms[serial % len(firms)]
        template = world.rng.choice([job for job in jobs() if job.business == firm.business])
        world.jobs.append(Job(firm, _vacancy(world, serial, firm, template), template))
    keep(job.vacancy for job in world.jobs)
    keep(skill for job in world.jobs for skill in _skills(job))


def open_jobs(world: World) -> list[Job]:
    """Those that can be applied to today."""
    return [
        job
        for job in world.jobs
        if job.vacancy.closes_on >= world.today and job.vacancy.closed_at is None
    ]


def _vacancy(world: World, serial: int, firm: Firm, template: JobTemplate) -> Vacancy:
    at_home = world.rng.random() < AT_HOME
    home = firm.employer.commune_code
    commune_code = home if at_home else world.rng.choice(sorted(near(home, world.today)))
    opens_on, closes_on = _days(world)
    least = places.minimum_wage(commune_code, world.today)
    assert least is not None  # every commune of the province has a zone
    wage_from, wage_to = wages(world.rng, template, least.month_vnd)
    agreed = world.rng.random() < BY_AGREEMENT
    vacancy = Vacancy(
        pid=world.pid(),
        code=f"vl-{serial:04}",
        employer_id=firm.employer.id,
        title=world.rng.choice(template.titles),
        description=job_text(world.rng, template),
        commune_code=commune_code,
        occupation=template.occupation,
        education=template.education,
        wage_from=None if agreed else wage_from,
        wage_to=None if agreed else wage_to,
        shifts=to_bits(template.shifts, SHIFTS),
        demands=to_bits(template.demands, DEMANDS),
        accommodation=template.accommodation,
        contract=template.contract,
        min_age=template.min_age,
        seats=world.rng.choice(SEATS),
        taken=0,
        opens_on=opens_on,
        closes_on=closes_on,
    )
    if closes_on >= world.today and world.rng.random() < CLOSED_EARLY:
        vacancy.closed_at = world.at_work(world.day(opens_on, world.ago(1, 3)))
        vacancy.closed_reason = world.rng.choice((Closing.HIRED_ELSEWHERE, Closing.NOT_NEEDED))
    return vacancy


def _days(world: World) -> tuple[date, date]:
    if world.rng.random() < OPEN:
        return world.ago(4, 45), world.today + timedelta(days=world.rng.randint(3, 60))
    opens_on = world.ago(95, 420)
    return opens_on, opens_on + timedelta(days=world.rng.randint(25, 60))


def _skills(job: Job) -> list[VacancySkill]:
    must = {skill: True for skill in job.template.must}
    asked = {skill: False for skill in job.template.nice} | must
    return [
        VacancySkill(vacancy_id=job.vacancy.id, skill=skill, must=needed)
        for skill, needed in asked.items()
    ]
