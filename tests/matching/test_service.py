"""The lists of the tables are the lists of the rules, and follow every change."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal import changes, clock
from portal.errors import NotFound
from portal.installation import Installation
from portal.jobs.models import Employer, Vacancy
from portal.journeys.models import AidRate, Step
from portal.matching.lists import as_json, opening_as_json
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.matching.service import (
    lists_for_all,
    lists_for_client_code,
    lists_for_opening_code,
    openings,
    reading,
    write_suitable,
)
from portal.people.models import Client
from portal.training.models import Provider, TrainingClass
from tests.matching import oracle
from tests.matching.stored import on_the_map, store
from tests.matching.worlds import ON, World, client, training_class, vacancy, world


def plain(row: VacancyRow) -> VacancyRow:
    """As the tables can hold it: a last day, not before the first; no wage_to below wage_from."""
    last = row.closes_on or ON + timedelta(30)
    lower = row.wage_to is not None and row.wage_to < (row.wage_from or 0)
    return replace(
        row,
        closes_on=last,
        opens_on=row.opens_on if row.opens_on and row.opens_on <= last else None,
        wage_to=None if lower else row.wage_to,
        nice=row.nice - row.must,
    )


def storable(made: World) -> World:
    return on_the_map(
        World(
            [replace(person, claimed=person.claimed - person.proven) for person in made.clients],
            [plain(row) for row in made.vacancies],
            [replace(row, closes_on=row.closes_on or ON + timedelta(30)) for row in made.classes],
        )
    )


def stored(work: Session, *rows: ClientRow | VacancyRow | ClassRow) -> None:
    kinds = (ClientRow, VacancyRow, ClassRow)
    store(work, on_the_map(World(*([r for r in rows if isinstance(r, kind)] for kind in kinds))))


def vacancies_of(code: str) -> list[str]:
    return [match.code for match in lists_for_client_code(code).vacancies]


def test_the_lists_are_those_of_the_rules(work: Session) -> None:
    made = storable(world(7, clients=25, vacancies=60, classes=40))
    store(work, made)
    people = sorted(made.clients, key=lambda person: person.code)
    expected = [oracle.client_lists(p, made.vacancies, made.classes, ON) for p in people]
    total, everyone = lists_for_all()
    assert [as_json(found) for found in everyone] == expected
    assert total == len(people)
    for person, lists in zip(people, expected, strict=True):
        assert as_json(lists_for_client_code(person.code)) == lists
    for opening in [*made.vacancies, *made.classes]:
        found = opening_as_json(lists_for_opening_code(opening.code))
        assert found == oracle.opening_list(opening, made.clients, ON)


def test_the_rows_read_are_the_rows_written(work: Session) -> None:
    made = storable(world(3, clients=25, vacancies=40, classes=40))
    store(work, made)
    read = World(list(reading.clients(ON)), list(reading.vacancies(ON)), list(reading.classes(ON)))
    for found, written in zip(read, made, strict=True):
        assert {row.code: row for row in found} == {row.code: row for row in written}


def test_unverified_and_closed_vacancies_and_cancelled_classes_are_not_matched(
    work: Session,
) -> None:
    stored(work, client(), vacancy(), training_class())
    assert vacancies_of("c1") == ["v1"]
    work.execute(update(Vacancy).values(closed_at=clock.now()))
    work.execute(update(TrainingClass).values(cancelled_at=clock.now()))
    changes.note("vacancy", "v1")
    lists = lists_for_client_code("c1")
    assert (lists.vacancies, lists.classes) == ([], [])
    work.execute(update(Vacancy).values(closed_at=None))
    work.execute(update(Employer).values(verification="pending"))
    work.execute(update(TrainingClass).values(cancelled_at=None))
    work.execute(update(Provider).values(approval="refused"))
    changes.note("employer", "e1")
    lists = lists_for_client_code("c1")
    assert (lists.vacancies, lists.classes) == ([], [])
    assert opening_as_json(lists_for_opening_code("v1")) == {"opening": "v1", "clients": []}


def test_an_old_code_of_a_commune_stands_where_its_main_successor_stands(work: Session) -> None:
    store(work, World([client(commune="00001")], [vacancy(commune="00097")], []))
    assert vacancies_of("c1") == ["v1"]
    (row,) = reading.clients(ON)
    assert row.commune == "00097"


def test_aid_is_that_in_force_on_the_day(work: Session) -> None:
    stored(work, client(aid=3_000_000))
    later = ON + timedelta(1)
    work.add(AidRate(household_status="poor", from_on=later, amount=6_000_000))
    assert [[row.aid for row in reading.clients(day)] for day in (ON, later)] == [
        [3_000_000],
        [6_000_000],
    ]


def test_a_person_whose_key_is_destroyed_is_in_no_list(work: Session) -> None:
    stored(work, client(), vacancy())
    work.execute(update(Client).values(key_wrapped=None))
    with pytest.raises(NotFound, match="c1"):
        lists_for_client_code("c1")
    assert lists_for_opening_code("v1").clients == []


def test_an_unknown_code_is_told_by_name(work: Session) -> None:
    with pytest.raises(NotFound, match="nobody"):
        lists_for_client_code("nobody")
    with pytest.raises(NotFound, match="nothing"):
        lists_for_opening_code("nothing")


def test_a_step_of_the_person_takes_the_opening_out_at_once(work: Session) -> None:
    stored(work, client(), vacancy())
    assert vacancies_of("c1") == ["v1"]
    own = work.scalar(select(Client.id))
    step = {"kind": "turned_down", "opening_kind": "vacancy", "opening_code": "v1"}
    work.add(Step(client_id=own, taken_at=clock.now(), **step))
    changes.note("step", "v1")
    assert vacancies_of("c1") == []
    assert lists_for_opening_code("v1").clients == []


def test_the_openings_are_kept_until_something_changes(installation: Installation) -> None:
    with installation.transaction(writes=True) as work:
        stored(work, vacancy())
        changes.note("vacancy", "v1")
    with installation.transaction(writes=False):
        first = openings(ON)
        assert openings(ON) is first
        assert openings(ON + timedelta(1)) is not first
    with installation.transaction(writes=True) as work:
        first = openings(ON)
        work.execute(update(Vacancy).values(title="other", seats=9))
        changes.note("vacancy", "v1")
        assert openings(ON).vacancies.rows[0].seats_left == 7
        work.rollback()
    with installation.transaction(writes=False):
        assert openings(ON).vacancies.rows[0].seats_left == 1


def test_about_how_many_fit_is_written_once_a_day_and_never_told_exactly(work: Session) -> None:
    stored(work, *(client(code=f"c{n}") for n in range(8)), vacancy(code="v1"), vacancy(code="v2"))
    work.execute(update(Vacancy).where(Vacancy.code == "v2").values(seats=4, taken=1, min_age=99))
    write_suitable()
    told = dict(work.execute(select(Vacancy.code, Vacancy.suitable)).all())
    assert told == {"v1": "5", "v2": "<5"}
    work.execute(update(Client).values(max_km=1, commune_code="00004"))
    write_suitable()
    assert dict(work.execute(select(Vacancy.code, Vacancy.suitable)).all()) == told
