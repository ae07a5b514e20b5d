"""Training providers, courses and classes."""

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
    VND,
    YES_NO,
    one_of,
    set_of,
    several,
    whole,
)
from portal.exchange.effects import (
    classes_as_imported,
    index_as,
    index_courses_of_classes,
    index_courses_of_providers,
)
from portal.exchange.table import Column, Listed, Table
from portal.jobs.models import Vacancy
from portal.trades.models import Skill
from portal.trades.vocabulary import LEVELS, SHIFTS
from portal.training.models import Approval, Course, CourseSkill, Provider, TrainingClass


def _approved() -> dict[str, Any]:
    return {"approval": Approval.APPROVED.value, "registered_at": clock.now()}


PROVIDERS = Table(
    kind="providers",
    model=Provider,
    columns=(
        Column("code", CODE, required=True),
        Column("name", required=True),
        Column("commune_code", CODE, required=True),
        Column("phone"),
        Column("email"),
    ),
    rules=(rules.commune(),),
    fresh=_approved,
    after=(index_courses_of_providers,),
)

COURSES = Table(
    kind="courses",
    model=Course,
    columns=(
        Column("code", CODE, required=True),
        Column("provider_code", CODE, required=True, refers=Provider, attribute="provider_id"),
        Column("title", required=True),
        Column("description", LINES),
        Column("occupation", OCCUPATION, required=True),
        Column("level", one_of(LEVELS, blank="other")),
        Column(
            "teaches",
            several(SKILL),
            refers=Skill,
            listed=Listed(CourseSkill, "course_id", "skill"),
        ),
        Column("education", EDUCATION),
        Column("hours", whole(0, 100_000, blank=0)),
        Column("fee", VND),
        Column("certificate", YES_NO),
    ),
    after=(index_as("course"),),
)

CLASSES = Table(
    kind="classes",
    model=TrainingClass,
    columns=(
        Column("code", CODE, required=True),
        Column("course_code", CODE, required=True, refers=Course, attribute="course_id"),
        Column("commune_code", CODE, required=True),
        Column("starts_on", DATE, required=True),
        Column("ends_on", DATE),
        Column("enrol_by", DATE, required=True),
        Column("shifts", set_of(SHIFTS)),
        Column("seats", whole(0, 100_000), required=True),
        Column("accommodation", YES_NO),
    ),
    rules=(
        rules.commune("starts_on"),
        rules.not_used_by(Vacancy),
        rules.in_order("starts_on", "ends_on"),
        rules.seats_for_those_taken,
    ),
    also=("taken",),
    after=(index_courses_of_classes, classes_as_imported),
)
