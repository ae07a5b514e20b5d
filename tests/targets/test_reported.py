"""Figures that officers report: their places, their periods, their corrections."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from portal.errors import Conflict, NotFound, RuleBroken
from portal.targets.models import Figure, PlanReport, ReportState
from portal.targets.records import Records
from portal.targets.service.figures import (
    correct_figure,
    enter_figure,
    get_figure,
    list_figures,
    times_entered,
)
from tests.targets.province import save
from tests.targets.test_editions import COMMUNE, PROVINCE, officer


def enter(**changed: object) -> Figure:
    """A figure of the province for 2025."""
    typed: dict[str, object] = {
        "indicator": "reached",
        "place": "Đồng Nai",
        "period": "2025",
        "numerator": 80,
        "denominator": 100,
        "source": "Báo cáo 12/BC-CAT",
    }
    return enter_figure(PROVINCE, **typed | changed)  # type: ignore[arg-type]


def test_a_figure_is_entered_and_corrected_and_the_old_one_stays(country: Session) -> None:
    figure = enter()
    correct_figure(
        PROVINCE, figure.pid, version=1, numerator=85, denominator=100, source="x", reason="nhầm"
    )
    assert Records().figure("reached", "75", "2025") == (85, 100)
    standing = get_figure(PROVINCE, figure.pid)
    assert standing.figure.numerator == 85
    (correction,) = standing.corrections
    assert (correction.old.numerator, correction.new.reason) == (80, "nhầm")
    assert times_entered(figure) == 2


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"numerator": 101}, "numerator", "lớn hơn"),
        ({"period": "2025-13"}, "period", "2026-Q3"),
        ({"place": "Thành phố Biên Hòa"}, "place", "31/12/2025"),
        ({"place": "Đà Nẵng"}, "place", "địa bàn"),
        ({"place": "49", "period": "2025"}, "place", "31/12/2025"),
        ({"place": "Trang"}, "place", "Trảng"),
        ({"place": ""}, "place", ""),
    ],
)
def test_what_is_wrong_is_said_on_its_field(
    country: Session, changed: dict[str, object], field: str, says: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        enter(**changed)
    assert refused.value.field == field
    assert says in refused.value.message
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    ("place", "period", "code"),
    [
        ("bien hoa", "2024", "731"),
        ("Thành phố Biên Hòa", "2025-03", "731"),
        ("Trảng Dài", "2025", "25993"),
        ("Trảng Dài, Biên Hòa", "2024", "25993"),
        ("75", "2024-H1", "75"),
    ],
)
def test_a_place_is_read_on_the_map_of_the_last_day(
    country: Session, place: str, period: str, code: str
) -> None:
    assert enter(place=place, period=period).place_code == code


def test_a_period_with_a_figure_takes_no_second_one(country: Session) -> None:
    enter()
    with pytest.raises(RuleBroken) as refused:
        enter(numerator=1)
    assert refused.value.field == "period"


def test_a_stale_correction_shows_what_stands(country: Session) -> None:
    figure = enter()
    typed = {"denominator": 100, "source": "x", "reason": "nhầm", "version": 1}
    correct_figure(PROVINCE, figure.pid, numerator=85, **typed)  # type: ignore[arg-type]
    with pytest.raises(Conflict) as refused:
        correct_figure(PROVINCE, figure.pid, numerator=90, **typed)  # type: ignore[arg-type]
    assert refused.value.theirs["numerator"] == 85


def test_figures_of_other_places_are_not_there(country: Session) -> None:
    figure = enter()
    assert list_figures(PROVINCE).total == 1
    assert list_figures(PROVINCE, period="2024").total == 0
    for actor in (COMMUNE, officer("48")):
        assert list_figures(actor).total == 0
        with pytest.raises(NotFound):
            get_figure(actor, figure.pid)


def test_a_figure_of_a_closed_period_is_refused_with_what_to_do(country: Session) -> None:
    figure = enter(period="2025-Q3")
    save(
        PlanReport(
            plan_number="257/KH-UBND",
            place_code="75",
            period="2025",
            first_on=date(2025, 1, 1),
            last_on=date(2025, 12, 31),
            due_on=date(2026, 1, 15),
            state=ReportState.CLOSED,
        )
    )
    with pytest.raises(RuleBroken, match=r"đã chốt.*đính chính") as refused:
        enter()
    assert refused.value.field == "period"
    with pytest.raises(RuleBroken, match="đã chốt"):
        correct_figure(
            PROVINCE, figure.pid, version=1, numerator=1, denominator=2, source="x", reason="x"
        )
    enter(period="2026")
    enter(place="Trảng Dài")
