"""What is listed, in which order; near matches and pathways."""

from dataclasses import replace

import pytest

from portal.matching.arrays import Snapshot
from portal.matching.lists import ClientLists, for_client, for_opening
from portal.matching.pathways import Pathway
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from tests.matching.worlds import ON, client, training_class, vacancy

WELDING = frozenset({"han"})
BOTH = frozenset({"han", "may"})
WELDER = vacancy(code="welder", must=WELDING, seats_left=3)
LESSON = training_class(code="lesson", teaches=WELDING)


def lists(person: ClientRow, *openings: VacancyRow | ClassRow) -> ClientLists:
    vacancies = [o for o in openings if isinstance(o, VacancyRow)]
    classes = [o for o in openings if isinstance(o, ClassRow)]
    return for_client(person, Snapshot([], vacancies, classes), ON)


def near(person: ClientRow, *openings: VacancyRow | ClassRow) -> list[tuple[str, str]]:
    return [(row.code, row.missing) for row in lists(person, *openings).near]


def test_ties_are_in_the_order_of_code_points_not_of_bytes_or_letters() -> None:
    codes = ["Z", "a", "e\u0301", "z", "é", "đ", "\uffee", "\U0001f600"]
    found = lists(client(), *(vacancy(code=code) for code in reversed(codes)))
    assert [match.code for match in found.vacancies] == codes


def test_the_score_comes_before_the_code() -> None:
    better = vacancy(code="z", contract="year")
    assert [m.code for m in lists(client(), vacancy(code="a"), better).vacancies] == ["z", "a"]


def test_the_lists_end_at_20_20_20_10_and_50() -> None:
    jobs = [vacancy(code=f"v{i:02}") for i in range(21)]
    jobs += [vacancy(code=f"w{i:02}", must=WELDING) for i in range(21)]
    classes = [training_class(code=f"k{i:02}", teaches=WELDING) for i in range(21)]
    found = lists(client(), *jobs, *classes)
    sizes = [len(found.vacancies), len(found.classes), len(found.near), len(found.pathways)]
    assert sizes == [20, 20, 20, 10]
    crowd = [client(code=f"c{i:02}") for i in range(51)]
    for_it = for_opening("v00", Snapshot(crowd, jobs, []), ON)
    assert (len(for_it.clients), for_it.total) == (50, 51)
    assert for_it.clients[-1].code == "c49"


def test_an_unknown_opening_has_no_list() -> None:
    with pytest.raises(KeyError, match="v9"):
        for_opening("v9", Snapshot([], [], []), ON)


@pytest.mark.parametrize(
    ("person", "opening", "missing"),
    [
        (client(), WELDER, "skills"),
        (client(shifts=0), vacancy(shifts=1), "shifts"),
        (client(), vacancy(lat=12.0), "distance"),
        (client(min_wage=10), vacancy(wage_to=8), "wage"),
        (client(education=0), vacancy(education=1), "education"),
        (client(shifts=0), training_class(shifts=1), "shifts"),
        (client(), training_class(lat=12.0), "distance"),
        (client(education=0), training_class(education=1), "education"),
    ],
)
def test_near_is_one_thing_that_the_person_can_mend(
    person: ClientRow, opening: VacancyRow | ClassRow, missing: str
) -> None:
    assert near(person, opening) == [(opening.code, missing)]
    assert near(person, replace(opening, seats_left=0)) == []


@pytest.mark.parametrize(
    ("person", "opening"),
    [
        (client(), vacancy(closes_on=ON.replace(day=20))),
        (client(), vacancy(seats_left=0)),
        (client(limits=1), vacancy(demands=1)),
        (client(birth_year=2020), vacancy(min_age=15)),
        (client(blocked=frozenset({"e1"})), vacancy()),
        (client(), vacancy(must=WELDING, lat=12.0)),
        (client(), vacancy()),
    ],
)
def test_nothing_missing_or_two_things_or_what_cannot_be_mended_is_not_near(
    person: ClientRow, opening: VacancyRow
) -> None:
    assert near(person, opening) == []


