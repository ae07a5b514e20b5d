"""The lists of one person at a time, in loops over plain dictionaries."""

from datetime import date
from math import cos, radians
from typing import Any

from tests.outsider import places

Row = dict[str, str]
MENDABLE = {"skills", "shifts", "distance", "wage", "education"}
AID = {"poor": 3_000_000, "near_poor": 2_500_000, "other": 0, "": 0}
STABLE = {"indefinite": 50, "year": 35, "short": 15, "none": 0, "": 0}


def cell_set(cell: str) -> set[str]:
    return {part.strip() for part in cell.split(";") if part.strip()}


def a_day(cell: str, blank: date) -> date:
    return date.fromisoformat(cell) if cell else blank


def prefix(wanted: set[str], code: str, points: tuple[int, ...], no_wish: int) -> int:
    """`points` by the length of the common prefix of the best wanted code."""
    if not wanted:
        return no_wish
    best = 0
    for wish in wanted:
        length = 0
        while length < min(len(wish), len(code)) and wish[length] == code[length]:
            length += 1
        best = max(best, length)
    return points[best]


class Matches:
    """Everything that two people with paper and pencil would need."""

    def __init__(self, world: dict[str, list[Row]], today: date) -> None:
        self.today = today
        self.clients = {row["code"]: row for row in world["clients"]}
        verified = {row["code"] for row in world["employers"] if row["verified"] == "1"}
        self.vacancies = {
            row["code"]: row for row in world["vacancies"] if row["employer_code"] in verified
        }
        courses = {row["code"]: row for row in world["courses"]}
        self.classes = {
            row["code"]: {**courses[row["course_code"]], **row} for row in world["classes"]
        }

    # One pair

    def home(self, row: Row) -> places.Unit:
        """The commune of today that a row without a date names."""
        found = places.commune_of_undated(row["commune_code"], self.today)
        assert found
        return found

    def site(self, row: Row, day: str) -> places.Unit | None:
        """A code in force today means today's commune, whatever the day of the row."""
        code = row["commune_code"]
        return places.commune_of_undated(code, self.today) or places.became(code, self.today)

    def far(self, client: Row, opening: Row, site: places.Unit | None) -> tuple[str, int]:
        """Whether the place is near enough, and the part of the points for it."""
        home = self.home(client)
        if not (site and home.lat and site.lat):  # nobody knows where: only the same place is near
            same = bool(site and home.code == site.code)
            met = same or opening["accommodation"] == "1"
            return ("met" if met else "missing"), ((1, 1) if same else (0, 1))  # type: ignore
        x1, y1 = round(home.lon * 1111.95), round(home.lat * 1111.95)
        x2, y2 = round(site.lon * 1111.95), round(site.lat * 1111.95)
        dx = ((x1 - x2) * round(cos(radians(site.lat)) * 1024)) >> 10
        d2 = dx * dx + (y1 - y2) ** 2
        r2 = (int(client["max_km"] or 20) * 10) ** 2
        near = d2 <= r2
        met = near or opening["accommodation"] == "1"
        return ("met" if met else "missing"), ((r2 - d2, r2) if near else (0, 1))  # type: ignore

    def vacancy(self, client: Row, job: Row) -> tuple[dict[str, str], dict[str, int]]:
        """The criteria and the points of a vacancy."""
        must, nice = cell_set(job["must_skills"]), cell_set(job["nice_skills"])
        proven = cell_set(client["proven_skills"])
        held = cell_set(client["skills"]) | proven
        wish = int(client["min_wage"] or 0)
        pay = (
            int(job["wage_to"] or job["wage_from"] or 0)
            if job["wage_to"] or job["wage_from"]
            else None
        )
        distance, (part, whole) = self.far(client, job, self.site(job, job["opens_on"]))
        is_open = (
            a_day(job["opens_on"], places.FIRST)
            <= self.today
            <= a_day(job["closes_on"], places.LAST)
        )
        if not wish:
            wage, wage_points = "met", 75
        elif pay is None:
            wage, wage_points = "unproven", 0
        else:
            half = max(wish // 2, 1)
            wage = "met" if 10 * pay >= 9 * wish else "missing"
            wage_points = 150 * min(max(pay - wish, 0), half) // half
        asked = must | nice
        skill_points = 125
        if asked:
            skill_points = (
                250 * (2 * len(asked & proven) + len(asked & (held - proven))) // (2 * len(asked))
            )
        criteria = {
            "open": "met" if is_open else "missing",
            "seats": "met" if int(job["seats"]) >= 1 else "missing",
            "distance": distance,
            "education": self.schooled(client, job),
            "shifts": self.free(client, job),
            "limits": "missing" if cell_set(job["demands"]) & cell_set(client["limits"]) else "met",
            "skills": "missing" if must - held else "unproven" if must - proven else "met",
            "wage": wage,
            "age": "met"
            if self.today.year - int(client["birth_year"]) >= int(job["min_age"] or 0)
            else "missing",
            "employer": "missing"
            if job["employer_code"] in cell_set(client["blocked_employers"])
            else "met",
        }
        points = {
            "occupation": prefix(
                cell_set(client["wanted_occupations"]),
                job["occupation"],
                (0, 80, 180, 260, 350),
                175,
            ),
            "skills": skill_points,
            "distance": 200 * part // whole,
            "wage": wage_points,
            "stability": STABLE[job["contract"]],
        }
        return criteria, points

    def training(self, client: Row, group: Row) -> tuple[dict[str, str], dict[str, int]]:
        """The criteria and the points of a class."""
        distance, (part, whole) = self.far(client, group, self.site(group, group["starts_on"]))
        fee, aid = int(group["fee"] or 0), AID[client["household_status"]]
        criteria = {
            "open": "met" if self.today <= a_day(group["enrol_by"], places.LAST) else "missing",
            "seats": "met" if int(group["seats"]) >= 1 else "missing",
            "distance": distance,
            "education": self.schooled(client, group),
            "shifts": self.free(client, group),
            **dict.fromkeys(("limits", "skills", "wage", "age", "employer"), "met"),
        }
        points = {
            "occupation": prefix(
                cell_set(client["wanted_occupations"]),
                group["occupation"],
                (0, 100, 230, 340, 450),
                225,
            ),
            "distance": 250 * part // whole,
            "cost": 200 if fee <= aid else 100 if aid > 0 else 0,
            "certificate": 100 if group["certificate"] not in ("", "0") else 0,
        }
        return criteria, points

    def schooled(self, client: Row, opening: Row) -> str:
        """Whether the person has the education needed."""
        return "met" if int(client["education"]) >= int(opening["education"] or 0) else "missing"

    def free(self, client: Row, opening: Row) -> str:
        """Whether the person can work or learn at all the times needed."""
        return "met" if cell_set(opening["shifts"]) <= cell_set(client["shifts"]) else "missing"

    # Lists

    def judged(self, client: Row) -> list[tuple[str, str, dict[str, str], dict[str, int]]]:
        """Every opening with its criteria and points."""
        return [
            ("vacancy", code, *self.vacancy(client, job)) for code, job in self.vacancies.items()
        ] + [("class", code, *self.training(client, group)) for code, group in self.classes.items()]

    def client(self, code: str) -> dict[str, Any]:
        """All lists of a person."""
        client = self.clients[code]
        ranked = sorted(self.judged(client), key=lambda row: (-sum(row[3].values()), row[1]))
        lacking = {
            (kind, key): [name for name, state in criteria.items() if state == "missing"]
            for kind, key, criteria, _ in ranked
        }
        fits = {"vacancy": [], "class": []}  # type: dict[str, list[Any]]
        for kind, key, criteria, points in ranked:
            if not lacking[kind, key]:
                fits[kind].append(
                    {
                        "code": key,
                        "score": sum(points.values()),
                        "criteria": criteria,
                        "points": points,
                    }
                )
        near = [
            {"code": key, "kind": kind, "missing": lacking[kind, key][0]}
            for kind, key, _, _ in ranked
            if len(lacking[kind, key]) == 1 and lacking[kind, key][0] in MENDABLE
        ]
        held = cell_set(client["skills"]) | cell_set(client["proven_skills"])
        ways = []
        for group in fits["class"]:
            taught = cell_set(self.classes[group["code"]]["teaches"])
            worth = sum(
                int(job["seats"])
                for key, job in self.vacancies.items()
                if lacking["vacancy", key] == ["skills"]
                and cell_set(job["must_skills"]) - held <= taught
            )
            if worth:
                ways.append((-worth, -group["score"], group["code"]))
        return {
            "client": code,
            "on": self.today.isoformat(),
            "vacancies": fits["vacancy"][:20],
            "classes": fits["class"][:20],
            "near": near[:20],
            "pathways": [{"class": key, "unlocks": -worth} for worth, _, key in sorted(ways)[:10]],
        }

    def opening(self, code: str) -> dict[str, Any]:
        """The people whom an opening fits."""
        rows = []
        for key, client in self.clients.items():
            judged = (
                self.vacancy(client, self.vacancies[code])
                if code in self.vacancies
                else self.training(client, self.classes[code])
            )
            if "missing" not in judged[0].values():
                rows.append((-sum(judged[1].values()), key))
        return {
            "opening": code,
            "clients": [{"code": key, "score": -score} for score, key in sorted(rows)[:50]],
        }
