"""What stands of the way of a person who is erased, told to the room of people from above."""

from sqlalchemy import delete, or_, select

from portal import clock
from portal.db import session
from portal.journeys.models import (
    REFERRAL_MOVES,
    SUPPORT_MOVES,
    PastWork,
    Referral,
    ReferralState,
    SavedSearch,
    Step,
    StepKind,
    Support,
    SupportState,
)
from portal.journeys.service.asking import drop_questions
from portal.journeys.service.caseload import rows_of
from portal.journeys.service.steps import CARE, end_copy, note
from portal.people.models import Client
from portal.people.service.erasing import ERASERS
from portal.training.models import OPEN, Learner


def _from_journeys(client: Client) -> None:
    """Copies outside are taken back and what ran is dropped; what came about stays, nameless."""
    for table in (PastWork, SavedSearch):
        session().execute(delete(table).where(table.client_id == client.id))
    drop_questions(Step.client_id == client.id)
    _end_steps(client)
    for sent in rows_of(Referral, client):
        if REFERRAL_MOVES[ReferralState(sent.state)]:
            sent.state, sent.state_on = ReferralState.DROPPED, clock.today()
    for support in rows_of(Support, client):
        if SUPPORT_MOVES[SupportState(support.state)]:
            support.state, support.state_on = SupportState.DROPPED, clock.today()


def _end_steps(client: Client) -> None:
    """Who has finished a course or found work still counts as having done so."""
    in_class = select(Learner.pid).where(Learner.standing.in_(OPEN))
    running = select(Step).where(
        Step.client_id == client.id,
        Step.ended_on.is_(None),
        or_(Step.kind == StepKind.APPLIED, Step.copy_pid.in_(in_class)),
    )
    for step in session().scalars(running).all():
        step.ended_on = clock.today()
        end_copy(step)
        note(CARE, step, client, "end_step", n=-1)


ERASERS.append(_from_journeys)
