"""What may be asked of the plans and what may happen with them, by noun."""

from portal.targets.rows import TargetRow, as_json, target_rows
from portal.targets.service.board import Board, plan_board
from portal.targets.service.editions import (
    add_plan,
    add_target,
    add_typed_plan,
    remove_target,
    revise_head,
    revise_plan,
    revise_target,
)
from portal.targets.service.gaps import Gap, gaps, own_gaps
from portal.targets.service.history import edition_text, history
from portal.targets.service.plans import (
    communes_without_plan,
    get_own_plan,
    get_plan,
    list_plans,
    local_plans,
    start_of_plan,
    version_of,
)

__all__ = [
    "Board",
    "Gap",
    "TargetRow",
    "add_plan",
    "add_target",
    "add_typed_plan",
    "as_json",
    "communes_without_plan",
    "edition_text",
    "gaps",
    "get_own_plan",
    "get_plan",
    "history",
    "list_plans",
    "local_plans",
    "own_gaps",
    "plan_board",
    "remove_target",
    "revise_head",
    "revise_plan",
    "revise_target",
    "start_of_plan",
    "target_rows",
    "version_of",
]
