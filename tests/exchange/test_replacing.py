"""A row with a known key replaces it: a blank cell clears, a missing column is left alone."""

from datetime import time

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import changes
from portal.changes import Change
from portal.clubs.models import Club
from portal.exchange.report import ImportReport
from portal.jobs.models import Employer, Vacancy, VacancySkill
from portal.messages.models import OutboxRow
from portal.people.models import Client, ClientSkill, Consent, WantedOccupation
from portal.targets.models import Figure
from portal.training import service as training
from portal.training.models import Course, Provider, TrainingClass, WeeklySession
from portal.vault import current
from tests.exchange.conftest import TODAY, Bring
from tests.exchange.world import WORLD

CLIENTS = "code,name,birth_year,commune_code,education"
VACANCIES = "code,employer_code,title,commune_code,occupation,seats,closes_on"
V1 = "V1,E1,Thợ hàn,26041,7212,3,2026-12-31"
CLUBS = "code,name,commune_code,founded_on,status,status_on\n"


def _one(opened: Session, model: type, code: str) -> object:
    return opened.scalars(select(model).filter_by(code=code)).one()


def _skills(opened: Session, code: str) -> dict[str, bool]:
    query = select(ClientSkill.skill, ClientSkill.proven).join(
        Client, Client.id == ClientSkill.client_id
    )
    return {skill: proven for skill, proven in opened.execute(query.where(Client.code == code))}


def test_blank_cells_become_the_defaults(world: Bring, opened: Session) -> None:
    vacancy, client = _one(opened, Vacancy, "V2"), _one(opened, Client, "C2")
    assert isinstance(vacancy, Vacancy)
    assert isinstance(client, Client)
    assert (vacancy.education, vacancy.wage_to, vacancy.contract) == (0, None, "none")
    assert (vacancy.shifts, vacancy.demands, vacancy.min_age) == (0, 0, 0)
    assert (client.max_km, client.min_wage, client.household_status) == (20, 0, "other")
    assert client.registered_on == TODAY


def test_a_missing_column_is_left_alone(world: Bring, opened: Session) -> None:
    assert world("vacancies", f"{VACANCIES}\n{V1}\n").changed == 0
    report = world("vacancies", f"{VACANCIES}\n{V1.replace('2026-12-31', '2027-01-31')}\n")
    assert report == ImportReport("vacancies", new=0, changed=1, unchanged=0)
    vacancy = _one(opened, Vacancy, "V1")
    assert isinstance(vacancy, Vacancy)
    assert (vacancy.wage_from, vacancy.contract, vacancy.version) == (8_000_000, "year", 2)
    assert opened.scalar(select(func.count(VacancySkill.id))) == 3


def test_a_blank_cell_clears(world: Bring, opened: Session) -> None:
    world("vacancies", f"{VACANCIES},wage_from,wage_to,must_skills,shifts\n{V1},,,,\n")
    vacancy = _one(opened, Vacancy, "V1")
    assert isinstance(vacancy, Vacancy)
    assert (vacancy.wage_from, vacancy.wage_to, vacancy.shifts) == (None, None, 0)
    assert {row.must for row in opened.scalars(select(VacancySkill))} == {False}


def test_an_unlawful_vacancy_is_taken_in_with_a_warning(world: Bring, opened: Session) -> None:
    content = f"{VACANCIES},wage_from,wage_to\n{V1},,1000000\n"
    report = world("vacancies", content)
    vacancy = _one(opened, Vacancy, "V1")
    assert isinstance(vacancy, Vacancy)
    assert report.warnings == (f"line 2, warning: {vacancy.warnings}",)
    assert "Lương thấp nhất" in vacancy.warnings
    assert world("vacancies", content).warnings == ()


def test_a_vacancy_that_closes_before_it_opens_is_taken_in(world: Bring) -> None:
    """Its shape is sound; it is open on no day."""
    assert world("vacancies", f"{VACANCIES},opens_on\n{V1},2027-01-01\n").changed == 1


