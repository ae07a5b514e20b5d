"""Providers, courses, classes and their rosters. A roster knows learners, never clients."""

from portal.training.models.attendance import ClassAttendance, Mark
from portal.training.models.certificates import Certificate
from portal.training.models.classes import TrainingClass
from portal.training.models.courses import Course, CourseSkill
from portal.training.models.feedback import Feedback, FeedbackSlip
from portal.training.models.learners import MOVES, OPEN, SEATED, DropReason, Learner, Standing
from portal.training.models.providers import APPROVAL_MOVES, Approval, Provider, ProviderCheck

__all__ = [
    "APPROVAL_MOVES",
    "MOVES",
    "OPEN",
    "SEATED",
    "Approval",
    "Certificate",
    "ClassAttendance",
    "Course",
    "CourseSkill",
    "DropReason",
    "Feedback",
    "FeedbackSlip",
    "Learner",
    "Mark",
    "Provider",
    "ProviderCheck",
    "Standing",
    "TrainingClass",
]
