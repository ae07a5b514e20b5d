"""Who reports, to whom and under which names: from the plan and the place, or as it was typed."""

from datetime import date

from portal.papers.wording import long_day, short_day
from portal.places import service as places
from portal.places.service import Place
from portal.targets.plans import Plan
from portal.targets.reports.ground import Ground
from portal.targets.reports.model import Head, Texts

WRITTEN_OUT = {"UBND": "Ủy ban nhân dân"}
COLLECTIVE = "Ủy ban"  # a body that decides together signs through one of its members
KIND = "BÁO CÁO"
BLANK = "…"  # the number is given when the paper is registered


def head_of(plan: Plan, ground: Ground, period_words: str, texts: Texts, made_on: date) -> Head:
    """The head of the paper, with the names that the place had on the day it is made."""
    place = places.unit_on(ground.place, ground.until)
    return Head(
        above=texts.above,
        authority=authority_of(plan, place, texts),
        number=f"Số: {_number(plan, texts)}",
        place_and_date=f"{short_name(place)}, {long_day(made_on)}",
        kind=KIND,
        abstract=f"Kết quả thực hiện {name_of_plan(plan)}",
        period=period_words[:1].upper() + period_words[1:],
    )


def authority_of(plan: Plan, place: Place, texts: Texts) -> tuple[str, ...]:
    """As typed; else the same kind of body as the plan's, of the place that reports, in two
    lines."""
    if texts.authority:
        return tuple(texts.authority.splitlines())
    return tuple(part for part in (body_of(plan), _lower(place)) if part)


def body_of(plan: Plan) -> str:
    """What kind of body signed the plan, without the name of its place: Ủy ban nhân dân."""
    place = places.find_unit(plan.place or "", plan.map_day)
    named = plan.authority.lower().find(place.name.lower()) if place else -1
    body = (plan.authority[:named] if named >= 0 else plan.authority).strip()
    return WRITTEN_OUT.get(body, body)


def name_of_plan(plan: Plan) -> str:
    """Kế hoạch số 257/KH-UBND ngày 25/07/2024: …; one without a date has no number either."""
    title = plan.title[:1].lower() + plan.title[1:]
    if plan.signed is None:
        return f"Kế hoạch {title}"
    return f"Kế hoạch số {plan.number} ngày {short_day(plan.signed)} về {title}"


def signed_as(plan: Plan, texts: Texts) -> tuple[str, ...]:
    """As typed, line by line; else whom a body that decides together is signed for."""
    if texts.signed_as:
        return tuple(texts.signed_as.splitlines())
    body = texts.authority.partition("\n")[0] or body_of(plan)
    return (f"TM. {body}",) if body.startswith(COLLECTIVE) else ("Người đứng đầu",)


def recipients_of(plan: Plan, ground: Ground, texts: Texts) -> tuple[str, ...]:
    """As typed, one a line; else the unit above, and always the archive last."""
    typed = [line.strip(" -;.") for line in texts.recipients.splitlines() if line.strip(" -;.")]
    names = typed or _usual(plan, ground)
    archive = [name for name in names if name.startswith("Lưu")] or ["Lưu: VT"]
    others = [name for name in names if not name.startswith("Lưu")]
    return (*(f"- {name};" for name in others), f"- {archive[-1]}.")


def short_name(place: Place) -> str:
    """The name without its kind, Trảng Dài; a numbered ward keeps it: Phường 7."""
    short = place.name.removeprefix(place.kind).strip()
    return place.name if short.isdigit() else short


def _usual(plan: Plan, ground: Ground) -> list[str]:
    above = places.province_of(ground.place, ground.until)
    if above is None or above == ground.place:
        return ["Các cơ quan phối hợp thực hiện kế hoạch"]
    return [f"{body_of(plan)} {_lower(places.unit_on(above, ground.until))} (để báo cáo)"]


def _number(plan: Plan, texts: Texts) -> str:
    """12/BC-UBND: as typed in full, or the letters of the body that signed the plan."""
    if "/" in texts.number:
        return texts.number
    letters = plan.number.rpartition("-")[2] if "/" in plan.number else BLANK
    return f"{texts.number or BLANK}/BC-{letters}"


def _lower(place: Place) -> str:
    """The name within a sentence: thành phố Đồng Nai."""
    return place.name[:1].lower() + place.name[1:]
