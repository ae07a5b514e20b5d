"""Employers, vacancies, reports on them, and the applications that an employer may see."""

from portal.jobs.models.applications import HIRING_MOVES, OPEN_HIRING, Application, Hiring
from portal.jobs.models.employers import (
    VERIFICATION_MOVES,
    Employer,
    EmployerDecision,
    Paper,
    Pledge,
    Verification,
)
from portal.jobs.models.fairs import (
    CHANNELS,
    FAIR_MOVES,
    FairCount,
    FairEmployer,
    FairState,
    JobFair,
)
from portal.jobs.models.keeping import JobQuestion
from portal.jobs.models.reasons import SIDES, HiringReason
from portal.jobs.models.reports import REPORT_MOVES, JobReport, ReportState
from portal.jobs.models.vacancies import (
    VACANCY_MOVES,
    Closing,
    Draft,
    Vacancy,
    VacancyEvent,
    VacancySkill,
    VacancyState,
)

__all__ = [
    "CHANNELS",
    "FAIR_MOVES",
    "HIRING_MOVES",
    "OPEN_HIRING",
    "REPORT_MOVES",
    "SIDES",
    "VACANCY_MOVES",
    "VERIFICATION_MOVES",
    "Application",
    "Closing",
    "Draft",
    "Employer",
    "EmployerDecision",
    "FairCount",
    "FairEmployer",
    "FairState",
    "Hiring",
    "HiringReason",
    "JobFair",
    "JobQuestion",
    "JobReport",
    "Paper",
    "Pledge",
    "ReportState",
    "Vacancy",
    "VacancyEvent",
    "VacancySkill",
    "VacancyState",
    "Verification",
]
