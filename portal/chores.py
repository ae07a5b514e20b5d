"""What the worker does with each kind of outbox row, and what it does every day and hour."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from portal import clock, search
from portal.accounts.service import one_time
from portal.clubs import indexing as clubs_found
from portal.clubs import service as clubs
from portal.clubs.service import outreach, reminders, transfers
from portal.db import session
from portal.jobs import indexing as jobs_found
from portal.jobs import service as jobs
from portal.jobs.service import fairs, keeping
from portal.journeys import service as journeys
from portal.journeys.service import asking, centres, searches
from portal.matching import service as matching
from portal.messages import service as outbox
from portal.messages.models import OutboxRow
from portal.messages.service import Job
from portal.messages.worker import Long
from portal.search.protocol import Entry
from portal.targets import summary
from portal.targets.service import papers, releases
from portal.training import indexing as courses_found
from portal.training import service as training

# of each kind that is searched: the entries of these public ids, or of all
Sources = Mapping[str, Callable[[Iterable[str] | None], Iterable[Entry]]]
SOURCES: Sources = {
    "course": courses_found.entries,
    "job": jobs_found.entries,
    "club": clubs_found.club_entries,
    "counselling_point": clubs_found.point_entries,
}
# the day's care, in this order
CARE: Mapping[str, Callable[[], Any]] = {
    "one_time_words": one_time.forget_old,
    "applications": jobs.expire_applications,
    "vacancies": jobs.turn_of_day,
    "centres": centres.turn_of_day,
    "questions": keeping.forget_questions,
    "fairs": fairs.turn_of_day,
    "searches": searches.look_for_members,
    "classes": training.turn_of_day,
    "meetings": clubs.plan_ahead,
    "transfers": transfers.lapse_unanswered,
    "suitable": matching.write_suitable,
    "summary": summary.turn_of_day,
    "open_figures": releases.release_settled_years,
    "papers": papers.forget_old,
    "reminders": reminders.forget_old_reminders,
    "outreach": outreach.forget_unanswered,
}
DAILY_AT = time(3, 0)
AN_HOUR = timedelta(hours=1)


def index(payload: dict[str, Any]) -> None:
    """Let the search index follow the records: what is no longer open is forgotten."""
    kind, pids = payload["kind"], payload["pids"]
    rooms = search.current()
    if kind in rooms.kinds:
        entries = list(SOURCES[kind](pids))
        rooms.remove(kind, pids)
        rooms.put(entries)


def rebuild_index() -> None:
    """Make the search indexes anew from the records."""
    sources = {kind: lambda source=source: source(None) for kind, source in SOURCES.items()}
    search.current().rebuild(sources)


def daily(payload: dict[str, Any]) -> None:
    """Ask for each part of the day's care, and for itself again tomorrow."""
    for part in CARE:
        outbox.queue("care", {"part": part})
    ask_for_care()


def care(payload: dict[str, Any]) -> None:
    """One part of the day's care, in a transaction of its own: a fault holds up no other."""
    CARE[payload["part"]]()


def hourly(payload: dict[str, Any]) -> None:
    """The hour's care; it asks for itself again."""
    reminders.remind()
    ask_for_care()


def ask_for_care() -> None:
    """Queue the next daily and the next hourly care, unless they are queued already."""
    tomorrow = datetime.combine(clock.today() + timedelta(days=1), DAILY_AT)
    _ask_for("daily", clock.instant(tomorrow))
    _ask_for("hourly", clock.now().replace(minute=0, second=0, microsecond=0) + AN_HOUR)


def _ask_for(kind: str, due_at: datetime) -> None:
    waiting = select(OutboxRow.id).where(OutboxRow.kind == kind, OutboxRow.done_at.is_(None))
    if session().scalar(waiting.where(OutboxRow.due_at >= due_at).limit(1)) is None:
        outbox.queue(kind, {}, due_at=due_at)


JOBS: dict[str, Job | Long] = {
    "index": index,
    "daily": daily,
    "care": care,
    "hourly": hourly,
    "remind": Long(reminders.deliver),
    "seat_found": journeys.tell_seat_found,
    "seat_lost": journeys.tell_seat_lost,
    "class_cancelled": journeys.tell_class_cancelled,
    "class_result": journeys.hear_class_result,
    "application_answered": journeys.hear_answer,
    "application_waits": jobs.remind_employer,
    "question_answered": asking.hear_employer,
    "paper": Long(papers.make_paper),
}
