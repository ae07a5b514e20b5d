"""What is true of plans, figures, reports and registers, by noun."""

from portal.targets.models.assignments import Assignment
from portal.targets.models.figures import Figure
from portal.targets.models.plans import PlanEdition, PlanTask, Progress, TaskStep
from portal.targets.models.reports import (
    PlanReport,
    ReportCorrection,
    ReportMove,
    ReportSnapshot,
    ReportState,
)
from portal.targets.models.rules import RolloutRule
from portal.targets.models.staff import StaffTraining

__all__ = [
    "Assignment",
    "Figure",
    "PlanEdition",
    "PlanReport",
    "PlanTask",
    "Progress",
    "ReportCorrection",
    "ReportMove",
    "ReportSnapshot",
    "ReportState",
    "RolloutRule",
    "StaffTraining",
    "TaskStep",
]
