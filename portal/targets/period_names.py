"""What a period is called: tháng 7 năm 2026, quý III năm 2026, 6 tháng đầu năm 2026."""

from datetime import date

from babel.dates import format_date

from portal.i18n import _, current_language
from portal.i18n import day as written
from portal.targets.periods import Length, Period

ROMAN = ("I", "II", "III", "IV")


def period_name(period: Period) -> str:
    """The name as it stands in a sentence, without the days of its ends."""
    year, number = period.year, period.number
    match period.length:
        case Length.YEAR:
            words = _("năm %(year)s", year=year)
        case Length.HALF if number == 1:
            words = _("6 tháng đầu năm %(year)s", year=year)
        case Length.HALF:
            words = _("6 tháng cuối năm %(year)s", year=year)
        case Length.QUARTER:
            words = _("quý %(roman)s năm %(year)s", roman=ROMAN[number - 1], year=year)
        case Length.MONTH:
            month = format_date(date(year, number, 1), "MMMM", locale=current_language())
            words = _("%(month)s năm %(year)s", month=month, year=year)
        case _:
            words = _(
                "từ %(first)s đến %(last)s", first=written(period.first), last=written(period.last)
            )
    return str(words)


def days_of(period: Period) -> str:
    """01/07/2026 – 30/09/2026."""
    return f"{written(period.first)} – {written(period.last)}"
