"""Reports as records: whose they are, starting one, and writing it."""

from datetime import date

from sqlalchemy import Select, select, tuple_

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.places import service as places
from portal.places.service import Level
from portal.targets.areas import area_today
from portal.targets.models import PlanReport, ReportState
from portal.targets.periods import Period, read_period
from portal.targets.plans import Plan, all_plans, plan_numbered
from portal.targets.records import Records
from portal.targets.reports.build import check_place
from portal.targets.rules import cut
from portal.targets.scope import is_own_place, own_communes
from portal.versions import revise

WRITABLE = (ReportState.DRAFT, ReportState.RETURNED)


def visible_reports(actor: Actor) -> Select[PlanReport]:
    """The reports of all places whose communes have become the officer's own."""
    seats = session().execute(select(PlanReport.place_code, PlanReport.last_on).distinct())
    own = own_communes(actor)
    mine = [(code, day) for code, day in seats if _grown_into(code, day) <= own]
    return select(PlanReport).where(tuple_(PlanReport.place_code, PlanReport.last_on).in_(mine))


def get_report(actor: Actor, pid: str) -> PlanReport:
    """A report of an own place."""
    report = session().scalar(select(PlanReport).where(PlanReport.pid == pid))
    if report is None or not is_own_place(actor, report.place_code, report.last_on):
        raise NotFound
    return report


def find_report(plan_number: str, place_code: str, period_text: str) -> PlanReport | None:
    """The report of a place on a plan for a period, if there is one."""
    return session().scalar(
        select(PlanReport).where(
            PlanReport.plan_number == plan_number,
            PlanReport.place_code == place_code,
            PlanReport.period == period_text,
        )
    )


def period_of(report: PlanReport) -> Period:
    """The report's period, cut as it was when the report was begun."""
    return read_period(report.period, report.first_on.day)


def period_for(place_code: str, text: str, records: Records | None = None) -> Period:
    """The period of that name as the place's province cuts it; RuleBroken where it is none."""
    province = places.province_of(place_code, clock.today())
    try:
        return cut(text, (records or Records()).rules.get(province or "", ()))
    except ValueError as error:
        raise RuleBroken(_("Kỳ báo cáo này không đọc được."), field="period") from error


def reportable_plans(actor: Actor) -> list[Plan]:
    """The plans whose area today holds all of the officer's communes, or is held by them."""
    own, day = own_communes(actor), clock.today()
    areas = {
        plan: area_today(plan.place, plan.map_day, day).communes
        for plan in all_plans()
        if plan.place
    }
    return [plan for plan, area in areas.items() if own <= area or area <= own]


def places_to_report(actor: Actor) -> list[tuple[str, str]]:
    """The officer's own places by code and name: each reports for itself."""
    day = clock.today()
    return [(scope, places.name_of(scope, day)) for scope in actor.scopes(Role.OFFICER)]


def writes(actor: Actor, report: PlanReport) -> bool:
    """Whether the report is of the very place that the officer holds."""
    return report.place_code in actor.scopes(Role.OFFICER)


def judges(actor: Actor, report: PlanReport) -> bool:
    """Whether the officer holds the province in which all of the place lies today."""
    day = clock.today()
    communes = _grown_into(report.place_code, report.last_on)
    provinces = {places.province_of(code, day) if code else None for code in communes}
    return provinces <= set(actor.scopes(Role.OFFICER))


def start_report(actor: Actor, *, plan_number: str, place_code: str, period: str) -> PlanReport:
    """Begin a report of the officer's own place, or go on with the one that was begun."""
    if place_code not in actor.scopes(Role.OFFICER):
        raise RuleBroken(_("Nơi này không phải của anh/chị."), field="place_code")
    plan, wanted = plan_numbered(plan_number), period_for(place_code, period)
    if begun := find_report(plan.number, place_code, wanted.text):
        return begun
    _refuse_other_map(actor, place_code, wanted)
    check_place(plan, place_code, wanted)
    refuse_overlap(plan.number, place_code, wanted)
    report = PlanReport(
        plan_number=plan.number,
        place_code=place_code,
        period=wanted.text,
        first_on=wanted.first,
        last_on=wanted.last,
        due_on=due_on(place_code, wanted, Records()),
        state=ReportState.DRAFT,
    )
    session().add(report)
    session().flush()
    audit.record(actor, "start_report", f"report/{report.pid}")
    return report


def edit_report(
    actor: Actor,
    pid: str,
    *,
    results: str,
    difficulties: str,
    proposals: str,
    next_tasks: str,
    version: int,
) -> PlanReport:
    """Change what the own report says, while it is a draft or has been returned."""
    report = get_report(actor, pid)
    if not writes(actor, report) or report.state not in WRITABLE:
        raise RuleBroken(_("Báo cáo này không sửa được nữa."))
    revise(
        report,
        version,
        results=results,
        difficulties=difficulties,
        proposals=proposals,
        next_tasks=next_tasks,
    )
    audit.record(actor, "edit_report", f"report/{pid}")
    return report


def due_on(place_code: str, period: Period, records: Records) -> date:
    """By which day the place is to send its report of a period."""
    rule = records.rule(places.province_of(place_code, period.last), period.last)
    unit = places.find_unit(place_code, period.last)
    return rule.due_on(period, commune=unit is not None and unit.level == Level.COMMUNE)


def refuse_overlap(plan_number: str, place_code: str, period: Period) -> None:
    """No day is reported twice in periods of one length: after the cut was changed, a period may
    reach into a closed one."""
    closed = session().scalars(
        select(PlanReport).where(
            PlanReport.plan_number == plan_number,
            PlanReport.place_code == place_code,
            PlanReport.state == ReportState.CLOSED,
            PlanReport.period != period.text,
        )
    )
    for other in map(period_of, closed):
        if other.length == period.length and other.overlaps(period):
            message = _(
                "Kỳ %(period)s (%(first)s–%(last)s) trùng ngày với kỳ %(other)s đã chốt "
                "(%(other_first)s–%(other_last)s).",
                period=period.text,
                first=written(period.first),
                last=written(period.last),
                other=other.text,
                other_first=written(other.first),
                other_last=written(other.last),
            )
            raise RuleBroken(message, field="period")


def _refuse_other_map(actor: Actor, place_code: str, period: Period) -> None:
    """The code has to be the officer's place also on the map of the last day, where it may be
    unknown or another's; else say what stood there, or what has followed."""
    day = period.last
    if is_own_place(actor, place_code, day):
        return
    former = places.gazetteer().former(place_code, clock.today())
    known = [unit for unit in former if unit.stands_on(day)]
    heir = places.default_successor(place_code, day)
    if heir and not known:
        known = [places.unit_on(heir, day)]
    message = _(
        "Mã %(code)s không phải nơi này trên bản đồ ngày %(day)s; trên bản đồ đó là: %(other)s.",
        code=place_code,
        day=written(day),
        other=", ".join(f"{unit.code} {unit.name}" for unit in known) or _("chưa rõ"),
    )
    raise RuleBroken(message, field="place_code")


def _grown_into(code: str, day: date) -> set[str | None]:
    """What the communes of a place are today; never nothing, so that nobody owns an unknown."""
    return set(places.grown_into(code, day, clock.today()).values()) or {None}
