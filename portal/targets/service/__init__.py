"""What may be asked of the plans and what may happen with them, by noun."""

from portal.targets.rows import TargetRow, as_json, target_rows
from portal.targets.service.board import Board, plan_board
from portal.targets.service.gaps import Gap, gaps, own_gaps
from portal.targets.service.official import official_report

__all__ = [
    "Board",
    "Gap",
    "TargetRow",
    "as_json",
    "gaps",
    "official_report",
    "own_gaps",
    "plan_board",
    "target_rows",
]
