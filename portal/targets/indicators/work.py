"""Indicators of the way into work: certificates, jobs found, jobs kept, talks, attendance."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from portal import clock
from portal.i18n import lazy
from portal.journeys.models import MONTHS_KEPT
from portal.targets.indicators.asking import Asked, Indicator, Tally
from portal.targets.indicators.clubs import attendance
from portal.targets.indicators.people import in_period
from portal.targets.records import Records
from portal.targets.work_records import TalkRow


def trained_and_certified(records: Records, asked: Asked) -> Tally:
    """Of the people who held a seat in a class that ended in the period, those who have a
    certificate of such a class by the day."""
    seats = [
        seat
        for seat in records.work.seats
        if seat.commune_code in asked.area.communes
        and seat.ended_on
        and asked.first <= seat.ended_on <= asked.day
    ]
    certified = {
        seat.person for seat in seats if seat.certified_on and seat.certified_on <= asked.day
    }
    return Tally(frozenset(certified), frozenset(seat.person for seat in seats))


def placed(records: Records, asked: Asked) -> Tally:
    """Of the people with a need of work in the period, those who were given a job in it."""
    in_need = frozenset(
        need.person
        for need in records.needs
        if need.commune_code in asked.area.communes
        and need.kind == "work"
        and in_period(need, asked)
    )
    hired = {
        job.person for job in records.work.placements if asked.first <= job.placed_on <= asked.day
    }
    return Tally(in_need & hired, in_need)


def job_kept(records: Records, asked: Asked, months: int) -> Tally:
    """Of the people placed so many months before some day of the period, those who said by the
    day that they were still in the job; of several jobs the last."""
    last: dict[int, int] = {}
    for job in records.work.placements:
        lasted_on = clock.months_before(job.placed_on, -months)
        if job.commune_code in asked.area.communes and asked.first <= lasted_on <= asked.day:
            last[job.person] = job.id
    kept = {
        person
        for person, job_id in last.items()
        if records.work.kept.get((job_id, months), date.max) <= asked.day
    }
    return Tally(frozenset(kept), frozenset(last))


def consultation_contacts(records: Records, asked: Asked) -> Tally:
    """Every consultation of the period, as often as somebody came; no part of a whole."""
    return _everyone(talk.id for talk in _talks(records, asked))


def consultation_persons(records: Records, asked: Asked) -> Tally:
    """Everybody who had a consultation in the period, once; no part of a whole."""
    return _everyone(talk.person for talk in _talks(records, asked))


def _talks(records: Records, asked: Asked) -> list[TalkRow]:
    return [
        talk
        for talk in records.work.talks
        if talk.commune_code in asked.area.communes and asked.first <= talk.held_on <= asked.day
    ]


def _everyone(who: Iterable[int]) -> Tally:
    counted = frozenset(who)
    return Tally(counted, counted)


def _kept_so_long(months: int) -> Indicator:
    return Indicator(
        f"job_kept_{months}",
        lazy("Người còn việc sau %(n)s tháng", n=months),
        lazy("người cho biết vẫn còn làm"),
        lazy("người đã nhận việc đủ %(n)s tháng trong kỳ", n=months),
        partial(job_kept, months=months),
        by_residence=True,
    )


WORK = (
    Indicator(
        "trained_and_certified",
        lazy("Người học nghề có chứng chỉ"),
        lazy("người được cấp chứng chỉ"),
        lazy("người học lớp kết thúc trong kỳ"),
        trained_and_certified,
        by_residence=True,
    ),
    Indicator(
        "placed",
        lazy("Người cần việc đã nhận việc"),
        lazy("người nhận việc trong kỳ"),
        lazy("người có nhu cầu việc làm trong kỳ"),
        placed,
        by_residence=True,
    ),
    *map(_kept_so_long, MONTHS_KEPT),
    Indicator(
        "consultation_contacts",
        lazy("Lượt tư vấn"),
        lazy("lượt tư vấn trong kỳ"),
        lazy("tất cả lượt tư vấn"),
        consultation_contacts,
        by_residence=True,
        unit="contacts",
        over_time="sum",
        over_places="sum",
    ),
    Indicator(
        "consultation_persons",
        lazy("Người được tư vấn"),
        lazy("người được tư vấn trong kỳ"),
        lazy("tất cả người được tư vấn"),
        consultation_persons,
        by_residence=True,
    ),
    Indicator(
        "attendance",
        lazy("Thành viên dự sinh hoạt"),
        lazy("lượt có mặt, kể cả đến muộn"),
        lazy("lượt thành viên các buổi, trừ vắng có lý do"),
        attendance,
        unit="contacts",
        over_time="sum",
        over_places="sum",
    ),
)
