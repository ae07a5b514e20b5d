"""Occupations and skills by name."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from portal import db
from portal.errors import RuleBroken
from portal.trades import service as trades


@pytest.fixture(autouse=True)
def _lists(engine: Engine) -> Iterator[None]:
    with db.transaction(engine, immediate=True):
        trades.load()
        trades.load_skills()
        yield


def test_lists_are_loaded_once() -> None:
    assert not trades.load()
    assert not trades.load_skills()


def test_an_occupation_is_named_in_both_languages() -> None:
    assert trades.occupation_name("7212", "vi") != trades.occupation_name("7212", "en")


def test_an_unknown_occupation_takes_the_name_of_its_group() -> None:
    assert trades.occupation_name("2999", "vi") == trades.occupation_name("2", "vi")
    assert trades.occupation_name("x", "vi") == "x"
    names = trades.occupation_names(["7212", "72", "2999"], "vi")
    assert list(names) == ["7212", "72", "2999"]


def test_a_skill_that_nobody_knows_is_refused_with_the_nearest() -> None:
    trades.check_skills(["han-mig"])
    with pytest.raises(RuleBroken, match=r"han-mag.*han-mig"):
        trades.check_skills(["han-mig", "han-mag"])
    with pytest.raises(RuleBroken, match="zzzz"):
        trades.check_skills(["zzzz"])


def test_only_known_skills_have_names() -> None:
    assert trades.skill_names(["han-mig", "zzzz"], "en") == {"han-mig": "MIG/MAG welding"}


def test_selects_offer_four_digits_and_all_skills() -> None:
    assert {len(code) for code, _name in trades.occupation_options("vi")} == {4}
    assert ("han-mig", "Hàn MIG/MAG") in trades.skill_options("vi")
