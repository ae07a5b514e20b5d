"""The annexes of training and of jobs: classes by place, people only as figures of a commune."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sqlalchemy import ColumnElement, func, select

from portal.db import session
from portal.journeys.models import MONTHS_KEPT
from portal.targets.indicators import Asked, Tally
from portal.targets.indicators.asking import Measure
from portal.targets.indicators.work import job_kept, placed
from portal.targets.reports.annexes import ORDER, numbered
from portal.targets.reports.ground import Ground
from portal.targets.reports.model import Annex, Column, Row
from portal.text import sort_key
from portal.training.models import SEATED, Course, Learner, Provider, Standing, TrainingClass

ASKED: tuple[Measure, ...] = (placed, *(partial(job_kept, months=months) for months in MONTHS_KEPT))
UNKNOWN = "Nơi ở chỉ biết theo địa bàn hiện nay, nên không có số liệu theo xã của kỳ này."


def training(ground: Ground) -> Annex:
    """The classes held in the place at some time of the period, with all their learners."""
    columns = (
        ORDER,
        Column("Khóa học"),
        Column("Cơ sở đào tạo"),
        Column("Xã, phường"),
        Column("Khai giảng", "date"),
        Column("Kết thúc", "date"),
        Column("Số chỗ", "number"),
        Column("Học viên", "number"),
        Column("Hoàn thành", "number"),
        Column("Chứng chỉ cấp trong kỳ", "number"),
    )
    rows = sorted(_classes(ground), key=lambda row: (sort_key(str(row[2])), row[3], row[0]))
    note = "Học viên gồm cả người học do cơ sở đào tạo tự tuyển."
    return Annex("training", "Đào tạo nghề và chứng chỉ", columns, numbered(rows), note)


def _classes(ground: Ground) -> Iterator[Row]:
    first, last = ground.period.first, ground.until
    held = select(
        TrainingClass.id,
        Course.title,
        Provider.name,
        TrainingClass.commune_code,
        TrainingClass.starts_on,
        TrainingClass.ends_on,
        TrainingClass.seats,
    )
    held = held.join(Course, Course.id == TrainingClass.course_id)
    held = held.join(Provider, Provider.id == Course.provider_id)
    held = held.where(TrainingClass.starts_on <= last, TrainingClass.cancelled_at.is_(None))
    learners, completed, certified = _learners(), _completed(), _certified(ground)
    for key, title, provider, commune, starts_on, ends_on, seats in session().execute(held):
        seat = ground.area.seat(commune, starts_on).commune
        given = certified.get(key, 0)
        if seat in ground.area.communes and (given or (ends_on or last) >= first):
            place = ground.name(seat)
            figures = (seats, learners.get(key, 0), completed.get(key, 0), given)
            yield (title, provider, place, starts_on, ends_on, *figures)


def _learners() -> dict[int, int]:
    return _counted(Learner.standing.in_(SEATED))


def _completed() -> dict[int, int]:
    return _counted(Learner.standing == Standing.COMPLETED)


def _certified(ground: Ground) -> dict[int, int]:
    return _counted(Learner.certified_on.between(ground.period.first, ground.period.last))


def _counted(which: ColumnElement[bool]) -> dict[int, int]:
    query = select(Learner.class_id, func.count()).where(which).group_by(Learner.class_id)
    return {key: count for key, count in session().execute(query)}


def jobs(ground: Ground) -> Annex:
    """By commune: who needed work and was placed, and who was still in the job when asked."""
    columns = (
        ORDER,
        Column("Xã, phường"),
        Column("Người cần việc làm", "number"),
        Column("Đã nhận việc", "number"),
        *(column for months in MONTHS_KEPT for column in _asked_after(months)),
    )
    title = "Việc làm, duy trì việc làm"
    if not ground.area.people_known:
        return Annex("jobs", title, columns, (), UNKNOWN)
    rows = sorted(_by_commune(ground), key=lambda row: sort_key(str(row[0])))
    return Annex("jobs", title, columns, numbered(rows))


def _asked_after(months: int) -> tuple[Column, Column]:
    reached = Column(f"Nhận việc đủ {months} tháng", "number")
    return reached, Column(f"Còn việc sau {months} tháng", "number")


def _by_commune(ground: Ground) -> Iterator[Row]:
    """The communes that have any figure."""
    for commune in ground.area.communes:
        area = replace(ground.area, communes=frozenset({commune}))
        asked = Asked(area, ground.period.first, ground.until, "person")
        tallies = [
            measure(ground.records, asked) or Tally(frozenset(), frozenset()) for measure in ASKED
        ]
        figures = [n for tally in tallies for n in (len(tally.whole), len(tally.done))]
        if any(figures):
            yield (ground.name(commune), *figures)
