"""The demo's words: known codes, lawful terms, Vietnamese in one form, nothing that gives away."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import islice, pairwise
from random import Random
from typing import Any

import phonenumbers
import pytest

from portal.demo.club_life import address, club_life, venue
from portal.demo.openings import CourseTemplate, JobTemplate, courses, job_text, jobs, wages
from portal.demo.organisations import check_digit, employers, providers, tax_codes
from portal.demo.people import Person, person, phone, skills_near
from portal.demo.words import read
from portal.text import fold, place_tones
from portal.trades.vocabulary import CONTRACTS, DEMANDS, EDUCATION, HOUSEHOLDS, LEVELS, SHIFTS

GIVES_AWAY = (
    "nghiện", "ma túy", "sau cai", "cai ", "đối tượng", "phục hồi", "thuốc phiện", "heroin",
    "methadone", "hoàn thành chương trình", "rehab", "drug", "addict",
)  # fmt: skip
FILES = (
    "jobs",
    "courses",
    "organisations",
    "names",
    "club_life",
    "club_books",
    "reports",
    "registers",
    "care",
)
LOWEST_MINIMUM = 3_700_000
NEEDS = {"training", "work", "loan", "legal_aid", "schooling", "housing", "papers", "health"}


def _list(name: str) -> list[dict[str, str]]:
    path = resources.files("portal.trades").joinpath("data", f"{name}.csv")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def _codes(name: str) -> list[str]:
    return [row["code"] for row in _list(name)]


def _texts(value: Any) -> Iterator[str]:
    """Every string of a data file, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _all_texts() -> list[str]:
    lists: list[object] = [*_list("occupations"), *_list("skills")]
    return list(_texts([*lists, *(read(name) for name in FILES)]))


def _openings() -> list[JobTemplate | CourseTemplate]:
    return [*jobs(), *courses()]


def _crowd(seed: int, number: int = 300) -> list[Person]:
    rng = Random(seed)
    return [person(rng, serial, 2026) for serial in range(number)]


def _only(values: Iterable[object], allowed: Iterable[object]) -> None:
    assert set(values) <= set(allowed)


def test_occupations_have_their_parents_and_stand_once() -> None:
    codes = _codes("occupations")
    assert codes == sorted(set(codes))
    _only((code[:-1] for code in codes if len(code) > 1), codes)
    assert set("123456789") <= set(codes)


def test_occupations_are_all_there() -> None:
    """As many groups of each length as the classification has, and no branch that ends early."""
    codes = _codes("occupations")
    assert Counter(len(code) for code in codes) == {1: 10, 2: 43, 3: 130, 4: 436}
    assert {code[:3] for code in codes if len(code) == 4} == {c for c in codes if len(c) == 3}


def test_skill_codes_are_plain_and_stand_once() -> None:
    codes = _codes("skills")
    assert len(codes) == len(set(codes)) >= 120
    assert all(code.replace("-", "").isalnum() and fold(code) == code for code in codes)


def test_openings_use_known_skills_and_occupations() -> None:
    manual = [code for code in _codes("occupations") if len(code) == 4 and code[0] in "56789"]
    _only((o.occupation for o in _openings()), manual)
    asked = {skill for job in jobs() for skill in (*job.must, *job.nice)}
    taught = {skill for course in courses() for skill in course.teaches}
    _only(asked | taught, _codes("skills"))
    assert len({job.occupation for job in jobs()}) >= 40


def test_openings_keep_to_the_vocabularies() -> None:
    for job in jobs():
        _only(job.shifts, SHIFTS)
        _only(job.demands, DEMANDS)
        assert job.shifts
        assert not set(job.must) & set(job.nice)
        assert job.contract in CONTRACTS
    _only((o.education for o in _openings()), EDUCATION)
    _only((course.level for course in courses()), LEVELS)


def test_terms_are_lawful() -> None:
    rng = Random(1)
    for job in jobs():
        lowest, highest = wages(rng, job, LOWEST_MINIMUM)
        assert LOWEST_MINIMUM <= lowest <= highest
        assert job.min_age >= (18 if {"night", "heavy"} & {*job.shifts, *job.demands} else 15)
    assert all(c.hours >= 300 for c in courses() if c.level == "elementary")


