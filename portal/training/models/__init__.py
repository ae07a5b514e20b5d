"""Providers, courses, classes and their rosters. A roster knows learners, never clients."""

from portal.training.models.classes import TrainingClass
from portal.training.models.courses import Course, CourseSkill
from portal.training.models.learners import MOVES, OPEN, SEATED, Learner, Standing
from portal.training.models.providers import Approval, Provider

__all__ = [
    "MOVES",
    "OPEN",
    "SEATED",
    "Approval",
    "Course",
    "CourseSkill",
    "Learner",
    "Provider",
    "Standing",
    "TrainingClass",
]
