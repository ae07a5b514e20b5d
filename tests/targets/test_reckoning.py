"""Random histories over three maps: the program and the second reckoning agree on every row."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest
from sqlalchemy.orm import Session

from portal.targets.service import as_json, target_rows
from tests.targets import province
from tests.targets.reckoning import TARGETS, World, communes_of, reckon

EDGES = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1)]
Row = dict[str, Any]


class Maker:
    """Makes the same records twice: in the database and in a World."""

    def __init__(self, seed: int, today: date) -> None:
        self.random, self.world = Random(seed), World(today)

    def day(self, first: date = date(2020, 6, 1), last: date = date(2027, 1, 31)) -> date:
        """Any day, often an edge of a map."""
        last = max(first, last)
        edges = [edge for edge in EDGES if first <= edge <= last]
        if edges and self.random.random() < 0.3:
            return self.random.choice(edges)
        return first + timedelta(self.random.randrange((last - first).days + 1))

    def maybe(self, day: date, chance: float = 0.5) -> date | None:
        """The day, or none."""
        return day if self.random.random() < chance else None

    def commune(self, day: date) -> str:
        """A commune of one of two old districts, or of anywhere in the two provinces."""
        place = self.random.choice(["731", "732", "268", "75", "75", "01"])
        some = sorted(communes_of(place, day))[:12] or ["26080", "25993", "09556", "10015"]
        return self.random.choice(some)

    def club(self) -> None:
        """A club with a board, members, meetings with rolls and reports."""
        random = self.random
        founded_on = self.day(date(2023, 6, 1), date(2026, 11, 1))
        status = random.choice(["operating"] * 5 + ["planned", "paused", "dissolved"])
        record: Row = {
            "commune": self.commune(founded_on),
            "founded_on": self.maybe(founded_on, 0.95),
            "status": status,
            "status_on": self.day(founded_on),
            "district": random.choice([None, None, "731", "732"]),
            "decision": random.choice(["12/QĐ", "12/QĐ", "12/QĐ", ""]),
            "members": [],
            "meetings": [],
            "chairs": [],
            "reports": {},
        }
        self.world.clubs.append(record)
        made = province.club(
            record["commune"],
            record["founded_on"],
            status=status,
            status_on=record["status_on"],
            decision=record["decision"],
            old_district_code=record["district"],
        )
        people = [province.client("26080") for _ in range(4)]
        for person in people[:3]:
            joined, left = founded_on, self.maybe(self.day(founded_on), 0.3)
            province.join(made, person, joined, left)
            record["members"].append((person.id, joined, left or date.max))
        since, until = founded_on, self.maybe(self.day(founded_on), 0.2)
        province.chair(made, since, until)
        record["chairs"].append((since, until or date.max))
        first = founded_on.replace(day=1)
        while first < date(2026, 12, 1):
            self.month(record, made, people, first)
            first = (first + timedelta(32)).replace(day=1)

    def month(self, record: Row, made: province.Club, people: list[Any], first: date) -> None:
        """Up to two meetings and a report, mostly in order."""
        random = self.random
        for _ in range(random.choice([0] + [1] * 12 + [2] * 3)):
            day = first + timedelta(random.randrange(28))
            marks = ["present"] * 6 + ["late", "absent", "absent_excused", ""]
            roll = {person: random.choice(marks) for person in people}
            roll = {person: mark for person, mark in roll.items() if mark}
            minutes = random.choice(["Đã họp."] * 12 + [" "])
            province.meeting(made, day, roll.items(), minutes)
            record["meetings"].append(
                {
                    "day": day,
                    "minutes": minutes.strip(),
                    "roll": {person.id: mark for person, mark in roll.items()},
                }
            )
        if random.random() < 0.9:
            sent_on = first + timedelta(random.randrange(20, 55))
            province.report(made, f"{first:%Y-%m}", sent_on)
            record["reports"][first.year, first.month] = sent_on

    def person(self) -> None:
        """Someone with completions and needs, who lives where they live today."""
        commune = self.commune(self.world.today)
        client = province.client(commune)
        common: Row = {"who": client.id, "commune": commune}
        for completed_on in sorted({self.day() for _ in range(self.random.randrange(3))}):
            kind = self.random.choice(["voluntary", "compulsory", "substitution"])
            opened = self.maybe(completed_on + timedelta(self.random.randrange(200)), 0.8)
            until = self.maybe(self.day(opened), 0.3) if opened else None
            province.case(client, completed_on, opened, kind=kind, managed_to=until)
            self.world.cases.append(
                common
                | {"kind": kind, "completed_on": completed_on}
                | {"managed_from": opened, "managed_to": until}
            )
        for recorded_on in sorted({self.day() for _ in range(self.random.randrange(3))}):
            kind = self.random.choice(["training", "work"])
            met_on = self.maybe(self.day(recorded_on), 0.6)
            province.need(client, kind, recorded_on, met_on)
            self.world.needs.append(
                common | {"kind": kind, "recorded_on": recorded_on, "met_on": met_on}
            )

    def staff(self) -> None:
        """Someone with one to three courses."""
        code = f"s{len(self.world.staff)}"
        place = self.random.choice([self.commune(self.world.today), "268", "09556"])
        for _ in range(self.random.randrange(1, 4)):
            day = self.maybe(self.day(), 0.8)
            province.staff(place, day, person=code)
            self.world.staff.append({"who": code, "place": place, "completed_on": day})

    def point(self) -> None:
        """A counselling point."""
        day = self.day()
        opened_on = self.maybe(day, 0.9)
        commune = self.commune(opened_on or self.world.today)
        closed_on = self.maybe(self.day(day), 0.4)
        province.point(commune, opened_on, closed_on)
        self.world.points.append(
            {"commune": commune, "opened_on": opened_on, "closed_on": closed_on}
        )


@pytest.mark.parametrize("seed", range(3))
def test_the_program_and_the_second_reckoning_agree(
    country: Session, today: Callable[[date], None], seed: int
) -> None:
    now = [date(2026, 11, 21), date(2025, 3, 10), date(2024, 11, 5)][seed]
    today(now)
    maker, reached = Maker(seed, now), set()
    for make, times in ((maker.club, 20), (maker.person, 80), (maker.staff, 15), (maker.point, 15)):
        for _ in range(times):
            make()
    for on in {now, *EDGES, *(maker.day(date(2024, 1, 1)) for _ in range(5))}:
        rows = {(row["target"], row["map"]): row for row in map(as_json, target_rows(on=on))}
        for target, map_ in product(TARGETS, ("as_written", "today")):
            row = rows[target, map_]
            found = (row["numerator"], row["denominator"], row.get("unknown", 0))
            assert found == (reckon(maker.world, target, map_, on) or (None, None, 0)), (on, row)
            reached |= {target} if row["numerator"] else set()
    assert len(reached) > 6, "a reckoning that compares nothing with nothing proves nothing"
