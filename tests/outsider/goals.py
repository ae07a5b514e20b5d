"""Every target of the four plans on both maps, counted by hand."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.outsider import places
from tests.outsider.days import a_day, a_year_on, months_before
from tests.outsider.places import FIRST, LAST
from tests.outsider.shipped import ORDER, area_ever, plans, state

Row = dict[str, Any]
REPORTED = {"reached", "voluntary_share", "registered_voluntarily", "schools_prevention"}
YEARS = {"voluntary": 1, "substitution": 1, "compulsory": 2}


class Goals:
    def __init__(self, world: dict[str, list[Row]], clock: date) -> None:
        self.w, self.clock = world, clock
        self.home = {}
        for row in world["clients"]:
            here = places.commune_of_undated(row["commune_code"], clock)
            assert here
            self.home[row["code"]] = here.code
        self.members = defaultdict(list)
        for row in world["memberships"]:
            self.members[row["club_code"]].append(
                (row["client_code"], a_day(row["joined_on"], FIRST), a_day(row["left_on"], LAST))
            )
        self.meetings = defaultdict(list)
        for row in world["meetings"]:
            self.meetings[row["club_code"]].append(row)
        self.marks = defaultdict(list)
        for row in world["attendance"]:
            self.marks[row["meeting_code"]].append(row)

    # Where

    def commune(self, row: Row, dated: str, map_day: date) -> str | None:
        """The commune of a club or point on a map; None: not on it; '?': nobody knows."""
        day = a_day(row[dated], self.clock)
        if row[dated]:
            here = places.unit(row["commune_code"], day)
        else:
            here = places.commune_of_undated(row["commune_code"], self.clock)
        assert here, row
        if places.which_map(map_day) == places.which_map(day):
            return here.code
        if places.which_map(map_day) > places.which_map(day):
            there = places.moved(here, map_day)
            return there.code if there else "?"
        same = places.unit(here.code, map_day)
        return same.code if same and same.start == here.start else None

    def district(self, club: Row, map_day: date) -> str | None:
        """The district of a club on a map: entered, or that of its commune."""
        if club["old_district_code"]:
            there = places.unit(club["old_district_code"], map_day)
            return there.code if there else None
        day = a_day(club["founded_on"], self.clock)
        here = places.unit(club["commune_code"], day)
        if here is None:
            return None
        if places.which_map(map_day) > places.which_map(day):
            there = places.moved(here, map_day)
            if there is None:
                return "?"
            here = there
        parent = places.unit(here.parent, min(day, here.end))
        same = places.unit(here.parent, map_day)
        return (
            same.code
            if parent and same and same.level == "district" and same.start == parent.start
            else None
        )

    def counting(self, club: Row, day: date) -> bool:
        """Whether a club operates on the day."""
        if (
            not club["founded_on"]
            or club["status"] == "planned"
            or day < date.fromisoformat(club["founded_on"])
        ):
            return False
        return club["status"] in ("", "operating") or day < a_day(club["status_on"], self.clock)

    # What is counted: numerator, denominator, how many are left out; None: not known

    def founded(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """004-1: distinct communes with a club founded in the period."""
        found, unknown = set(), 0
        for club in self.w["clubs"]:
            if (
                self.counting(club, day)
                and t["from"] <= date.fromisoformat(club["founded_on"]) <= t["to"]
            ):
                where = self.commune(club, "founded_on", map_day)
                unknown += where == "?" and self.was_inside(club, "founded_on")
                found |= {where} & area
        return len(found), t["value"], unknown

    def was_inside(self, row: Row, dated: str) -> bool:
        """Whether a place that is lost had lain in the plan's."""
        return row["commune_code"] in self.old_area

    def districts(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """004-2: distinct districts with a club, of all."""
        every = {
            u.code
            for u in places.PARTS[self.place]
            if u.level == "district" and u.start <= map_day <= u.end
        }
        if not every:
            return None
        found, unknown = set(), 0
        for club in self.w["clubs"]:
            if self.counting(club, day):
                where = self.district(club, map_day)
                unknown += where == "?" and self.was_inside(club, "founded_on")
                found |= {where} & every
        return len(found), len(every), unknown

    def aftercare(self, row: Row, day: date) -> bool:
        """Whether the person is under aftercare on the day."""
        if not row["managed_from"]:
            return False
        end = a_day(
            row["managed_to"],
            a_year_on(date.fromisoformat(row["completed_on"]), YEARS[row["kind"]]) - timedelta(1),
        )
        return date.fromisoformat(row["managed_from"]) <= day <= end

    def communes_with_club(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """004-3: of the communes with people under aftercare, those with a club."""
        if places.which_map(map_day) != places.which_map(self.clock):
            return None
        needed = {
            self.home[r["client_code"]] for r in self.w["case_files"] if self.aftercare(r, day)
        } & area
        have, unknown = set(), 0
        for club in self.w["clubs"]:
            if self.counting(club, day):
                where = self.commune(club, "founded_on", map_day)
                unknown += where == "?" and self.was_inside(club, "founded_on")
                have.add(where)
        return len(needed & have), len(needed), unknown

    def fraction(self, meeting: Row) -> Fraction | None:
        """The attendance of a meeting; None without a roll, or where all were excused."""
        day = date.fromisoformat(meeting["starts_at"][:10])
        members = {who for who, a, b in self.members[meeting["club_code"]] if a <= day <= b}
        marks = {
            m["client_code"]: m["status"]
            for m in self.marks[meeting["code"]]
            if m["client_code"] in members
        }
        if not marks:
            return None
        counted = members - {who for who, status in marks.items() if status == "absent_excused"}
        if not counted:
            return None
        return Fraction(sum(s in ("present", "late") for s in marks.values()), len(counted))

    def stable(self, club: Row, day: date) -> bool:
        """The plan's rule for stable and effective."""
        chair = any(
            b["club_code"] == club["code"]
            and b["post"] == "chair"
            and a_day(b["from_on"], FIRST) <= day <= a_day(b["to_on"], LAST)
            for b in self.w["boards"]
        )
        months = [months_before(day.replace(day=1), n).isoformat()[:7] for n in (3, 2, 1)]
        recent = [m for m in self.meetings[club["code"]] if m["starts_at"][:7] in months]
        minuted = {m["starts_at"][:7] for m in recent if m["minutes"].strip()}
        parts = [part for m in recent if (part := self.fraction(m)) is not None]
        mean = sum(parts) / len(parts) if parts else 0
        sent = any(
            r["club_code"] == club["code"]
            and r["period"] == months[2]
            and r["sent_on"]
            and date.fromisoformat(r["sent_on"]) <= day
            for r in self.w["club_reports"]
        )
        return (
            bool(club["decision"])
            and chair
            and len(minuted) == 3
            and mean >= Fraction(1, 2)
            and sent
        )

    def clubs_stable(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """004-4 by club, 001-3 by ward."""
        first = months_before(day.replace(day=1), 3)
        old, good, wards, unknown = 0, 0, set(), 0
        for club in self.w["clubs"]:
            if not self.counting(club, day) or date.fromisoformat(club["founded_on"]) > first:
                continue
            where = self.commune(club, "founded_on", map_day)
            if t["level"] == "club" and where is None:
                district = self.district(club, map_day)
                where = "by district" if district and self.under(district, map_day) else None
            if where == "?":
                unknown += self.was_inside(club, "founded_on")
            elif where in area or where == "by district":
                old += 1
                if self.stable(club, day):
                    good += 1
                    wards.add(where)
        if t["level"] == "commune":
            return len(wards), len(area), unknown
        return good, old, unknown

    def points(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """001-6: wards with a counselling point open on the day."""
        found, unknown = set(), 0
        for point in self.w["counselling_points"]:
            if a_day(point["opened_on"], FIRST) <= day <= a_day(point["closed_on"], LAST):
                where = self.commune(point, "opened_on", map_day)
                unknown += where == "?" and self.was_inside(point, "opened_on")
                found |= {where} & area
        return len(found), t["value"], unknown

    def files_opened(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """Of the people with a completion in the period, those with every file opened."""
        if places.which_map(map_day) != places.which_map(self.clock):
            return None
        kinds = t.get("kinds") or ["voluntary", "compulsory"]
        of: dict[str, list[bool]] = defaultdict(list)
        for row in self.w["case_files"]:
            if (
                row["kind"] in kinds
                and t["from"] <= date.fromisoformat(row["completed_on"]) <= day
                and self.home[row["client_code"]] in area
            ):
                of[row["client_code"]].append(a_day(row["managed_from"], LAST) <= day)
        return sum(map(all, of.values())), len(of), 0

    def need_met(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """Of the people with a need of the period, those with every one met."""
        if places.which_map(map_day) != places.which_map(self.clock):
            return None
        of: dict[str, list[bool]] = defaultdict(list)
        for row in self.w["needs"]:
            if (
                row["kind"] not in t.get("kinds", [row["kind"]])
                or self.home[row["client_code"]] not in area
            ):
                continue
            recorded, met = date.fromisoformat(row["recorded_on"]), a_day(row["met_on"], LAST)
            if recorded <= day and (recorded >= t["from"] or met >= t["from"]):
                of[row["client_code"]].append(met <= day)
        return sum(map(all, of.values())), len(of), 0

    def staff(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """Of the staff of the place, those with every course completed."""
        if places.which_map(map_day) != places.which_map(self.clock):
            return None
        of: dict[str, list[bool]] = defaultdict(list)
        inside = set()
        for row in self.w["staff_training"]:
            here = places.unit(row["place_code"], self.clock) or places.commune_of_undated(
                row["place_code"], self.clock
            )
            assert here
            if here.code in area or here.code == self.place or self.under(here.code, map_day):
                inside.add(row["person_code"])
            of[row["person_code"]].append(a_day(row["completed_on"], LAST) <= day)
        return sum(all(of[p]) for p in inside), len(inside), 0

    def under(self, code: str, map_day: date) -> bool:
        """Whether a district of a map lies in the plan's place."""
        here = places.unit(code, map_day)
        return bool(here and here.level == "district" and here.parent == self.place)

    def reported(self, t: Row, area: set[str], map_day: date, day: date) -> Any:
        """The figure of exactly the plan's place and the year."""
        for row in self.w["figures"]:
            if (
                row["indicator"] == t["indicator"]
                and row["place_code"] == self.place
                and row["period"] == str(day.year)
            ):
                return int(row["numerator"]), int(row["denominator"]), 0
        return None

    # Rows

    def rows(self, on: date | None = None, plan: str | None = None) -> list[Row]:
        """Every row of every plan, in the order of the command."""
        on, found = on or self.clock, []
        for number in ORDER:
            if plan in (None, number):
                shipped = plans()[number]
                for target in shipped["targets"]:
                    for which in ("as_written", "today") if "place" in shipped else ("as_written",):
                        found.append(self.row(shipped, target, which, on))
        return found

    def row(self, plan: Row, t: Row, which: str, on: date) -> Row:
        """One target on one map."""
        last = t.get("to")
        row: Row = {
            "plan": plan["number"],
            "target": t["id"],
            "indicator": t["indicator"],
            "place": plan.get("place"),
            "from": t["from"].isoformat(),
            "to": last and last.isoformat(),
            "comparator": t["comparator"],
            "goal": 100 if t["unit"] == "each" else t["value"],
            "numerator": None,
            "denominator": None,
            "value": None,
            "state": "no_data",
            "map": which,
        }
        self.place = plan.get("place", "")
        if not self.place:
            return row
        if on < t["from"]:
            return {**row, "state": "not_due"}
        if t["indicator"] in REPORTED and which == "today":
            return row
        written = plan.get("signed") or plan["map_day"]
        map_day = written if which == "as_written" else on
        self.old_area = area_ever(self.place, written)
        area = places.area(self.place, written, map_day)
        day = min(on, last) if last else on
        return row | self.figures(t, area, map_day, day)

    def figures(self, t: Row, area: set[str], map_day: date, day: date) -> Row:
        """What is counted, the value, and the state."""
        measure = MEASURES[t["indicator"]]
        counted = measure(self, t, area, map_day, day)
        if counted is None:
            return {}
        done, whole, unknown = counted
        found: Row = {"numerator": done, "denominator": whole}
        if unknown:
            found["unknown"] = unknown
        if not whole:
            return found
        gain = Fraction(0)
        if t["indicator"] not in REPORTED:
            before = measure(self, t, area, map_day, months_before(day, 3))
            gain = Fraction(done - before[0], 3)
        value = done
        if t["unit"] != "count":
            value = int(Fraction(done * 1000, whole) + Fraction(1, 2)) / 10
        return found | {"value": value, "state": state(t, done, whole, gain, day)}


MEASURES = {
    "clubs_founded": Goals.founded,
    "districts_with_club": Goals.districts,
    "communes_with_club": Goals.communes_with_club,
    "clubs_stable": Goals.clubs_stable,
    "counselling_points": Goals.points,
    "aftercare_file_opened": Goals.files_opened,
    "need_met": Goals.need_met,
    "staff_trained": Goals.staff,
    **dict.fromkeys(REPORTED, Goals.reported),
}
