"""The arrays give the lists that the rules read aloud give, bit for bit."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.matching.lists import as_json, for_everyone, for_opening, opening_as_json
from tests.matching import oracle
from tests.matching.worlds import ON, World, world


def assert_same(made: World) -> None:
    snapshot = made.snapshot()
    people = sorted(made.clients, key=lambda client: client.code)
    expected = [oracle.client_lists(c, made.vacancies, made.classes, ON) for c in people]
    assert [as_json(lists) for lists in for_everyone(snapshot, ON)] == expected
    for opening in [*made.vacancies, *made.classes]:
        found = opening_as_json(for_opening(opening.code, snapshot, ON))
        assert found == oracle.opening_list(opening, made.clients, ON)


@pytest.mark.parametrize("seed", range(6))
def test_a_full_world_where_lists_are_cut(seed: int) -> None:
    assert_same(world(seed, clients=12, vacancies=300, classes=200))


@pytest.mark.parametrize("seed", range(2))
def test_a_crowd_for_few_openings(seed: int) -> None:
    assert_same(world(seed, clients=900, vacancies=3, classes=3))


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(
    seed=st.integers(0, 2**32),
    clients=st.integers(0, 5),
    vacancies=st.integers(0, 12),
    classes=st.integers(0, 8),
)
def test_small_worlds_and_empty_ones(seed: int, clients: int, vacancies: int, classes: int) -> None:
    assert_same(world(seed, clients=clients, vacancies=vacancies, classes=classes))


def test_the_worlds_reach_every_rule() -> None:
    """Else the comparison would prove little: each list is cut, each state is seen."""
    made = world(0, clients=12, vacancies=300, classes=200)
    all_lists = [oracle.client_lists(c, made.vacancies, made.classes, ON) for c in made.clients]
    for name, most in {"vacancies": 20, "classes": 20, "near": 20, "pathways": 10}.items():
        assert max(len(lists[name]) for lists in all_lists) == most
    seen = {near["missing"] for lists in all_lists for near in lists["near"]}
    assert seen == oracle.MENDABLE
    crowd = world(0, clients=900, vacancies=3, classes=3)
    lengths = [
        len(oracle.opening_list(o, crowd.clients, ON)["clients"])
        for o in [*crowd.vacancies, *crowd.classes]
    ]
    assert max(lengths) == 50


def test_the_order_of_the_rows_given_does_not_matter() -> None:
    made = world(3, clients=5, vacancies=40, classes=20)
    mixed = World(*(random.Random(1).sample(rows, len(rows)) for rows in made))
    first, second = (
        [as_json(lists) for lists in for_everyone(w.snapshot(), ON)] for w in (made, mixed)
    )
    assert first == second
