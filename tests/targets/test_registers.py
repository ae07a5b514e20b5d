"""The registers: whose rows are whose, what is refused, and what they count."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import changes
from portal.access import Actor, Held, Role
from portal.audit import AuditRow
from portal.clubs.models import CounsellingPoint
from portal.constraints import conflict
from portal.errors import Conflict, NotFound, RuleBroken
from portal.places import service as places
from portal.targets.models import ChecklistItem, StaffTraining
from portal.targets.periods import parse_period
from portal.targets.reports.registers import register_figures
from portal.targets.service import reviews, staff, visits
from tests.targets.conftest import TODAY
from tests.targets.province import club, save

PROVINCE, TRANG_DAI, XUAN_AN, DA_NANG = "75", "25993", "26080", "48"
OFFICER = Actor("o", (Held(Role.OFFICER, PROVINCE),))
COMMUNE = Actor("c", (Held(Role.OFFICER, TRANG_DAI),))
ELSEWHERE = Actor("e", (Held(Role.OFFICER, DA_NANG),))
LOST = "09550"  # ended in 2024; what grew from it is not known
TOMORROW = TODAY + timedelta(days=1)
LAN = {"name": "Trần Thị Lan", "place_code": TRANG_DAI, "role": "Công an xã"}


@pytest.fixture(autouse=True)
def ground(country: Session) -> None:
    """A checklist of two questions where there is none."""
    if not visits.checklist():
        save(ChecklistItem(code="club_rules", position=0))
        save(ChecklistItem(code="minutes", position=1))


def _add(course: str = "Kỹ năng tư vấn", **facts: Any) -> StaffTraining:
    return staff.add_staff(OFFICER, **{**LAN, "course": course, **facts})


def _visit(actor: Actor = OFFICER, **facts: Any) -> Any:
    given = {"place_code": TRANG_DAI, "club_pid": "", "held_on": TODAY, "team": "Bà Hạnh"}
    return visits.record_visit(actor, **{**given, "findings": "", **facts})


def _review(**facts: Any) -> Any:
    texts = dict.fromkeys(("document_number", "results", "lessons", "tasks_ahead"), "")
    given = {"plan": "257/KH-UBND", "place_code": PROVINCE, "kind": "final", "held_on": TODAY}
    return reviews.record_review(OFFICER, **{**given, **texts, **facts})


def test_staff_are_seen_by_the_officers_of_their_place_alone() -> None:
    row = _add()
    assert staff.get_staff(COMMUNE, row.pid) is row
    with pytest.raises(NotFound):
        staff.get_staff(ELSEWHERE, row.pid)
    _add(name="Lê Văn Tỉnh", place_code=PROVINCE)
    assert [one.row.name for one in staff.list_staff(COMMUNE, 1).rows] == ["Trần Thị Lan"]
    assert staff.list_staff(OFFICER, 1).total == 2


def test_a_row_of_an_old_district_is_the_provinces() -> None:
    save(StaffTraining(person_code="x", name="Xa", place_code="731", course="K"))
    assert [one.row.name for one in staff.list_staff(OFFICER, 1).rows] == ["Xa"]
    assert not staff.list_staff(COMMUNE, 1).rows


def test_a_row_of_a_commune_without_known_successor_is_nobodys() -> None:
    save(StaffTraining(person_code="x", name="Xa", place_code=LOST, course="K"))
    for officer in (OFFICER, COMMUNE, ELSEWHERE):
        assert not staff.list_staff(officer, 1).rows


def test_nobody_is_entered_for_a_place_of_others() -> None:
    with pytest.raises(NotFound):
        staff.add_staff(COMMUNE, **{**LAN, "place_code": XUAN_AN}, course="K")
    row = _add()
    with pytest.raises(NotFound):
        staff.edit_staff(
            COMMUNE, row.pid, version=1, **{**LAN, "place_code": XUAN_AN},
            course="K", completed_on=None, certificate_number="",
        )  # fmt: skip


def test_the_list_narrows_to_place_course_and_what_is_left() -> None:
    _add(completed_on=TODAY)
    _add("Sơ cứu", name="Lê Văn Bé", place_code=XUAN_AN)
    assert staff.list_staff(OFFICER, 1, unfinished=True).total == 1
    assert staff.list_staff(OFFICER, 1, place=TRANG_DAI).rows[0].row.name == "Trần Thị Lan"
    assert staff.list_staff(OFFICER, 1, course="Sơ cứu").rows[0].row.name == "Lê Văn Bé"
    assert staff.list_courses(OFFICER) == ["Kỹ năng tư vấn", "Sơ cứu"]


def test_whoever_has_one_course_left_is_untrained() -> None:
    row = _add(completed_on=TODAY)
    assert staff.untrained(OFFICER) == []
    staff.enrol_staff(OFFICER, people=[row.person_code], course="Sơ cứu")
    (left,) = staff.untrained(OFFICER)
    assert (left.place_code, left.staff, left.names) == (TRANG_DAI, 1, ["Trần Thị Lan"])


def test_several_are_enrolled_at_once_and_none_twice() -> None:
    one, two = _add(), _add(name="Lê Văn Bé")
    people = [one.person_code, two.person_code, "nobody"]
    assert staff.enrol_staff(OFFICER, people=people, course="Sơ cứu") == 2
    with pytest.raises(RuleBroken):
        staff.enrol_staff(OFFICER, people=people, course="Sơ cứu")


def test_completed_in_the_future_is_refused(country: Session) -> None:
    with pytest.raises(RuleBroken) as refused:
        _add(completed_on=TOMORROW)
    assert refused.value.field == "completed_on"


def test_a_name_put_right_is_right_on_every_row() -> None:
    row = _add()
    staff.enrol_staff(OFFICER, people=[row.person_code], course="Sơ cứu")
    staff.edit_staff(
        OFFICER, row.pid, version=1, **{**LAN, "name": "Trần Thị Loan"},
        course="Kỹ năng tư vấn", completed_on=TODAY, certificate_number="12/CN",
    )  # fmt: skip
    assert {one.row.name for one in staff.list_staff(OFFICER, 1).rows} == {"Trần Thị Loan"}


def test_the_second_of_two_officers_is_shown_the_first_ones_row() -> None:
    row, facts = _add(), {**LAN, "course": "K", "completed_on": None}
    staff.edit_staff(OFFICER, row.pid, version=1, **facts, certificate_number="1")
    with pytest.raises(Conflict) as refused:
        staff.edit_staff(OFFICER, row.pid, version=1, **facts, certificate_number="2")
    assert refused.value.theirs["certificate_number"] == "1"


def test_a_wrong_row_is_removed_and_the_reason_kept(country: Session) -> None:
    row = _add()
    staff.remove_staff(OFFICER, row.pid, reason="Ghi nhầm người")
    assert staff.list_staff(OFFICER, 1).total == 0
    kept = country.scalars(select(AuditRow.reason).where(AuditRow.action.like("remove%")))
    assert list(kept) == ["Ghi nhầm người"]
    noted = country.scalars(select(changes.Change.n).where(changes.Change.subject == row.pid))
    assert sum(noted) == 0


def test_a_visit_keeps_its_checklist_and_both_versions() -> None:
    visit = _visit(answer_minutes="no", remark_minutes="Thiếu", answer_club_rules="")
    (found,) = visits.findings_of(visit)
    assert (found.item, found.answer, found.remark) == ("minutes", "no", "Thiếu")
    facts = {"place_code": TRANG_DAI, "club_pid": "", "held_on": TODAY, "team": "Bà Hạnh"}
    given = {**facts, "findings": "", "answer_minutes": "yes", "remark_minutes": ""}
    visits.edit_visit(OFFICER, visit.pid, version=1, **given)
    with pytest.raises(Conflict) as refused:
        visits.edit_visit(OFFICER, visit.pid, version=1, **{**given, "answer_minutes": "no"})
    assert refused.value.theirs["answer_minutes"] == "yes"


def test_a_visit_of_tomorrow_or_to_a_club_of_elsewhere_is_refused(country: Session) -> None:
    with pytest.raises(RuleBroken):
        _visit(held_on=TOMORROW)
    here, there = club(TRANG_DAI, date(2025, 8, 1)), club(XUAN_AN, date(2025, 8, 1))
    country.flush()
    assert visits.club_of(_visit(club_pid=here.pid)) is here
    with pytest.raises(RuleBroken) as refused:
        _visit(club_pid=there.pid)
    assert refused.value.field == "club_pid"
    with pytest.raises(NotFound):
        visits.get_visit(ELSEWHERE, _visit().pid)


def test_actions_are_open_late_and_done() -> None:
    visit = _visit(held_on=TODAY - timedelta(days=40))
    due_on = TODAY - timedelta(days=1)
    late = visits.add_action(OFFICER, visit.pid, task="A", responsible="B", due_on=due_on)
    visits.add_action(OFFICER, visit.pid, task="C", responsible="D", due_on=TODAY)
    assert [(one.action.task, one.is_late) for one in visits.open_actions(COMMUNE)] == [
        ("A", True), ("C", False),
    ]  # fmt: skip
    with pytest.raises(RuleBroken):
        visits.finish_action(OFFICER, late.pid, done_on=TOMORROW)
    with pytest.raises(NotFound):
        visits.finish_action(ELSEWHERE, late.pid, done_on=TODAY)
    visits.finish_action(OFFICER, late.pid, done_on=TODAY)
    assert [one.action.task for one in visits.open_actions(OFFICER)] == ["C"]
    with pytest.raises(RuleBroken):
        visits.add_action(
            OFFICER, visit.pid, task="E", responsible="F", due_on=visit.held_on - timedelta(1)
        )


def test_a_plan_has_one_final_review_in_a_place(country: Session) -> None:
    _review()
    _review(place_code=TRANG_DAI)
    _review(kind="interim")
    _review(kind="interim")
    with pytest.raises(IntegrityError) as refused, country.begin_nested():
        _review()
    assert conflict(refused.value).field == "kind"


def test_a_commendation_is_never_a_clients(country: Session) -> None:
    given = {"place_code": TRANG_DAI, "name": "Ông Bảy", "unit": "", "form": "letter"}
    facts = {**given, "decision": "12/QĐ", "decided_on": TODAY, "reason": ""}
    reviews.record_commendation(OFFICER, recipient="volunteer", **facts)
    with pytest.raises(IntegrityError), country.begin_nested():
        reviews.record_commendation(OFFICER, recipient="client", **facts)
    with pytest.raises(RuleBroken):
        reviews.record_commendation(
            OFFICER, recipient="volunteer", **{**facts, "decided_on": TOMORROW}
        )
    assert reviews.list_commendations(ELSEWHERE, 1).total == 0


def test_the_figures_of_a_place_and_a_period() -> None:
    row = _add(completed_on=date(2026, 3, 1))
    staff.enrol_staff(OFFICER, people=[row.person_code], course="Sơ cứu")
    visit = _visit(held_on=date(2026, 5, 1))
    action = visits.add_action(
        OFFICER, visit.pid, task="A", responsible="B", due_on=date(2026, 6, 1)
    )
    visits.finish_action(OFFICER, action.pid, done_on=date(2026, 7, 2))
    _review(held_on=date(2026, 6, 30))
    save(CounsellingPoint(name="Điểm", commune_code=XUAN_AN, closed_on=date(2026, 6, 30)))
    periods = [parse_period(text) for text in ("2026-H1", "2026", "2025")]

    def figures(place: str) -> dict[str, list[int]]:
        communes = places.communes_of(place, TODAY)
        codes = frozenset(commune.code for commune in communes)
        return {measure.key: n for measure, n in register_figures(codes, periods)}

    assert figures(PROVINCE) == {
        "courses_completed": [1, 1, 0],
        "visits": [1, 1, 0],
        "actions_done": [0, 1, 0],
        "reviews": [1, 1, 0],
        "commendations": [0, 0, 0],
        "points_open": [1, 0, 1],
        "volunteers": [0, 0, 0],
    }
    assert figures(XUAN_AN)["visits"] == [0, 0, 0]
    assert figures(TRANG_DAI)["reviews"] == [0, 0, 0]
