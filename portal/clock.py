"""The only source of time: UTC instants, and the day it is in Viet Nam."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_fixed_day: date | None = None


def fix(day: date | None) -> None:
    """Hold the day still (PORTAL_TODAY); None lets it run. The time of day always runs."""
    global _fixed_day  # noqa: PLW0603 - one clock a process, set at start
    _fixed_day = day


def now() -> datetime:
    """The present instant, aware, in UTC, on the fixed day where there is one."""
    real = datetime.now(UTC)
    if _fixed_day is None:
        return real
    local = real.astimezone(VIETNAM)
    return local.replace(
        year=_fixed_day.year, month=_fixed_day.month, day=_fixed_day.day
    ).astimezone(UTC)


def today() -> date:
    """The day it is in Viet Nam."""
    return local(now()).date()


def local(instant: datetime) -> datetime:
    """An instant as a Vietnamese clock shows it."""
    return instant.astimezone(VIETNAM)


def instant(naive_local: datetime) -> datetime:
    """The instant that a Vietnamese clock shows as `naive_local`."""
    return naive_local.replace(tzinfo=VIETNAM).astimezone(UTC)


def day_starts(day: date) -> datetime:
    """The instant at which `day` begins in Viet Nam."""
    return instant(datetime.combine(day, datetime.min.time()))


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February where the year lacks it."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, or that month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    first = date(index // 12, index % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), month_end(first))


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)
