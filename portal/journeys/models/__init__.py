"""Needs as they were recorded, and the steps that a person takes towards work.

The link between a client and a roster or an application is kept here, inside, and nowhere else.
"""

from portal.journeys.models.aid import AidRate
from portal.journeys.models.asking import AskedEmployer
from portal.journeys.models.centres import CENTRE_STATES, CentreFlow, EmploymentCentre, RelaySheet
from portal.journeys.models.milestones import EVIDENCE, Milestone, MilestoneKind
from portal.journeys.models.needs import ANSWER_WITHIN, NEEDS, ORIGINS, Need, RaisedNeed
from portal.journeys.models.past_work import PastWork
from portal.journeys.models.plans import (
    AGREED_HOW,
    GOAL_MOVES,
    WHO,
    Goal,
    GoalState,
    IntegrationPlan,
)
from portal.journeys.models.referrals import BODIES, BY_LAW, REFERRAL_MOVES, Referral, ReferralState
from portal.journeys.models.retention import ANSWERABLE, LEFT_FOR, MONTHS_KEPT, RetentionCheck
from portal.journeys.models.sayings import TOLD_BY, TOLD_HOW, ActedFor, NeedOrigin
from portal.journeys.models.searches import SavedSearch
from portal.journeys.models.steps import Step, StepKind
from portal.journeys.models.supports import (
    MEETS,
    SUPPORT_MOVES,
    SUPPORTS,
    Support,
    SupportPaper,
    SupportState,
)

__all__ = [
    "AGREED_HOW",
    "ANSWERABLE",
    "ANSWER_WITHIN",
    "BODIES",
    "BY_LAW",
    "CENTRE_STATES",
    "EVIDENCE",
    "GOAL_MOVES",
    "LEFT_FOR",
    "MEETS",
    "MONTHS_KEPT",
    "NEEDS",
    "ORIGINS",
    "REFERRAL_MOVES",
    "SUPPORTS",
    "SUPPORT_MOVES",
    "TOLD_BY",
    "TOLD_HOW",
    "WHO",
    "ActedFor",
    "AidRate",
    "AskedEmployer",
    "CentreFlow",
    "EmploymentCentre",
    "Goal",
    "GoalState",
    "IntegrationPlan",
    "Milestone",
    "MilestoneKind",
    "Need",
    "NeedOrigin",
    "PastWork",
    "RaisedNeed",
    "Referral",
    "ReferralState",
    "RelaySheet",
    "RetentionCheck",
    "SavedSearch",
    "Step",
    "StepKind",
    "Support",
    "SupportPaper",
    "SupportState",
]