def test_names_are_sealed_and_phones_found_by_their_hash(world: Bring, opened: Session) -> None:
    client = _one(opened, Client, "C1")
    assert isinstance(client, Client)
    assert (client.name, client.phone) == ("Nguyễn Văn Hòa", "0912345678")
    assert client.phone_hash == current().keyed_hash("phone", "+84912345678")
    world("clients", f"{CLIENTS},phone\nC1,Nguyễn Văn Hóa,1990,26041,2,\n")
    opened.expire_all()
    assert (client.name, client.phone, client.phone_hash) == ("Nguyễn Văn Hóa", "", None)


def test_a_skill_both_claimed_and_proven_is_proven(world: Bring, opened: Session) -> None:
    assert _skills(opened, "C1") == {"han-mig": True, "may-1-kim": False}
    row = "C1,Nguyễn Văn Hòa,1990,26041,2,han-mig;may-1-kim"
    assert world("clients", f"{CLIENTS},skills\n{row}\n").changed == 0
    assert world("clients", f"{CLIENTS},proven_skills\n{row}\n").changed == 1
    assert _skills(opened, "C1") == {"han-mig": True, "may-1-kim": True}


def test_wishes_keep_their_order(world: Bring, opened: Session) -> None:
    world("clients", f"{CLIENTS},wanted_occupations\nC1,Nguyễn Văn Hòa,1990,26041,2,9;72;9\n")
    wishes = select(WantedOccupation.occupation).order_by(WantedOccupation.position)
    assert opened.scalars(wishes).all() == ["9", "72"]


def test_seats_are_not_fewer_than_those_taken(world: Bring, opened: Session) -> None:
    vacancy = _one(opened, Vacancy, "V1")
    assert isinstance(vacancy, Vacancy)
    vacancy.taken = 2
    opened.flush()
    with pytest.raises(Exception, match="line 2, seats: 2 seats are taken already"):
        world("vacancies", f"{VACANCIES}\n{V1.replace(',3,', ',1,')}\n")
    world("vacancies", f"{VACANCIES}\n{V1.replace(',3,', ',2,')}\n")


def test_employers_are_verified_and_providers_approved(world: Bring, opened: Session) -> None:
    standing = select(Employer.verification).order_by(Employer.code)
    assert opened.scalars(standing).all() == ["verified", "pending"]
    assert opened.scalars(select(Provider.approval)).all() == ["approved"]


def test_a_refused_employer_stays_refused_by_a_0(world: Bring, opened: Session) -> None:
    employer = _one(opened, Employer, "E2")
    assert isinstance(employer, Employer)
    employer.verification = "refused"
    opened.flush()
    world("employers", "code,name,commune_code,email,verified\nE2,n,26005,a@example.com,0\n")
    opened.expire_all()
    assert (employer.verification, employer.email) == ("refused", "a@example.com")


def test_a_club_ends_on_the_day_of_import_unless_told(world: Bring, opened: Session) -> None:
    club = _one(opened, Club, "B3")
    assert isinstance(club, Club)
    assert club.status_on == TODAY
    world("clubs", CLUBS + "B3,CLB Không ngày,26041,,dissolved,2026-01-31\n")
    assert world("clubs", CLUBS + "B3,CLB Không ngày,26041,,dissolved,\n").changed == 0
    opened.expire_all()
    assert str(club.status_on) == "2026-01-31"


def test_a_corrected_figure_keeps_its_history(world: Bring, opened: Session) -> None:
    header = "indicator,place_code,period,numerator,denominator,source\n"
    world("figures", header + "reached,49,2024,820,1000,Sửa số liệu\n")
    rows = opened.execute(
        select(Figure.numerator, Figure.replaced_at.is_(None))
        .where(Figure.indicator == "reached")
        .order_by(Figure.id)
    ).all()
    assert [tuple(row) for row in rows] == [(810, False), (820, True)]


def _consents(opened: Session, purpose: str) -> list[tuple[str, str, str]]:
    query = select(Consent.viewer, Consent.from_on, Consent.to_on).where(Consent.purpose == purpose)
    return [(viewer, f"{a}", f"{b}") for viewer, a, b in opened.execute(query.order_by(Consent.id))]


