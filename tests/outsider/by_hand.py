"""A small province whose lists and figures were worked out with paper and pencil."""

from typing import Any

from tests.outsider.province import COLUMNS, World


def _table(kind: str, names: str, *rows: str) -> list[dict[str, str]]:
    blank = dict.fromkeys(COLUMNS[kind], "")
    columns = names.split(",")
    return [blank | dict(zip(columns, row.split(","), strict=True)) for row in rows]


WORLD: World = {kind: [] for kind in COLUMNS} | {
    kind: _table(kind, *lines)
    for kind, lines in {
        "skills": ("code,name_vi,name_en", "han,Hàn,Weld", "may,May,Sew", "tien,Tiện,Turn"),
        "employers": ("code,name,commune_code,verified", "e1,An,26041,1", "e2,Bình,26041,0"),
        "vacancies": (
            "code,employer_code,title,commune_code,occupation,must_skills,nice_skills,wage_from,"
            "wage_to,shifts,demands,contract,seats,opens_on,closes_on",
            "v1,e1,Thợ hàn,26041,7212,han,may,8000000,10000000,morning,,year,2,2026-11-21,"
            "2026-11-21",
            "v2,e1,Thợ tiện,26041,7223,tien,,,,,,,3,,2026-12-31",
            "v3,e2,Thợ hàn,26041,7212,han,,,,,,,9,,2026-12-31",
            "v4,e1,Phụ bếp,26041,9412,,,,,,heavy,,1,,2026-12-31",
        ),
        "providers": ("code,name,commune_code", "p1,Trung tâm,26041"),
        "courses": (
            "code,provider_code,title,occupation,teaches,fee,certificate",
            "k1,p1,Tiện,7223,tien,2600000,1",
        ),
        "classes": (
            "code,course_code,commune_code,starts_on,enrol_by,seats",
            "l1,k1,26041,2026-12-01,2026-11-30,5",
        ),
        "clients": (
            "code,name,birth_year,commune_code,household_status,education,wanted_occupations,"
            "skills,proven_skills,limits,shifts,min_wage",
            "c1,An,1990,26041,near_poor,3,721,may,han,heavy,morning;afternoon,8000000",
            "c2,Ân,1990,25195,,0,,,,,,",
        ),
        "case_files": (
            "client_code,kind,completed_on,managed_from",
            "c1,voluntary,2026-01-10,2026-02-01",  # to 2027-01-09
            "c2,compulsory,2025-03-01,2025-03-02",  # to 2027-02-28
        ),
        "clubs": (
            "code,name,commune_code,founded_on,decision,old_district_code",
            "g1,Trăng Non,25993,2024-09-01,1/QĐ,",
            "g2,Sao Mai,25996,2024-10-01,2/QĐ,",
            "g3,Ngày Mới,26041,2025-08-01,3/QĐ,732",
        ),
        "memberships": ("client_code,club_code,joined_on", "c1,g3,2026-01-01"),
        "meetings": (
            "code,club_code,starts_at,minutes",
            "m1,g3,2026-08-01T00:10,Đã họp",
            "m2,g3,2026-09-30T23:50,Đã họp",
            "m3,g3,2026-10-15T19:30,Đã họp",
        ),
        "attendance": (
            "meeting_code,client_code,status",
            "m1,c1,absent",
            "m2,c1,absent_excused",  # the only member: the meeting is left out of the mean
            "m3,c1,late",
            "m1,c2,present",  # no member
        ),
        "boards": ("club_code,post,name,from_on", "g3,chair,Bình,2025-08-01"),
        "club_reports": ("club_code,period,sent_on", "g3,2026-10,2026-11-21"),
        "figures": (
            "indicator,place_code,period,numerator,denominator,source",
            "reached,49,2024,81,100,Báo cáo",
            "reached,49,2024-H1,1,2,Báo cáo",
            "voluntary_share,49,2024,30,100,Báo cáo",
        ),
    }.items()
}

CRITERIA = "open seats distance education shifts limits skills wage age employer"  # in this order
_MET = dict.fromkeys(CRITERIA.split(), "met")
LISTS: dict[str, Any] = {
    "client": "c1",
    "on": "2026-11-21",
    "vacancies": [
        {
            "code": "v1",
            "score": 757,
            "criteria": _MET,
            "points": {
                "occupation": 260,  # 721 of 7212
                "skills": 187,  # 250 * (2 + 1) // 4
                "distance": 200,
                "wage": 75,  # 150 * 2,000,000 // 4,000,000
                "stability": 35,
            },
        }
    ],
    "classes": [
        {
            "code": "l1",
            "score": 680,
            "criteria": _MET,
            "points": {"occupation": 230, "distance": 250, "cost": 100, "certificate": 100},
        }
    ],
    "near": [{"code": "v2", "kind": "vacancy", "missing": "skills"}],
    "pathways": [{"class": "l1", "unlocks": 3}],
}

# numerator, denominator, value, state by target and map
TARGETS = {
    ("004-1", "as_written"): (2, 2, 2, "met"),
    ("004-2", "as_written"): (2, 11, 18.2, "behind"),  # 731 twice, 732
    ("004-2", "today"): (None, None, None, "no_data"),
    ("004-3", "as_written"): (None, None, None, "no_data"),
    ("004-3", "today"): (1, 2, 50.0, "behind"),
    ("004-4", "as_written"): (1, 3, 33.3, "behind"),
    ("004-4", "today"): (1, 3, 33.3, "behind"),
    ("003-1", "as_written"): (81, 100, 81.0, "met"),
    ("003-1", "today"): (None, None, None, "no_data"),
    ("003-2", "as_written"): (30, 100, 30.0, "behind"),  # has to be above 30
    ("001-6", "as_written"): (0, 17, 0, "behind"),
    ("000-1", "as_written"): (None, None, None, "no_data"),
}

FOUND = {
    "thợ hàn": ["v1"],  # v3 is of an employer that nobody verified
    "THO HAN": ["v1"],
    "phu bep": ["v4"],
    "ngay moi": ["g3"],
}
