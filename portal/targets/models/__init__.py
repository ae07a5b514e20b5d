"""What is true of plans, figures, reports and registers, by noun."""

from portal.targets.models.figures import Figure
from portal.targets.models.reviews import Commendation, Review
from portal.targets.models.staff import StaffTraining
from portal.targets.models.visits import (
    ChecklistAnswer,
    ChecklistItem,
    FollowUp,
    MonitoringVisit,
)

__all__ = [
    "ChecklistAnswer",
    "ChecklistItem",
    "Commendation",
    "Figure",
    "FollowUp",
    "MonitoringVisit",
    "Review",
    "StaffTraining",
]
