"""Providers, courses, classes and their rosters. A roster knows learners, never clients."""

from portal.training.models.aid import AID_GROUPS, CourseAid
from portal.training.models.attendance import ClassAttendance, Mark
from portal.training.models.certificates import Certificate
from portal.training.models.classes import OFFER_DAYS, TrainingClass
from portal.training.models.courses import Course, CourseSkill
from portal.training.models.feedback import Feedback, FeedbackSlip
from portal.training.models.learners import (
    DECLINED_FOR,
    HOLDING,
    LEFT,
    MOVES,
    OPEN,
    SEATED,
    DropReason,
    Learner,
    Standing,
)
from portal.training.models.providers import APPROVAL_MOVES, Approval, Provider, ProviderCheck
from portal.training.models.timetable import WeeklySession, shifts_of

__all__ = [
    "AID_GROUPS",
    "APPROVAL_MOVES",
    "DECLINED_FOR",
    "HOLDING",
    "LEFT",
    "MOVES",
    "OFFER_DAYS",
    "OPEN",
    "SEATED",
    "Approval",
    "Certificate",
    "ClassAttendance",
    "Course",
    "CourseAid",
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
    "WeeklySession",
    "shifts_of",
]
