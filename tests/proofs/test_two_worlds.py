"""Two worlds that differ in the past of those who applied: outside not a byte tells them apart."""

import re

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from portal.clubs import models as clubs
from portal.db import session
from portal.jobs.models import Application, Employer, Vacancy
from portal.journeys import models as journeys
from portal.journeys.models import RetentionCheck, Step
from portal.people import models as people
from portal.people.models import Client
from portal.training.models import Course, Learner, Provider, TrainingClass
from tests.proofs.addresses import own
from tests.proofs.conftest import Copy
from tests.proofs.crawl import Answer, crawl, fetch
from tests.proofs.people import VISITOR, client_of, scope_of

# whatever hangs on another stands before it
PAST = (
    people.HandoverMove, people.Handover, people.FileChange, people.CaseFile, people.Note,
    people.GuardianConsent, people.DataRequest, journeys.NeedOrigin, journeys.RaisedNeed,
    journeys.Support, journeys.Referral, journeys.Need, journeys.Goal, journeys.IntegrationPlan,
    journeys.Milestone, clubs.ProgressSheet, clubs.Drift, clubs.VolunteerVisit, clubs.Transfer,
    clubs.Membership, clubs.Attendance, clubs.Answer, clubs.Charge,
)  # fmt: skip
OF_STEPS = (RetentionCheck, journeys.ActedFor, journeys.AskedEmployer)
CHANGES_EACH_TIME = re.compile(
    r'(name="(?:csrf_token|form_id)"[^>]*value=")[^"]*|(Set-Cookie: )[^\r\n]*'
)

NOT_OF_THE_DATABASE = ("static", "accounts.set_second_factor")  # the second offers a new key


def _applicants(login: str) -> set[int]:
    """The clients whose copies the employer or provider has."""
    copies = {
        "employer": select(Application.pid).join(Vacancy).join(Employer),
        "provider": select(Learner.pid).join(TrainingClass).join(Course).join(Provider),
    }
    owner = Employer.pid if login == "employer" else Provider.pid
    seen = copies[login].where(owner == scope_of(login))
    return set(session().scalars(select(Step.client_id).where(Step.copy_pid.in_(seen))))


def _themselves(login: str) -> set[int]:
    """The member who is signed in."""
    return set(session().scalars(select(Client.id).where(Client.pid == scope_of(login))))


def _forget_past(app: Flask, login: str) -> int:
    """In this world they have no file, club or need, and never applied by themselves."""
    with app.extensions["installation"].transaction(writes=True):
        them = _themselves(login) if login == "member" else _applicants(login)
        asked = select(journeys.Support.id).where(journeys.Support.client_id.in_(them))
        paper = journeys.SupportPaper
        session().execute(delete(paper).where(paper.support_id.in_(asked)))
        for model in PAST:
            session().execute(delete(model).where(model.client_id.in_(them)))
        theirs = select(Step.id).where(Step.client_id.in_(them), Step.copy_pid.is_(None))
        for model in OF_STEPS:
            session().execute(delete(model).where(model.step_id.in_(theirs)))
        session().execute(delete(Step).where(Step.id.in_(theirs)))
        told = {"birth_year": 1990, "household_status": "other", "limits": 0, "max_km": 1}
        session().execute(update(Client).where(Client.id.in_(them)).values(**told))
    return len(them)


def _same(answer: Answer) -> str:
    return CHANGES_EACH_TIME.sub(r"\1\2", f"{answer.headers}\n{answer.body}")


@pytest.mark.parametrize("login", ["employer", "provider"])
@pytest.mark.parametrize("viewer", ["", VISITOR])
def test_outside_the_past_of_an_applicant_leaves_no_trace(
    copy_of_province: Copy, login: str, viewer: str
) -> None:
    first, second = copy_of_province(), copy_of_province()
    assert _forget_past(second, login) > 0
    viewer = viewer or login
    there = client_of(second, viewer)
    for answer in crawl(first, viewer):
        if answer.endpoint not in NOT_OF_THE_DATABASE:
            other = fetch(there, answer.address, answer.endpoint)
            assert _same(answer) == _same(other), answer.address


@pytest.mark.parametrize(
    ("method", "pattern"), [("POST", "/me/cv"), ("GET", "/me/applications/<pid>/sheet")]
)
def test_what_a_member_carries_to_an_employer_or_a_centre_is_the_same_paper(
    copy_of_province: Copy, method: str, pattern: str
) -> None:
    first, second = copy_of_province(), copy_of_province()
    assert _forget_past(second, "member") == 1
    with first.extensions["installation"].transaction(writes=False):
        address = own(pattern)
    papers = [client_of(app, "member").open(address, method=method) for app in (first, second)]
    assert {paper.mimetype for paper in papers} == {"application/pdf"}
    assert papers[0].data == papers[1].data
    names = [paper.headers["Content-Disposition"] for paper in papers]
    assert names[0] == names[1]
