"""Employers, vacancies, and the applications that an employer may see."""

from portal.jobs.models.applications import HIRING_MOVES, OPEN_HIRING, Application, Hiring
from portal.jobs.models.employers import Employer, Verification
from portal.jobs.models.keeping import JobQuestion
from portal.jobs.models.vacancies import Closing, Vacancy, VacancySkill

__all__ = [
    "HIRING_MOVES",
    "OPEN_HIRING",
    "Application",
    "Closing",
    "Employer",
    "Hiring",
    "JobQuestion",
    "Vacancy",
    "VacancySkill",
    "Verification",
]
