"""Employers, vacancies, reports on them, and the applications that an employer may see."""

from portal.jobs.models.applications import Application, HIRING_MOVES, Hiring, OPEN_HIRING
from portal.jobs.models.employers import (
    Employer,
    EmployerDecision,
    Paper,
    Pledge,
    VERIFICATION_MOVES,
    Verification,
)
from portal.jobs.models.reasons import HiringReason, SIDES
from portal.jobs.models.reports import JobReport, REPORT_MOVES, ReportState
from portal.jobs.models.vacancies import (
    Closing,
    Draft,
    VACANCY_MOVES,
    Vacancy,
    VacancyEvent,
    VacancySkill,
    VacancyState,
)

__all__ = [
    "Application",
    "Closing",
    "Draft",
    "Employer",
    "EmployerDecision",
    "HIRING_MOVES",
    "Hiring",
    "HiringReason",
    "JobReport",
    "OPEN_HIRING",
    "Paper",
    "Pledge",
    "REPORT_MOVES",
    "ReportState",
    "SIDES",
    "VACANCY_MOVES",
    "VERIFICATION_MOVES",
    "Vacancy",
    "VacancyEvent",
    "VacancySkill",
    "VacancyState",
    "Verification",
]
