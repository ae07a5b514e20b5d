"""Providers, courses, classes and their rosters. A roster knows learners, never clients."""

from portal.training.models.aid import AID_GROUPS, CourseAid
from portal.training.models.classes import OFFER_DAYS, TrainingClass
from portal.training.models.courses import Course, CourseSkill
from portal.training.models.learners import (
    DECLINED_FOR,
    HOLDING,
    LEFT,
    MOVES,
    OPEN,
    SEATED,
    Learner,
    Standing,
)
from portal.training.models.providers import Approval, Provider
from portal.training.models.timetable import WeeklySession, shifts_of

__all__ = [
    "AID_GROUPS",
    "DECLINED_FOR",
    "HOLDING",
    "LEFT",
    "MOVES",
    "OFFER_DAYS",
    "OPEN",
    "SEATED",
    "Approval",
    "Course",
    "CourseAid",
    "CourseSkill",
    "Learner",
    "Provider",
    "Standing",
    "TrainingClass",
    "WeeklySession",
    "shifts_of",
]
