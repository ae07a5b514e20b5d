"""A sheet for an employment centre: made after an exact preview, carried there by the member.

The portal sends nothing: a sheet that came from it, or by the hand of an officer, would say whose
it is. So a centre has among its papers one like any other.
"""

from datetime import timedelta

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.jobs.models import Vacancy
from portal.journeys.models import RelaySheet, Step, StepKind
from portal.journeys.service.applying import apply_by, shown_to_employer
from portal.journeys.service.centres import judge, take_sheet_at
from portal.journeys.service.openings import open_vacancy
from portal.journeys.service.steps import consent_to_copy, get_own_step
from portal.people import service as people

SHEET_STANDS = timedelta(days=30)


def wanted_work(vacancy: Vacancy) -> str:
    """How a sheet names the work."""
    return f"{vacancy.title} · {vacancy.employer.name}"


def make_sheet(actor: Actor, vacancy_pid: str, centre_pid: str, *, tell: list[str]) -> Step:
    """Make the sheet that was previewed, with consent for this one application, for 30 days."""
    vacancy = open_vacancy(vacancy_pid)
    step = apply_by(actor, people.own_client(actor), vacancy, "relay")
    centre = take_sheet_at(centre_pid, vacancy.commune_code)
    sheet = RelaySheet(
        centre=centre,
        work=wanted_work(vacancy),
        **vars(shown_to_employer(actor, tell)),
        made_on=clock.today(),
        ends_on=clock.today() + SHEET_STANDS,
    )
    session().add(sheet)
    fields = ["name", "phone", *tell]
    viewer = f"centre/{centre.pid}"
    consent_to_copy(actor, step, viewer=viewer, fields=fields, to_on=sheet.ends_on)
    step.copy_pid = sheet.pid
    session().flush()
    judge(centre)
    return step


def own_sheet(actor: Actor, step_pid: str) -> RelaySheet:
    """The sheet of one of the member's own steps, until it ends."""
    step = get_own_step(actor, step_pid)
    if step.kind != StepKind.APPLIED or step.channel != "relay":
        raise NotFound
    query = select(RelaySheet).where(RelaySheet.pid == step.copy_pid)
    standing = query.where(RelaySheet.ends_on >= clock.today(), RelaySheet.key_wrapped.is_not(None))
    if sheet := session().scalar(standing):
        return sheet
    raise NotFound
