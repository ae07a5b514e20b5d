"""From a figure to its cases, and who answers for one."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from portal.access import Actor, Held, Role
from portal.audit import AuditRow
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.targets import service
from portal.targets.models import Assignment
from tests.targets.conftest import TODAY
from tests.targets.province import case, client, club, need, staff

PLAN, QUANG_NAM = "257-kh-ubnd", "1737-kh-ubnd"
XUAN_AN, TRANG_DAI, TAM_KY = "26080", "25993", "20341"
AN_MY, HOA_THUAN = "20341", "20350"  # wards of Tam Kỳ until 2025
PROVINCE = Actor(user="u", posts=(Held(Role.OFFICER, "75"),))
COMMUNE = Actor(user="v", posts=(Held(Role.OFFICER, TRANG_DAI),))
YEAR = {"answerable": "Ông Bảy, UBND phường", "due_on": TODAY + timedelta(9), "note": ""}


def _open(target: str, map_: str = "today", on: date = TODAY) -> service.Cases:
    return service.open_cases(PROVINCE, PLAN, target, map_, on)


def test_the_cases_are_those_of_the_figure(country: object) -> None:
    club(TRANG_DAI, date(2026, 1, 1))
    for commune in (TRANG_DAI, XUAN_AN):
        case(client(commune), date(2026, 1, 1), date(2026, 1, 1))
    found = _open("004-3")
    assert [known.key for known in found.counting] == [TRANG_DAI]
    assert [known.key for known in found.missing] == [XUAN_AN]


def test_a_club_is_a_case_with_the_commune_that_it_lies_in(country: object) -> None:
    founded = club(TRANG_DAI, date(2026, 1, 1))
    (found,) = _open("004-4").missing
    assert (found.key, found.about) == (founded.pid, "Phường Trảng Dài")


def test_the_cases_of_2025_are_the_districts_with_what_grew_from_them(country: object) -> None:
    found = _open("004-2", "as_written", date(2025, 12, 31))
    assert len(found.districts) == 11
    with pytest.raises(NotFound):
        _open("004-2")  # no districts today


def test_a_figure_of_another_place_is_not_opened(country: object) -> None:
    with pytest.raises(NotFound):
        service.open_cases(PROVINCE, QUANG_NAM, "003-4", "today", TODAY)
    with pytest.raises(NotFound):
        service.open_cases(COMMUNE, PLAN, "004-4", "today", TODAY)


def test_people_are_told_to_an_officer_by_commune_only(country: object) -> None:
    da_nang = Actor(user="u", posts=(Held(Role.OFFICER, "48"),))
    for met_on in (None, date(2024, 6, 1)):
        need(client(TAM_KY), "work", date(2024, 1, 1), met_on)
    (found,) = service.open_cases(da_nang, QUANG_NAM, "003-4", "today", TODAY).cases
    assert (found.key, found.about, found.counts) == (TAM_KY, "1 trên 2 người", False)


def test_staff_are_told_with_the_courses_that_they_lack(country: object) -> None:
    da_nang = Actor(user="u", posts=(Held(Role.OFFICER, "48"),))
    staff(TAM_KY, None, date(2024, 1, 1), person="cb-7")
    (found,) = service.open_cases(da_nang, QUANG_NAM, "003-5", "today", TODAY).missing
    assert found.key == "cb-7"
    assert found.about.startswith("khoa-")


def test_who_answers_for_a_commune_is_kept_when_it_changes(country: object) -> None:
    case(client(XUAN_AN), date(2026, 1, 1), date(2026, 1, 1))
    (gap,) = service.answered_gaps(PROVINCE)
    assert (gap.assignment, gap.days_left) == (None, 40)
    service.assign(PROVINCE, XUAN_AN, **YEAR, version=None)
    second = {**YEAR, "answerable": "Bà Tám, UBND phường"}
    service.assign(PROVINCE, XUAN_AN, **second, version=1)
    (gap,) = service.answered_gaps(PROVINCE)
    assert gap.assignment
    assert (gap.assignment.answerable, gap.days_left) == ("Bà Tám, UBND phường", 9)
    kept = service.assignments_of(PROVINCE, XUAN_AN)
    assert [row.replaced_at is None for row in kept] == [True, False]
    assert (kept[0].plan_number, kept[0].target_id) == ("257/KH-UBND", "004-3")


def test_a_stale_assignment_is_refused_and_shows_both(country: object) -> None:
    service.assign(PROVINCE, XUAN_AN, **YEAR, version=None)
    with pytest.raises(Conflict) as refused:
        service.assign(PROVINCE, XUAN_AN, **{**YEAR, "note": "khác"}, version=None)
    assert refused.value.theirs["version"] == 1
    assert session().query(Assignment).count() == 1


def test_an_assignment_needs_a_day_to_come_and_a_commune_of_ones_own(country: object) -> None:
    with pytest.raises(RuleBroken):
        service.assign(PROVINCE, XUAN_AN, **{**YEAR, "due_on": TODAY - timedelta(1)}, version=None)
    with pytest.raises(NotFound):
        service.assign(COMMUNE, XUAN_AN, **YEAR, version=None)


def test_a_case_officer_sees_the_own_communes_people_and_that_is_written_down(
    country: object, today: Callable[[date], None]
) -> None:
    today(date(2024, 10, 1))
    for commune in (AN_MY, HOA_THUAN):
        person = client(commune)
        person.name = "Nguyễn Văn Hòa"
        need(person, "work", date(2024, 1, 1))
    care = Actor(user="c", posts=(Held(Role.CASE_OFFICER, AN_MY),))
    (found,) = service.missing_persons(care)
    assert (found.target.id, found.done, found.whole) == ("003-4", 0, 1)
    assert [person.name for person in found.persons] == ["Nguyễn Văn Hòa"]
    rows = session().query(AuditRow).filter_by(action="read_list").all()
    assert [row.subject for row in rows] == [f"commune/{AN_MY}"]


def test_a_target_that_has_ended_asks_nothing_more_of_a_case_officer(country: object) -> None:
    need(client(TAM_KY), "work", date(2024, 1, 1))
    assert service.missing_persons(Actor(posts=(Held(Role.CASE_OFFICER, TAM_KY),))) == []
