"""What is true of plans, figures, reports and registers, by noun."""

from portal.targets.models.figures import Figure
from portal.targets.models.staff import StaffTraining
from portal.targets.models.summary import SummaryCell, SummaryPart, SummaryState

__all__ = ["Figure", "StaffTraining", "SummaryCell", "SummaryPart", "SummaryState"]
