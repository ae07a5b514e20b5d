"""How the demo's people apply: centres with their flow, sheets, answers and silence, a CV begun."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from portal.db import session
from portal.demo.seats import PROVINCE
from portal.demo.vacancies import open_jobs
from portal.demo.world import Job, Member, World, keep
from portal.jobs.models import OPEN_HIRING, Application, Hiring
from portal.jobs.service.applications import ANSWER_WITHIN
from portal.journeys.flow import month_before
from portal.journeys.models import (
    CentreFlow,
    EmploymentCentre,
    PastWork,
    RelaySheet,
    Step,
    StepKind,
)
from portal.journeys.service import centres
from portal.journeys.service.steps import GIVEN_ON_SCREEN
from portal.people.models import Consent

KNOWN_FOR = timedelta(days=30)
RUNNING_SINCE = date(2024, 9, 1)
MONTHS, EACH_WITH_WORDS = 5, 4
# a centre of the province, one of the own commune that few come to, one without figures
CENTRES = (("số 1", 2400), ("số 2", 45), ("số 3", 0))
HOW = "Gọi trong giờ hành chính, gặp phòng nhân sự. Hoặc nộp hồ sơ tại cổng bảo vệ, từ 8 giờ."
DID = "2019–2021: phụ hồ, Biên Hòa\n2021–2022: đứng máy dập, khu công nghiệp Amata"
ABOUT = "Biết làm: hàn MIG."
# days since it was sent, where it stands, why it ended
ANSWERED = (
    (1, Hiring.SENT, ""),
    (6, Hiring.SENT, ""),
    (5, Hiring.INVITED, ""),
    (9, Hiring.DECLINED, "filled"),
    (12, Hiring.EXPIRED, "unanswered"),
    (33, Hiring.EXPIRED, "time_over"),
    (8, Hiring.WITHDRAWN, "other_job"),
)


def add_applying(world: World) -> None:
    """Every state that an application or a centre can be in."""
    own = world.apart("applying")
    for job in own.jobs[::EACH_WITH_WORDS]:
        job.vacancy.how_to_apply = HOW
    known = [job for job in open_jobs(own) if job.firm.employer.pledged]
    people = _people(own)
    for how in ANSWERED:
        member = next(people)
        _apply(own, member, own.rng.choice(_not_yet_taken(member, known)), how)
    first, second = _centres(own)
    for member, centre in ((own.clients[0], first), (next(people), second)):
        _sheet(own, member, own.rng.choice(_not_yet_taken(member, open_jobs(own))), centre)
    for centre in (first, second):
        centres.judge(centre)
    keep([PastWork(pid=own.pid(), client=own.clients[0].client, body=DID, kept_on=own.today)])


def _people(world: World) -> Iterator[Member]:
    """All but the demo's own member, those who have taken no step before the others."""
    busy = set(session().scalars(select(Step.client_id)))
    yield from sorted(world.clients[1:], key=lambda member: member.client.id in busy)


def _not_yet_taken(member: Member, jobs: list[Job]) -> list[Job]:
    query = select(Step.opening_code).where(Step.client_id == member.client.id)
    taken = set(session().scalars(query))
    return [job for job in jobs if job.vacancy.code not in taken]


def _apply(world: World, member: Member, job: Job, how: tuple[int, Hiring, str]) -> None:
    ago, standing, reason = how
    sent_on = world.today - timedelta(days=ago)
    open_still = standing in OPEN_HIRING
    application = Application(
        pid=world.pid(),
        vacancy_id=job.vacancy.id,
        standing=standing,
        reason="" if standing == Hiring.WITHDRAWN else reason,
        sent_at=world.at_work(sent_on),
        answer_by=sent_on + ANSWER_WITHIN,
        ends_on=sent_on + KNOWN_FOR,
    )
    if open_still:
        application.name, application.phone = member.client.name, member.client.phone
        application.about = ABOUT
    else:
        application.key_wrapped = None  # as the end of an application has it
    step = _step(world, member, job, "knowing", application)
    if standing in (Hiring.EXPIRED, Hiring.WITHDRAWN):
        step.ended_on = world.today
    if standing == Hiring.WITHDRAWN:
        step.reason = reason
    to_on = application.ends_on if open_still else world.today - timedelta(days=1)
    viewer = f"employer/{job.firm.employer.pid}"
    keep([application, step, _consent(world, step, viewer, to_on)])


def _centres(world: World) -> tuple[EmploymentCentre, EmploymentCentre]:
    """With the figures of the last months, where a centre has given any."""
    made = [
        EmploymentCentre(
            pid=world.pid(),
            name=f"Trung tâm Dịch vụ việc làm {name}",
            place_code=world.home.code if name == "số 2" else PROVINCE,
            address="" if not flow else f"Số {world.rng.randint(2, 90)}, đường 30 Tháng 4",
            phone=world.phone(),
            from_on=RUNNING_SINCE,
        )
        for name, flow in CENTRES
    ]
    keep(made)
    for centre, (_name, flow) in zip(made, CENTRES, strict=True):
        keep(_flows(world, centre, flow))
    return made[0], made[1]


def _flows(world: World, centre: EmploymentCentre, usual: int) -> Iterator[CentreFlow]:
    month = world.today
    for _ in range(MONTHS if usual else 0):
        month = month_before(month)
        yield CentreFlow(
            pid=world.pid(),
            centre_id=centre.id,
            month=month,
            applicants=round(usual * world.rng.uniform(0.8, 1.1)),
            source=f"Báo cáo tháng {month:%m/%Y} của trung tâm",
        )


def _sheet(world: World, member: Member, job: Job, centre: EmploymentCentre) -> None:
    sheet = RelaySheet(
        pid=world.pid(),
        centre_id=centre.id,
        name=member.client.name,
        phone=member.client.phone,
        about=ABOUT,
        work=f"{job.vacancy.title} · {job.firm.employer.name}",
        made_on=world.today - timedelta(days=1),
        ends_on=world.today - timedelta(days=1) + KNOWN_FOR,
    )
    step = _step(world, member, job, "relay", sheet)
    keep([sheet, step, _consent(world, step, f"centre/{centre.pid}", sheet.ends_on)])


def _step(world: World, member: Member, job: Job, channel: str, copy: Any) -> Step:
    sent_on = copy.made_on if channel == "relay" else copy.sent_at.date()
    step = Step(
        pid=world.pid(),
        client_id=member.client.id,
        kind=StepKind.APPLIED,
        opening_kind="vacancy",
        opening_code=job.vacancy.code,
        channel=channel,
        copy_pid=copy.pid,
        taken_at=world.at_work(sent_on),
    )
    world.steps.append(step)
    return step


def _consent(world: World, step: Step, viewer: str, to_on: date) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=step.client_id,
        basis="consent",
        purpose=f"application/{step.pid}",
        viewer=viewer,
        fields="name phone skills",
        from_on=min(step.taken_at.date(), to_on),
        to_on=to_on,
        given_how=GIVEN_ON_SCREEN,
        given_at=step.taken_at,
    )
