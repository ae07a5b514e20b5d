"""How the demo's employers came to stand where they do, and every state of a vacancy's life.

All is drawn from a stream of its own; what stood before stays as it was.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from portal.access import Role
from portal.demo import organisations
from portal.demo.seats import PROVINCE
from portal.demo.world import Firm, World, keep
from portal.jobs.models import (
    Closing,
    Draft,
    Employer,
    EmployerDecision,
    JobReport,
    Paper,
    Pledge,
    ReportState,
    Vacancy,
    VacancyEvent,
    VacancyState,
    Verification,
)
from portal.jobs.service.life import WARNED, WARNED_BEFORE
from portal.matching import service as matching

PLEDGED_FROM = date(2025, 10, 1)
REFUSED = "Địa chỉ trên giấy không có thật, điện thoại không liên lạc được."
SUSPENDED = "Hai người xin việc cho biết phải nộp tiền đồng phục trước khi nhận việc."
MENDS = "Bỏ câu yêu cầu nộp tiền đồng phục; đồng phục do doanh nghiệp lo."
RENAMED = "Công ty TNHH %s"
REPORTED = (
    (ReportState.NEW, "fee", "Gọi đến thì bảo phải nộp 300.000 đồng giữ chỗ.", ""),
    (ReportState.NEW, "false", "Tin ghi có chỗ ở, đến nơi thì không có.", ""),
    (ReportState.NEW, "gone", "", ""),
    (ReportState.LOOKED_INTO, "papers", "Đòi giữ căn cước bản gốc.", "Đã gọi, hẹn gặp thứ Hai."),
    (ReportState.DISMISSED, "unfair", "Không gọi lại cho tôi.", "Đã hỏi: tin đã đủ hồ sơ hẹn gặp."),
)


def add_hiring(world: World) -> None:
    """Decisions with their papers, pledges, drafts, what happened to vacancies, and reports."""
    own = world.apart("hiring")
    keep(_decisions(own))
    keep(_pledges(own))
    refused, suspended = _new_firms(own)
    keep([_decided(own, refused, Verification.REFUSED, own.ago(5, 20), REFUSED)])
    keep([_decided(own, suspended, Verification.SUSPENDED, own.ago(5, 20), SUSPENDED)])
    asking = own.firms[1].employer
    asking.asked_name = RENAMED % asking.name
    keep(_drafts(own))
    first = next(job.vacancy for job in own.jobs if job.firm is own.firms[0])
    hidden = _copy(own, first, suspended, serial=1)
    taken_down = _copy(own, first, own.firms[0].employer, serial=2)
    taken_down.closed_at = own.at_work(own.ago(2, 5))
    taken_down.closed_reason = VacancyState.TAKEN_DOWN
    keep([hidden, taken_down])
    keep(_events(own, taken_down))
    keep(_reports(own, taken_down))


def add_ending(world: World) -> None:
    """A vacancy of the first employer in its last week, with the warning; and for every open one
    about how many people it fits."""
    own = world.apart("ending")
    first = next(job.vacancy for job in own.jobs if job.firm is own.firms[0])
    ending = _copy(own, first, own.firms[0].employer, serial=3, closes_in=4)
    keep([ending])
    keep([_event(ending, WARNED, own.at_work(ending.closes_on - WARNED_BEFORE))])
    matching.write_suitable()


def _officer(world: World) -> str:
    return world.users[f"{Role.OFFICER}/{PROVINCE}"].pid


def _decisions(world: World) -> Iterator[EmployerDecision]:
    for firm in world.firms:
        employer = firm.employer
        if employer.verification == Verification.VERIFIED:
            first = employer.registered_at.date() + timedelta(days=world.rng.randint(1, 6))
            yield _decided(world, employer, Verification.VERIFIED, first, paper=True)


def _decided(
    world: World,
    employer: Employer,
    what: Verification,
    day: date,
    words: str = "",
    *,
    paper: bool = False,
) -> EmployerDecision:
    seen: dict[str, Any] = {}
    if paper:
        issued_on = world.day(date(2015, 1, 5), date(2024, 6, 28))
        seen = {"paper": Paper.BUSINESS, "paper_number": employer.tax_code, "paper_on": issued_on}
    return EmployerDecision(
        employer_id=employer.id,
        what=what,
        decided_at=world.at_work(day),
        by_pid=_officer(world),
        words=words,
        **seen,
    )


def _pledges(world: World) -> Iterator[Pledge]:
    for firm in world.firms:
        if firm.employer.pledged:
            signed_on = world.day(PLEDGED_FROM, world.ago(20, 60))
            yield _pledge(world, firm, signed_on)
    ended = _pledge(world, world.firms[0], date(2025, 3, 3))
    ended.ended_on, ended.ended_words = date(2025, 9, 3), "Đổi người đại diện, ký lại bản mới."
    yield ended


def _pledge(world: World, firm: Firm, signed_on: date) -> Pledge:
    return Pledge(
        employer_id=firm.employer.id,
        signed_on=signed_on,
        signed_by=f"Đại diện {firm.employer.name}",
        paper_number=f"{world.rng.randint(1, 90):02}/{signed_on.year}/CK",
        seen_by_pid=_officer(world),
        recorded_at=world.at_work(signed_on + timedelta(days=1)),
    )


def _new_firms(world: World) -> list[Employer]:
    number = len(world.firms)
    codes = islice(organisations.tax_codes(), number, None)
    invented = organisations.employers(world.rng, 2)
    standings = (Verification.REFUSED, Verification.SUSPENDED)
    made = [
        Employer(
            pid=world.pid(),
            code=f"dn-{serial:03}",
            name=each.name,
            tax_code=code,
            commune_code=world.home.code,
            email=each.email,
            verification=standing,
            registered_at=world.at_work(world.ago(30, 90)),
        )
        for serial, (each, code, standing) in enumerate(
            zip(invented, codes, standings, strict=False), number + 1
        )
    ]
    keep(made)
    return made


def _drafts(world: World) -> Iterator[Draft]:
    employer = world.firms[0].employer
    started = {"title": ["Phụ xưởng ca chiều"]}
    longer = {**started, "title": ["Thợ chính"], "seats": ["2"], "wage_from": ["9.000.000"]}
    for typed in (started, longer):
        yield Draft(
            pid=world.pid(),
            employer_id=employer.id,
            title=typed["title"][0],
            typed=typed,
            saved_at=world.at_work(world.ago(1, 6)),
        )


def _copy(
    world: World, model: Vacancy, employer: Employer, *, serial: int, closes_in: int = 20
) -> Vacancy:
    """Another vacancy like one that stands."""
    taken = (
        "title description commune_code occupation education wage_from wage_to shifts demands "
        "contract min_age seats"
    )
    return Vacancy(
        pid=world.pid(),
        code=f"vl-{len(world.jobs) + serial:04}",
        employer_id=employer.id,
        taken=0,
        opens_on=world.ago(20, 25),
        closes_on=world.today + timedelta(days=closes_in),
        **{name: getattr(model, name) for name in taken.split()},
    )


def _events(world: World, taken_down: Vacancy) -> Iterator[VacancyEvent]:
    """What the clock has told of those that end soon or ended this week, and who ended others."""
    assert taken_down.closed_at
    yield _event(taken_down, VacancyState.TAKEN_DOWN, taken_down.closed_at, rule="fee", words=MENDS,
                 by_pid=_officer(world))  # fmt: skip
    for job in world.jobs:
        vacancy = job.vacancy
        if vacancy.closed_at:
            _filled(world, vacancy)
            yield _event(vacancy, VacancyState.CLOSED, vacancy.closed_at)
        elif world.today <= vacancy.closes_on <= world.today + WARNED_BEFORE:
            warned_on = vacancy.closes_on - WARNED_BEFORE
            yield _event(vacancy, WARNED, world.at_work(warned_on))
        elif vacancy.closes_on < world.today:
            ended = world.at_work(vacancy.closes_on + timedelta(days=1))
            yield _event(vacancy, VacancyState.EXPIRED, ended)


def _filled(world: World, vacancy: Vacancy) -> None:
    elsewhere = vacancy.closed_reason == Closing.HIRED_ELSEWHERE
    left = vacancy.seats - vacancy.taken
    vacancy.filled_here = vacancy.taken
    vacancy.filled_elsewhere = world.rng.randint(min(1, left), left) if elsewhere else 0


def _event(vacancy: Vacancy, what: str, at: datetime, **said: str) -> VacancyEvent:
    return VacancyEvent(
        vacancy_id=vacancy.id, what=what, happened_at=at, closes_on=vacancy.closes_on, **said
    )


def _reports(world: World, taken_down: Vacancy) -> Iterator[JobReport]:
    running = [
        job.vacancy
        for job in world.jobs
        if job.vacancy.closed_at is None and job.vacancy.closes_on > world.today
    ]
    for state, *said in REPORTED:
        yield _report(world, world.rng.choice(running), state, *said)
    true = "Đòi 500.000 đồng tiền đồng phục."
    yield _report(world, taken_down, ReportState.TAKEN_DOWN, "fee", true, MENDS)


def _report(world: World, vacancy: Vacancy, state: ReportState, *said: str) -> JobReport:
    reason, words, answer = said
    sent_on = world.ago(3, 9)
    ended = state != ReportState.NEW
    return JobReport(
        pid=world.pid(),
        vacancy_id=vacancy.id,
        reason=reason,
        words=words,
        sent_at=world.at_work(sent_on),
        state=state,
        decided_at=world.at_work(sent_on + timedelta(days=1)) if ended else None,
        by_pid=_officer(world) if ended else "",
        answer=answer,
    )
