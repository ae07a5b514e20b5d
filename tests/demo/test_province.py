"""The synthetic province: whole, lawful, the same by its seed, and never among real people."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import LargeBinary, String, Table, func, select
from sqlalchemy.orm import Session

from portal import audit, clock
from portal.accounts.models import User
from portal.app import create_app
from portal.clubs.models import Answer, Attendance, Club, ClubStatus, Meeting, Membership
from portal.config import Settings
from portal.demo import province
from portal.errors import RuleBroken
from portal.installation import Installation, open_installation
from portal.jobs.models import Application, Employer, Vacancy, Verification
from portal.journeys.models import Need, Step
from portal.messages.models import OutboxRow
from portal.models import TABLES
from portal.people.models import CaseFile, Client, Consent
from portal.places import service as places
from portal.targets import service as targets
from portal.training.models import HOLDING, Approval, Course, Learner, Provider, TrainingClass
from tests import databases
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.demo.test_words import GIVES_AWAY
from tests.pages import Visitor

CLIENTS, SEED = 300, 7
NOT_FROM_THE_SEED = ("audit", "place_editions", "aid_rates")  # the hour, and what was there
REFERENCE = ("occupations", "skills", "units", "unit_successors")
DRAWN = ("pid", "author_pid", "copy_pid", "by_pid", "scope", "viewer", "subject", "entered_by")
SALTED = ("password_hash",)


def _open(url: str, folder: Path, today: date = TODAY) -> Installation:
    return open_installation(
        Settings(
            data_dir=folder,
            database_url=url,
            secret_key="a secret for tests",
            data_key=b"k" * 32,
            demo=True,
            today=today,
            second_factor=False,
        )
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A small province, filled once for all tests that only look at it."""
    with databases.sqlite() as url:
        installation = _open(url, tmp_path_factory.mktemp("filled"))
        province.fill(installation, clients=CLIENTS, seed=SEED)
        yield installation
        installation.engine.dispose()
        clock.fix(None)


@pytest.fixture
def demo(filled: Installation) -> Iterator[Session]:
    """The small province, open for reading on the day it was made."""
    clock.fix(TODAY)
    with filled.transaction(writes=False) as session:
        yield session
    clock.fix(None)


def _count(session: Session, *conditions: Any) -> int:
    return session.scalar(select(func.count()).where(*conditions)) or 0


def _number(session: Session, table: Any) -> int:
    return session.scalar(select(func.count(table.id))) or 0


def _from_the_seed(session: Session) -> dict[str, list[Any]]:
    """All rows, but for what is sealed, hashed or salted."""
    found: dict[str, list[Any]] = {}
    for name, table in TABLES.tables.items():
        if name not in NOT_FROM_THE_SEED:
            rows = select(*_plain(table)).order_by(*table.primary_key)
            found[name] = [tuple(row) for row in session.execute(rows)]
    return found


def _plain(table: Table) -> list[Any]:
    return [
        column
        for column in table.c
        if not isinstance(column.type, LargeBinary) and column.name not in SALTED
    ]


def test_the_same_seed_gives_the_same_province(
    installation: Installation, filled: Installation
) -> None:
    clock.fix(TODAY)
    province.fill(installation, clients=CLIENTS, seed=SEED)
    with installation.transaction(writes=False) as session:
        again = _from_the_seed(session)
    with filled.transaction(writes=False) as session:
        first = _from_the_seed(session)
    assert again.keys() == first.keys()
    for name, rows in first.items():
        assert again[name] == rows, name


def test_the_numbers_are_those_of_a_province(demo: Session) -> None:
    assert _number(demo, Client) == CLIENTS
    assert len(set(demo.scalars(select(Client.commune_code)))) == 60
    assert (_number(demo, Club), _number(demo, Vacancy)) == (14, 303)
    assert (_number(demo, Course), _number(demo, TrainingClass)) == (45, 92)
    standing = Counter(demo.scalars(select(Employer.verification)))
    assert standing == {
        Verification.VERIFIED: 36,
        Verification.PENDING: 4,
        Verification.REFUSED: 1,
        Verification.SUSPENDED: 1,
    }
    assert _count(demo, Employer.pledged.is_(True)) == 6
    approval = Counter(demo.scalars(select(Provider.approval)))
    assert approval == {Approval.APPROVED: 13, Approval.PENDING: 2, Approval.REFUSED: 1}
    for table in (Attendance, Answer, Application, CaseFile, Consent, Need, Step):
        assert _number(demo, table), table
    assert not _number(demo, OutboxRow)


def test_seats_taken_are_those_of_people(demo: Session) -> None:
    learners = Counter(demo.scalars(select(Learner.class_id).where(Learner.standing.in_(HOLDING))))
    for held in demo.scalars(select(TrainingClass)):
        assert held.taken == learners[held.id]
    placed = Counter(demo.scalars(select(Step.opening_code).where(Step.kind == "placed")))
    for vacancy in demo.scalars(select(Vacancy)):
        assert vacancy.taken == placed[vacancy.code]


