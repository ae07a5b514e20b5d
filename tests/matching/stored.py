"""An invented world as rows of the tables, the way an import leaves them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from portal import clock
from portal.jobs.models import Employer, Vacancy, VacancySkill
from portal.journeys.models import Step
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.people.models import BlockedEmployer, Client, ClientSkill, WantedOccupation
from portal.places import service as places
from portal.training.models import Course, CourseSkill, Provider, TrainingClass
from tests.matching.worlds import World

NOW = datetime.fromisoformat("2026-11-01T00:00:00+00:00")
HOUSEHOLD = {0: "other", 2_500_000: "near_poor", 3_000_000: "poor"}
HOME = "26068"


def on_the_map(world: World) -> World:
    """The world with the coordinates that its communes have today; a code of none moves home."""

    def placed(row: ClientRow | VacancyRow | ClassRow) -> dict[str, object]:
        code = row.commune if places.find_unit(row.commune, clock.today()) else HOME
        unit = places.unit_on(code, clock.today())
        return {"commune": code, "lat": unit.lat, "lon": unit.lon}

    return World(*([replace(row, **placed(row)) for row in rows] for rows in world))


def store(session: Session, world: World) -> None:
    """Write it all, without a word to `changes`."""
    employers = {f"e{i}": _employer(f"e{i}", HOME) for i in range(1, 5)}
    session.add_all(employers.values())
    provider = Provider(
        code="p1", name="T", commune_code=HOME, approval="approved", registered_at=NOW
    )
    session.add(provider)
    session.flush()
    session.add_all(_vacancies(session, world.vacancies, employers))
    _classes(session, world.classes, provider)
    for row in world.clients:
        _client(session, row)
    session.flush()


def _employer(code: str, commune: str) -> Employer:
    return Employer(
        code=code, name=code, commune_code=commune, verification="verified", registered_at=NOW
    )


def _vacancies(
    session: Session, rows: Iterable[VacancyRow], employers: dict[str, Employer]
) -> list[Vacancy]:
    made = []
    for row in rows:
        vacancy = Vacancy(
            code=row.code,
            employer_id=employers[row.employer].id,
            title=row.code,
            commune_code=row.commune,
            occupation=row.occupation,
            education=row.education,
            wage_from=row.wage_from,
            wage_to=row.wage_to,
            shifts=row.shifts,
            demands=row.demands,
            accommodation=row.accommodation,
            contract=row.contract,
            min_age=row.min_age,
            seats=row.seats_left + 2,
            taken=2,
            opens_on=row.opens_on,
            closes_on=row.closes_on,
        )
        session.add(vacancy)
        session.flush()
        session.add_all(
            VacancySkill(vacancy_id=vacancy.id, skill=skill, must=skill in row.must)
            for skill in row.must | row.nice
        )
        made.append(vacancy)
    return made


def _classes(session: Session, rows: Iterable[ClassRow], provider: Provider) -> None:
    for row in rows:
        course = Course(
            provider_id=provider.id,
            title=row.code,
            occupation=row.occupation,
            education=row.education,
            fee=row.fee,
            certificate=row.certificate,
        )
        session.add(course)
        session.flush()
        session.add_all(CourseSkill(course_id=course.id, skill=skill) for skill in row.teaches)
        session.add(
            TrainingClass(
                code=row.code,
                course_id=course.id,
                commune_code=row.commune,
                starts_on=row.closes_on,
                enrol_by=row.closes_on,
                shifts=row.shifts,
                seats=row.seats_left + 1,
                taken=1,
                accommodation=row.accommodation,
            )
        )


def _client(session: Session, row: ClientRow) -> None:
    client = Client(
        code=row.code,
        name="A",
        birth_year=row.birth_year,
        commune_code=row.commune,
        household_status=HOUSEHOLD[row.aid],
        education=row.education,
        shifts=row.shifts,
        limits=row.limits,
        max_km=row.max_km,
        min_wage=row.min_wage,
    )
    session.add(client)
    session.flush()
    own = {"client_id": client.id}
    session.add_all(
        [
            *(WantedOccupation(position=0, occupation=code, **own) for code in row.wanted),
            *(ClientSkill(skill=skill, proven=skill in row.proven, **own) for skill in row.held),
            *(BlockedEmployer(employer_code=code, **own) for code in row.blocked),
            *(
                Step(kind="applied", opening_kind="vacancy", opening_code=code, taken_at=NOW, **own)
                for code in row.taken
            ),
        ]
    )
