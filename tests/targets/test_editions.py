"""Plans entered and changed: one check, one more edition, nothing lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from portal.access import Actor, Held, Role
from portal.errors import Conflict, NotFound, RuleBroken
from portal.targets.plan_file import PlanError, as_toml
from portal.targets.plan_values import head_values, target_values
from portal.targets.plans import all_plans, plan_numbered
from portal.targets.rows import target_rows
from portal.targets.service.editions import (
    add_plan,
    add_target,
    add_typed_plan,
    remove_target,
    revise_head,
    revise_plan,
    revise_target,
)
from portal.targets.service.history import edition_text, history
from portal.targets.service.plans import (
    communes_without_plan,
    get_own_plan,
    get_plan,
    list_plans,
    local_plans,
    version_of,
)
from tests.targets.test_plan_file import PLAN

SLUG, TRANG_DAI = "257-kh-ubnd", "25993"


def officer(place: str) -> Actor:
    """An officer of one place."""
    return Actor(user=None, posts=(Held(Role.OFFICER, place),))


PROVINCE, COMMUNE = officer("75"), officer(TRANG_DAI)


def typed_target(**changed: Any) -> dict[str, Any]:
    """Target 004-1 as a form of it holds it."""
    values = target_values(plan_numbered("257/KH-UBND"), "004-1") | changed
    return {key: value for key, value in values.items() if key != "id"}


def test_a_change_is_one_more_edition_and_the_old_wording_stays(country: Session) -> None:
    typed = typed_target(value=3, wording="03 Mô hình")
    revise_target(PROVINCE, SLUG, "004-1", version=0, reason="Sửa theo 300/KH", **typed)
    plan = plan_numbered("257/KH-UBND")
    assert plan.find_target("004-1").value == 3  # type: ignore[union-attr]
    newest, first = history(plan)
    assert (newest.serial, newest.reason, first.serial) == (1, "Sửa theo 300/KH", 0)
    assert [(row.target, row.key, row.old, row.new) for row in newest.changed] == [
        ("004-1", "value", 2, 3),
        ("004-1", "wording", "năm 2024 là xây dựng thí điểm 02 Mô hình tại 02 xã", "03 Mô hình"),
    ]
    assert "thí điểm 02" in edition_text(plan, 0)[1]
    assert history(plan, "004-2") == []
    with pytest.raises(NotFound):
        edition_text(plan, 2)


def test_a_stale_change_shows_what_stands(country: Session) -> None:
    revise_target(PROVINCE, SLUG, "004-1", version=0, reason="một", **typed_target(value=3))
    with pytest.raises(Conflict) as refused:
        revise_target(PROVINCE, SLUG, "004-1", version=0, reason="hai", **typed_target(value=4))
    assert refused.value.theirs["value"] == 3
    assert refused.value.theirs["version"] == 1


def test_a_target_taken_out_stays_in_the_history(country: Session) -> None:
    remove_target(PROVINCE, SLUG, "004-1", version=0, reason="Đã xong")
    plan = get_plan(SLUG)
    assert plan.find_target("004-1") is None
    wording = [row for row in history(plan)[0].changed if row.key == "wording"]
    assert wording[0].new is None
    with pytest.raises(NotFound):
        remove_target(PROVINCE, SLUG, "004-1", version=1, reason="lần nữa")


def test_no_change_goes_without_a_reason(country: Session) -> None:
    with pytest.raises(RuleBroken) as refused:
        remove_target(PROVINCE, SLUG, "004-1", version=0, reason="")
    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"indicator": "clubs_dreamt"}, "indicator"),
        ({"last": date(2023, 12, 31)}, "last"),
        ({"first": date(1999, 1, 1)}, "first"),
        ({"level": "club"}, "level"),
        ({"value": 0}, "value"),
        ({"kinds": ["work"]}, "kinds"),
    ],
)
def test_what_is_wrong_comes_back_on_its_field(
    country: Session, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        revise_target(PROVINCE, SLUG, "004-1", version=0, reason="x", **typed_target(**changed))
    assert refused.value.field == field
    assert "dòng" not in refused.value.message


def test_a_target_is_added_under_an_id_that_is_free(country: Session) -> None:
    add_target(PROVINCE, SLUG, version=0, reason="thêm", id="004-5", **typed_target())
    assert get_plan(SLUG).find_target("004-5")
    with pytest.raises(RuleBroken) as refused:
        add_target(PROVINCE, SLUG, version=1, reason="thêm", id="004-5", **typed_target())
    assert refused.value.field == "id"


def test_a_pasted_plan_stands_with_the_shipped_ones(country: Session) -> None:
    plan = add_plan(COMMUNE, PLAN)
    assert plan_numbered("12/KH-UBND") == plan
    assert all_plans()[0].number == "257/KH-UBND"
    assert len(all_plans()) == 5
    assert [row.own for row in list_plans(COMMUNE)] == [True, False, False, False, False]
    assert version_of(plan) == 1
    rows = target_rows("12/KH-UBND")
    assert [(row.target.id, row.map) for row in rows] == [
        ("12-1", "as_written"),
        ("12-1", "today"),
        ("12-2", "as_written"),
        ("12-2", "today"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("12/KH-UBND", "257/KH-UBND", 1, "Đã có kế hoạch"),
        ('place = "25993"', "", 1, "nơi"),
        ("25993", "99999", 4, "99999"),
        ("25993", "49", 4, "49"),
        ("25993", "26080", 4, "địa bàn"),
        ("signed = 2026-01-15", 'signed = 2026-01-15\nparent = "9/KH"', 6, "cấp trên"),
        ("signed = 2026-01-15", 'signed = 2026-01-15\nparent = "12/KH-UBND"', 6, "cấp trên"),
    ],
)
def test_a_pasted_plan_that_does_not_fit_names_its_line(
    country: Session, old: str, new: str, line: int, says: str
) -> None:
    with pytest.raises(PlanError) as refused:
        add_plan(COMMUNE, PLAN.replace(old, new, 1), "mine.toml")
    assert refused.value.line == line
    assert says in refused.value.message
    assert len(all_plans()) == 4


def test_a_text_replaces_a_plan_of_its_own_number_only(country: Session) -> None:
    add_plan(COMMUNE, PLAN)
    slug = "12-kh-ubnd"
    text = PLAN.replace("value = 80", "value = 90")
    revise_plan(COMMUNE, slug, text=text, version=1, reason="nâng lên")
    assert get_plan(slug).targets[0].value == 90
    other = text.replace("12/KH-UBND", "13/KH-UBND")
    with pytest.raises(PlanError, match="không đổi được"):
        revise_plan(COMMUNE, slug, text=other, version=2, reason="đổi số")
    with pytest.raises(Conflict):
        revise_plan(COMMUNE, slug, text=text, version=1, reason="cũ")


def test_another_places_plan_may_be_read_and_not_changed(country: Session) -> None:
    assert get_plan(SLUG)
    for actor in (COMMUNE, officer("48"), officer("01")):
        with pytest.raises(NotFound):
            get_own_plan(actor, SLUG)
        with pytest.raises(NotFound):
            remove_target(actor, SLUG, "004-1", version=0, reason="x")


def test_a_plan_cannot_be_moved_out_of_ones_places(country: Session) -> None:
    values = {key: value for key, value in head_values(get_plan(SLUG)).items() if key != "number"}
    with pytest.raises(RuleBroken) as refused:
        revise_head(PROVINCE, SLUG, version=0, reason="x", **values | {"place": "Đà Nẵng"})
    assert refused.value.field == "place"
    revise_head(PROVINCE, SLUG, version=0, reason="x", **values | {"title": "Tên mới"})
    assert get_plan(SLUG).title == "Tên mới"
    assert get_plan(SLUG).place == "75"


def test_a_local_plan_starts_with_the_targets_that_still_run(country: Session) -> None:
    typed = {
        "number": "35/KH-UBND",
        "title": "Kế hoạch phường",
        "authority": "UBND phường",
        "place": "Trảng Dài",
        "signed": date(2026, 1, 5),
        "map_day": None,
        "first_year": 2026,
        "last_year": 2026,
        "parent": "257/KH-UBND",
        "source": "",
    }
    before = len(communes_without_plan(get_plan(SLUG)))
    plan = add_typed_plan(PROVINCE, **typed)
    assert [target.id for target in plan.targets] == ["004-3", "004-4"]
    assert plan.targets[1].last == date(2026, 12, 31)
    assert local_plans(get_plan(SLUG)) == [plan]
    assert len(communes_without_plan(get_plan(SLUG))) == before - 1 == 94


def test_a_text_with_no_change_makes_no_edition_without_a_reason(country: Session) -> None:
    plan = get_plan(SLUG)
    revise_plan(PROVINCE, SLUG, text=as_toml(plan.raw), version=0, reason="")
    assert version_of(plan) == 0


def test_the_plan_stays_as_it_was_where_the_clock_moves(
    country: Session, today: Callable[[date], None]
) -> None:
    today(date(2025, 3, 1))
    assert get_own_plan(PROVINCE, SLUG)
