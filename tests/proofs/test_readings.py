"""Who reads of a person leaves a row in the audit, and it is there before the answer is."""

import pytest
from sqlalchemy import select

from portal.db import session
from portal.people.models import Client
from tests.proofs import marks
from tests.proofs.walks import Step, Walk, Walks

READERS = ("coordinator", "case_officer")
OF_PERSONS = (
    "clients", "needs", "notes", "answers", "progress_sheets", "drifts", "volunteer_visits",
    "raised_needs",
)  # fmt: skip
LISTS = "read_list"


def _pids(walk: Walk) -> dict[int, str]:
    with walk.installation.transaction(writes=False):
        return {number: pid for number, pid in session().execute(select(Client.id, Client.pid))}


def _persons(step: Step) -> set[int]:
    return {mark.person for mark in marks.in_text(step.answer.all) if mark.table in OF_PERSONS}


@pytest.mark.parametrize("login", READERS)
def test_a_page_that_tells_of_persons_is_in_the_audit(walks: Walks, login: str) -> None:
    """One row for each person, or one that names the list."""
    walk, unread = walks["all", login], {}
    pids = _pids(walk)
    for step in walk.steps:
        read = {row.client_pid for row in step.readings}
        listed = any(row.action == LISTS for row in step.readings)
        missing = {pids[person] for person in _persons(step)} - read
        if missing and not listed:
            unread[step.answer.address] = missing
    assert unread == {}


@pytest.mark.parametrize("login", READERS)
def test_the_rows_say_who_and_as_what(walks: Walks, login: str) -> None:
    rows = [row for step in walks["all", login].steps for row in step.readings]
    assert rows
    assert {row.roles for row in rows} == {login}
    assert len({row.user_pid for row in rows}) == 1


@pytest.mark.parametrize("login", ["officer", "admin", "employer", "provider", "visitor"])
def test_nobody_else_reads_of_a_client(walks: Walks, login: str) -> None:
    rows = [row for step in walks["all", login].steps for row in step.readings]
    assert [row.client_pid for row in rows if row.client_pid] == []
