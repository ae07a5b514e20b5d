"""What members do leaves work and messages behind: none names them, on disk or in the log."""

from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from portal import chores
from portal.access import Actor, Held, Role
from portal.accounts.models import User
from portal.db import session
from portal.installation import Installation
from portal.jobs import service as jobs
from portal.jobs.models import Application, Employer, Vacancy
from portal.journeys import service as journeys
from portal.messages import worker
from portal.messages.models import OutboxRow
from tests.proofs import marks
from tests.proofs.addresses import own
from tests.proofs.people import scope_of

# An import's code, a sign-in name and a club's own papers, its books of money and gifts with them,
# are not sealed (docs/decisions.md); the crawls prove that nobody sees them who should not.
IN_CLEAR = {
    ("clients", "code"),
    ("users", "login"),
    ("meetings", "minutes"),
    ("meetings", "cancelled_reason"),
    ("cash_entries", "other_party"),
    ("resources_raised", "giver"),
}


def _member_and_employer_act() -> None:
    """A member enrols, and applies to an employer who knows, who hires."""
    pid = session().scalars(select(User.pid).where(User.login == "member")).one()
    member = Actor(pid, (Held(Role.MEMBER, scope_of("member")),))
    journeys.enrol_in_class(member, own("/me/classes/<pid>").rpartition("/")[2])
    sent = journeys.apply_to_pledged(member, own("/me/jobs/<pid>").rpartition("/")[2], tell=[])
    known = select(Employer.pid).join(Vacancy).join(Application)
    firm = session().scalars(known.where(Application.pid == sent.copy_pid)).one()
    jobs.answer_application(
        Actor("of the firm", (Held(Role.EMPLOYER, firm),)), str(sent.copy_pid), answer="hired"
    )


def test_messages_and_work_for_later_name_nobody(
    province_site: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    installation: Installation = province_site.extensions["installation"]
    marks.put_everywhere(installation)
    with installation.transaction(writes=True):
        _member_and_employer_act()
    worker.drain(partial(installation.transaction, writes=True), chores.JOBS)
    with installation.transaction(writes=False):
        assert session().scalars(select(OutboxRow.error).where(OutboxRow.error != "")).all() == []
    lying = marks.in_text(caplog.text)
    for file in (file for file in installation.settings.data_dir.rglob("*") if file.is_file()):
        lying |= marks.in_text(file.read_bytes().decode("latin-1"))
    assert {mark for mark in lying if (mark.table, mark.column) not in IN_CLEAR} == set()
