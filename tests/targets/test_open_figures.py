"""What everybody reads at /figures: true of clubs, past the gate of people, and never changed."""

import os
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from sqlalchemy import select

from portal import clock
from portal.installation import Installation
from portal.people.models import Client
from portal.places import service as places
from portal.targets.gate import Column
from portal.targets.models import ReleasedFigure
from portal.targets.service.releases import OPEN_INDICATORS, release_settled_years
from tests.databases import on_sqlite
from tests.pages import Page, Visitor
from tests.targets.province import case, client, club, need
from tests.targets.recovering import given_away

pytestmark = on_sqlite
SEED = int(os.environ.get("GATE_SEED", "5"))
TRANG_DAI = "25993"
YEARS = (2024, 2025)


@pytest.fixture(autouse=True)
def province(installation: Installation) -> None:
    """Đồng Nai with people drawn by chance, in communes of all sizes, released."""
    print(f"GATE_SEED={SEED}")  # noqa: T201 - shown when the test fails
    draw = Random(SEED)
    with installation.transaction(writes=True):
        club(TRANG_DAI, date(2024, 8, 1))
        for commune in places.communes_of("75", clock.today()):
            for _ in range(draw.choice((0, 1, 3, 8, 16, 30))):
                _person(draw, commune.code)
        release_settled_years()


def _person(draw: Random, commune: str) -> None:
    person, ended_on = client(commune), date(draw.choice(YEARS), draw.randint(1, 12), 9)
    case(person, ended_on, draw.choice((ended_on, ended_on, None)))
    if draw.random() < 0.5:
        need(person, "work", ended_on, draw.choice((ended_on, None)))


def pages(visitor: Visitor) -> Iterator[Page]:
    """Every page of open figures, as anybody may turn them."""
    for indicator in OPEN_INDICATORS:
        for year in YEARS:
            yield visitor.get(f"/figures?place=75&shown={indicator}&year={year}")


def cells(page: Page, table: str) -> dict[str, list[str]]:
    """The rows of a table by their heads."""
    (found,) = [element for element in page.all("table") if element.get("id") == table]
    return {
        "".join(row.find("th").itertext()): ["".join(cell.itertext()) for cell in row.iter("td")]
        for row in found.find("tbody").iter("tr")
    }


def published(page: Page) -> Iterator[Column]:
    """The two columns of the page, each with its total."""
    (chosen,) = [option.get("value") for option in page.all("option") if _is_year(option)]
    for column in (0, 1):
        by_place = {name: row[column] for name, row in cells(page, "places").items()}
        yield Column(cells(page, "years")[chosen][column], by_place)


def _is_year(option: object) -> bool:
    return option.get("selected") is not None and option.get("value") in map(str, YEARS)


def test_a_solver_recovers_no_hidden_count_from_all_the_pages(visitor: Visitor) -> None:
    opened = [column for page in pages(visitor) for column in published(page) if column.is_open]
    assert len(opened) >= 4
    for page in pages(visitor):
        for column in published(page):
            assert len(column.places) == 95
            assert given_away(column) == []


def test_a_share_stands_only_beside_both_its_parts(visitor: Visitor) -> None:
    for page in pages(visitor):
        for row in [*cells(page, "places").values(), *cells(page, "years").values()]:
            assert (row[2] != "…") == all(part.isdigit() for part in row[:2])


def told(visitor: Visitor) -> list[dict[str, list[str]]]:
    """Both tables of every page."""
    return [cells(page, table) for page in pages(visitor) for table in ("places", "years")]


def test_what_was_released_never_changes(visitor: Visitor, installation: Installation) -> None:
    before = told(visitor)
    with installation.transaction(writes=True) as session:
        for person in session.scalars(select(Client)):
            person.commune_code = TRANG_DAI
        case(client(TRANG_DAI), date(2025, 3, 1), date(2025, 3, 1))
        release_settled_years()
    assert told(visitor) == before


def test_a_year_is_released_when_it_has_been_over_for_a_month(installation: Installation) -> None:
    for day, latest in ((date(2027, 1, 31), 2025), (date(2027, 2, 1), 2026)):
        clock.fix(day)
        with installation.transaction(writes=True) as session:
            release_settled_years()
            assert (
                session.scalar(select(ReleasedFigure.year).order_by(ReleasedFigure.year.desc()))
                == latest
            )


def test_clubs_are_told_exactly_and_nonsense_leads_to_what_there_is(visitor: Visitor) -> None:
    page = visitor.get("/figures?place=x&shown=reached&year=2026")
    clubs = page.all("table")[0]
    assert "31/12/2024 1 1" in " ".join(" ".join(clubs.itertext()).split())
    assert "Số liệu" in page
