"""The facts behind a judgement: codes and figures, in step with the state beside them."""

import random

import pytest

from portal.matching.criteria import CRITERIA, MENDABLE
from portal.matching.reasons import explain
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from tests.matching import oracle
from tests.matching.worlds import ON, client, training_class, vacancy, world

MISSING_FACTS = {
    "opens_later",
    "closed",
    "no_seat_left",
    "too_far",
    "distance_unknown",
    "schooling_short",
    "shifts_lacking",
    "limits_touched",
    "skills_lacking",
    "wage_too_low",
    "too_young",
    "employer_blocked",
}


@pytest.mark.parametrize(
    ("person", "opening", "name", "fact", "figures"),
    [
        (client(), vacancy(lat=11.0149), "distance", "within_reach",
         {"metres": 7200, "max_km": 20}),
        (client(), vacancy(lat=10.95 + 1 / 1111.95, lon=106.85 + 1 / 1111.95), "distance",
         "within_reach", {"metres": 200, "max_km": 20}),
        (client(max_km=7), vacancy(lat=11.0149), "distance", "too_far",
         {"metres": 7200, "max_km": 7, "km_needed": 8}),
        (client(), vacancy(must=frozenset({"may", "han"})), "skills", "skills_lacking",
         {"skills": ["han", "may"]}),
        (client(min_wage=9_000_000), vacancy(wage_to=8_000_000), "wage", "wage_too_low",
         {"wage": 8_000_000, "wanted": 9_000_000, "wish_that_fits": 8_888_888}),
        (client(shifts=1), vacancy(shifts=0b1011), "shifts", "shifts_lacking",
         {"shifts": ["afternoon", "night"]}),
        (client(limits=2), vacancy(demands=3), "limits", "limits_touched",
         {"demands": ["heights"]}),
        (client(education=1), vacancy(education=3), "education", "schooling_short",
         {"own": 1, "least": 3}),
        (client(wanted=frozenset({"72", "81"})), vacancy(), "occupation", "occupation_shared",
         {"occupation": "7212", "digits": 2}),
        (client(aid=5), training_class(fee=6), "cost", "aid_covers_part", {"fee": 6, "aid": 5}),
        (client(), training_class(), "seats", "seats_left", {"seats": 1}),
    ],
)  # fmt: skip
def test_facts_and_their_figures(
    person: ClientRow,
    opening: VacancyRow | ClassRow,
    name: str,
    fact: str,
    figures: dict[str, object],
) -> None:
    row = next(row for row in explain(person, opening, ON) if row.name == name)
    assert (row.fact, row.figures) == (fact, figures)


def test_every_fact_agrees_with_its_state_and_only_the_mendable_has_a_step() -> None:
    made, dice = world(7, clients=60, vacancies=60, classes=30), random.Random(7)
    for person in made.clients:
        for opening in dice.sample([*made.vacancies, *made.classes], 8):
            states, points = oracle.criteria(person, opening, ON), oracle.points(person, opening)
            reasons = explain(person, opening, ON)
            assert [row.name for row in reasons[:10]] == list(CRITERIA)
            assert {r.name: r.state for r in reasons if r.state} == states
            assert {r.name: r.points for r in reasons if r.points is not None} == points
            for row in reasons:
                lacks = row.state == "missing"
                assert (row.fact in MISSING_FACTS) == lacks
                assert (row.step is not None) == (lacks and row.name in MENDABLE)


def test_the_step_named_does_mend() -> None:
    far, poor = vacancy(lat=11.2), vacancy(wage_to=4_567_891)
    km = explain(client(), far, ON)[2].figures["km_needed"]
    wish = explain(client(min_wage=9_000_000), poor, ON)[7].figures["wish_that_fits"]
    assert isinstance(km, int)
    assert isinstance(wish, int)
    assert explain(client(max_km=km), far, ON)[2].state == "met"
    assert explain(client(max_km=km - 1), far, ON)[2].state == "missing"
    assert explain(client(min_wage=wish), poor, ON)[7].state == "met"
    assert explain(client(min_wage=wish + 1), poor, ON)[7].state == "missing"
