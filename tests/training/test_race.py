"""Many at once for the last seats: none is sold twice, none stays empty, every loser waits."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from portal.db import session
from portal.installation import Installation
from portal.training import service
from portal.training.models import Learner, TrainingClass
from tests.training import world

CLASSES, CLIENTS, SEATS = 20, 50, 3
HELD_BEFORE = 2  # seats already taken: one is left


def test_the_last_seat_of_each_class_goes_to_one_of_fifty(installation: Installation) -> None:
    with installation.transaction(writes=True):
        course = world.course(world.provider())
        pids = [world.held(course, seats=SEATS, taken=HELD_BEFORE).pid for _ in range(CLASSES)]

    def client(number: int) -> None:
        for pid in pids[number % CLASSES :] + pids[: number % CLASSES]:
            with installation.transaction(writes=True):
                service.enrol(pid, name=f"Người {number}", phone="")

    with ThreadPoolExecutor(CLIENTS) as crowd:
        list(crowd.map(client, range(CLIENTS)))
    assert _standings(installation) == {"enrolled": CLASSES, "waiting": CLASSES * (CLIENTS - 1)}
    assert _taken(installation) == [SEATS] * CLASSES


def test_a_seat_given_back_among_newcomers_is_filled(installation: Installation) -> None:
    with installation.transaction(writes=True):
        held = world.held(world.course(world.provider()), seats=5)
        first = [service.enrol(held.pid, name="Người đầu", phone="").pid for _ in range(5)]

    def come(number: int) -> None:
        with installation.transaction(writes=True):
            service.enrol(held.pid, name=f"Người {number}", phone="")

    def leave(pid: str) -> None:
        with installation.transaction(writes=True):
            service.withdraw(pid)

    with ThreadPoolExecutor(15) as crowd:
        comers = [crowd.submit(come, number) for number in range(10)]
        leavers = [crowd.submit(leave, pid) for pid in first]
        for done in (*comers, *leavers):
            done.result()
    assert _standings(installation) == {"enrolled": 5, "waiting": 5, "withdrawn": 5}
    assert _taken(installation) == [5]


def _standings(installation: Installation) -> dict[str, int]:
    count = select(Learner.standing, func.count()).group_by(Learner.standing)
    with installation.transaction(writes=False):
        return {standing: number for standing, number in session().execute(count)}


def _taken(installation: Installation) -> list[int]:
    with installation.transaction(writes=False):
        return list(session().scalars(select(TrainingClass.taken)))
