"""The demo's job fairs: one that was held and counted, one to come, one that was called off."""

from datetime import date, time, timedelta
from typing import Any

from portal.access import Role
from portal.demo.seats import PROVINCE
from portal.demo.vacancies import open_jobs
from portal.demo.world import World, keep
from portal.jobs.models import FairCount, FairEmployer, FairState, JobFair

FIRMS = 6
# by which channel, contacts, persons
CAME = (("centre", 214, 168), ("mobile_day", 96, 81), ("telephone", 37, 30), ("social", 58, 49))
CENTRE = "Trung tâm Dịch vụ việc làm số 1"


def add_fairs(world: World) -> None:
    """With employers that have something to offer."""
    own = world.apart("fairs")
    week = timedelta(days=7)
    held = _fair(own, "Ngày việc làm lưu động", "mobile_day", own.today - 3 * week)
    held.state = FairState.HELD
    coming = _fair(own, "Phiên giao dịch việc làm", "centre", own.today + 2 * week)
    off = _fair(own, "Ngày việc làm lưu động", "mobile_day", own.today + week)
    off.state, off.said = FairState.CANCELLED, "Hội trường đang sửa"
    keep([held, coming, off])
    firms = sorted({job.firm.employer.id for job in open_jobs(own)})[:FIRMS]
    for fair in (held, coming):
        keep(_coming(own, fair, firms))
    keep(_counts(own, held))


def _fair(world: World, name: str, channel: str, held_on: date) -> JobFair:
    return JobFair(
        pid=world.pid(),
        name=f"{name} tháng {held_on.month}",
        channel=channel,
        held_on=held_on,
        from_hour=time(7, 30),
        to_hour=time(11),
        venue="Hội trường Ủy ban nhân dân" if channel == "mobile_day" else "Sảnh chính, tầng 1",
        commune_code=world.home.code,
        organiser=CENTRE,
        by_pid=_officer(world),
    )


def _officer(world: World) -> str:
    return world.users[f"{Role.OFFICER}/{PROVINCE}"].pid


def _coming(world: World, fair: JobFair, employer_ids: list[int]) -> list[FairEmployer]:
    joined_at = world.at_work(fair.held_on - timedelta(days=24))
    return [
        FairEmployer(fair_id=fair.id, employer_id=employer_id, joined_at=joined_at, by_pid="")
        for employer_id in employer_ids
    ]


def _counts(world: World, fair: JobFair) -> list[FairCount]:
    """One of them was put right the day after."""
    said: dict[str, Any] = {"fair_id": fair.id, "by_pid": _officer(world)}
    first, next_day = (world.at_work(fair.held_on + timedelta(days=days)) for days in (0, 1))
    counted = [
        FairCount(channel=channel, contacts=contacts, persons=persons, entered_at=first, **said)
        for channel, contacts, persons in CAME
    ]
    wrong = counted[0]
    wrong.replaced_at = next_day
    right = FairCount(
        channel=wrong.channel,
        contacts=wrong.contacts + 12,
        persons=wrong.persons + 9,
        entered_at=next_day,
        reason="Bổ sung phiếu của bàn số 4",
        **said,
    )
    return [*counted, right]
