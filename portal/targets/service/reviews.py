"""Interim and final reviews of a plan in a place, and commendations."""

from datetime import date

from portal.access import Actor
from portal.paging import Page, paged
from portal.targets.models import Commendation, Review
from portal.targets.service.registers import amend, enter, get_row, refuse_future, visible


def list_reviews(actor: Actor, number: int) -> Page[Review]:
    """The reviews in the officer's places, newest first."""
    query = visible(actor, Review)
    return paged(query.order_by(Review.held_on.desc(), Review.id.desc()), number)


def get_review(actor: Actor, pid: str) -> Review:
    """One review."""
    return get_row(actor, Review, pid)


def record_review(
    actor: Actor,
    *,
    plan: str,
    place_code: str,
    kind: str,
    held_on: date,
    document_number: str,
    results: str,
    lessons: str,
    tasks_ahead: str,
) -> Review:
    """Record a review that was held; a plan has as many interim ones in a place as it needs, and
    one final one."""
    refuse_future(held_on=held_on)
    row = Review(
        plan=plan,
        place_code=place_code,
        kind=kind,
        held_on=held_on,
        document_number=document_number,
        results=results,
        lessons=lessons,
        tasks_ahead=tasks_ahead,
    )
    enter(actor, row)
    return row


def edit_review(actor: Actor, pid: str, *, version: int | None, **values: object) -> Review:
    """Put a review right; `values` as `record_review` takes them."""
    refuse_future(held_on=values["held_on"])
    row = get_review(actor, pid)
    amend(actor, row, version, values)
    return row


def list_commendations(actor: Actor, number: int) -> Page[Commendation]:
    """The commendations in the officer's places, newest first."""
    query = visible(actor, Commendation)
    return paged(query.order_by(Commendation.decided_on.desc(), Commendation.id.desc()), number)


def get_commendation(actor: Actor, pid: str) -> Commendation:
    """One commendation."""
    return get_row(actor, Commendation, pid)


def record_commendation(
    actor: Actor,
    *,
    place_code: str,
    recipient: str,
    name: str,
    unit: str,
    form: str,
    decision: str,
    decided_on: date,
    reason: str,
) -> Commendation:
    """Record who was commended by which decision: never a person of the clubs."""
    refuse_future(decided_on=decided_on)
    row = Commendation(
        place_code=place_code,
        recipient=recipient,
        name=name,
        unit=unit,
        form=form,
        decision=decision,
        decided_on=decided_on,
        reason=reason,
    )
    enter(actor, row)
    return row


def edit_commendation(
    actor: Actor, pid: str, *, version: int | None, **values: object
) -> Commendation:
    """Put a commendation right; `values` as `record_commendation` takes them."""
    refuse_future(decided_on=values["decided_on"])
    row = get_commendation(actor, pid)
    amend(actor, row, version, values)
    return row
