"""The official report of a place on a plan for a period, as its records stand."""

from portal.errors import RuleBroken
from portal.i18n import _
from portal.targets.periods import Period, read_period
from portal.targets.plans import plan_numbered
from portal.targets.reports.build import build_report
from portal.targets.reports.model import Progress, Report, Texts


def official_report(
    plan_number: str,
    place_code: str,
    period_text: str,
    *,
    texts: Texts | None = None,
    progress: Progress = lambda done, of: None,
) -> Report:
    """What the officer wrote in the period's report goes in; figures that were closed stay as
    they were frozen, with their corrections."""
    plan = plan_numbered(plan_number)
    period = _period(place_code, period_text)
    return build_report(plan, place_code, period, texts=texts, progress=progress)


def _period(place_code: str, text: str) -> Period:
    try:
        return read_period(text)
    except ValueError as error:
        raise RuleBroken(_("Kỳ báo cáo này không đọc được."), field="period") from error
