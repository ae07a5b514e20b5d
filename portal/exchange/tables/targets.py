"""Figures that officers report, and the register of trained staff."""

from typing import Any

from portal import clock
from portal.exchange import rules
from portal.exchange.cells import CODE, DATE, PERIOD, one_of, whole
from portal.exchange.table import Column, Table
from portal.targets.labels import FAIR_PERSONS
from portal.targets.models import Figure, StaffTraining

REPORTED = ("reached", "voluntary_share", "registered_voluntarily", "schools_prevention")
FIGURED = (*REPORTED, FAIR_PERSONS)  # also what is no indicator of a target
COUNT = whole(0, 1_000_000_000)


def _entered() -> dict[str, Any]:
    return {"entered_at": clock.now(), "entered_by": None, "replaced_at": None}


FIGURES = Table(
    kind="figures",
    model=Figure,
    columns=(
        Column("indicator", one_of(FIGURED), required=True),
        Column("place_code", CODE, required=True),
        Column("period", PERIOD, required=True),
        Column("numerator", COUNT, required=True),
        Column("denominator", COUNT, required=True),
        Column("source", required=True),
    ),
    key=("indicator", "place_code", "period"),
    rules=(rules.place_of_figure, rules.in_order("numerator", "denominator")),
    fresh=_entered,
    history=True,
)

STAFF_TRAINING = Table(
    kind="staff_training",
    model=StaffTraining,
    columns=(
        Column("person_code", CODE, required=True),
        Column("name", required=True),
        Column("place_code", CODE, required=True),
        Column("role"),
        Column("course", required=True),
        Column("completed_on", DATE),
    ),
    key=("person_code", "course"),
    rules=(rules.place_of_staff,),
)
