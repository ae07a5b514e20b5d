"""Indicators of work: certificates, jobs found, jobs kept, consultations, attendance."""

from collections.abc import Hashable

from portal import clock
from portal.targets.indicators.asking import Asked, Tally
from portal.targets.indicators.clubs import seat_clubs
from portal.targets.indicators.people import in_period
from portal.targets.records import Records


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
        if job.commune_code in asked.area.communes:
            if asked.first <= clock.months_before(job.placed_on, -months) <= asked.day:
                last[job.person] = job.id
    kept = {
        person
        for person, job_id in last.items()
        if (asked_on := records.work.kept.get((job_id, months))) and asked_on <= asked.day
    }
    return Tally(frozenset(kept), frozenset(last))


def consultation_contacts(records: Records, asked: Asked) -> Tally:
    """Every consultation of the period, as often as somebody came; no part of a whole."""
    return _everyone(talk.id for talk in _talks(records, asked))


def consultation_persons(records: Records, asked: Asked) -> Tally:
    """Everybody who had a consultation in the period, once; no part of a whole."""
    return _everyone(talk.person for talk in _talks(records, asked))


def attendance(records: Records, asked: Asked) -> Tally:
    """Of the members expected at the meetings of the period, excused ones left out, those who
    came: each as often as there was a meeting with a roll."""
    held = records.held(asked.first, asked.day)
    seated = seat_clubs(records.clubs, asked.area)
    rolls = [meeting.roll for club, _ in seated.clubs for meeting in held.get(club.id, ())]
    ...
