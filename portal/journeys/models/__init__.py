"""Needs as they were recorded, and the steps that a person takes towards work.

The link between a client and a roster or an application is kept here, inside, and nowhere else.
"""

from portal.journeys.models.aid import AidRate
from portal.journeys.models.centres import (
    CENTRE_STATES,
    CentreFlow,
    EmploymentCentre,
    RelaySheet,
)
from portal.journeys.models.needs import ANSWER_WITHIN, NEEDS, ORIGINS, Need, RaisedNeed
from portal.journeys.models.past_work import PastWork
from portal.journeys.models.retention import LEFT_FOR, MONTHS_KEPT, RetentionCheck
from portal.journeys.models.steps import Step, StepKind

__all__ = [
    "ANSWER_WITHIN",
    "CENTRE_STATES",
    "LEFT_FOR",
    "MONTHS_KEPT",
    "NEEDS",
    "ORIGINS",
    "AidRate",
    "CentreFlow",
    "EmploymentCentre",
    "Need",
    "PastWork",
    "RaisedNeed",
    "RelaySheet",
    "RetentionCheck",
    "Step",
    "StepKind",
]
