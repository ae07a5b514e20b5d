"""What is true of plans, figures, reports and registers, by noun."""

from portal.targets.models.assignments import Assignment
from portal.targets.models.figures import Figure
from portal.targets.models.papers import PaperState, ReportJob
from portal.targets.models.plans import PlanEdition, PlanTask, Progress, TaskStep
from portal.targets.models.releases import ReleasedFigure
from portal.targets.models.reports import (
    PlanReport,
    ReportCorrection,
    ReportMove,
    ReportSnapshot,
    ReportState,
)
from portal.targets.models.reviews import Commendation, Review
from portal.targets.models.rules import RolloutRule
from portal.targets.models.staff import StaffTraining
from portal.targets.models.summary import SummaryCell, SummaryPart, SummaryState
from portal.targets.models.visits import ChecklistAnswer, ChecklistItem, FollowUp, MonitoringVisit

__all__ = [
    "Assignment",
    "ChecklistAnswer",
    "ChecklistItem",
    "Commendation",
    "Figure",
    "FollowUp",
    "MonitoringVisit",
    "PaperState",
    "PlanEdition",
    "PlanReport",
    "PlanTask",
    "Progress",
    "ReleasedFigure",
    "ReportCorrection",
    "ReportJob",
    "ReportMove",
    "ReportSnapshot",
    "ReportState",
    "Review",
    "RolloutRule",
    "StaffTraining",
    "SummaryCell",
    "SummaryPart",
    "SummaryState",
    "TaskStep",
]
