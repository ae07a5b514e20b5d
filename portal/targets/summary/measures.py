"""The closed table of measures: how each adds up, what is read for it, which notes it hears.

To add one: a row here, with a reader (`reading.py`) and the kinds of `changes.note` that touch
its subjects (`hearing.py`). Whatever it counts has to be noted where it changes.
"""

from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString
from sqlalchemy import Select, select

from portal.i18n import lazy
from portal.journeys.models import MONTHS_KEPT, Need, RetentionCheck, Step, StepKind
from portal.people.models import CaseFile, Client, Note
from portal.targets.indicators.people import COMPLETIONS
from portal.targets.summary import reading
from portal.targets.summary.cells import Adds
from portal.targets.summary.hearing import CLUBS, MEETINGS, Hears, people
from portal.targets.summary.reading import Reader, persons
from portal.training.models import Learner


@dataclass(frozen=True)
class Measure:
    """A measure: its key, name and unit, how it adds up, its reader, and what it hears.

    `share`: the numerator is a part of the denominator; without it the denominator is 0.
    """

    key: str
    title: LazyString
    unit: LazyString
    adds: Adds
    read: Reader
    hears: Hears
    share: bool = False

    @property
    def by_residence(self) -> bool:
        """Whether it counts people, who are known where they live now and on no older map."""
        return "client" in self.hears


def _events(day: Any, model: Any) -> Select[Any]:
    """What happened to people: who, their commune, when."""
    query = select(Client.id, Client.commune_code, day).join(model, model.client_id == Client.id)
    return query.where(day.is_not(None))


COMPLETED = _events(CaseFile.completed_on, CaseFile).where(CaseFile.kind.in_(COMPLETIONS))
CONSULTED = _events(Note.held_on, Note).where(Note.kind == "consultation")
PLACED = _events(Step.taken_at, Step).where(Step.kind == StepKind.PLACED)
# of a class, only those whose way to it went through the portal are known as clients
CERTIFIED = (
    select(Client.id, Client.commune_code, Learner.certified_on)
    .join(Step, Step.client_id == Client.id)
    .join(Learner, Learner.pid == Step.copy_pid)
    .where(Learner.certified_on.is_not(None))
)


def _job_kept(months: int) -> Measure:
    """Who said that a job still lasted, on the day that it was so many months old."""
    kept = (
        select(Client.id, Client.commune_code, RetentionCheck.due_on)
        .join(Step, Step.client_id == Client.id)
        .join(RetentionCheck, RetentionCheck.step_id == Step.id)
        .where(RetentionCheck.kept, RetentionCheck.months == months)
    )
    return Measure(
        f"job_kept_{months}",
        lazy("Người còn việc sau %(n)s tháng", n=months),
        lazy("người"),
        Adds.DISTINCT,
        persons(kept),
        people("step", "retention"),
    )


_ALL = (
    Measure(
        "attendance",
        lazy("Tỷ lệ tham gia sinh hoạt"),
        lazy("lượt"),
        Adds.SUM,
        reading.attendance,
        MEETINGS,
        share=True,
    ),
    Measure(
        "meetings",
        lazy("Buổi sinh hoạt có biên bản"),
        lazy("buổi"),
        Adds.SUM,
        reading.meetings,
        MEETINGS,
        share=True,
    ),
    Measure(
        "clubs_founded",
        lazy("Câu lạc bộ thành lập"),
        lazy("câu lạc bộ"),
        Adds.SUM,
        reading.clubs_founded,
        CLUBS,
    ),
    Measure(
        "completions",
        lazy("Người hoàn thành chương trình"),
        lazy("người"),
        Adds.DISTINCT,
        persons(COMPLETED),
        people("case_file"),
    ),
    Measure(
        "files_opened",
        lazy("Người được lập hồ sơ quản lý"),
        lazy("người"),
        Adds.DISTINCT,
        persons(_events(CaseFile.managed_from, CaseFile)),
        people("case_file"),
    ),
    Measure(
        "under_aftercare",
        lazy("Người đang được quản lý, cuối kỳ"),
        lazy("người"),
        Adds.LAST,
        reading.under_aftercare,
        people("case_file"),
    ),
    Measure(
        "needs_recorded",
        lazy("Nhu cầu được ghi nhận"),
        lazy("lượt"),
        Adds.SUM,
        persons(_events(Need.recorded_on, Need)),
        people("need"),
    ),
    Measure(
        "needs_met",
        lazy("Nhu cầu được đáp ứng"),
        lazy("lượt"),
        Adds.SUM,
        persons(_events(Need.met_on, Need)),
        people("need"),
    ),
    Measure(
        "consultations",
        lazy("Lượt tư vấn"),
        lazy("lượt"),
        Adds.SUM,
        persons(CONSULTED),
        people("note"),
    ),
    Measure(
        "people_consulted",
        lazy("Người được tư vấn"),
        lazy("người"),
        Adds.DISTINCT,
        persons(CONSULTED),
        people("note"),
    ),
    Measure(
        "certified",
        lazy("Người được cấp chứng chỉ"),
        lazy("người"),
        Adds.DISTINCT,
        persons(CERTIFIED),
        people("step", "learner"),
    ),
    Measure(
        "placed",
        lazy("Người nhận việc"),
        lazy("người"),
        Adds.DISTINCT,
        persons(PLACED),
        people("step"),
    ),
    *map(_job_kept, MONTHS_KEPT),
)
MEASURES = {measure.key: measure for measure in _ALL}