def test_a_membership_is_a_join_form_for_its_club(world: Bring, opened: Session) -> None:
    club = _one(opened, Club, "B1")
    assert isinstance(club, Club)
    viewer = f"club/{club.pid}"
    assert _consents(opened, "club") == [
        (viewer, "2026-02-01", "None"),
        (viewer, "2026-03-20", "2026-06-30"),
    ]
    world("memberships", "client_code,club_code,joined_on,left_on\nC1,B1,2026-02-01,2026-08-01\n")
    assert _consents(opened, "club")[0] == (viewer, "2026-02-01", "2026-08-01")


def test_the_file_is_known_by_law_where_the_person_lives(world: Bring, opened: Session) -> None:
    by_law = [
        ("case_officers/26041", "2026-01-15", "None"),
        ("case_officers/26005", "2026-03-15", "None"),
    ]
    assert sorted(_consents(opened, "aftercare")) == sorted(by_law)
    world("clients", f"{CLIENTS}\nC1,Nguyễn Văn Hòa,1990,26017,2\n")
    assert sorted(_consents(opened, "aftercare")) == sorted(
        [
            ("case_officers/26041", "2026-01-15", str(TODAY)),
            ("case_officers/26017", str(TODAY), "None"),
            by_law[1],
        ]
    )


def test_the_index_and_the_summaries_are_told(world: Bring, opened: Session) -> None:
    def queued() -> list[tuple[str, list[str]]]:
        rows = opened.scalars(select(OutboxRow).order_by(OutboxRow.id))
        return [(row.payload["kind"], row.payload["pids"]) for row in rows]

    kinds = [kind for kind, _ in queued()]
    assert kinds == ["job", "course", "course", "club", "club", "counselling_point"]
    before = len(kinds)
    world("employers", "code,name,commune_code\nE1,Công ty khác,26041\n")
    world("skills", "code,name_vi,name_en\nhan-mig,Hàn khác,Welding\n")
    job = opened.scalar(select(Vacancy.pid).where(Vacancy.code == "V1"))
    course = opened.scalar(select(Course.pid))
    assert queued()[before:] == [("job", [job]), ("job", [job]), ("course", [course])]
    noted = opened.scalars(select(Change.subject).order_by(Change.id))
    assert [*noted] == [*WORLD, "employers", "skills"]


def test_a_dry_run_tells_and_keeps_nothing(world: Bring, opened: Session) -> None:
    content = f"{CLIENTS}\nC1,Tên khác,1990,26041,2\nC7,Tên mới,1991,26041,2\n"
    version = changes.version()
    report = world("clients", content, dry_run=True)
    assert report == ImportReport("clients", new=1, changed=1, unchanged=0)
    assert opened.scalar(select(func.count(Client.id))) == 2
    assert changes.version() == version
    assert world("clients", content).new == 1


CLASSES = "code,course_code,commune_code,starts_on,enrol_by,shifts,seats"


def test_imported_seats_are_offered_and_hours_that_disagree_are_gone(
    world: Bring, opened: Session
) -> None:
    held = opened.scalars(select(TrainingClass)).first()
    assert held is not None
    held.seats, held.shifts = 1, 0b00001
    opened.add(WeeklySession(class_id=held.id, weekday=0, starts=time(8), ends=time(11)))
    opened.flush()
    _first, waiting = (training.enrol(held.pid, name=name, phone="") for name in ("An", "Bình"))
    course = opened.get_one(Course, held.course_id).code
    row = f"{held.code},{course},{held.commune_code},{held.starts_on},{held.enrol_by}"
    world("classes", f"{CLASSES}\n{row},morning,2\n")
    opened.expire_all()
    assert (waiting.standing, len(training.timetable_of(held.id))) == ("offered", 1)
    world("classes", f"{CLASSES}\n{row},evening,2\n")
    assert training.timetable_of(held.id) == []
