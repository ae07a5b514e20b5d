"""What may be asked of the plans and what may happen with them, by noun."""

from portal.targets.rows import TargetRow, as_json, target_rows
from portal.targets.service.board import Board, plan_board
from portal.targets.service.gaps import Gap, gaps, own_gaps
from portal.targets.service.official import official_report
from portal.targets.service.report_moves import move_report
from portal.targets.service.reports import edit_report, find_report, get_report, start_report
from portal.targets.service.rules import set_rule
from portal.targets.service.snapshots import correct_report, frozen

__all__ = [
    "Board",
    "Gap",
    "TargetRow",
    "as_json",
    "correct_report",
    "edit_report",
    "find_report",
    "frozen",
    "gaps",
    "get_report",
    "move_report",
    "official_report",
    "own_gaps",
    "plan_board",
    "set_rule",
    "start_report",
    "target_rows",
]