def test_every_opening_has_someone_to_announce_it() -> None:
    kinds = read("organisations")
    assert {job.business for job in jobs()} == set(kinds["business"])
    fields = {field for kind in kinds["provider"] for field in kind["fields"]}
    assert {course.field for course in courses()} == fields


def test_a_description_is_of_two_sentences_or_more() -> None:
    for opening in _openings():
        assert opening.titles
        assert 2 <= opening.text.count(".") <= 5
        assert opening.text.endswith(".")
    assert job_text(Random(1), jobs()[0]).startswith(jobs()[0].text)


def test_texts_are_composed_and_their_tones_stand_in_one_place() -> None:
    assert [text for text in _all_texts() if place_tones(text) != text] == []
    assert [text for text in _all_texts() if "  " in text or text != text.strip()] == []


@pytest.mark.parametrize("words", GIVES_AWAY)
def test_no_text_gives_away_where_a_member_comes_from(words: str) -> None:
    assert [text for text in _all_texts() if words in text.lower()] == []


def test_needs_have_remarks_and_answers() -> None:
    assert set(club_life().need_remarks) == set(club_life().need_answers) == NEEDS


def test_the_same_seed_gives_the_same_province() -> None:
    assert _crowd(7) == _crowd(7) != _crowd(8)
    assert employers(Random(7), 40) == employers(Random(7), 40) != employers(Random(8), 40)
    assert providers(Random(7), 15) == providers(Random(7), 15)


def test_persons_are_whole() -> None:
    for one in _crowd(1, 3000):
        assert len(one.name.split()) >= 2
        assert all(a != b for a, b in pairwise(one.name.split()))
        assert 2026 - 58 <= one.birth_year <= 2026 - 19
        assert one.household in HOUSEHOLDS
        assert one.education in EDUCATION
        _only(one.limits, DEMANDS)
        _only(one.shifts, SHIFTS)


def test_skills_follow_from_the_work_wanted() -> None:
    for one in _crowd(2):
        near = {skill for code in one.wanted for skill in skills_near(code)}
        _only((*one.skills, *one.proven), near | {"lai-xe-may"})
        assert not set(one.skills) & set(one.proven)


def test_a_phone_has_the_shape_of_a_number_that_nobody_was_given() -> None:
    for serial in range(2000):
        parsed = phonenumbers.parse(phone(serial), "VN")
        assert phonenumbers.is_possible_number(parsed)
        assert not phonenumbers.is_valid_number(parsed)
    assert len({phone(serial) for serial in range(20_000)}) == 20_000


def test_tax_codes_pass_their_check_and_are_of_no_province() -> None:
    codes = list(islice(tax_codes(), 2000))
    assert len(set(codes)) == 2000
    assert all(len(code) == 10 and code.startswith("99") for code in codes)
    assert all(check_digit(code[:9]) == int(code[9]) for code in codes)


def test_the_check_digit_is_ten_less_the_weighted_sum_modulo_eleven() -> None:
    assert check_digit("000000001") == 10 - 3
    assert check_digit("000000010") == 10 - 5
    assert check_digit("100000000") == 10 - 31 % 11
    assert check_digit("000000000") == 10


def test_names_of_organisations_do_not_come_twice() -> None:
    for made in (employers(Random(3), 1000), providers(Random(3), 300)):
        assert len({one.name for one in made}) == len(made)
        assert all(one.email.endswith(".example") and one.email.isascii() for one in made)


def test_every_business_is_there_among_forty_employers() -> None:
    assert {kind for one in employers(Random(4), 40) for kind in one.does} == {
        job.business for job in jobs()
    }


def test_places_take_the_name_of_their_commune() -> None:
    rng = Random(5)
    for _ in range(60):
        made = [make(rng, "Phường Tân Phú") for make in (venue, address)]
        assert not any("{" in text or " ấp " in text or "Phường" in text for text in made)
        assert address(rng, "Xã Phú Lý").endswith(", xã Phú Lý")
