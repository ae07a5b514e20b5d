"""Criteria and points by hand: one rule a test, at its edge."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from portal.matching.arrays import Snapshot, Vacancies, grid
from portal.matching.lists import Match, for_client
from portal.matching.pairs import of_client
from portal.matching.reasons import Reason, explain
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from tests.matching.worlds import ON, client, training_class, vacancy

DAY = timedelta(1)
NOWHERE: dict[str, Any] = {"lat": None, "lon": None}


def reason(person: ClientRow, opening: VacancyRow | ClassRow, name: str) -> Reason:
    return next(row for row in explain(person, opening, ON) if row.name == name)


def state(person: ClientRow, opening: VacancyRow | ClassRow, name: str) -> str | None:
    return reason(person, opening, name).state


def earned(person: ClientRow, opening: VacancyRow | ClassRow, part: str) -> int | None:
    return reason(person, opening, part).points


def listed(person: ClientRow, opening: VacancyRow | ClassRow) -> list[Match]:
    if isinstance(opening, VacancyRow):
        return for_client(person, Snapshot([], [opening], []), ON).vacancies
    return for_client(person, Snapshot([], [], [opening]), ON).classes


def test_a_plain_pair_matches_and_carries_all_ten_criteria() -> None:
    for opening in (vacancy(), training_class()):
        (match,) = listed(client(), opening)
        assert len(match.criteria) == 10
        assert set(match.criteria.values()) == {"met"}
        assert match.score == sum(match.points.values())


def test_the_grid_rounds_half_to_even_and_narrows_with_the_cosine() -> None:
    assert grid(0.0, 0.0) == (0, 0, 1024)
    assert grid(60.0, 106.85) == (118812, 66717, 512)
    assert grid(59.96, -106.85) == (-118812, 66673, 513)  # the latitude itself is not rounded


def test_negative_differences_are_shifted_down_not_towards_zero() -> None:
    east = vacancy(lon=106.85 + 1 / 1111.95)
    west = vacancy(lon=106.85 - 1 / 1111.95)
    person = client(max_km=1)
    assert earned(person, west, "distance") == 200  # (1 * q) >> 10 is 0
    assert earned(person, east, "distance") == 200 * 99 // 100  # (-1 * q) >> 10 is -1


def test_the_width_of_a_degree_is_that_of_the_opening() -> None:
    """At 60 degrees north a degree is half as wide as at the equator."""
    north, equator = {"lat": 60.0, "lon": 0.0}, {"lat": 0.0, "lon": 60.0}
    steps = grid(60.0, 60.0)[0]
    for home, work, width in ((north, equator, steps), (equator, north, steps // 2)):
        pairs = of_client(client(**home), Vacancies([vacancy(**work)]))
        assert pairs.d2.tolist() == [steps**2 + width**2]


def test_distance_is_met_at_the_very_edge_and_earns_nothing_there() -> None:
    at_edge = vacancy(lat=10.95 + 10 / 1111.95)
    assert state(client(max_km=1), at_edge, "distance") == "met"
    assert earned(client(max_km=1), at_edge, "distance") == 0
    beyond = vacancy(lat=10.95 + 11 / 1111.95)
    assert state(client(max_km=1), beyond, "distance") == "missing"
    assert state(client(max_km=2), beyond, "distance") == "met"


def test_accommodation_mends_any_distance_but_earns_no_points() -> None:
    for far in (vacancy(lat=21.0), training_class(lat=21.0)):
        assert state(client(), replace(far, accommodation=True), "distance") == "met"
        assert earned(client(), replace(far, accommodation=True), "distance") == 0


def test_a_commune_without_coordinates_reaches_itself_only() -> None:
    person = client(**NOWHERE)
    assert earned(person, vacancy(**NOWHERE), "distance") == 200
    for elsewhere in (vacancy(commune="x", **NOWHERE), vacancy(commune="x")):
        assert state(person, elsewhere, "distance") == "missing"
        assert earned(person, elsewhere, "distance") == 0
    lodged = vacancy(commune="x", accommodation=True, **NOWHERE)
    assert state(person, lodged, "distance") == "met"


@pytest.mark.parametrize(
    ("opens_on", "closes_on", "expected"),
    [
        (ON, ON, "met"),
        (None, None, "met"),
        (None, ON - DAY, "missing"),
        (ON + DAY, None, "missing"),
        (ON - DAY, ON + DAY, "met"),
    ],
)
def test_open_includes_both_ends_and_a_blank_end_is_unbounded(
    opens_on: date | None, closes_on: date | None, expected: str
) -> None:
    opening = vacancy(opens_on=opens_on, closes_on=closes_on)
    assert state(client(), opening, "open") == expected


def test_a_class_is_open_to_the_last_day_to_enrol() -> None:
    assert state(client(), training_class(closes_on=ON), "open") == "met"
    assert state(client(), training_class(closes_on=ON - DAY), "open") == "missing"


def test_no_seat_left_is_no_match() -> None:
    assert listed(client(), vacancy(seats_left=0)) == []
    assert listed(client(), training_class(seats_left=0)) == []


def test_education_shifts_and_limits() -> None:
    assert state(client(education=2), vacancy(education=3), "education") == "missing"
    assert state(client(education=3), vacancy(education=3), "education") == "met"
    assert state(client(shifts=0b0111), vacancy(shifts=0b1001), "shifts") == "missing"
    assert state(client(shifts=0), vacancy(shifts=0), "shifts") == "met"
    assert state(client(limits=0b10), vacancy(demands=0b11), "limits") == "missing"
    assert state(client(limits=0b10), vacancy(demands=0b01), "limits") == "met"


def test_age_is_that_of_the_year_asked_whatever_the_birthday() -> None:
    assert state(client(birth_year=2008), vacancy(min_age=18), "age") == "met"
    assert state(client(birth_year=2009), vacancy(min_age=18), "age") == "missing"


def test_a_must_only_claimed_is_unproven_and_still_a_match() -> None:
    opening = vacancy(must=frozenset({"may", "han"}))
    person = client(proven=frozenset({"may"}), claimed=frozenset({"han"}))
    assert listed(person, opening)[0].criteria["skills"] == "unproven"
    assert listed(client(claimed=frozenset({"han"})), opening) == []


def test_skill_points_count_proven_twice_over_must_and_nice_together() -> None:
    opening = vacancy(must=frozenset({"a", "b"}), nice=frozenset({"b", "c"}))
    person = client(proven=frozenset({"a"}), claimed=frozenset({"a", "b"}))
    assert earned(person, opening, "skills") == 250 * 3 // 6
    assert earned(person, vacancy(), "skills") == 125


@pytest.mark.parametrize(
    ("wanted", "wage_from", "wage_to", "expected", "points"),
    [
        (0, None, None, "met", 75),
        (0, 1, 2, "met", 75),
        (10, None, None, "unproven", 0),
        (10, 9, None, "met", 0),
        (10, 8, None, "missing", 0),
        (10, 8, 9, "met", 0),
        (10, 0, 12, "met", 60),
        (10, 5, 99, "met", 150),
        (1, 1, None, "met", 0),
        (1, 2, None, "met", 150),
        (10, 11, 0, "missing", 0),
    ],
)
def test_wage(
    wanted: int, wage_from: int | None, wage_to: int | None, expected: str, points: int
) -> None:
    opening = vacancy(wage_from=wage_from, wage_to=wage_to)
    assert state(client(min_wage=wanted), opening, "wage") == expected
    assert earned(client(min_wage=wanted), opening, "wage") == points


def test_a_blocked_employer_is_no_match() -> None:
    assert listed(client(blocked=frozenset({"e1"})), vacancy()) == []
    assert listed(client(blocked=frozenset({"e2"})), vacancy()) != []


@pytest.mark.parametrize(
    ("wanted", "of_vacancy", "of_class"),
    [
        ((), 175, 225),
        (("9", "7212"), 350, 450),
        (("7213", "72"), 260, 340),
        (("72",), 180, 230),
        (("7", "8212"), 80, 100),
        (("0",), 0, 0),
        (("212",), 0, 0),
    ],
)
def test_occupation_earns_by_the_best_common_prefix(
    wanted: tuple[str, ...], of_vacancy: int, of_class: int
) -> None:
    person = client(wanted=frozenset(wanted))
    assert earned(person, vacancy(), "occupation") == of_vacancy
    assert earned(person, training_class(), "occupation") == of_class


@pytest.mark.parametrize(("contract", "points"), [("indefinite", 50), ("year", 35), ("short", 15)])
def test_stability(contract: str, points: int) -> None:
    assert earned(client(), vacancy(contract=contract), "stability") == points
    assert earned(client(), vacancy(), "stability") == 0


@pytest.mark.parametrize(
    ("fee", "aid", "points"), [(0, 0, 200), (5, 5, 200), (6, 5, 100), (6, 0, 0)]
)
def test_cost_of_a_class(fee: int, aid: int, points: int) -> None:
    assert earned(client(aid=aid), training_class(fee=fee), "cost") == points


def test_certificate_of_a_class() -> None:
    assert earned(client(), training_class(certificate=True), "certificate") == 100
    assert earned(client(), training_class(), "certificate") == 0


def test_what_only_a_vacancy_asks_is_always_met_by_a_class() -> None:
    person = client(birth_year=2050, min_wage=10**9, limits=0xFF, blocked=frozenset({""}))
    for name in ("limits", "skills", "wage", "age", "employer"):
        row = reason(person, training_class(), name)
        assert (row.state, row.fact) == ("met", "not_asked_of_class")
