"""Steps of a person towards an opening: each is taken once, may be ended, and is looked back on.

Whoever acts is written down with the step. A copy outside is made with consent for this one step,
and ends with it: withdrawing the consent ends the step, ending the step withdraws the consent.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select

from portal import audit, changes, clock
from portal.access import Actor
from portal.clubs.service.charges import end_charges_of
from portal.clubs.service.reminding import REMINDERS, forget_choice
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.jobs import service as jobs
from portal.journeys.models import RelaySheet, Step, StepKind
from portal.journeys.service.asking import drop_question_by_consent
from portal.journeys.service.centres import end_sheets
from portal.journeys.service.referrals import drop_by_consent
from portal.people import service as people
from portal.people.models import Client, Consent
from portal.people.service.consents import get_own_consent, withdraw_for
from portal.training import service as training

GIVEN_ON_SCREEN = "on screen"
CARE = Actor("-")  # nobody in person: the day's care


def take(
    actor: Actor,
    client: Client,
    kind: StepKind,
    *,
    opening_kind: str,
    opening_code: str,
    channel: str = "",
    reason: str = "",
) -> Step:
    """Write down a step; one that was ended is taken anew, one that stands is not taken twice."""
    step = find_step(client, kind, opening_code) or Step(
        client=client, kind=kind, opening_kind=opening_kind, opening_code=opening_code
    )
    if step.id and step.ended_on is None:
        raise Conflict(_("Anh/chị đã làm bước này rồi."))
    step.channel, step.reason, step.copy_pid = channel, reason, None
    step.taken_at, step.ended_on, step.by_pid = clock.now(), None, actor.user
    session().add(step)
    session().flush()
    note(actor, step, client, f"step_{kind}", n=1)
    return step


def find_step(client: Client, kind: StepKind, opening_code: str) -> Step | None:
    """The person's step of a kind towards an opening, ended or not."""
    query = select(Step).where(Step.client_id == client.id, Step.kind == kind)
    return session().scalar(query.where(Step.opening_code == opening_code))


def consent_to_copy(
    actor: Actor,
    step: Step,
    *,
    viewer: str,
    fields: Iterable[str],
    to_on: date | None,
    given_how: str = GIVEN_ON_SCREEN,
) -> None:
    """Write into the ledger that the viewer may know these fields for this step alone."""
    people.give_consent(
        actor,
        step.client,
        viewer=viewer,
        purpose=_purpose(step),
        fields=fields,
        given_how=given_how,
        to_on=to_on,
    )


def end_step(actor: Actor, pid: str, *, reason: str = "") -> Step:
    """The member leaves a class or takes an application back: copy and consent end at once.

    Why they do so stays with the step, inside.
    """
    step = get_own_step(actor, pid)
    if reason and reason not in jobs.reasons_of("applicant"):
        raise RuleBroken(_("Mời chọn một lý do."), field="reason")
    step.reason = reason
    for consent in people.own_consents(actor):
        if consent.purpose == _purpose(step):
            people.withdraw_consent(actor, consent.pid)
    _end(actor, step)
    return step


def end_with_copy(step: Step, client: Client) -> None:
    """The copy outside is gone, by nobody who acts here: the step ends, and the consent to it."""
    step.ended_on = clock.today()
    withdraw_for(CARE, client, purpose=_purpose(step))
    note(CARE, step, client, "end_step", n=-1)


def end_answered(step: Step, client: Client, viewer: str) -> None:
    """An employer's answer, or its silence, ends the consent: nothing is left to see."""
    yesterday = clock.today() - timedelta(days=1)
    people.end_consents(client, viewer=viewer, last_on=yesterday, purpose=_purpose(step))


def withdraw_consent(actor: Actor, consent_pid: str) -> None:
    """Withdraw a consent; what stood on it ends: a step, a volunteer's charge, reminders."""
    consent = get_own_consent(actor, consent_pid)
    people.withdraw_consent(actor, consent_pid)
    if consent.purpose == REMINDERS:
        forget_choice(people.own_client(actor))
    if consent.purpose.startswith("referral/"):
        drop_by_consent(actor, consent.purpose)
    if consent.purpose.startswith("retention/"):
        drop_question_by_consent(actor, consent.purpose)
        return
    if consent.purpose == "volunteer":
        end_charges_of(people.own_client(actor))
    step = _step_on(consent)
    if step is not None and step.ended_on is None:
        _end(actor, get_own_step(actor, step.pid))


def get_own_step(actor: Actor, pid: str) -> Step:
    """A step of the actor's own that has not ended."""
    client = people.own_client(actor)
    query = select(Step).where(Step.pid == pid, Step.client_id == client.id)
    step = session().scalar(query.where(Step.ended_on.is_(None)).with_for_update())
    if step is None:
        raise NotFound
    return step


def note(actor: Actor, step: Step, client: Client, action: str, *, n: int) -> None:
    """Put a change of a step on record: for the audit, and for those who count and match."""
    audit.record(actor, action, f"step/{step.pid}", client=client.pid)
    changes.note("step", step.pid, place=client.commune_code, day=clock.today(), n=n)


def end_copy(step: Step) -> None:
    """Take back what stands outside for a step: a seat, a sheet, an application."""
    if step.copy_pid and step.kind == StepKind.ENROLLED:
        training.withdraw(step.copy_pid)
    elif step.copy_pid and step.channel == "relay":
        end_sheets(RelaySheet.pid == step.copy_pid)
    elif step.copy_pid:
        jobs.withdraw_application(step.copy_pid)


def _end(actor: Actor, step: Step) -> None:
    step.ended_on = clock.today()
    end_copy(step)
    session().flush()
    note(actor, step, people.own_client(actor), "end_step", n=-1)


def _purpose(step: Step) -> str:
    what = "enrolment" if step.kind == StepKind.ENROLLED else "application"
    return f"{what}/{step.pid}"


def _step_on(consent: Consent) -> Step | None:
    _what, _slash, pid = consent.purpose.partition("/")
    return session().scalar(select(Step).where(Step.pid == pid)) if pid else None