def test_near_mixes_vacancies_and_classes_by_score() -> None:
    good = training_class(code="good", lat=12.0, certificate=True)
    poor = training_class(code="poor", lat=12.0, fee=1)
    found = near(client(), poor, WELDER, good)
    assert [code for code, _ in found] == ["good", "welder", "poor"]


def test_a_near_vacancy_names_the_best_class_that_teaches_all_it_lacks() -> None:
    better = replace(LESSON, code="with-certificate", certificate=True)
    (row,) = lists(client(), WELDER, LESSON, better).near
    assert row.mended_by == "with-certificate"
    (row,) = lists(client(), replace(WELDER, must=BOTH), LESSON, better).near
    assert row.mended_by is None


def test_a_pathway_counts_the_open_seats_that_a_class_unlocks() -> None:
    second = replace(WELDER, code="second", seats_left=2)
    assert lists(client(), WELDER, second, LESSON).pathways == [Pathway("lesson", 5)]


@pytest.mark.parametrize(
    ("person", "job", "lesson"),
    [
        (client(proven=WELDING), WELDER, LESSON),  # it matches already
        (client(claimed=WELDING), WELDER, LESSON),
        (client(), replace(WELDER, must=BOTH), LESSON),  # one must is not taught
        (client(), replace(WELDER, lat=12.0), LESSON),  # distance is missing besides
        (client(), replace(WELDER, must=frozenset(), nice=WELDING), LESSON),
        (client(), WELDER, replace(LESSON, seats_left=0)),  # the class itself does not fit
        (client(), WELDER, replace(LESSON, shifts=0b100000)),
        (client(taken=frozenset({"welder"})), WELDER, LESSON),
        (client(taken=frozenset({"lesson"})), WELDER, LESSON),
    ],
)
def test_no_pathway(person: ClientRow, job: VacancyRow, lesson: ClassRow) -> None:
    assert lists(person, job, lesson).pathways == []


def test_what_is_held_need_not_be_taught() -> None:
    job = replace(WELDER, must=BOTH)
    assert lists(client(claimed=frozenset({"may"})), job, LESSON).pathways[0].unlocks == 3


def test_pathways_are_ordered_by_worth_then_score_then_code() -> None:
    sewing = vacancy(code="sewing", must=frozenset({"may"}), seats_left=1)
    classes = [
        training_class(code="a", teaches=frozenset({"may"}), certificate=True),
        training_class(code="b", teaches=WELDING),
        training_class(code="c", teaches=WELDING, certificate=True),
        training_class(code="d", teaches=WELDING),
        training_class(code="e", teaches=BOTH, fee=1),
    ]
    found = lists(client(), WELDER, sewing, *classes).pathways
    assert [(way.code, way.unlocks) for way in found] == [
        ("e", 4),
        ("c", 3),
        ("b", 3),
        ("d", 3),
        ("a", 1),
    ]


def test_a_class_beyond_the_listed_20_still_opens_its_way() -> None:
    better = [training_class(code=f"k{i:02}", certificate=True) for i in range(20)]
    found = lists(client(), WELDER, LESSON, *better)
    assert "lesson" not in [match.code for match in found.classes]
    assert found.pathways == [Pathway("lesson", 3)]


def test_what_is_taken_is_in_no_list() -> None:
    openings = [vacancy(), training_class(), WELDER, training_class(code="far", lat=12.0)]
    person = client(taken=frozenset({"v1", "k1", "welder", "far", "gone"}))
    found = lists(person, *openings)
    assert (found.vacancies, found.classes, found.near, found.pathways) == ([], [], [], [])
    world = Snapshot([person, client(code="c2")], [vacancy()], [training_class()])
    for code in ("v1", "k1"):
        assert [who.code for who in for_opening(code, world, ON).clients] == ["c2"]
