"""What an employer is told of how many people a vacancy fits cannot be subtracted to find one."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.jobs import words
from portal.matching.service.suitable import STEP, STEPS, about
from portal.targets.gate import FEWEST, SMALL

MOST = 3000
BEHIND: defaultdict[str, list[int]] = defaultdict(list)
for _people in range(MOST):
    BEHIND[about(_people)].append(_people)


def test_below_the_gates_least_number_nothing_is_told() -> None:
    assert {about(people) for people in range(FEWEST)} == {SMALL}
    assert about(FEWEST) != SMALL


@given(people=st.integers(0, MOST), fewer=st.integers(0, MOST))
def test_two_numbers_never_tell_of_one_person(people: int, fewer: int) -> None:
    """Of two vacancies, one asking more: the difference may always be one of five or more."""
    wide, narrow = about(people), about(min(fewer, people))
    possible = {a - b for a in BEHIND[wide] for b in (BEHIND[narrow][0], BEHIND[narrow][-1])}
    assert len({d for d in range(min(possible), max(possible) + 1) if d >= 0}) >= STEP


@given(people=st.integers(0, 10**8))
def test_more_people_never_sound_like_fewer(people: int) -> None:
    order = [SMALL, *(str(step) for step in STEPS)]
    assert order.index(about(people)) <= order.index(about(people + 1))


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("<5", "dưới 5"),
        ("5", "khoảng 5 đến 10"),
        ("20", "khoảng 20 đến 50"),
        ("500", "khoảng 500 đến 1.000"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("work")
def test_in_words(stored: str, said: str) -> None:
    assert words.suitable(stored) == said
