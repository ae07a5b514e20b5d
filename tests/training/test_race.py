"""Many at once for the seats of a class, with people leaving, saying no and falling silent in
between: none is sold twice, none stays empty while somebody waits, and every loser is told."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import func, select, update

from portal import clock
from portal.db import session
from portal.errors import RuleBroken
from portal.installation import Installation
from portal.messages.models import OutboxRow
from portal.training import service
from portal.training.models import HOLDING, Learner, Standing, TrainingClass
from tests.training import world

CROWD, PEOPLE, SEATS = 6, 100, 5
SEED = 46
YESTERDAY = timedelta(days=1)


@pytest.mark.parametrize("classes", [4, pytest.param(50, marks=pytest.mark.proof)])
def test_a_hundred_compete_for_each_class(installation: Installation, classes: int) -> None:
    with installation.transaction(writes=True):
        course = world.course(world.provider())
        pids = [world.held(course, seats=SEATS).pid for _ in range(classes)]
    turns = [(pid, number) for pid in pids for number in range(PEOPLE)]
    Random(SEED).shuffle(turns)

    def come(turn: tuple[str, int]) -> tuple[str, str]:
        pid, number = turn
        with installation.transaction(writes=True):
            learner = service.enrol(pid, name=f"Người {number}", phone="").pid
        return learner, _live_on(installation, learner, Random(f"{SEED}/{pid}/{number}"))

    with ThreadPoolExecutor(CROWD) as crowd:
        comers = list(crowd.map(come, turns))
    assert len({learner for learner, _told in comers}) == classes * PEOPLE
    assert all(told for _learner, told in comers)  # who is late or was not asked reads why
    _check(installation, pids)
    _close(installation, pids)


def _live_on(installation: Installation, pid: str, chance: Random) -> str:
    """Having come, they stay, leave, answer an offer, or let it pass: what they read then."""
    what = chance.choice(("stay", "stay", "leave", "accept", "decline", "silence"))
    try:
        with installation.transaction(writes=True):
            if what == "leave":
                service.withdraw(pid)
            elif what == "accept":
                service.accept(pid)
            elif what == "decline":
                service.decline(pid, reason="busy")
            elif what == "silence":
                _fall_silent(pid)
    except RuleBroken as refused:
        return refused.message
    return what


def _fall_silent(pid: str) -> None:
    """Their offer, if they have one, ran out yesterday; the class is cared for."""
    class_id = session().scalars(select(Learner.class_id).filter_by(pid=pid)).one()
    service.offer_seats(class_id)  # holds the class
    ended = {"offer_ends_on": clock.today() - YESTERDAY}
    session().execute(
        update(Learner)
        .where(Learner.pid == pid, Learner.standing == Standing.OFFERED)
        .values(ended)
    )
    service.offer_seats(class_id)


def _check(installation: Installation, pids: list[str]) -> None:
    """Taken is who holds a seat; all seats are held, for there are more people than seats."""
    with installation.transaction(writes=False):
        for held in session().scalars(select(TrainingClass).where(TrainingClass.pid.in_(pids))):
            standings = _standings(held)
            assert held.taken == sum(standings[standing] for standing in HOLDING) == SEATS
            assert standings.total() == PEOPLE
        told = _told()
        for learner in session().scalars(select(Learner)):
            assert _was_told(learner, told), learner.standing


def _close(installation: Installation, pids: list[str]) -> None:
    """Once the classes begin nobody waits, and who did was told."""
    with installation.transaction(writes=True):
        session().execute(
            update(TrainingClass).values(starts_on=clock.today(), enrol_by=clock.today())
        )
        service.turn_of_day()
        told = _told()
        for held in session().scalars(select(TrainingClass).where(TrainingClass.pid.in_(pids))):
            standings = _standings(held)
            assert not standings[Standing.WAITING] + standings[Standing.OFFERED]
            assert held.taken == standings[Standing.ENROLLED]
        lost = select(Learner.pid).where(Learner.standing.in_(("lapsed", "unseated")))
        assert all("seat_lost" in told[learner] for learner in session().scalars(lost))


def _was_told(learner: Learner, told: dict[str, set[str]]) -> bool:
    if learner.offer_ends_on and "seat_found" not in told[learner.pid]:
        return False
    return learner.standing != Standing.LAPSED or "seat_lost" in told[learner.pid]


def _told() -> dict[str, set[str]]:
    """What was queued for each learner."""
    rows = session().execute(select(OutboxRow.kind, OutboxRow.payload))
    found: dict[str, set[str]] = {pid: set() for pid in session().scalars(select(Learner.pid))}
    for kind, payload in rows:
        if kind in ("seat_found", "seat_lost"):
            found[payload["learner"]].add(kind)
    return found


def _standings(held: TrainingClass) -> Counter[str]:
    count = select(Learner.standing, func.count()).where(Learner.class_id == held.id)
    rows = session().execute(count.group_by(Learner.standing))
    return Counter({standing: number for standing, number in rows})