def test_wages_are_lawful_where_the_work_is(demo: Session) -> None:
    for vacancy in demo.scalars(select(Vacancy).where(Vacancy.wage_from.is_not(None))):
        least = places.minimum_wage(vacancy.commune_code, TODAY)
        assert vacancy.wage_from
        assert least
        assert vacancy.wage_from >= least.month_vnd, vacancy.code


def test_clubs_stand_in_a_commune_of_their_day(demo: Session) -> None:
    clubs = list(demo.scalars(select(Club).order_by(Club.founded_on)))
    for club in clubs:
        assert club.founded_on
        assert places.find_unit(club.commune_code, club.founded_on)
    founded = [club.founded_on.year for club in clubs if club.founded_on]
    assert Counter(founded)[2024] == 2
    assert len({club.commune_code for club in clubs}) == len(clubs)
    assert Counter(club.status for club in clubs)[ClubStatus.PAUSED] == 1


def test_rolls_hold_members_of_the_day_only(demo: Session) -> None:
    rolls = select(Attendance.client_id, Meeting.club_id, Meeting.starts_at).join(
        Meeting, Meeting.id == Attendance.meeting_id
    )
    stays: dict[tuple[int, int], Membership] = {
        (stay.client_id, stay.club_id): stay for stay in demo.scalars(select(Membership))
    }
    for client, club, starts_at in demo.execute(rolls):
        day = clock.local(starts_at).date()
        assert stays[client, club].joined_on <= day <= (stays[client, club].left_on or day)


def test_clubs_meet_within_the_next_days(demo: Session) -> None:
    coming = select(Meeting.club_id).where(
        Meeting.starts_at >= clock.day_starts(TODAY),
        Meeting.starts_at < clock.day_starts(TODAY + timedelta(days=11)),
    )
    assert len(set(demo.scalars(coming))) == 13  # one is paused


def test_the_plan_is_met_in_part(demo: Session) -> None:
    rows = targets.target_rows("257/KH-UBND")
    met = {(row.target.id, row.map): row.verdict.state.value for row in rows}
    assert met["004-1", "as_written"] == "met"
    assert met["004-2", "as_written"] != "met"
    figures = {(row.target.id, row.map): row.figures for row in rows}
    districts, stable = figures["004-2", "as_written"], figures["004-4", "today"]
    assert districts
    assert districts[:2] == (10, 11)
    assert stable
    assert 0 < stable.numerator < stable.denominator


def test_no_text_gives_away_where_a_member_comes_from(demo: Session) -> None:
    for name, table in TABLES.tables.items():
        texts = [c for c in table.c if isinstance(c.type, String) and c.name not in DRAWN]
        if texts and name not in REFERENCE:
            for row in demo.execute(select(*texts)):
                words = " ".join(filter(None, row)).lower()
                assert not [word for word in GIVES_AWAY if word in words], (name, row)


def test_the_audit_begins_with_the_demo(demo: Session) -> None:
    rows = list(demo.scalars(select(audit.AuditRow).order_by(audit.AuditRow.id)))
    assert rows[0].action == "demo"
    assert {row.action for row in rows} == {"demo", "read", "read_list"}
    assert audit.verify() is None


@pytest.mark.parametrize("login", province.LOGINS)
def test_the_accounts_of_the_demo_sign_in(filled: Installation, login: str) -> None:
    clock.fix(TODAY)
    page = Visitor(create_app(filled)).sign_in(login, province.PASSWORD)
    assert page.path == "/"


def test_nobody_else_can_sign_in(demo: Session) -> None:
    able = demo.scalars(select(User.login).where(User.password_hash.is_not(None)))
    assert set(able) == set(province.LOGINS)


@on_sqlite
def test_it_is_filled_once(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(province, "CLIENTS", 100)
    province.fill_when_empty(installation)
    province.fill_when_empty(installation)
    with pytest.raises(RuleBroken, match="not empty"):
        province.fill(installation, clients=100, seed=SEED)
    with installation.transaction(writes=False) as session:
        assert _number(session, Client) == 100


@on_sqlite
def test_it_is_not_made_of_a_handful(installation: Installation) -> None:
    with pytest.raises(RuleBroken, match="100 clients"):
        province.fill(installation, clients=99, seed=SEED)


@on_sqlite
def test_it_never_joins_real_people(installation: Installation) -> None:
    with installation.transaction(writes=True) as session:
        session.add(User(login="someone", created_at=clock.now()))
    with pytest.raises(RuleBroken, match="not empty"):
        province.fill_when_empty(installation)


@pytest.mark.parametrize("today", [date(2026, 6, 1), date(2027, 3, 1), date(2028, 2, 29)])
def test_it_ends_on_any_day(tmp_path: Path, today: date) -> None:
    with databases.sqlite() as url:
        installation = _open(url, tmp_path, today)
        province.fill(installation, clients=100, seed=SEED)
        with installation.transaction(writes=False) as session:
            newest = session.scalar(select(func.max(Step.taken_at)))
        installation.engine.dispose()
        clock.fix(None)
    assert newest
    assert today - timedelta(days=14) <= clock.local(newest).date() <= today
