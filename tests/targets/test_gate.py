"""The statistics gate: a solver that reads what is published cannot find what is hidden."""

import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from portal.jobs import words
from portal.matching.service import suitable
from portal.targets import gate
from portal.targets.gate import FEWEST, KEPT_BACK, SMALL, Column, pass_gate
from tests.targets.recovering import given_away

SEED = int(os.environ.get("GATE_SEED", "5"))


def drawn(number: int) -> Iterator[tuple[list[int], Column]]:
    """Communes of a province, from hardly anybody to many, and what is published of them."""
    print(f"GATE_SEED={SEED}")  # noqa: T201 - shown when the test fails
    draw = Random(SEED)
    for _ in range(number):
        most = draw.choice((3, 6, 12, 40))
        counts = [draw.randint(0, most) for _ in range(draw.randint(1, 12))]
        yield counts, column_of(*counts)


def column_of(*counts: int) -> Column:
    return pass_gate({str(place): count for place, count in enumerate(counts)})


def test_what_is_shown_is_true_and_no_count_below_five_is() -> None:
    opened = 0
    for counts, column in drawn(500):
        opened += column.is_open
        for mark, count in zip(column.places.values(), counts, strict=True):
            assert not column.is_open or (mark == SMALL) == (count < FEWEST)
            assert not mark.isdigit() or int(mark) == count >= FEWEST
        assert not column.total.isdigit() or int(column.total) == sum(counts) >= FEWEST
    assert 100 < opened < 400


def test_a_solver_recovers_no_hidden_count() -> None:
    for counts, column in drawn(100):
        assert given_away(column) == [], counts


def test_nor_does_the_officer_of_one_of_the_places() -> None:
    for counts, column in drawn(30):
        for own in range(len(counts)):
            told = given_away(column, {own: counts[own]})
            assert [place for place in told if counts[place] < FEWEST and place != own] == []


def test_without_complementary_suppression_the_solver_finds_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "_tells_nothing", lambda hidden: True)
    assert any(given_away(column) for _, column in drawn(100))


def test_one_more_hidden_place_is_not_enough_where_the_sum_leaves_no_choice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "SLACK", 0)
    assert given_away(column_of(0, 5, 5, 9)) == [0, 1, 2]  # 10 of two fives and one below
    monkeypatch.undo()
    assert given_away(column_of(0, 5, 5, 9)) == []


def test_who_knows_the_rule_too_cannot_tell_from_what_it_hid() -> None:
    """Every column of four places and at most 26 people, by what is published of it."""
    worlds: defaultdict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(27), repeat=4):
        if sum(counts) <= 26:
            column = column_of(*counts)
            worlds[column.total, column.is_open, *column.places.values()].append(counts)
    for (_, is_open, *marks), possible in worlds.items():  # type: ignore[misc]
        for mark, values in zip(marks, zip(*possible, strict=True), strict=True):
            if is_open and mark == SMALL:
                assert {0, 1, 2, 3} <= set(values)
            elif not mark.isdigit():
                assert len(set(values)) > 1


def test_a_column_where_nobody_is_few_is_shown_whole() -> None:
    assert column_of(7, 5) == Column("12", {"0": "7", "1": "5"})


def test_nobody_is_few_too() -> None:
    assert column_of(0, 0).total == SMALL
    assert column_of(0, 20, 30, 40).places["0"] == SMALL


def test_a_total_that_is_one_places_is_kept_back() -> None:
    assert column_of(30, 4, 0) == Column(KEPT_BACK, dict.fromkeys("012", KEPT_BACK))
    assert column_of(30, 4, 1).total == "35"


def test_employers_hear_of_people_by_the_same_least_number() -> None:
    assert suitable.STEP == FEWEST
    assert words.suitable(SMALL)
