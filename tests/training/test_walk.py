"""Random histories of a class: whatever happens, in whatever order, its seats stay right."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor
from portal.errors import NotFound, RuleBroken
from portal.training import service
from portal.training.models import HOLDING, MOVES, Learner, Standing, TrainingClass
from portal.training.service.seats import move
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.training import world

pytestmark = on_sqlite
STEPS = 120


class Walk:
    """A class, and chance that plays everyone who has to do with it."""

    def __init__(self, seed: int, work: Session) -> None:
        self.chance, self.work = Random(seed), work
        self.held = world.held(
            world.course(world.provider()),
            seats=self.chance.randint(1, 4),
            offer_days=self.chance.randint(1, 5),
            enrol_by=TODAY + timedelta(days=14),
        )
        self.actor: Actor = world.acting_for(world.provider_of(self.held))
        self.known: dict[str, Standing] = {}

    def learners(self) -> list[Learner]:
        query = select(Learner).where(Learner.class_id == self.held.id).order_by(Learner.id)
        return list(self.work.scalars(query))

    def step(self) -> None:
        """Somebody does something, allowed or not."""
        acts: tuple[Callable[[], object], ...] = (
            self._come,
            self._come,
            self._someone_moves,
            lambda: service.accept(self._anyone()),
            lambda: service.decline(self._anyone(), reason="busy"),
            lambda: service.withdraw(self._anyone()),
            self._new_seats,
            self._a_day_passes,
        )
        with suppress(RuleBroken, NotFound), self.work.begin_nested():
            self.chance.choice(acts)()

    def check(self) -> None:
        """What holds after every step."""
        self.work.expire_all()
        learners = self.learners()
        now = {learner.pid: Standing(learner.standing) for learner in learners}
        for pid, was in self.known.items():
            assert now[pid] == was or now[pid] in MOVES[was]
        self.known = now
        holding = sum(standing in HOLDING for standing in now.values())
        assert self.held.taken == holding <= self.held.seats
        waiting = [n for n, learner in enumerate(learners) if learner.standing == Standing.WAITING]
        asked = [n for n, learner in enumerate(learners) if learner.offer_ends_on]
        assert not waiting or self.held.taken == self.held.seats
        assert not waiting or not asked or max(asked) < min(waiting)

    def _come(self) -> None:
        waits = Standing.WAITING in self.known.values()
        came = _come(self.held)
        assert not waits or came.standing != Standing.ENROLLED or self._has_begun()

    def _anyone(self) -> str:
        learners = self.learners()
        return self.chance.choice(learners).pid if learners else ""

    def _someone_moves(self) -> None:
        learner = self.chance.choice(self.learners() or [_come(self.held)])
        was, to = Standing(learner.standing), self.chance.choice(list(Standing))
        move(learner, to)
        assert to in MOVES[was]

    def _new_seats(self) -> None:
        seats = self.chance.randint(1, 6)
        names = ("commune_code", "starts_on", "ends_on", "enrol_by", "shifts", "accommodation")
        values = {name: getattr(self.held, name) for name in names}
        service.edit_class(
            self.actor, self.held.pid, version=self.held.version, seats=seats, **values
        )

    def _a_day_passes(self) -> None:
        clock.fix(clock.today() + timedelta(days=1))
        service.turn_of_day()

    def _has_begun(self) -> bool:
        return self.held.starts_on <= clock.today()


def _come(held: TrainingClass) -> Learner:
    return service.enrol(held.pid, name="Người mới", phone="")


@pytest.mark.parametrize("seed", range(12))
def test_seats_stay_right_through_random_histories(seed: int, work: Session) -> None:
    walk = Walk(seed, work)
    for _ in range(STEPS):
        walk.step()
        walk.check()


def test_the_table_names_every_standing_and_offers_come_from_the_list_alone(
    work: Session,
) -> None:
    assert set(MOVES) == set(Standing)
    held: TrainingClass = world.held(world.course(world.provider()), seats=0)
    learner = service.enrol(held.pid, name="An", phone="")
    with pytest.raises(RuleBroken):
        move(learner, Standing.OFFERED)
