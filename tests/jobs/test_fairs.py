"""Job fairs: planned, joined, held, counted in contacts and persons, corrected or cancelled."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.installation import Installation
from portal.jobs.models import FAIR_MOVES, Employer, FairCount, FairState, JobFair
from portal.jobs.service import fair_counts as counts
from portal.jobs.service import fairs as service
from portal.messages.models import Notice
from tests.databases import on_sqlite
from tests.jobs import world
from tests.jobs.world import OFFICER, TRAN_BIEN, acting_for, employer, vacancy
from tests.pages import Visitor

TODAY = date(2026, 11, 21)
A_DAY = timedelta(days=1)
ELSEWHERE = Actor("far", (Held(Role.OFFICER, "01"),))
TERMS: dict[str, Any] = {
    "name": "Phiên việc làm tháng 12",
    "channel": "mobile_day",
    "held_on": TODAY + 7 * A_DAY,
    "from_hour": time(8),
    "to_hour": time(11, 30),
    "venue": "Nhà văn hóa phường",
    "commune_code": TRAN_BIEN,
    "organiser": "Trung tâm Dịch vụ việc làm",
}
NEW: dict[str, Any] = {"version": None, "reason": ""}


@pytest.fixture(autouse=True)
def _the_day_again() -> Iterator[None]:
    yield
    clock.fix(None)


def planned(**values: Any) -> JobFair:
    return service.plan_fair(OFFICER, **(TERMS | values))


def notices() -> list[str]:
    return list(session().scalars(select(Notice.template).order_by(Notice.id)))


def firm(login: str = "tan-phong") -> tuple[Employer, Actor]:
    made = employer()
    world.user(login, Role.EMPLOYER, made.pid)
    return made, acting_for(made)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"to_hour": time(8)}, "to_hour"),
        ({"to_hour": time(7)}, "to_hour"),
        ({"held_on": TODAY - A_DAY}, "held_on"),
        ({"commune_code": "00004"}, "commune_code"),
    ],
)
def test_what_cannot_be_planned(work: Session, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        planned(**wrong)
    assert refusal.value.field == field


def test_the_employers_of_the_province_are_told_and_come_or_not(work: Session) -> None:
    made, own = firm()
    fair = planned()
    assert notices() == ["fair_planned"]
    with pytest.raises(RuleBroken, match="tin tuyển"):
        service.join_fair(own, fair.pid)
    job = vacancy(made)
    assert service.employers_at(fair) == []
    for _again in range(2):
        service.join_fair(own, fair.pid)
    assert service.employers_at(fair) == [made]
    assert [row.pid for row in service.vacancies_at(fair)] == [job.pid]
    assert service.own_fairs(own) == [(fair, True)]
    service.leave_fair(own, fair.pid)
    assert service.employers_at(fair) == []
    assert service.own_fairs(own) == [(fair, False)]


def test_only_a_verified_employer_joins_and_one_suspended_is_not_shown(work: Session) -> None:
    made, own = firm()
    vacancy(made)
    fair = planned()
    service.join_fair(own, fair.pid)
    made.verification = "suspended"
    session().flush()
    assert service.employers_at(fair) == []
    with pytest.raises(RuleBroken, match="duyệt"):
        service.join_fair(own, fair.pid)


def test_an_employer_of_another_province_sees_none(work: Session) -> None:
    far = employer("Ở xa", commune_code="00004")
    fair = planned()
    assert service.own_fairs(acting_for(far)) == []
    with pytest.raises(NotFound):
        service.join_fair(acting_for(far), fair.pid)


def test_an_officer_of_another_place_sees_none(work: Session) -> None:
    fair = planned()
    assert service.list_fairs(ELSEWHERE, 1).rows == []
    for refused in (
        lambda: service.get_fair(ELSEWHERE, fair.pid),
        lambda: service.edit_fair(ELSEWHERE, fair.pid, version=1, **TERMS),
        lambda: service.cancel_fair(ELSEWHERE, fair.pid, said="-"),
        lambda: counts.record_attendance(
            ELSEWHERE, fair.pid, "centre", contacts=1, persons=1, **NEW
        ),
    ):
        with pytest.raises(NotFound):
            refused()


@pytest.mark.parametrize(("before", "after"), list(product(FairState, FairState)))
def test_nothing_moves_outside_the_table(
    work: Session, before: FairState, after: FairState
) -> None:
    fair = planned()
    fair.state = before
    if after in FAIR_MOVES[before]:
        service.move_fair(fair, after)
        assert fair.state == after
    else:
        with pytest.raises(RuleBroken):
            service.move_fair(fair, after)
        assert fair.state == before


def test_it_is_open_to_its_last_day_and_was_held_the_day_after(work: Session) -> None:
    fair = planned()
    clock.fix(fair.held_on)
    service.turn_of_day()
    assert fair.state == FairState.PLANNED
    assert service.open_fairs() == [fair]
    clock.fix(fair.held_on + A_DAY)
    service.turn_of_day()
    assert fair.state == FairState.HELD
    assert service.open_fairs() == []
    with pytest.raises(NotFound):
        service.get_open_fair(fair.pid)
    with pytest.raises(RuleBroken):
        service.edit_fair(OFFICER, fair.pid, version=fair.version, **TERMS)


def test_what_is_edited_is_typed_over_what_was_read(work: Session) -> None:
    fair = planned()
    service.edit_fair(OFFICER, fair.pid, version=1, **(TERMS | {"venue": "Trường THCS"}))
    assert (fair.venue, fair.version) == ("Trường THCS", 2)
    with pytest.raises(Conflict):
        service.edit_fair(OFFICER, fair.pid, version=1, **TERMS)


def test_cancelled_it_is_over_and_who_would_come_is_told(work: Session) -> None:
    made, own = firm()
    vacancy(made)
    fair = planned()
    service.join_fair(own, fair.pid)
    counts.cancel_uncounted(OFFICER, fair.pid, said="Bão")
    assert notices() == ["fair_planned", "fair_cancelled"]
    for refused in (service.join_fair, service.leave_fair):
        with pytest.raises(RuleBroken):
            refused(own, fair.pid)
    clock.fix(fair.held_on)
    with pytest.raises(RuleBroken):
        counts.record_attendance(OFFICER, fair.pid, "centre", contacts=1, persons=1, **NEW)


@pytest.mark.parametrize(
    ("contacts", "persons", "field"),
    [(3, 4, "persons"), (-1, 0, "contacts"), (3, -1, "persons"), (0, 1, "persons")],
)
def test_figures_that_cannot_be(work: Session, contacts: int, persons: int, field: str) -> None:
    fair = planned(held_on=TODAY)
    with pytest.raises(RuleBroken) as refusal:
        counts.record_attendance(
            OFFICER, fair.pid, "centre", contacts=contacts, persons=persons, **NEW
        )
    assert refusal.value.field == field
    assert fair.state == FairState.PLANNED


def test_nobody_has_come_before_the_day(work: Session) -> None:
    fair = planned()
    with pytest.raises(RuleBroken, match="chưa diễn ra"):
        counts.record_attendance(OFFICER, fair.pid, "centre", contacts=1, persons=1, **NEW)
    with pytest.raises(NotFound):
        counts.counted_by(fair, "fax")


def test_contacts_and_persons_are_corrected_with_a_reason_and_kept(work: Session) -> None:
    fair = planned(held_on=TODAY)
    typed = {"contacts": 120, "persons": 95}
    counts.record_attendance(OFFICER, fair.pid, "centre", **typed, **NEW)
    assert fair.state == FairState.HELD
    with pytest.raises(Conflict):
        counts.record_attendance(OFFICER, fair.pid, "centre", contacts=1, persons=1, **NEW)
    over = {"version": 1, "reason": ""}
    with pytest.raises(RuleBroken, match="lý do"):
        counts.record_attendance(OFFICER, fair.pid, "centre", contacts=1, persons=1, **over)
    over["reason"] = "Đếm lại phiếu"
    with pytest.raises(RuleBroken, match="giống"):
        counts.record_attendance(OFFICER, fair.pid, "centre", **typed, **over)
    counts.record_attendance(OFFICER, fair.pid, "centre", contacts=130, persons=96, **over)
    both = [count for count, _by in counts.counted_by(fair, "centre").counts]
    assert [(one.contacts, one.persons, one.reason) for one in both] == [
        (130, 96, "Đếm lại phiếu"),
        (120, 95, ""),
    ]
    assert [one.replaced_at is None for one in both] == [True, False]
    with pytest.raises(RuleBroken, match="không hủy được"), session().begin_nested():
        counts.cancel_uncounted(OFFICER, fair.pid, said="-")


def test_totals_are_by_channel_and_of_what_stands(work: Session) -> None:
    for persons in (10, 5):
        fair = planned(held_on=TODAY)
        counts.record_attendance(OFFICER, fair.pid, "centre", contacts=20, persons=persons, **NEW)
    counts.record_attendance(OFFICER, fair.pid, "telephone", contacts=7, persons=7, **NEW)
    over = {"version": 1, "reason": "Nhầm"}
    counts.record_attendance(OFFICER, fair.pid, "telephone", contacts=8, persons=7, **over)
    assert counts.totals(OFFICER, 2026) == [("centre", 2, 40, 15), ("telephone", 1, 8, 7)]
    assert counts.totals(OFFICER, 2025) == []
    assert counts.totals(ELSEWHERE, 2026) == []


# on the pages


@pytest.fixture
def officer(installation: Installation, visitor: Visitor) -> Visitor:
    with installation.transaction(writes=True):
        world.user("officer", Role.OFFICER, world.DONG_NAI)
        made, _own = firm()
        vacancy(made)
    visitor.sign_in("officer")
    return visitor


@on_sqlite
def test_a_fair_from_its_plan_to_its_figures(officer: Visitor) -> None:
    form = officer.get("/targets/registers").follow("Phiên việc làm").follow("Thêm phiên")
    typed = {
        "name": "Phiên việc làm tháng 11",
        "channel": "centre",
        "held_on": f"{clock.today()}",
        "from_hour": "08:00",
        "to_hour": "07:00",
        "venue": "Sảnh trung tâm",
        "commune_code": "Trấn Biên",
        "organiser": "Trung tâm Dịch vụ việc làm",
    }
    assert "Giờ kết thúc phải sau giờ bắt đầu." in form.submit("Lưu", 422, **typed)
    page = form.submit("Lưu", **(typed | {"to_hour": "11:00"}))
    assert "sắp diễn ra" in page
    firm_page = Visitor(officer.app)
    start = firm_page.sign_in("tan-phong")
    assert "1 phiên việc làm sắp diễn ra" in start
    assert "đã đăng ký" in start.follow("phiên việc làm sắp diễn ra").submit("Tham gia")
    anyone = Visitor(officer.app)
    shown = anyone.get("/jobs").follow("Phiên việc làm").follow("Phiên việc làm tháng 11")
    assert "Cơ khí Tân Phong" in shown
    assert "Thợ hàn khung sắt" in shown
    form = officer.get(page.path).follow("Trung tâm dịch vụ việc làm")
    assert "Số người không thể nhiều hơn" in form.submit("Lưu", 422, contacts="3", persons="4")
    assert form.submit("Lưu", 422, contacts="-3", persons="0")
    page = form.submit("Lưu", contacts="40", persons="31")
    assert "đã diễn ra" in page
    again = page.follow("Trung tâm dịch vụ việc làm")
    page = again.submit("Lưu", contacts="41", persons="31", reason="Sót một phiếu")
    assert "Từ 40/31 thành 41/31" in page
    assert "Sót một phiếu" in page
    figure = page.follow("Nhập số của chương trình")
    saved = figure.submit("Lưu", numerator="4", denominator="31", source="Phiếu của phiên")
    assert "Người hoàn thành chương trình trong số người đến phiên việc làm" in saved


@on_sqlite
def test_the_public_sees_neither_figures_nor_the_past(officer: Visitor) -> None:
    with officer.app.extensions["installation"].transaction(writes=True):
        fair = planned(held_on=clock.today())
        counts.record_attendance(OFFICER, fair.pid, "centre", contacts=4711, persons=815, **NEW)
        pid = fair.pid
    anyone = Visitor(officer.app)
    for address in ("/job-fairs", f"/job-fairs/{pid}"):
        page = anyone.get(address)
        assert "4.711" not in page
        assert "815" not in page
    clock.fix(clock.today() + A_DAY)
    anyone.get(f"/job-fairs/{pid}", 404)


def test_the_database_knows_that_persons_are_no_more_than_contacts(work: Session) -> None:
    fair = planned(held_on=TODAY)
    wrong = FairCount(
        fair_id=fair.id,
        channel="centre",
        contacts=1,
        persons=2,
        entered_at=clock.now(),
        by_pid="-",
    )
    with pytest.raises(IntegrityError, match="units"), session().begin_nested():
        session().add(wrong)
