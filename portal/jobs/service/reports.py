"""Reports of jobs that seem wrong: anyone sends one, the officer of the place looks into it.

However many there are, none takes a job down: only an officer does, with the rule named.
"""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor
from portal.accounts.service import tries
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs.models import REPORT_MOVES, JobReport, ReportState, Vacancy
from portal.jobs.service.employers import in_place
from portal.jobs.service.open import get_open_vacancy
from portal.paging import Page, paged

WAITING = (ReportState.NEW, ReportState.LOOKED_INTO)


def report_job(pid: str, *, reason: str, words: str, address: str) -> JobReport:
    """Keep what is reported of an open job, and nothing of who does.

    From one address five reports of a job, then ever longer waits: as for sign-in.
    """
    keys = {"account": f"report of {pid} from {address}", "address": f"reports from {address}"}
    tries.check(keys)
    vacancy = get_open_vacancy(pid)
    report = JobReport(vacancy_id=vacancy.id, reason=reason, words=words, sent_at=clock.now())
    session().add(report)
    session().flush()
    tries.failed(keys)
    return report


def visible_reports(actor: Actor) -> Select[JobReport]:
    """Those of employers of the officer's place: no employer sees any."""
    return (
        select(JobReport)
        .join(JobReport.vacancy)
        .join(Vacancy.employer)
        .where(in_place(actor))
        .options(contains_eager(JobReport.vacancy).contains_eager(Vacancy.employer))
    )


def get_report(actor: Actor, pid: str) -> JobReport:
    """One of them."""
    found = session().scalar(visible_reports(actor).where(JobReport.pid == pid))
    if found is None:
        raise NotFound
    return found


def list_reports(actor: Actor, state: str, number: int) -> Page[JobReport]:
    """Those in a state, or those that wait where it is blank; the oldest first."""
    states = (state,) if state else WAITING
    query = visible_reports(actor).where(JobReport.state.in_(states))
    return paged(query.order_by(JobReport.sent_at, JobReport.id), number)


def reports_waiting(actor: Actor) -> int:
    """How many the officer has not ended."""
    waiting = visible_reports(actor).where(JobReport.state.in_(WAITING)).subquery()
    return session().scalar(select(func.count()).select_from(waiting)) or 0


def reports_of(actor: Actor, vacancy: Vacancy) -> list[JobReport]:
    """All of one vacancy, newest first."""
    query = visible_reports(actor).where(JobReport.vacancy_id == vacancy.id)
    return list(session().scalars(query.order_by(JobReport.id.desc())))


def answer_report(actor: Actor, pid: str, *, state: str, answer: str) -> JobReport:
    """The officer has looked into it, or dismisses it, and says why."""
    report = get_report(actor, pid)
    if state == ReportState.TAKEN_DOWN:
        raise RuleBroken(_("Gỡ tin thì ghi điều luật ở trang của tin."), field="state")
    about = report.vacancy.pid
    _move(actor, report, ReportState(state), answer)
    audit.record(actor, f"report_{state}", f"vacancy/{about}", reason=answer)
    return report


def close_reports(actor: Actor, vacancy: Vacancy, answer: str) -> None:
    """The job is taken down: so every report of it that waits was right."""
    waiting = select(JobReport).where(
        JobReport.vacancy_id == vacancy.id, JobReport.state.in_(WAITING)
    )
    for report in session().scalars(waiting).all():
        _move(actor, report, ReportState.TAKEN_DOWN, answer)


def _move(actor: Actor, report: JobReport, to: ReportState, answer: str) -> None:
    session().refresh(report, with_for_update=True)
    if to not in REPORT_MOVES[ReportState(report.state)]:
        raise RuleBroken(_("Báo cáo này đã được trả lời. Mời tải lại trang."))
    report.state, report.answer = to, answer
    report.decided_at, report.by_pid = clock.now(), actor.user or ""
    session().flush()
