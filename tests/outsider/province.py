"""A made-up province: rows of every table, drawn from a seed, with the cases that go wrong."""

import random
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain
from typing import Any

from tests.outsider import places

World = dict[str, list[dict[str, str]]]
COLUMNS = {
    kind: "".join(columns).split(",")
    for kind, columns in {
        "skills": "code,name_vi,name_en,synonyms",
        "employers": "code,name,tax_code,commune_code,phone,email,verified,pledged",
        "vacancies": (
            "code,employer_code,title,description,commune_code,occupation,must_skills,nice_skills,",
            "education,wage_from,wage_to,shifts,demands,accommodation,contract,min_age,seats,",
            "opens_on,closes_on",
        ),
        "providers": "code,name,commune_code,phone,email",
        "courses": (
            "code,provider_code,title,description,occupation,level,teaches,education,hours,fee,",
            "certificate",
        ),
        "classes": (
            "code,course_code,commune_code,starts_on,ends_on,enrol_by,shifts,seats,accommodation"
        ),
        "clients": (
            "code,name,phone,birth_year,commune_code,household_status,education,",
            "wanted_occupations,skills,proven_skills,limits,shifts,max_km,min_wage,",
            "blocked_employers",
        ),
        "case_files": "client_code,kind,completed_on,managed_from,managed_to",
        "needs": "client_code,kind,recorded_on,met_on,how",
        "clubs": "code,name,commune_code,founded_on,decision,status,status_on,old_district_code",
        "memberships": "client_code,club_code,joined_on,left_on",
        "meetings": "code,club_code,starts_at,ends_at,place,minutes",
        "attendance": "meeting_code,client_code,status",
        "boards": "club_code,post,name,agency,from_on,to_on",
        "club_reports": "club_code,period,sent_on",
        "counselling_points": "code,name,commune_code,opened_on,closed_on,hours",
        "figures": "indicator,place_code,period,numerator,denominator,source",
        "staff_training": "person_code,name,place_code,role,course,completed_on",
    }.items()
}
SHIFTS = ("morning", "afternoon", "evening", "night", "weekend")
DEMANDS = ("heavy", "heights", "dust", "chemicals", "standing", "driving", "night", "water")
OCCUPATIONS = ("7212", "7213", "7115", "7231", "8153", "5120", "9313", "9334", "5223", "8322")
SKILLS = ("han-mig", "han-tig", "may-cn", "lai-xe-b2", "moc-1", "ngoai-ngu", "dien-1", "ho")
TITLES = ("Thợ hàn", "May công nghiệp", "Phụ bếp", unicodedata.normalize("NFD", "Thợ mộc"))
NAMES = ("Nguyễn Văn An", unicodedata.normalize("NFD", "Trần Quốc"), "Y Bih Niê")
PREFIXES = ("a", "B", "b-", "Đ", "ô", "Z", "1", "_", "ạ.")
MAP_DAYS = (date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
ON_TWO_MAPS = ["27019", "27022"]  # codes of which each went to the other


class Maker:
    """Draws rows; `rows` holds them by kind, as the cells of a file."""

    def __init__(self, seed: int, today: date, people: int = 40) -> None:
        self.draw, self.today, self.people = random.Random(seed), today, people
        self.rows: World = {kind: [] for kind in COLUMNS}
        some = self.draw.sample
        plans = (("75", 12), ("268", 8), ("49", 6))
        old = [some(_codes(code, date(2024, 7, 1)), n) for code, n in plans]
        half = [some(_codes(code, date(2025, 3, 1)), n) for code, n in plans]
        merged = [code for code in _codes("75", date(2025, 3, 1)) if len(places.UNITS[code]) > 1]
        self.half = [*chain.from_iterable(half), *merged]
        heirs = sorted({places.SUCCESSOR[code] for code in self.half})
        self.now = [*heirs, *some(_codes("75", today), 6), *ON_TWO_MAPS]
        self.by_map = ([*chain.from_iterable(old)], self.half, self.now)

    def make(self) -> World:
        """A whole province."""
        self._openings()
        self._people()
        for code in self._new("g", 20):
            self._club(code)
        self._places_and_staff()
        return self.rows

    # What is drawn

    def _one(self, *of: Any) -> Any:
        return self.draw.choice(of)

    def _some(self, of: Iterable[str], most: int) -> str:
        every = list(of)
        return ";".join(self.draw.sample(every, self.draw.randint(0, min(most, len(every)))))

    def _new(self, word: str, count: int) -> list[str]:
        return [f"{self._one(*PREFIXES)}{word}{number}" for number in range(count)]

    def _after(self, day: date, *days: int) -> date:
        return day + timedelta(self._one(*days))

    def _near(self, spread: int) -> date:
        return self._after(self.today, -1, 0, 1, self.draw.randint(-spread, spread))

    def _past(self, spread: int) -> date:
        if self.draw.random() < 0.1:
            return self._one(*MAP_DAYS)
        return self.today - timedelta(self.draw.randint(0, spread))

    def _then(self, day: date, *, followed: bool = False) -> str:
        """A commune of the day; `followed`: of which is known what it became."""
        while True:
            code = self._one(*self.by_map[places.which_map(day)])
            here = places.unit(code, day)
            if here and (not followed or day > self.today or places.moved(here, self.today)):
                return code

    def _undated(self) -> str:
        return self._one(*self.now, *self.now, *self.half)

    def _put(self, table: str, /, **cells: Any) -> None:
        blank = dict.fromkeys(COLUMNS[table], "")
        assert cells.keys() <= blank.keys()
        given = {name: "" if cell is None else str(cell) for name, cell in cells.items()}
        self.rows[table].append(blank | given)

    # Work and training

    def _openings(self) -> None:
        for code in SKILLS:
            self._put("skills", code=code, name_vi=f"Nghề {code}", name_en=f"Trade {code}")
        self.employers = self._new("e", 8)
        for code in self.employers:
            self._put("employers", code=code, name=f"Xưởng {code}", commune_code=self._undated(),
                      verified=self._one("1", "1", "1", "0", ""))  # fmt: skip
        for code in self._new("v", 60):
            self._vacancy(code)
        self._put("providers", code="p", name="Trung tâm", commune_code=self._undated())
        for code in (courses := self._new("k", 10)):
            self._put(
                "courses", code=code, provider_code="p", title=self._one(*TITLES),
                occupation=self._one(*OCCUPATIONS), level=self._one("", "elementary", "short"),
                teaches=self._some(SKILLS, 3), education=self._one("", "0", "3"),
                fee=self._one("", "0", "2500000", "2500001", "3000000", "3000001"),
                certificate=self._one("", "0", "1"),
            )  # fmt: skip
        for code in self._new("l", 30):
            starts = self._near(200)
            self._put(
                "classes", code=code, course_code=self._one(*courses), starts_on=starts,
                commune_code=self._then(starts, followed=True), enrol_by=self._near(40),
                shifts=self._some(SHIFTS, 1), seats=self._one("0", "1", "20"),
                accommodation=self._one("", "0", "1"),
            )  # fmt: skip

    def _vacancy(self, code: str) -> None:
        opens = self._one(None, self._near(400))
        low = self._one("", "0", "4730000", "5310000", "6000000", "6000001", "9000000")
        more = self._one(None, 0, 1, 2_000_000)
        self._put(
            "vacancies", code=code, employer_code=self._one(*self.employers), opens_on=opens,
            title=self._one(*TITLES), closes_on=self._near(60), seats=self._one("0", "1", "7"),
            commune_code=self._then(opens, followed=True) if opens else self._undated(),
            occupation=self._one(*OCCUPATIONS), must_skills=self._some(SKILLS, 2),
            nice_skills=self._some(SKILLS, 2), education=self._one("", "0", "3", "6"),
            wage_from=low, wage_to="" if more is None else int(low or 0) + more,
            shifts=self._some(SHIFTS, 1), demands=self._some(DEMANDS, 1),
            accommodation=self._one("", "0", "1"), min_age=self._one("", "18", "40"),
            contract=self._one("", "indefinite", "year", "short", "none"),
        )  # fmt: skip

    # People

    def _people(self) -> None:
        self.clients = self._new("c", self.people)
        for code in self.clients:
            wishes = {one[: self.draw.randint(1, 4)] for one in self.draw.sample(OCCUPATIONS, 3)}
            self._put(
                "clients", code=code, name=self._one(*NAMES), commune_code=self._undated(),
                birth_year=self.today.year - self._one(17, 18, 39, 40),
                household_status=self._one("", "poor", "near_poor", "other"),
                education=self._one(0, 2, 3, 6), wanted_occupations=self._some(sorted(wishes), 3),
                skills=self._some(SKILLS, 4), proven_skills=self._some(SKILLS, 3),
                limits=self._some(DEMANDS, 2), max_km=self._one("", "1", "37", "100", "500"),
                shifts=self._one(";".join(SHIFTS), self._some(SHIFTS, 5)),
                min_wage=self._one("", "0", "1", "5500000", "6000000", "6666667"),
                blocked_employers=self._some(self.employers, self._one(0, 0, 2)),
            )  # fmt: skip
            for day in {self._past(1500) for _ in range(self._one(0, 1, 2))}:
                self._case_file(code, day)
            for kind in ("training", "work", "loan"):
                recorded = self._past(2000)
                met = self._one(None, min(self._after(recorded, 0, 1, 700), self.today))
                if self.draw.random() < 0.5:
                    self._put("needs", client_code=code, kind=kind, recorded_on=recorded,
                              met_on=met and max(met, recorded))  # fmt: skip

    def _case_file(self, code: str, completed: date) -> None:
        opened = self._one(None, self._after(completed, 0, 1, 30, 200))
        closed = self._one(None, self._after(opened, 10, 364, 500)) if opened else None
        kind = self._one("voluntary", "compulsory", "substitution")
        self._put("case_files", client_code=code, kind=kind, completed_on=completed,
                  managed_from=opened, managed_to=closed)  # fmt: skip

    # Clubs

    def _club(self, code: str) -> None:
        founded, status = self._past(900), self._one("", "", "", "planned", "paused", "dissolved")
        stopped = self._one(None, self._after(founded, 1, 60, 300)) if status else None
        self._put(
            "clubs", code=code, name=f"CLB {code}", commune_code=self._then(founded),
            founded_on=founded, decision=self._one("12/QĐ", "12/QĐ", ""), status=status,
            status_on=stopped,
            old_district_code=self._one("", "731", "740") if founded >= MAP_DAYS[3] else "",
        )  # fmt: skip
        members = self.draw.sample(self.clients, self.draw.randint(0, 6))
        for client in members:
            joined = self._after(founded, 0, 10, 300)
            left = self._one(None, None, self._after(joined, 0, 90, 300))
            self._put("memberships", client_code=client, club_code=code, joined_on=joined,
                      left_on=left)  # fmt: skip
        self._put("boards", club_code=code, post=self._one("chair", "chair", "secretary"),
                  name="Lê Bình", from_on=founded,
                  to_on=self._one("", "", max(founded, self.today)))  # fmt: skip
        lively = self._one(1, 1, 0.6)
        for number, back in enumerate(range(self._one(1, 20), 200, self._one(7, 15, 28))):
            meeting, day = f"{code}-{number}", self.today - timedelta(back)
            self._put("meetings", code=meeting, club_code=code,
                      starts_at=f"{day}T{self._one('00:10', '19:30', '23:30')}",
                      minutes="Đã họp" if self.draw.random() < lively else "")  # fmt: skip
            if self.draw.random() < 0.9:
                self._roll(meeting, members)
        for month in ("2026-08", "2026-09", "2026-10"):
            self._put("club_reports", club_code=code, period=month,
                      sent_on=self._one("", self.today, self.today - timedelta(9)))  # fmt: skip

    def _roll(self, meeting: str, members: list[str]) -> None:
        """Marks of most members, and now and then of somebody who is none."""
        others = self.draw.sample(self.clients, self._one(0, 0, 1))
        for client in dict.fromkeys([*members, *others]):
            if self.draw.random() < 0.9:
                mark = self._one("present", "present", "late", "absent_excused", "absent")
                self._put("attendance", meeting_code=meeting, client_code=client, status=mark)

    # The rest

    def _places_and_staff(self) -> None:
        for code in self._new("d", 12):
            opened = self._one(None, self._past(900))
            closed = self._one(None, self._after(opened, 0, 300, 900)) if opened else None
            here = self._then(opened) if opened else self._undated()
            self._put("counselling_points", code=code, name=f"Điểm {code}", commune_code=here,
                      opened_on=opened, closed_on=closed)  # fmt: skip
        for indicator in ("reached", "voluntary_share", "schools_prevention"):
            for place, period in (("49", "2024"), ("49", "2024-Q3"), ("268", "2024")):
                whole = self._one(0, 1, 7, 2000)
                self._put("figures", indicator=indicator, place_code=place, period=period,
                          numerator=self.draw.randint(0, whole), denominator=whole,
                          source="Báo cáo")  # fmt: skip
        for code in self._new("s", 20):
            here = self._undated()
            for course in ("Cơ bản", "Nâng cao")[: self._one(1, 2)]:
                self._put("staff_training", person_code=code, name="Lê An", place_code=here,
                          course=course,
                          completed_on=self._one("", self._past(999), self._past(999)))  # fmt: skip


def _codes(place: str, day: date) -> list[str]:
    return [commune.code for commune in places.communes(place, day)]


def composed(world: World) -> World:
    """The same with every letter and its marks as one, as the portal keeps text."""
    return {
        kind: [
            {name: unicodedata.normalize("NFC", cell) for name, cell in row.items()} for row in rows
        ]
        for kind, rows in world.items()
    }
