"""What a report tells that is reckoned from records: kept as it was when the report closed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.targets.periods import Period
from portal.targets.plans import Plan
from portal.targets.records import Records
from portal.targets.reports import annexes, work_annexes
from portal.targets.reports.duties import task_sentences
from portal.targets.reports.ground import Ground
from portal.targets.reports.lines import Line, report_lines
from portal.targets.reports.model import Annex, Cell, Column, Progress

ANNEXES: tuple[Callable[[Ground], Annex], ...] = (
    annexes.clubs,
    work_annexes.training,
    work_annexes.jobs,
    annexes.attendance,
    annexes.staff,
)
STEPS = len(ANNEXES) + 1


@dataclass(frozen=True)
class Contents:
    """The figures, how far the plan's tasks are, and the annexes but the one of the figures."""

    lines: tuple[Line, ...]
    tasks: tuple[str, ...]
    annexes: tuple[Annex, ...]


def reckon(
    plan: Plan,
    place_code: str,
    period: Period,
    *,
    records: Records | None = None,
    progress: Progress = lambda done, of: None,
) -> Contents:
    """As the records stand now. `records` are those already read by whoever closes several."""
    ground = Ground(place_code, period, records or Records())
    lines = tuple(report_lines(plan, place_code, period, ground.records))
    tasks = tuple(task_sentences(plan, ground))
    progress(1, STEPS)
    return Contents(lines, tasks, tuple(_annexes(ground, progress)))


def from_data(data: dict[str, Any]) -> Contents:
    """What was kept as JSON of plain values, its days as 2026-09-30."""
    return Contents(
        tuple(Line(**{**row, "before": _pair(row["before"])}) for row in data["lines"]),
        tuple(data["tasks"]),
        tuple(_annex(**annex) for annex in data["annexes"]),
    )


def _annexes(ground: Ground, progress: Progress) -> Iterator[Annex]:
    for done, make in enumerate(ANNEXES, start=2):
        yield make(ground)
        progress(done, STEPS)


def _annex(columns: list[dict[str, Any]], rows: list[list[Any]], **facts: str) -> Annex:
    known = tuple(Column(**column) for column in columns)
    cells = (tuple(map(_cell, known, row)) for row in rows)
    return Annex(columns=known, rows=tuple(cells), **facts)


def _cell(column: Column, cell: Any) -> Cell:
    known: Cell = date.fromisoformat(cell) if column.kind == "date" and cell else cell
    return known


def _pair(before: list[Any] | None) -> tuple[int, int | None] | None:
    return (before[0], before[1]) if before else None
