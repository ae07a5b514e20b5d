"""What is true of plans, figures, reports and registers, by noun."""

from portal.targets.models.figures import Figure
from portal.targets.models.releases import ReleasedFigure
from portal.targets.models.staff import StaffTraining

__all__ = ["Figure", "ReleasedFigure", "StaffTraining"]
