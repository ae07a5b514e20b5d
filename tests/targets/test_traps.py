"""The traps of the plans, each by the command alone: records come in as files, targets go out."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal import cli, clock
from portal.config import from_environment
from portal.installation import open_installation
from portal.people.models import Client, Note
from portal.targets.models import PlanEdition
from tests.databases import on_sqlite
from tests.targets.province import save

pytestmark = on_sqlite
TRANG_DAI, TAM_HIEP = "25993", "26017"  # Biên Hòa, district 731
XUAN_BINH, XUAN_AN = "26077", "26080"  # Long Khánh, district 732; both in 26080 since July 2025
TAM_KY = "20335"
CLUBS = "code,name,commune_code,founded_on,status,status_on"
CLIENTS = "code,name,birth_year,commune_code,education"
FILES = "client_code,kind,completed_on,managed_from"
NEEDS = "client_code,kind,recorded_on,met_on"
FIGURES = "indicator,place_code,period,numerator,denominator,source"
Row = dict[str, Any]


class Portal:
    """The command, on an empty database, on a day."""

    def __init__(self, folder: Path, say: Callable[[], Any]) -> None:
        self.folder, self.say = folder, say

    def take_in(self, kind: str, columns: str, *rows: str, ended: int = 0) -> str:
        """Import rows from a file; what was said about them."""
        file = self.folder / f"{kind}.csv"
        file.write_text("\n".join((columns, *rows)), "utf-8")
        return self.run("import", kind, str(file), ended=ended)

    def row(self, target: str, map_: str = "as_written", *on: str) -> Row:
        """One target on one map, on the day or another."""
        day = ("--on", *on) if on else ()
        rows = json.loads(self.run("targets", "--json", *day))
        return next(row for row in rows if (row["target"], row["map"]) == (target, map_))

    def run(self, *arguments: str, ended: int = 0) -> str:
        """What a command says, which ends as expected."""
        assert cli.main(arguments) == ended
        said = self.say()
        return str(said.err if ended else said.out)


@pytest.fixture
def on_day(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[[str], Portal]:
    """Opens the portal on a day."""

    def open_on(day: str) -> Portal:
        for name, value in {"DEMO": "1", "TODAY": day, "DATABASE_URL": database_url}.items():
            monkeypatch.setenv(f"PORTAL_{name}", value)
        monkeypatch.setenv("PORTAL_DATA_DIR", str(tmp_path))
        return Portal(tmp_path, capsys.readouterr)

    return open_on


@pytest.fixture
def portal(on_day: Callable[[str], Portal]) -> Portal:
    return on_day("2026-11-21")


def figures(row: Row) -> tuple[int | None, int | None]:
    return row["numerator"], row["denominator"]


def test_pilots_count_as_the_club_of_their_district(portal: Portal) -> None:
    portal.take_in("clubs", CLUBS, f"g1,A,{TRANG_DAI},2024-08-01,,", f"g2,B,{XUAN_AN},2024-09-01,,")
    assert figures(portal.row("004-1")) == (2, 2)
    assert figures(portal.row("004-2")) == (2, 11)


def test_two_clubs_of_one_district_are_one_district(portal: Portal) -> None:
    portal.take_in(
        "clubs", CLUBS, f"g1,A,{TRANG_DAI},2024-08-01,,", f"g2,B,{TAM_HIEP},2025-02-01,,"
    )
    assert figures(portal.row("004-2")) == (1, 11)


def test_only_communes_with_people_are_asked_for_a_club(portal: Portal) -> None:
    portal.take_in("clients", CLIENTS, f"c1,An,1990,{XUAN_AN},2", f"c2,Ba,1990,{TAM_HIEP},2")
    portal.take_in(
        "case_files", FILES, "c1,voluntary,2026-01-01,2026-02-01", "c2,voluntary,2026-01-01,"
    )
    portal.take_in("clubs", CLUBS, f"g1,A,{TRANG_DAI},2026-02-01,,")
    found = portal.row("004-3", "today")
    assert (figures(found), found["value"]) == ((0, 1), 0.0)


def test_above_is_not_reached_at_the_boundary_and_at_least_is(
    on_day: Callable[[str], Portal],
) -> None:
    portal = on_day("2024-12-01")
    portal.take_in("figures", FIGURES, "reached,49,2024,80,100,Báo cáo")
    portal.take_in("clients", CLIENTS, *(f"c{i},An,1990,{TAM_KY},2" for i in range(5)))
    portal.take_in(
        "needs", NEEDS, *(f"c{i},work,2024-01-05,{'2024-02-01' if i else ''}" for i in range(5))
    )
    above, at_least = portal.row("003-1"), portal.row("003-4")
    assert (above["comparator"], above["value"], above["state"]) == ("gt", 80.0, "behind")
    assert (at_least["comparator"], at_least["value"], at_least["state"]) == ("ge", 80.0, "met")


def test_the_exact_fraction_is_judged_not_the_rounded_figure(portal: Portal) -> None:
    portal.take_in("figures", FIGURES, "reached,49,2024,8004,10000,Báo cáo")
    found = portal.row("003-1")
    assert (found["value"], found["state"]) == (80.0, "met")
    portal.take_in("figures", FIGURES, "reached,49,2024,7999,10000,Báo cáo")
    assert (portal.row("003-1")["value"], portal.row("003-1")["state"]) == (80.0, "behind")


PLAN = """
number = "1/KH"
title = "Tư vấn"
authority = "UBND"
place = "75"
signed = 2026-01-02
years = [2026, 2026]
source = "1"
"""
TARGET = """
[[targets]]
id = "{id}"
indicator = "{indicator}"
level = "person"
map = "today"
from = 2026-01-01
to = 2026-12-31
comparator = "ge"
value = 9
unit = "count"
wording = "tư vấn"
"""


def test_contacts_are_counted_each_time_and_persons_once(portal: Portal) -> None:
    portal.take_in("clients", CLIENTS, f"c1,An,1990,{XUAN_AN},2", f"c2,Ba,1990,{XUAN_AN},2")
    targets = {"luot-1": "consultation_contacts", "nguoi-1": "consultation_persons"}
    text = PLAN + "".join(TARGET.format(id=key, indicator=of) for key, of in targets.items())
    with open_installation(from_environment()).transaction(writes=True) as session:
        an, ba = session.query(Client).order_by(Client.code)
        for person, times in ((an, 3), (ba, 1)):
            for day in range(1, times + 1):
                note = {"kind": "consultation", "held_on": date(2026, 5, day), "author_pid": "-"}
                save(Note(client=person, written_at=clock.now(), **note))
        edition = {"number": "1/KH", "slug": "1-kh", "text": text, "reason": ""}
        save(PlanEdition(entered_at=clock.now(), **edition))
    assert [portal.row(key, "today")["value"] for key in targets] == [4, 2]


def test_a_district_that_no_longer_exists_counts_on_the_map_of_its_plan_only(
    portal: Portal,
) -> None:
    portal.take_in("clubs", CLUBS, f"g1,A,{XUAN_BINH},2025-03-01,,")
    assert figures(portal.row("004-2")) == (1, 11)
    today = portal.row("004-2", "today")
    assert (figures(today), today["value"], today["state"]) == ((None, None), None, "no_data")
    assert figures(portal.row("004-2", "today", "2025-06-30")) == (1, 11)


def test_a_club_of_a_merged_commune_is_the_club_of_what_it_became(portal: Portal) -> None:
    portal.take_in("clubs", CLUBS, f"g1,A,{XUAN_BINH},2024-08-01,,")
    portal.take_in("clients", CLIENTS, f"c1,An,1990,{XUAN_AN},2")
    portal.take_in("case_files", FILES, "c1,voluntary,2026-01-01,2026-02-01")
    assert figures(portal.row("004-3", "today")) == (1, 1)


def test_a_club_that_pauses_counts_before_the_day_and_not_from_it(portal: Portal) -> None:
    portal.take_in("clubs", CLUBS, f"g1,A,{TRANG_DAI},2024-08-01,paused,2025-05-01")
    assert figures(portal.row("004-2", "as_written", "2025-04-30")) == (1, 11)
    assert figures(portal.row("004-2", "as_written", "2025-05-01")) == (0, 11)
    assert figures(portal.row("004-1")) == (1, 2)  # judged on 31 December 2024


def test_a_club_that_pauses_after_the_day_asked_still_counts_on_it(portal: Portal) -> None:
    portal.take_in("clubs", CLUBS, f"g1,A,{TRANG_DAI},2024-08-01,paused,2026-01-01")
    assert figures(portal.row("004-2")) == (1, 11)  # judged on 31 December 2025
    assert figures(portal.row("004-4")) == (0, 0)


def test_a_person_who_moves_is_counted_where_they_live_now(portal: Portal) -> None:
    portal.take_in("clubs", CLUBS, f"g1,A,{XUAN_AN},2024-08-01,,")
    portal.take_in("clients", CLIENTS, f"c1,An,1990,{XUAN_AN},2")
    portal.take_in("case_files", FILES, "c1,voluntary,2026-01-01,2026-02-01")
    assert figures(portal.row("004-3", "today")) == (1, 1)
    portal.take_in("clients", CLIENTS, f"c1,An,1990,{TRANG_DAI},2")
    assert figures(portal.row("004-3", "today")) == (0, 1)
    portal.take_in("clients", CLIENTS, "c1,An,1990,00004,2")  # to Hà Nội
    assert figures(portal.row("004-3", "today")) == (0, 0)


def test_a_figure_above_its_whole_is_refused_by_line_and_column(portal: Portal) -> None:
    said = portal.take_in("figures", FIGURES, "reached,49,2024,5,4,Báo cáo", ended=1)
    assert "line 2" in said
    assert "numerator" in said
    assert portal.row("003-1")["numerator"] is None


def test_a_plan_that_nobody_knows_is_refused_in_one_line(portal: Portal) -> None:
    said = portal.run("targets", "--plan", "999/KH-UBND", "--json", ended=1)
    assert said.count("\n") == 1
    assert "999/KH-UBND" in said
    assert "257/KH-UBND" in said  # one that there is
