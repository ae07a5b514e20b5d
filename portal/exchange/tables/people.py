"""Clients, their completions and the aftercare that follows, and their needs."""

from collections.abc import Iterator
from typing import Any

from portal import clock
from portal.exchange import consents, rules
from portal.exchange.cells import (
    CODE,
    DATE,
    EDUCATION,
    LINES,
    SKILL,
    VND,
    WISH,
    one_of,
    quoted,
    set_of,
    several,
    whole,
)
from portal.exchange.known import Known
from portal.exchange.table import Column, Facts, Flaw, Listed, Table
from portal.jobs.models import Employer
from portal.journeys.models import NEEDS as KINDS_OF_NEED
from portal.journeys.models import Need
from portal.people.models import BlockedEmployer, CaseFile, Client, ClientSkill, WantedOccupation
from portal.people.service import phones
from portal.trades.models import Skill
from portal.trades.vocabulary import DEMANDS, HOUSEHOLDS, SHIFTS

COMPLETIONS = ("voluntary", "compulsory", "substitution")
CLIENT = Column("client_code", CODE, required=True, refers=Client, attribute="client_id")


def _registered() -> dict[str, Any]:
    return {"registered_on": clock.today()}


def _phone_hash(facts: Facts) -> dict[str, Any]:
    """The phone is kept as it was written, and found by the number it means."""
    return {"phone_hash": phones.hashed(facts["phone"])}


def not_erased(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
    """Someone who asked to be forgotten does not come back by an old file."""
    if new["code"] in known.erased():
        yield "code", f"{quoted(new['code'])} is the code of a person whose data were erased"


def _skills(*, proven: bool) -> Listed:
    return Listed(ClientSkill, "client_id", "skill", marks=(("proven", proven),))


CLIENTS = Table(
    kind="clients",
    model=Client,
    columns=(
        Column("code", CODE, required=True),
        Column("name", required=True, sealed=True),
        Column("phone", sealed=True),
        Column("birth_year", whole(1900, 2100), required=True),
        Column("commune_code", CODE, required=True),
        Column("household_status", one_of(HOUSEHOLDS, blank="other")),
        Column("education", EDUCATION, required=True),
        Column(
            "wanted_occupations",
            several(WISH, at_most=5),
            listed=Listed(WantedOccupation, "client_id", "occupation", position="position"),
        ),
        Column("skills", several(SKILL), refers=Skill, listed=_skills(proven=False)),
        Column("proven_skills", several(SKILL), refers=Skill, listed=_skills(proven=True)),
        Column("limits", set_of(DEMANDS)),
        Column("shifts", set_of(SHIFTS)),
        Column("max_km", whole(1, 10_000, blank=20)),
        Column("min_wage", VND),
        Column(
            "blocked_employers",
            several(CODE),
            refers=Employer,
            listed=Listed(BlockedEmployer, "client_id", "employer_code"),
        ),
    ),
    rules=(not_erased, rules.commune(), rules.without("skills", "proven_skills")),
    fresh=_registered,
    derived=_phone_hash,
    after=(consents.of_case_files,),
    personal=True,
)

CASE_FILES = Table(
    kind="case_files",
    model=CaseFile,
    columns=(
        CLIENT,
        Column("kind", one_of(COMPLETIONS), required=True),
        Column("completed_on", DATE, required=True),
        Column("managed_from", DATE),
        Column("managed_to", DATE),
    ),
    key=("client_code", "completed_on"),
    rules=(rules.in_order("managed_from", "managed_to"),),
    after=(consents.of_case_files,),
    personal=True,
)

NEEDS = Table(
    kind="needs",
    model=Need,
    columns=(
        CLIENT,
        Column("kind", one_of(KINDS_OF_NEED), required=True),
        Column("recorded_on", DATE, required=True),
        Column("met_on", DATE),
        Column("how", LINES, sealed=True),
    ),
    key=("client_code", "kind", "recorded_on"),
    rules=(rules.in_order("recorded_on", "met_on"),),
    personal=True,
)
