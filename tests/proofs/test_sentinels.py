"""Sentinels: each personal field holds a word of its own; nobody sees one that is not for them."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import Select, select

from portal.clubs.models import (
    Club,
    Membership,
    Outreach,
    ProgressSheet,
    Transfer,
    TransferState,
)
from portal.db import session
from portal.jobs.models import Application, Employer, JobQuestion, Vacancy
from portal.journeys.models import Step
from portal.people.models import Client
from portal.training.models import Course, Learner, Provider, TrainingClass
from tests.proofs import marks
from tests.proofs.marks import Mark
from tests.proofs.people import EVERYONE, VISITOR, scope_of
from tests.proofs.walks import Walk, Walks

ON_PUBLIC_SITE = (VISITOR, "employer", "provider")
OUTSIDERS = (VISITOR, "employer", "provider", "officer", "admin")
PID = re.compile(r"[\w-]{22}")
NO_MARK = {"users.second_factor_sealed"}  # a key of the user's own, not a word about them


def _ids(query: Select[tuple[int]]) -> set[int]:
    return set(session().scalars(query))


def _nothing(mark: Mark) -> bool:
    return False


def _employer() -> Callable[[Mark], bool]:
    own = select(Application.id).join(Vacancy).join(Employer)
    copies = _ids(own.where(Employer.pid == scope_of("employer")))
    asked = select(JobQuestion.id).join(Vacancy).join(Employer)
    questions = _ids(asked.where(Employer.pid == scope_of("employer")))
    known = {"applications": copies, "job_questions": questions}
    return lambda mark: mark.person in known.get(mark.table, ())


def _provider() -> Callable[[Mark], bool]:
    own = select(Learner.id).join(TrainingClass).join(Course).join(Provider)
    copies = _ids(own.where(Provider.pid == scope_of("provider")))
    return lambda mark: mark.table in ("learners", "certificates") and mark.person in copies


def _member() -> Callable[[Mark], bool]:
    me = _ids(select(Client.id).where(Client.pid == scope_of("member")))
    mine = select(Step.copy_pid).where(Step.client_id.in_(me))
    copies = {
        model.__tablename__: _ids(select(model.id).where(model.pid.in_(mine)))
        for model in marks.COPIES
    }
    return lambda mark: (
        mark.person in copies.get(mark.table, me)
        and mark.table not in (*marks.OF_CLUBS, "certificates")
    )


def _coordinator() -> Callable[[Mark], bool]:
    club = _ids(select(Club.id).where(Club.pid == scope_of("coordinator")))
    people = _ids(select(Membership.client_id).where(Membership.club_id.in_(club)))
    asked = select(Transfer.client_id).where(Transfer.state == TransferState.AGREED)
    coming = {("clients", "name", who) for who in _ids(asked.where(Transfer.to_club_id.in_(club)))}
    approached = _ids(select(Outreach.id).where(Outreach.club_id.in_(club)))
    known = {
        "clients": ("name", "phone"),
        "answers": ("apology",),
        "needs": ("remark", "how"),
        "raised_needs": ("remark", "answer"),
        "progress_sheets": tuple(marks.sealed(ProgressSheet)),
        "drifts": ("who",),
        "transfers": ("answer",),
    }
    whole = {**dict.fromkeys(marks.OF_CLUBS, club), "outreach": approached}
    return lambda mark: (
        mark.person in whole[mark.table]
        if mark.table in whole
        else mark in coming or (mark.person in people and mark.column in known.get(mark.table, ()))
    )


def _case_officer() -> Callable[[Mark], bool]:
    commune = Client.commune_code == scope_of("case_officer")
    people = _ids(select(Client.id).where(commune))
    tables = (
        *("clients", "needs", "notes", "raised_needs", "progress_sheets", "volunteer_visits"),
        *("need_origins", "integration_plans", "goals", "milestones", "supports", "referrals"),
        *("handovers", "handover_moves", "file_changes", "guardian_consents", "data_requests"),
    )
    return lambda mark: mark.table in tables and mark.person in people


FOR = {
    "employer": _employer,
    "provider": _provider,
    "member": _member,
    "coordinator": _coordinator,
    "case_officer": _case_officer,
}


def _may_see(walk: Walk, login: str) -> Callable[[Mark], bool]:
    with walk.installation.transaction(writes=False):
        return FOR[login]() if login in FOR else _nothing


def _too_much(walk: Walk, login: str) -> dict[str, set[Mark]]:
    may_see = _may_see(walk, login)
    found = {
        step.answer.address: {mark for mark in marks.in_text(step.answer.all) if not may_see(mark)}
        for step in walk.steps
    }
    return {address: some for address, some in found.items() if some}


@pytest.mark.parametrize("login", EVERYONE)
def test_nobody_sees_what_is_not_for_them(walks: Walks, login: str) -> None:
    assert _too_much(walks["all", login], login) == {}


@pytest.mark.parametrize("login", ON_PUBLIC_SITE)
def test_nor_on_the_public_site(walks: Walks, login: str) -> None:
    assert _too_much(walks["public", login], login) == {}


def test_those_who_may_see_do(walks: Walks) -> None:
    """Else the proof above would hold on empty pages."""
    for login in FOR:
        walk = walks["all", login]
        may_see = _may_see(walk, login)
        seen = {mark for step in walk.steps for mark in marks.in_text(step.answer.all)}
        assert any(may_see(mark) for mark in seen), login


def test_the_log_names_nobody(walks: Walks) -> None:
    assert {mark for walk in walks.values() for mark in marks.in_text(walk.log)} == set()


@pytest.mark.parametrize("login", OUTSIDERS)
def test_public_ids_of_clients_stay_inside(walks: Walks, login: str) -> None:
    """Save where the address that was typed is given back."""
    with walks["all", login].installation.transaction(writes=False):
        pids = set(session().scalars(select(Client.pid)))
    for answer in (step.answer for step in walks["all", login].steps):
        told = pids.intersection(PID.findall(answer.headers + answer.body))
        assert {pid for pid in told if pid not in answer.address} == set(), answer.address


def test_nothing_sealed_lies_open_in_any_file(walks: Walks) -> None:
    """Neither in the database and what it has deleted, nor in the index, nor in messages."""
    folder = walks["all", VISITOR].installation.settings.data_dir
    in_clear = {("clients", "code"), ("users", "login")}
    for file in (file for file in folder.rglob("*") if file.is_file()):
        found = marks.in_text(file.read_bytes().decode("latin-1"))
        lying = {mark for mark in found if (mark.table, mark.column) not in in_clear}
        assert {mark for mark in lying if mark.table not in marks.OF_CLUBS} == set(), file


def test_no_person_is_found_by_the_search(walks: Walks) -> None:
    search = walks["all", VISITOR].installation.search
    assert search.find("zqclientsxnamex1zq").hits == ()
    assert search.find("zqmeetingsxminutesx1zq").hits == ()


def test_every_sealed_column_has_a_mark() -> None:
    assert marks.all_sealed_columns() - marks.marked_columns() == NO_MARK
