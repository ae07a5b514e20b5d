"""A plan, a place and a period, with what the officer typed, made into an official report."""

from collections.abc import Iterable, Iterator, Sequence

from portal import clock
from portal.errors import RuleBroken
from portal.i18n import _, force_locale
from portal.i18n import day as written
from portal.papers.wording import long_day
from portal.places import service as places
from portal.targets.period_names import days_of, period_name
from portal.targets.periods import Length, Period
from portal.targets.plans import Plan
from portal.targets.reports import annexes, heads
from portal.targets.reports.contents import STEPS, Contents, reckon
from portal.targets.reports.ground import Ground
from portal.targets.reports.lines import Line
from portal.targets.reports.model import Correction, Progress, Report, Section, Texts
from portal.targets.reports.sentences import (
    correction_sentence,
    figure_sentence,
    target_sentence,
)
from portal.targets.reports.wording import roman

NOTHING_TYPED = "(Chưa có nội dung.)"


def build_report(
    plan: Plan,
    place_code: str,
    period: Period,
    *,
    texts: Texts | None = None,
    contents: Contents | None = None,
    corrections: Iterable[Correction] = (),
    progress: Progress = lambda done, of: None,
) -> Report:
    """The report in Vietnamese, whatever the language in force; `contents` are those of a closed
    one, with its corrections, otherwise they are reckoned now. A paper without a day of its own is
    dated today: that and the records are all that it depends on."""
    check_place(plan, place_code, period)
    typed, ground = texts or Texts(), Ground(place_code, period)
    with force_locale("vi"):
        known = contents or reckon(
            plan, place_code, period, records=ground.records, progress=progress
        )
        name = _name(period, ground)
        head = heads.head_of(plan, ground, name, typed, typed.made_on or clock.today())
        authority = " ".join(head.authority)
        subject = f"{heads.name_of_plan(plan)}, {name}"
        return Report(
            plan=plan.number,
            place=place_code,
            period=period.text,
            first=period.first,
            last=period.last,
            head=head,
            opening=f"{authority} báo cáo kết quả thực hiện {subject} như sau:",
            sections=tuple(_sections(known, tuple(corrections), typed)),
            closing=f"Trên đây là báo cáo kết quả thực hiện {subject} của {authority}./.",
            signed_as=heads.signed_as(plan, typed),
            signed_by=typed.signed_by,
            recipients=heads.recipients_of(plan, ground, typed),
            annexes=(annexes.targets(known.lines), *known.annexes),
        )


def check_place(plan: Plan, place_code: str, period: Period) -> None:
    """The period has begun; the place stands on its last day and lies in the area of the plan."""
    if period.first > clock.today():
        raise RuleBroken(_("Kỳ này chưa bắt đầu."), field="period")
    place = places.find_unit(place_code, period.last)
    if place is None:
        raise RuleBroken(
            _(
                "Ngày %(day)s không có nơi mang mã %(code)s: mời chọn nơi trên bản đồ của kỳ.",
                day=written(period.last),
                code=place_code,
            ),
            field="place_code",
        )
    own = {unit.code for unit in places.communes_of(place_code, period.last)}
    if plan.place is None or not own <= _area_of(plan, period):
        raise RuleBroken(
            _(
                "%(place)s không thuộc địa bàn của kế hoạch %(number)s.",
                place=place.name,
                number=plan.number,
            ),
            field="place_code",
        )


def _area_of(plan: Plan, period: Period) -> frozenset[str]:
    return places.area_of_plan(plan.place or "", plan.map_day, period.last).communes


def _name(period: Period, ground: Ground) -> str:
    """What the period is called; with the day up to which it is known while it runs."""
    name = period_name(period)
    if period.length != Length.AD_HOC and period.starts_on != 1:
        name = f"{name} ({days_of(period)})"
    if ground.until < period.last:
        name = f"{name} (số liệu đến {long_day(ground.until)})"
    return name


def _sections(
    contents: Contents, corrections: Sequence[Correction], texts: Texts
) -> Iterator[Section]:
    """Numbered as they come: the plan's own targets first, what is typed last."""
    lines = contents.lines
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("Kết quả thực hiện chỉ tiêu", _target_paragraphs(lines)),
        ("Tình hình thực hiện nhiệm vụ", contents.tasks),
        ("Kết quả các mặt công tác trong kỳ", _measure_paragraphs(lines, texts)),
        ("Điều chỉnh số liệu đã chốt", _correction_paragraphs(lines, corrections)),
        ("Khó khăn, vướng mắc", _typed(texts.difficulties)),
        ("Phương hướng, nhiệm vụ kỳ tới", texts.next_tasks.splitlines()),
        ("Đề xuất, kiến nghị", _typed(texts.proposals)),
    )
    filled = ((heading, tuple(found)) for heading, found in parts)
    for index, (heading, paragraphs) in enumerate(filter(lambda part: part[1], filled), start=1):
        yield Section(f"{roman(index)}. {heading.upper()}", paragraphs)


def _target_paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    targets = (line for line in lines if line.map)
    for index, line in enumerate(targets, start=1):
        yield f"{index}. {target_sentence(line)}"


def _measure_paragraphs(lines: Sequence[Line], texts: Texts) -> Iterator[str]:
    yield from texts.results.splitlines()
    measures = [line for line in lines if line.map is None]
    for index, line in enumerate(measures, start=1):
        yield f"{index}. {figure_sentence(line)}"
    yield f"Số liệu chi tiết tại các Phụ lục I đến {roman(STEPS)} kèm theo Báo cáo này."


def _correction_paragraphs(
    lines: Sequence[Line], corrections: Sequence[Correction]
) -> Iterator[str]:
    titles = {line.key: line.title for line in lines}
    for index, correction in enumerate(corrections, start=1):
        title = titles.get(correction.key, correction.key)
        yield f"{index}. {correction_sentence(title, correction)}"


def _typed(words: str) -> list[str]:
    return words.splitlines() or [NOTHING_TYPED]
