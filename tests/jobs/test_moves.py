"""Applications move by the table of moves, whatever is called in whatever order."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, PortalError, RuleBroken
from portal.jobs import service
from portal.jobs.models import (
    HIRING_MOVES,
    OPEN_HIRING,
    Application,
    Employer,
    Hiring,
    HiringReason,
)
from tests.databases import on_sqlite
from tests.jobs import world

ORDERS, CALLS = 40, 12


@pytest.fixture
def pledged(work: Session) -> Employer:
    return world.employer(pledged=True)


def _call(rng: Random, actor: Actor, pid: str) -> None:
    """Any one thing that can happen to an application, asked for without looking."""
    deed = rng.choice(("invited", "hired", "declined", "sent", "withdraw", "days", "expire"))
    if deed == "withdraw":
        service.withdraw_application(pid)
    elif deed == "days":
        clock.fix(clock.today() + timedelta(days=rng.choice((1, 3, 9))))
    elif deed == "expire":
        service.expire_applications()
    else:
        reason = rng.choice(("filled", "health", "unanswered", "", None))
        service.answer_application(actor, pid, answer=deed, reason=reason)


def _whole(row: Application) -> None:
    """An open one holds its copies, an ended one has lost key and copies; reasons fit the end."""
    open_still = row.standing in OPEN_HIRING
    assert (row.key_wrapped is not None) == open_still
    assert (row.name_sealed is not None) == open_still
    if row.reason:
        known = select(HiringReason).where(HiringReason.code == row.reason)
        reason = session().scalars(known).one()
        assert reason.counts_as == row.standing
        assert reason.side != "applicant"
    else:
        assert row.standing not in (Hiring.DECLINED, Hiring.EXPIRED)


@on_sqlite
@pytest.mark.parametrize("seed", range(ORDERS))
def test_no_order_of_calls_leaves_the_table_of_moves(pledged: Employer, seed: int) -> None:
    rng, actor = Random(seed), world.acting_for(pledged)
    row = world.application(world.vacancy(pledged))
    for _ in range(CALLS):
        before = Hiring(row.standing)
        try:
            with session().begin_nested():
                _call(rng, actor, row.pid)
        except PortalError:
            pass
        session().expire_all()
        after = Hiring(row.standing)
        assert after == before or after in HIRING_MOVES[before]
        _whole(row)


def test_a_reason_is_of_the_employers_side_and_about_the_work(pledged: Employer) -> None:
    actor, row = world.acting_for(pledged), world.application(world.vacancy(pledged))
    for reason in (None, "", "health", "unanswered", "looks"):
        with pytest.raises(RuleBroken) as refusal:
            service.answer_application(actor, row.pid, answer="declined", reason=reason)
        assert refusal.value.field == "reason"
    service.answer_application(actor, row.pid, answer="declined", reason="other_skills")
    with pytest.raises(NotFound):
        service.answer_application(actor, row.pid, answer="invited")


def test_every_reason_counts_as_an_end_and_is_of_one_side(work: Session) -> None:
    ends = {"employer": "declined", "applicant": "withdrawn", "clock": "expired"}
    rows = list(session().scalars(select(HiringReason)))
    assert {row.side for row in rows} == set(ends)
    assert all(row.counts_as == ends[row.side] for row in rows)
