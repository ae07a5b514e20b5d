"""What may be asked of the plans and what may happen with them, by noun."""

from portal.targets.rows import TargetRow, as_json, target_rows
from portal.targets.service.assignments import assign, assignments_of
from portal.targets.service.board import (
    Board,
    day_of_year,
    find_plan,
    plan_board,
    plan_communes,
)
from portal.targets.service.cases import Case, Cases, can_open, open_cases
from portal.targets.service.gaps import Gap, answered_gaps, gaps, own_gaps
from portal.targets.service.persons import Missing, missing_persons
from portal.targets.service.places import PlacePage, place_page

__all__ = [
    "Board",
    "Case",
    "Cases",
    "Gap",
    "Missing",
    "PlacePage",
    "TargetRow",
    "answered_gaps",
    "as_json",
    "assign",
    "assignments_of",
    "can_open",
    "day_of_year",
    "find_plan",
    "gaps",
    "missing_persons",
    "open_cases",
    "own_gaps",
    "place_page",
    "plan_board",
    "plan_communes",
    "target_rows",
]
