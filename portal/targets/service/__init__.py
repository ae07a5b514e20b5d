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
from portal.targets.service.official import official_report
from portal.targets.service.persons import Missing, missing_persons
from portal.targets.service.places import PlacePage, place_page
from portal.targets.service.report_moves import move_report
from portal.targets.service.reports import edit_report, find_report, get_report, start_report
from portal.targets.service.rules import set_rule
from portal.targets.service.snapshots import correct_report, frozen

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
    "correct_report",
    "day_of_year",
    "edit_report",
    "find_plan",
    "find_report",
    "frozen",
    "gaps",
    "get_report",
    "missing_persons",
    "move_report",
    "official_report",
    "open_cases",
    "own_gaps",
    "place_page",
    "plan_board",
    "plan_communes",
    "set_rule",
    "start_report",
    "target_rows",
]
