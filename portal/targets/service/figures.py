"""Figures that officers report: by indicator, place and period; corrected, never lost."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from portal import audit, changes, clock
from portal.access import Actor
from portal.accounts.models import User
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.paging import SIZE, Page
from portal.places import service as places
from portal.targets.models import Figure, PlanReport, ReportState
from portal.targets.periods import parse_period
from portal.targets.scope import is_own_place
from portal.targets.typed import place_typed, place_written

Key = tuple[str, str, str]


class Correction(NamedTuple):
    """A figure as it was, what came instead, and who corrected it, when and why."""

    old: Figure
    new: Figure
    by: str


class Reported(NamedTuple):
    """A figure that stands, the name of its place on its map, who entered it, and how it was
    corrected, the latest first."""

    figure: Figure
    place: str
    by: str
    corrections: list[Correction]


def list_figures(
    actor: Actor, number: int = 1, *, indicator: str = "", period: str = ""
) -> Page[Reported]:
    """The figures of one's own places, by indicator, place and period; each with its history."""
    found: defaultdict[Key, list[tuple[Figure, str]]] = defaultdict(list)
    for figure, name in session().execute(_with_names()):
        if indicator in ("", figure.indicator) and figure.period.startswith(period):
            found[_key(figure)].append((figure, name or "–"))
    own = [key for key in sorted(found) if _is_own(actor, *key[1:])]
    start = max(0, number - 1) * SIZE
    rows = [_reported(found[key]) for key in own[start : start + SIZE]]
    return Page(rows, max(1, number), len(own))


def get_figure(actor: Actor, pid: str) -> Reported:
    """The figure of one's own places that stands where this one did, perhaps corrected since."""
    figure = session().scalar(select(Figure).where(Figure.pid == pid))
    if figure is None or not _is_own(actor, figure.place_code, figure.period):
        raise NotFound(_("Không có số liệu này."))
    rows = session().execute(_with_names().where(*_same(*_key(figure))))
    return _reported([(row, name or "–") for row, name in rows])


def times_entered(figure: Figure) -> int:
    """How often the figure was entered: what a correction is typed over."""
    counted = select(func.count()).select_from(Figure).where(*_same(*_key(figure)))
    return session().scalar(counted) or 0


def values_of(figure: Figure) -> dict[str, Any]:
    """What a correction may change."""
    return {name: getattr(figure, name) for name in ("numerator", "denominator", "source")}


def enter_figure(
    actor: Actor,
    *,
    indicator: str,
    place: str,
    period: str,
    numerator: int,
    denominator: int,
    source: str,
) -> Figure:
    """Enter a figure of one's own places that nobody entered before."""
    code = place_typed(actor, place, _last_day(period))
    _check_share(numerator, denominator)
    refuse_closed(code, period)
    if session().scalar(select(Figure.pid).where(*_standing(indicator, code, period))):
        raise RuleBroken(_("Kỳ này đã có số. Mời sửa số đó và ghi lý do."), field="period")
    return _keep(
        actor,
        indicator=indicator,
        place_code=code,
        period=period,
        numerator=numerator,
        denominator=denominator,
        source=source,
    )


def correct_figure(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    numerator: int,
    denominator: int,
    source: str,
    reason: str,
) -> Figure:
    """Put a figure in the place of the one that stands; that one stays in the history."""
    before = get_figure(actor, pid).figure
    typed = {"numerator": numerator, "denominator": denominator, "source": source}
    if version != times_entered(before):
        says = _("Có người vừa sửa trước. Mời so hai bản bên dưới rồi lưu lại nếu vẫn muốn.")
        raise Conflict(says, theirs={**values_of(before), "version": times_entered(before)})
    _check_share(numerator, denominator)
    if values_of(before) == typed:
        raise RuleBroken(_("Số mới giống số cũ."), field="numerator")
    indicator, code, period = _key(before)
    refuse_closed(code, period)
    before.replaced_at = clock.now()
    session().flush()
    return _keep(actor, indicator=indicator, place_code=code, period=period, reason=reason, **typed)


def refuse_closed(code: str, period: str) -> None:
    """No figure of a place changes for a period that lies in one of its closed reports."""
    asked = parse_period(period)
    closed = select(PlanReport.period).where(
        PlanReport.place_code == code,
        PlanReport.state == ReportState.CLOSED,
        PlanReport.first_on <= asked.first,
        PlanReport.last_on >= asked.last,
    )
    if found := session().scalars(closed.limit(1)).first():
        says = _(
            "Báo cáo kỳ %(period)s của nơi này đã chốt. Mời đính chính trong báo cáo đó.",
            period=found,
        )
        raise RuleBroken(says, field="period")


def _keep(actor: Actor, **values: Any) -> Figure:
    figure = Figure(**values, entered_at=clock.now(), entered_by=actor.user)
    session().add(figure)
    session().flush()
    audit.record(actor, "enter", f"figure/{figure.pid}", reason=figure.reason or "")
    changes.note("figure", figure.pid, place=figure.place_code, day=_last_day(figure.period), n=1)
    return figure


def _last_day(period: str) -> date:
    try:
        return parse_period(period).last
    except ValueError:
        says = _("Kỳ ghi như 2026, 2026-H1, 2026-Q3 hoặc 2026-07.")
        raise RuleBroken(says, field="period") from None


def _check_share(numerator: int, denominator: int) -> None:
    if numerator > denominator:
        raise RuleBroken(_("Số đạt không được lớn hơn tổng số."), field="numerator")


def _with_names() -> Select[Figure, str | None]:
    query = select(Figure, User.name).outerjoin(User, User.pid == Figure.entered_by)
    return query.order_by(Figure.id.desc())


def _same(indicator: str, code: str, period: str) -> Iterator[Any]:
    yield from (
        Figure.indicator == indicator,
        Figure.place_code == code,
        Figure.period == period,
    )


def _standing(indicator: str, code: str, period: str) -> Iterator[Any]:
    yield from _same(indicator, code, period)
    yield Figure.replaced_at.is_(None)


def _key(figure: Figure) -> Key:
    return figure.indicator, figure.place_code, figure.period


def _is_own(actor: Actor, code: str, period: str) -> bool:
    last = parse_period(period).last
    return places.find_unit(code, last) is not None and is_own_place(actor, code, last)


def _reported(rows: list[tuple[Figure, str]]) -> Reported:
    """From all rows of one key, the latest first."""
    figure, by = rows[0]
    corrections = [Correction(old, new, name) for (new, name), (old, _by) in pairwise(rows)]
    place = place_written(figure.place_code, parse_period(figure.period).last)
    return Reported(figure, place, by, corrections)
