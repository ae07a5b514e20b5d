"""Every table of moves there is: it knows each of its states, and leads to none but those.

That the one moving function of each makes no other move is proven below for those of clubs, goals,
providers and reported jobs, and beside the service for the others: tests/jobs/test_moves.py,
test_life.py and test_fairs.py, tests/journeys/test_way.py, tests/training/test_walk.py and
test_seats.py,
tests/clubs/test_transfers.py and test_outreach.py, tests/people/test_handovers.py and
test_data_requests.py, tests/targets/test_reports.py.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from importlib import import_module
from itertools import product
from pkgutil import walk_packages
from typing import Any, NamedTuple

import pytest
from sqlalchemy.orm import Session

import portal
from portal.access import Actor, Held, Role
from portal.clubs.models import ClubStatus
from portal.clubs.service import standing
from portal.db import session
from portal.errors import PortalError
from portal.jobs.models import REPORT_MOVES, JobReport, ReportState
from portal.jobs.service import reports
from portal.journeys.models import GOAL_MOVES, GoalState
from portal.journeys.service import plans
from portal.training.models import APPROVAL_MOVES, Approval
from portal.training.service import providers
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.jobs import world as jobs
from tests.people import commune
from tests.people.commune import actor
from tests.training import world as classes

PROVINCE = Actor("of the province", (Held(Role.OFFICER, "75"),))
NUMBER = 17
Table = Mapping[StrEnum, Any]
Move = Callable[[str], object]


def _tables() -> Iterator[tuple[str, Table]]:
    """Each once, under the name of the module that has it."""
    met: set[int] = set()
    for module in walk_packages(portal.__path__, "portal."):
        if ".migrations" in module.name or ".demo" in module.name:
            continue
        for name, table in vars(import_module(module.name)).items():
            of_states = name.endswith("MOVES") and isinstance(next(iter(table)), StrEnum)
            if of_states and id(table) not in met and "labels" not in module.name:
                met.add(id(table))
                yield f"{module.name}.{name}", table


def _leads_to(moves: Any) -> set[Any]:
    """The states that moves end in, whether they are keyed by them or by what is done."""
    by_deed = isinstance(moves, Mapping) and all(isinstance(to, StrEnum) for to in moves.values())
    by_deed = by_deed and not all(isinstance(key, StrEnum) for key in moves)
    return set(moves.values()) if by_deed else set(moves)


TABLES = dict(_tables())


@pytest.mark.parametrize("name", TABLES)
def test_a_table_knows_all_its_states_and_no_other(name: str) -> None:
    table = TABLES[name]
    states = type(next(iter(table)))
    assert set(table) | set().union(*map(_leads_to, table.values())) == set(states)


def test_no_table_is_overlooked() -> None:
    """A new one: prove its moves too, then count it."""
    assert len(TABLES) == NUMBER, sorted(TABLES)


class Walked(NamedTuple):
    """A record that stands in a state, its table, and the one way to move it."""

    table: Mapping[Any, Any]
    states: type[StrEnum]
    row: Any
    column: str
    move: Move


def _club(work: Session) -> Walked:
    row = ground.club()

    def move(to: str) -> object:
        return standing.move_club(
            PROVINCE, row.pid, status=to, status_on=TODAY, version=row.version
        )

    return Walked(standing.MOVES, ClubStatus, row, "status", move)


def _goal(work: Session) -> Walked:
    an, officer = commune.settle(work).an, actor(work, "case_officer")
    plans.write_plan(officer, an, version=None, aim="Có việc")
    due_on = TODAY + timedelta(days=9)
    row = plans.set_goal(officer, an, title="Học hàn", due_on=due_on, who="member")
    return Walked(
        GOAL_MOVES,
        GoalState,
        row,
        "state",
        lambda to: plans.move_goal(officer, row.pid, to=to, reason="vì"),
    )


def _provider(work: Session) -> Walked:
    row = classes.provider()
    return Walked(
        APPROVAL_MOVES, Approval, row, "approval", lambda to: providers._move(row, Approval(to))
    )


def _job_report(work: Session) -> Walked:
    told = {"reason": "fee", "words": "Đòi cọc.", "address": "192.0.2.1"}
    row = reports.report_job(jobs.vacancy(jobs.employer()).pid, **told)
    assert isinstance(row, JobReport)
    return Walked(
        REPORT_MOVES,
        ReportState,
        row,
        "state",
        lambda to: reports._move(PROVINCE, row, ReportState(to), "vì"),
    )


@on_sqlite
@pytest.mark.parametrize("begin", [_club, _goal, _provider, _job_report])
def test_no_move_outside_the_table(begin: Callable[[Session], Walked], work: Session) -> None:
    walked = begin(work)
    for state, to in product(walked.states, walked.states):
        setattr(walked.row, walked.column, state)
        session().flush()
        if to in walked.table[state]:
            walked.move(to)
            assert getattr(walked.row, walked.column) == to
        else:
            with pytest.raises(PortalError):
                walked.move(to)
            assert getattr(walked.row, walked.column) == state
