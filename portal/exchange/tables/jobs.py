"""Employers and vacancies."""

from dataclasses import fields
from typing import Any

from portal import clock
from portal.exchange import rules
from portal.exchange.cells import (
    CODE,
    DATE,
    EDUCATION,
    LINES,
    OCCUPATION,
    SKILL,
    VND_OR_BLANK,
    YES_NO,
    Cell,
    one_of,
    set_of,
    several,
    whole,
)
from portal.exchange.effects import index_as, index_vacancies_of_employers
from portal.exchange.known import Known
from portal.exchange.table import Column, Facts, Flaw, Listed, Table
from portal.jobs.lawful import Terms, legal_warnings
from portal.jobs.models import Employer, Vacancy, VacancySkill, Verification
from portal.trades.models import Skill
from portal.trades.vocabulary import CONTRACTS, DEMANDS, SHIFTS
from portal.training.models import TrainingClass


def _verification(text: str) -> str:
    return Verification.VERIFIED.value if YES_NO.read(text) else Verification.PENDING.value


VERIFIED = Cell(
    _verification,
    lambda standing: YES_NO.write(standing == Verification.VERIFIED),
    blank=Verification.PENDING.value,
)


DECIDED_AGAINST = (Verification.REFUSED, Verification.SUSPENDED)


def refusal_stays(new: Facts, old: Facts | None, known: Known) -> tuple[Flaw, ...]:
    """A refused or suspended one is not verified: such a file does not ask to decide anew."""
    if old and old["verified"] in DECIDED_AGAINST and new["verified"] == VERIFIED.blank:
        new["verified"] = old["verified"]
    return ()


def _registered() -> dict[str, Any]:
    return {"registered_at": clock.now()}


def _skills(*, must: bool) -> Listed:
    return Listed(VacancySkill, "vacancy_id", "skill", marks=(("must", must),))


def _unlawful(facts: Facts) -> dict[str, Any]:
    """A vacancy that breaks a legal rule is taken in with warnings, for the officer to see."""
    known = {field.name for field in fields(Terms)}
    terms = Terms(**{name: value for name, value in facts.items() if name in known})
    return {"warnings": "\n".join(str(finding) for finding in legal_warnings(terms))}


EMPLOYERS = Table(
    kind="employers",
    model=Employer,
    columns=(
        Column("code", CODE, required=True),
        Column("name", required=True),
        Column("tax_code"),
        Column("commune_code", CODE, required=True),
        Column("phone"),
        Column("email"),
        Column("verified", VERIFIED, attribute="verification"),
        Column("pledged", YES_NO),
    ),
    rules=(rules.commune(), refusal_stays),
    fresh=_registered,
    after=(index_vacancies_of_employers,),
)

VACANCIES = Table(
    kind="vacancies",
    model=Vacancy,
    columns=(
        Column("code", CODE, required=True),
        Column("employer_code", CODE, required=True, refers=Employer, attribute="employer_id"),
        Column("title", required=True),
        Column("description", LINES),
        Column("commune_code", CODE, required=True),
        Column("occupation", OCCUPATION, required=True),
        Column("must_skills", several(SKILL), refers=Skill, listed=_skills(must=True)),
        Column("nice_skills", several(SKILL), refers=Skill, listed=_skills(must=False)),
        Column("education", EDUCATION),
        Column("wage_from", VND_OR_BLANK),
        Column("wage_to", VND_OR_BLANK),
        Column("shifts", set_of(SHIFTS)),
        Column("demands", set_of(DEMANDS)),
        Column("accommodation", YES_NO),
        Column("contract", one_of(CONTRACTS, blank="none")),
        Column("min_age", whole(0, 100, blank=0)),
        Column("seats", whole(0, 100_000), required=True),
        Column("opens_on", DATE),
        Column("closes_on", DATE, required=True),
    ),
    rules=(
        rules.commune("opens_on"),
        rules.not_used_by(TrainingClass),
        rules.without("nice_skills", "must_skills"),
        rules.in_order("wage_from", "wage_to"),
        rules.seats_for_those_taken,
    ),
    derived=_unlawful,
    also=("taken",),
    after=(index_as("job"),),
)
