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
from portal.targets.gate import FEWEST, SMALL, Count, Table, pass_gate
from tests.targets.recovering import given_away, recover

SEED = int(os.environ.get("GATE_SEED", "5"))
Places = dict[str, Count]


def drawn(draw: Random) -> Places:
    """Communes of a province, from hardly anybody to many."""
    most = draw.choice((3, 6, 12, 40))
    number = draw.randint(1, 12)
    return {f"{i}": Count(draw.randint(0, most), draw.randint(0, most)) for i in range(number)}


def provinces(number: int) -> Iterator[Places]:
    print(f"GATE_SEED={SEED}")  # noqa: T201 - shown when the test fails
    draw = Random(SEED)
    for _ in range(number):
        yield drawn(draw)


def columns(table: Table, places: Places) -> Iterator[tuple[list[str], str, list[int]]]:
    """The marks of the places, the total, and the truth, of each column."""
    for i in range(2):
        marks = [shown[i] for shown in table.places.values()]
        yield marks, table.total[i], [count[i] for count in places.values()]


def found_out(places: Places) -> list[int]:
    """Hidden places that the solver recovers."""
    return [
        place
        for marks, total, truth in columns(pass_gate(places), places)
        for place in given_away(recover(marks, total, len(truth)), marks)
    ]


def test_what_is_shown_is_true_and_no_count_below_five_is() -> None:
    open_tables = 0
    for places in provinces(300):
        table = pass_gate(places)
        open_tables += bool(table.places)
        for marks, total, truth in columns(table, places):
            for mark, count in zip(marks, truth, strict=bool(marks)):
                assert (mark == SMALL) == (count < FEWEST)
                assert not mark.isdigit() or int(mark) == count >= FEWEST
            assert not total.isdigit() or int(total) == sum(truth) >= FEWEST
    assert open_tables > 50


def test_a_solver_recovers_no_hidden_count() -> None:
    for places in provinces(60):
        assert found_out(places) == []


def test_nor_does_the_officer_of_one_of_the_hidden_places() -> None:
    for places in provinces(20):
        for marks, total, truth in columns(pass_gate(places), places):
            for own in range(len(truth)):
                found = recover(marks, total, len(truth), {own: truth[own]})
                small = [i for i in given_away(found, marks) if truth[i] < FEWEST]
                assert small in ([], [own])


def test_without_complementary_suppression_the_solver_finds_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "_tells_nothing", lambda column: True)
    assert any(found_out(places) for places in provinces(60))


def test_who_knows_the_rule_too_cannot_tell_from_what_it_hid() -> None:
    """Every table of four places and at most 24 people reached, by what is published of it."""
    worlds: defaultdict[object, list[tuple[int, ...]]] = defaultdict(list)
    for done in product(range(25), repeat=4):
        if sum(done) <= 24:
            table = pass_gate({str(i): Count(n, 9) for i, n in enumerate(done)})
            worlds[table.total, tuple(table.places.values())].append(done)
    for (total, shown), possible in worlds.items():
        for place, values in enumerate(map(set, zip(*possible, strict=True))):
            if shown and shown[place].done == SMALL:
                assert values >= {0, 1, 2, 3}
            elif not (shown and shown[place].done.isdigit()):
                assert len(values) > 1, (total, shown)


def test_a_table_where_nobody_is_few_is_shown_whole() -> None:
    table = pass_gate({"a": Count(7, 9), "b": Count(5, 5)})
    assert (table.total, table.places["b"]) == (("12", "14"), ("5", "5"))


def test_nobody_is_few_too() -> None:
    assert pass_gate({"a": Count(0, 0)}) == Table(gate.Shown(SMALL, SMALL), {})


def test_a_whole_and_a_share_stand_only_where_both_parts_do() -> None:
    assert gate.Shown("12", SMALL).both is None
    assert gate.Shown("12", "5").both == Count(12, 5)


def test_employers_hear_of_people_by_the_same_least_number() -> None:
    assert suitable.STEP == FEWEST
    assert words.suitable(SMALL)
