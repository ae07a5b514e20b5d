"""Every bad row is named by line, column and reason, and nothing of its file is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.exchange.report import SHOWN, BadFile, ImportRefused
from portal.exchange.service import run_import
from portal.trades.models import Skill
from tests.databases import on_sqlite
from tests.exchange.conftest import Bring

pytestmark = on_sqlite
Refusal = Callable[[str, str | bytes], list[str]]
SKILLS = "code,name_vi,name_en,synonyms\n"
VACANCIES = "code,employer_code,title,commune_code,occupation,seats,closes_on"
CLIENTS = "code,name,birth_year,commune_code,education"

FILES: dict[str, tuple[str, str | bytes, str]] = {
    "empty": ("skills", "", "line 1: the file is empty"),
    "only blank lines": ("skills", "\n \n", "line 1: the file is empty"),
    "unknown column": (
        "skills",
        "code,name_vi,name_en,colour\na,b,c,d\n",
        'line 1: unknown column "colour"; allowed: code, name_vi, name_en, synonyms',
    ),
    "semicolons": (
        "club_reports",
        "club_code;period\nB1;2026\n",
        'line 1: unknown column "club_code;period"; allowed: club_code, period, sent_on '
        "(columns are split by a comma)",
    ),
    "column twice": (
        "skills",
        "code,name_vi,name_en,code\n",
        'line 1: column "code" stands there twice',
    ),
    "required column": ("skills", "code,name_vi\n", "line 1: required column name_en is missing"),
    "blank": ("skills", SKILLS + "a, ,c,\n", "line 2, name_vi: must not be blank"),
    "invisible": ("skills", SKILLS + "a,\u200b,c,\n", "line 2, name_vi: must not be blank"),
    "ragged": ("skills", SKILLS + "a,b,c\n", "line 2: has 3 cells; the first line has 4"),
    "cp1258": (
        "skills",
        SKILLS.encode() + "a,b,c,\nb,Hà,c,\n".encode("cp1258"),
        "line 3: is not UTF-8; save the file as CSV UTF-8",
    ),
    "UTF-16": (
        "skills",
        SKILLS.encode("utf-16"),
        "line 1: is not UTF-8; save the file as CSV UTF-8",
    ),
    "NUL": (
        "skills",
        SKILLS + "a,b\0,c,\n",
        "line 2: holds a NUL or a like character; save the file as CSV UTF-8",
    ),
    "long line": (
        "skills",
        SKILLS + "a,b,c,\nb," + "x" * 10_000_000 + ",c,\n",
        "line 3: is longer than 1,000,000 bytes",
    ),
    "open quote": (
        "skills",
        SKILLS + 'a,b,c,\nb,"x,c,\n',
        "line 3: a quotation mark is opened and not closed",
    ),
    "lone carriage returns": (
        "skills",
        SKILLS.replace("\n", "\r") + "a,b,c,\r",
        "line 1: holds a lone carriage return; save the file as CSV UTF-8",
    ),
    "twice": (
        "skills",
        SKILLS + "a,b,c,\nb,b,c,\na,b,c,\n",
        'line 4, code: "a" stands on line 2 already',
    ),
    "twice, by several columns": (
        "attendance",
        "meeting_code,client_code,status\nM1,C1,late\nM1,C1,late\n",
        'line 3, meeting_code: "M1 + C1" stands on line 2 already',
    ),
    "line after quoted lines": (
        "vacancies",
        f'{VACANCIES},description\nV8,E1,t,26041,7212,1,2027-01-01,"a\nb"\n'
        "V9,E1,t,26041,7212,x,2027-01-01,\n",
        'line 4, seats: "x" is not a whole number in digits',
    ),
    "shape of a skill": (
        "skills",
        SKILLS + "Hàn,b,c,\n",
        'line 2, code: "Hàn" is not a skill code (small letters a-z, digits and -)',
    ),
    "unknown skill": (
        "courses",
        "code,provider_code,title,occupation,teaches\nK9,P1,t,7212,han-mag\n",
        'line 2, teaches: "han-mag" is not in skills; nearest: han-mig',
    ),
    "unknown employer": (
        "vacancies",
        f"{VACANCIES}\nV9,E9,t,26041,7212,1,2027-01-01\n",
        'line 2, employer_code: "E9" is not in employers; nearest: E2, E1',
    ),
    "nothing near": (
        "attendance",
        "meeting_code,client_code,status\nM1,ZZZ,late\n",
        'line 2, client_code: "ZZZ" is not in clients; nothing like it is known',
    ),
    "short occupation": (
        "vacancies",
        f"{VACANCIES}\nV9,E1,t,26041,72,1,2027-01-01\n",
        'line 2, occupation: "72" is not an occupation of exactly 4 digits',
    ),
    "long wish": (
        "clients",
        f"{CLIENTS},wanted_occupations\nC9,n,1990,26041,2,72;72121\n",
        'line 2, wanted_occupations: "72121" is not an occupation of 1 to 4 digits',
    ),
    "six wishes": (
        "clients",
        f"{CLIENTS},wanted_occupations\nC9,n,1990,26041,2,1;2;3;4;5;6\n",
        "line 2, wanted_occupations: has 6 values; at most 5 are kept",
    ),
    "unknown shift": (
        "clients",
        f"{CLIENTS},shifts\nC9,n,1990,26041,2,morning;dawn\n",
        'line 2, shifts: "dawn" is none of morning, afternoon, evening, night, weekend',
    ),
    "education": (
        "clients",
        f"{CLIENTS}\nC9,n,1990,26041,7\n",
        "line 2, education: 7 is not between 0 and 6",
    ),
    "huge": (
        "clients",
        f"{CLIENTS},min_wage\nC9,n,1990,26041,2,1000000000000\n",
        "line 2, min_wage: 1000000000000 is not between 0 and 1000000000",
    ),
    "negative": (
        "clients",
        f"{CLIENTS},max_km\nC9,n,1990,26041,2,-5\n",
        "line 2, max_km: -5 is not between 1 and 10000",
    ),
    "decimal": (
        "clients",
        f'{CLIENTS},max_km\nC9,n,1990,26041,2,"7,5"\n',
        'line 2, max_km: "7,5" is not a whole number in digits',
    ),
    "yes": (
        "employers",
        "code,name,commune_code,pledged\nE9,n,26041,yes\n",
        'line 2, pledged: "yes" is not 1 (yes) or 0 (no)',
    ),
    "day": (
        "case_files",
        "client_code,kind,completed_on\nC1,voluntary,21/11/2026\n",
        'line 2, completed_on: "21/11/2026" is not a day like 2026-11-21',
    ),
    "no such day": (
        "case_files",
        "client_code,kind,completed_on\nC1,voluntary,2026-02-30\n",
        'line 2, completed_on: "2026-02-30" is not a day like 2026-11-21',
    ),
    "time": (
        "meetings",
        "code,club_code,starts_at\nM9,B1,2026-11-21 19:30\n",
        'line 2, starts_at: "2026-11-21 19:30" is not a local time like 2026-11-21T19:30',
    ),
    "no time between": (
        "meetings",
        "code,club_code,starts_at,ends_at\nM9,B1,2026-11-21T19:30,2026-11-21T19:30\n",
        "line 2, ends_at: must come after starts_at",
    ),
    "days out of order": (
        "memberships",
        "client_code,club_code,joined_on,left_on\nC2,B2,2026-05-05,2026-05-04\n",
        "line 2, left_on: must not be below joined_on",
    ),
    "member twice": (
        "memberships",
        "client_code,club_code,joined_on,left_on\nC1,B1,2026-05-05,\n",
        "line 2, left_on: is blank, and so is that of another membership of the same club",
    ),
    "period": (
        "club_reports",
        "club_code,period\nB1,2026-Q5\n",
        "line 2, period: '2026-Q5' is not a period (2026, 2026-H1, 2026-Q3 or 2026-07)",
    ),
    "class code of a vacancy": (
        "classes",
        "code,course_code,commune_code,starts_on,enrol_by,seats\n"
        "V1,K1,26041,2026-12-05,2026-12-01,5\n",
        'line 2, code: "V1" is the code of one of the vacancies already',
    ),
    "vacancy code of a class": (
        "vacancies",
        f"{VACANCIES}\nL1,E1,t,26041,7212,1,2027-01-01\n",
        'line 2, code: "L1" is the code of one of the classes already',
    ),
    "indicator": (
        "figures",
        "indicator,place_code,period,numerator,denominator,source\nreach,75,2026,1,2,s\n",
        'line 2, indicator: "reach" is none of reached, voluntary_share, registered_voluntarily, '
        "schools_prevention, job_fair_persons",
    ),
    "place of a figure": (
        "figures",
        "indicator,place_code,period,numerator,denominator,source\nreached,49,2026,1,2,s\n",
        'line 2, place_code: no place has the code "49" on 2026-12-31',
    ),
    "share": (
        "figures",
        "indicator,place_code,period,numerator,denominator,source\nreached,75,2026,3,2,s\n",
        "line 2, denominator: must not be below numerator",
    ),
    "district": (
        "clubs",
        "code,name,commune_code,old_district_code\nB9,n,26041,26041\n",
        'line 2, old_district_code: "26041" was never the code of a district',
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_one_clear_line(refusal: Refusal, case: str) -> None:
    kind, content, line = FILES[case]
    assert refusal(kind, content)[0] == line


def test_nothing_of_a_bad_file_is_kept(refusal: Refusal, opened: Session) -> None:
    before = opened.scalar(select(func.count(Skill.id)))
    refusal("skills", SKILLS + "good,b,c,\nBad,b,c,\n")
    assert opened.scalar(select(func.count(Skill.id))) == before


def test_all_that_is_wrong_is_told_in_order(refusal: Refusal) -> None:
    lines = refusal("clients", f"{CLIENTS}\nC9,,x,26041,9\nC9,n,1990,99999,2\n")
    assert lines[:3] == [
        "line 2, name: must not be blank",
        'line 2, birth_year: "x" is not a whole number in digits',
        "line 2, education: 9 is not between 0 and 6",
    ]
    assert lines[3] == 'line 3, code: "C9" stands on line 2 already'


def test_the_rest_of_many_problems_is_counted(refusal: Refusal) -> None:
    lines = refusal("skills", SKILLS + "".join(f"A{n},b,c,\n" for n in range(120)))
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "and 70 more"


def test_a_file_that_is_not_there(world: Bring, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"cannot read .*: No such file"):
        run_import("skills", tmp_path / "none.csv")


def test_an_old_workbook_is_refused_by_name(world: Bring, tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(ImportRefused, match=r"line 1: \.xls files are not read"):
        run_import("skills", tmp_path / "old.xls")
