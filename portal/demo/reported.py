"""Figures that the officers of the demo's own province reported, one of them corrected."""

from datetime import date, time
from random import Random
from typing import Any

from portal.access import Role
from portal.demo.seats import PROVINCE
from portal.demo.world import World, at, keep, pid
from portal.targets.models import Figure

ROWS = (
    ("reached", "2024", 2380, 3401, "Báo cáo năm 2024 của Công an tỉnh"),
    ("reached", "2025", 2754, 3350, "Báo cáo năm 2025 của Công an tỉnh"),
    ("voluntary_share", "2025", 412, 985, "Báo cáo năm 2025 của Công an tỉnh"),
    ("schools_prevention", "2025", 640, 702, "Báo cáo năm học của Sở Giáo dục và Đào tạo"),
)


def add_reported(world: World) -> None:
    """Four figures; that of schools was first entered without those of one commune."""
    rng = Random("reported")
    first = _figure(world, rng, *ROWS[-1][:2], 611, *ROWS[-1][3:])
    first.replaced_at = at(date(2026, 2, 20), time(14))
    keep([first])
    figures = [_figure(world, rng, *row) for row in ROWS]
    figures[-1].entered_at, figures[-1].reason = first.replaced_at, "Cộng sót một xã"
    keep(figures)


def _figure(world: World, rng: Random, *row: Any) -> Figure:
    indicator, period, numerator, denominator, source = row
    return Figure(
        pid=pid(rng),
        indicator=indicator,
        place_code=PROVINCE,
        period=period,
        numerator=numerator,
        denominator=denominator,
        source=source,
        entered_at=at(date(int(period) + 1, 1, 20), time(9)),
        entered_by=world.users[f"{Role.OFFICER}/{PROVINCE}"].pid,
    )
