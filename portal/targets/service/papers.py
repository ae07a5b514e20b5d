"""Papers: asked for by an officer, made by the worker, fetched by whoever asked."""

import logging
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from portal import audit, clock, files
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, PortalError
from portal.i18n import _, current_language, force_locale
from portal.messages import service as outbox
from portal.messages.worker import Begin
from portal.targets.models import PaperState, ReportJob
from portal.targets.plans import plan_numbered
from portal.targets.reports.as_html import as_html
from portal.targets.reports.build import check_place
from portal.targets.reports.contents import STEPS
from portal.targets.reports.formats import FORMATS
from portal.targets.reports.model import Report, Texts
from portal.targets.scope import is_own_place, own_place
from portal.targets.service.official import official_report
from portal.targets.service.reports import period_for

FOLDER = "reports"
STYLE = "/static/paper.css"
KEPT = timedelta(days=30)
MOST_LISTED = 50
STANDING = ("above", "authority", "signed_as", "signed_by", "recipients")
log = logging.getLogger(__name__)


def ask_for_paper(
    actor: Actor, *, plan_number: str, place_code: str, period: str, texts: Texts
) -> ReportJob:
    """Have the worker make a paper of an own place; what cannot be made is refused at once."""
    plan, wanted = plan_numbered(plan_number), period_for(place_code, period)
    check_place(plan, place_code, wanted)
    own_place(actor, place_code, wanted.last)
    job = ReportJob(
        plan_number=plan.number,
        place_code=place_code,
        period=wanted.text,
        last_on=wanted.last,
        texts=_kept(texts),
        by_pid=actor.user or "",
        asked_at=clock.now(),
    )
    session().add(job)
    audit.record(actor, "ask_for_paper", f"paper/{job.pid}")
    _queue(job)
    return job


def list_papers(actor: Actor) -> list[ReportJob]:
    """The actor's own papers of places that are still theirs, the newest first."""
    asked = select(ReportJob).where(ReportJob.by_pid == actor.user)
    newest = session().scalars(asked.order_by(ReportJob.id.desc()).limit(MOST_LISTED))
    return [job for job in newest if is_own_place(actor, job.place_code, job.last_on)]


def get_paper(actor: Actor, pid: str) -> ReportJob:
    """A paper that the actor asked for, while their post still covers its place."""
    asked = select(ReportJob).where(ReportJob.pid == pid, ReportJob.by_pid == actor.user)
    job = session().scalar(asked)
    if job is None or not is_own_place(actor, job.place_code, job.last_on):
        raise NotFound
    return job


def try_again(actor: Actor, pid: str) -> ReportJob:
    """Have the worker take up a paper that it could not make."""
    job = get_paper(actor, pid)
    if job.state == PaperState.FAILED:
        job.state, job.error = PaperState.QUEUED, ""
        job.steps_done = job.steps_all = 0
        _queue(job)
    return job


def fetch(actor: Actor, pid: str, ending: str) -> bytes:
    """The file of a paper that is done. It names the staff of the place: who fetched it when is on
    record."""
    job = get_paper(actor, pid)
    path = _path(job.pid, ending)
    if job.state != PaperState.DONE or not path.exists():
        raise NotFound(_("Bản này không còn. Mời lập lại."))
    audit.record(actor, "fetch_paper", f"paper/{pid}", reason=ending)
    return path.read_bytes()


def texts_of_last(actor: Actor, place_code: str) -> dict[str, Any]:
    """What was typed for the place's last paper: heads and signatures seldom change."""
    last = next((job for job in list_papers(actor) if job.place_code == place_code), None)
    return {key: text for key, text in (last.texts if last else {}).items() if key in STANDING}


def make_paper(begin: Begin, payload: dict[str, Any]) -> None:
    """What the worker does: read in one transaction, and tell how far it is in others, so that
    nobody has to wait for it to write."""
    pid = payload["paper"]
    with force_locale(payload["language"]):
        try:
            _make(begin, pid)
        except PortalError as refusal:
            _set(begin, pid, state=PaperState.FAILED, error=refusal.message)
        except Exception:
            log.exception("paper %s was not made", pid)
            words = str(_("Máy chủ gặp lỗi khi lập báo cáo. Mời thử lại."))
            _set(begin, pid, state=PaperState.FAILED, error=words)


def forget_old() -> None:
    """Empty what was asked for long ago; it can be asked for again."""
    old = select(ReportJob).where(ReportJob.asked_at < clock.now() - KEPT)
    for job in session().scalars(old):
        for ending in FORMATS:
            _path(job.pid, ending).unlink(missing_ok=True)
        session().delete(job)


def _make(begin: Begin, pid: str) -> None:
    of = STEPS + len(FORMATS)
    _set(begin, pid, state=PaperState.RUNNING, steps_done=0, steps_all=of)
    with begin(writes=False):
        job = session().scalars(select(ReportJob).where(ReportJob.pid == pid)).one()
        report = official_report(
            job.plan_number,
            job.place_code,
            job.period,
            texts=_texts(job.texts),
            progress=lambda done, _of: _set(begin, pid, steps_done=done),
        )
        for done, ending in enumerate(FORMATS, start=STEPS + 1):
            files.write_whole(_written(report, ending), _path(pid, ending))
            _set(begin, pid, steps_done=done)
    _set(begin, pid, state=PaperState.DONE)


def _written(report: Report, ending: str) -> bytes:
    """On the site the page asks for its style; nothing else may style it."""
    return as_html(report, STYLE) if ending == "html" else FORMATS[ending].write(report)


def _set(begin: Begin, pid: str, **values: Any) -> None:
    with begin():
        session().execute(update(ReportJob).where(ReportJob.pid == pid).values(**values))


def _queue(job: ReportJob) -> None:
    outbox.queue("paper", {"paper": job.pid, "language": current_language()})


def _path(pid: str, ending: str) -> Path:
    return files.folder(FOLDER) / f"{pid}.{ending}"


def _kept(texts: Texts) -> dict[str, Any]:
    """Only what was typed; the day of the paper is settled now, not when the worker comes."""
    made_on = texts.made_on or clock.today()
    typed = {key: value for key, value in asdict(texts).items() if value}
    return typed | {"made_on": made_on.isoformat()}


def _texts(kept: dict[str, Any]) -> Texts:
    return Texts(**kept | {"made_on": date.fromisoformat(kept["made_on"])})
