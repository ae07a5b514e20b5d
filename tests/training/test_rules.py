"""Who may publish, edit, mark and decide."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import audit, clock
from portal.access import VISITOR, Role
from portal.errors import Conflict, NotFound, RuleBroken
from portal.messages.models import Notice, OutboxRow
from portal.trades import service as trades
from portal.training import service
from portal.training.models import Approval, Learner, Provider, TrainingClass
from tests.databases import on_sqlite
from tests.training import world

pytestmark = on_sqlite

COURSE: dict[str, Any] = {
    "title": "Sửa xe máy",
    "description": "",
    "occupation": "7231",
    "level": "short",
    "teaches": [],
    "education": 1,
    "hours": 120,
    "fee": 0,
    "certificate": False,
}


@pytest.fixture
def school(work: Session) -> Provider:
    """An approved provider."""
    return world.provider()


@pytest.fixture
def held(school: Provider) -> TrainingClass:
    """Its class of two seats."""
    return world.held(world.course(school))


def _class_values(held: TrainingClass, **values: Any) -> dict[str, Any]:
    names = ("commune_code", "starts_on", "ends_on", "enrol_by", "shifts", "seats", "accommodation")
    return {**{name: getattr(held, name) for name in names}, **values}


@pytest.mark.parametrize("approval", [Approval.PENDING, Approval.REFUSED])
def test_only_an_approved_provider_publishes(school: Provider, approval: Approval) -> None:
    school.approval = approval
    with pytest.raises(RuleBroken, match="chưa được duyệt"):
        service.publish_course(world.acting_for(school), **COURSE)


def test_only_an_approved_provider_opens_a_class(school: Provider, held: TrainingClass) -> None:
    course = world.course(school)
    school.approval = Approval.REFUSED
    with pytest.raises(RuleBroken, match="chưa được duyệt"):
        service.open_class(world.acting_for(school), course.pid, **_class_values(held))


def test_a_course_teaches_known_skills_only(school: Provider) -> None:
    trades.load_skills()
    asked = {**COURSE, "teaches": ["han-mig"]}
    course = service.publish_course(world.acting_for(school), **asked)
    assert service.taught_by(course.id) == ["han-mig"]
    with pytest.raises(RuleBroken, match="han-mig"):
        service.publish_course(world.acting_for(school), **{**COURSE, "teaches": ["han-mi"]})


def test_a_stale_save_is_refused_and_carries_what_stands(school: Provider) -> None:
    actor = world.acting_for(school)
    course = service.publish_course(actor, **COURSE)
    service.edit_course(actor, course.pid, version=1, **{**COURSE, "hours": 130})
    with pytest.raises(Conflict) as refusal:
        service.edit_course(actor, course.pid, version=1, **{**COURSE, "hours": 140})
    assert (refusal.value.theirs["hours"], refusal.value.theirs["version"]) == (130, 2)
    assert course.hours == 130


def test_enrolment_ends_before_the_class_begins(school: Provider, held: TrainingClass) -> None:
    late = _class_values(held, enrol_by=held.starts_on + timedelta(days=1))
    with pytest.raises(RuleBroken) as refusal:
        service.edit_class(world.acting_for(school), held.pid, version=1, **late)
    assert refusal.value.field == "enrol_by"


def test_a_new_class_takes_people_from_today_on(school: Provider, held: TrainingClass) -> None:
    past = _class_values(held, enrol_by=clock.today() - timedelta(days=1))
    course = world.course(school)
    with pytest.raises(RuleBroken, match="hôm nay"):
        service.open_class(world.acting_for(school), course.pid, **past)


def test_more_seats_are_offered_to_those_who_wait(school: Provider, held: TrainingClass) -> None:
    learners = [service.enrol(held.pid, name=name, phone="") for name in ("An", "Bình", "Cúc")]
    more = _class_values(held, seats=3)
    service.edit_class(world.acting_for(school), held.pid, version=1, **more)
    assert [learner.standing for learner in learners] == ["enrolled", "enrolled", "offered"]


def test_a_class_is_cancelled_once_and_its_roster_stays(
    school: Provider, held: TrainingClass
) -> None:
    actor = world.acting_for(school)
    service.enrol(held.pid, name="An", phone="")
    service.cancel_class(actor, held.pid)
    assert [entry.name for entry in service.read_roster(actor, held.pid).seated] == ["An"]
    with pytest.raises(RuleBroken):
        service.cancel_class(actor, held.pid)


def test_a_roster_is_in_the_order_of_vietnamese_names(
    school: Provider, held: TrainingClass
) -> None:
    held.seats = 5
    for name in ("Trần Văn Đức", "Lê Thị Ánh", "Phạm An", "Ngô Dũng"):
        service.add_learner(world.acting_for(school), held.pid, name=name, phone="")
    roster = service.read_roster(world.acting_for(school), held.pid)
    names = [entry.name for entry in roster.seated]
    assert names == ["Phạm An", "Lê Thị Ánh", "Ngô Dũng", "Trần Văn Đức"]


def test_reading_a_roster_is_on_record(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    service.read_roster(world.acting_for(school), held.pid)
    row = work.scalars(select(audit.AuditRow)).one()
    assert (row.action, row.subject) == ("read_list", f"class/{held.pid}")


def test_nobody_is_given_a_seat_by_hand(school: Provider, held: TrainingClass) -> None:
    held.seats = 0
    learner = service.enrol(held.pid, name="An", phone="")
    with pytest.raises(RuleBroken):
        service.mark(world.acting_for(school), learner.pid, standing="enrolled")


def test_a_certificate_is_for_those_who_completed(school: Provider, held: TrainingClass) -> None:
    actor = world.acting_for(school)
    given: dict[str, Any] = {"certificate_number": "SC-1", "certified_on": clock.today()}
    held.starts_on = clock.today()
    learner = service.enrol(held.pid, name="An", phone="")
    with pytest.raises(RuleBroken, match="hoàn thành"):
        service.give_certificate(actor, learner.pid, **given)
    service.mark(actor, learner.pid, standing="completed")
    assert service.give_certificate(actor, learner.pid, **given).number == "SC-1"


def test_a_provider_sees_its_own_only(held: TrainingClass, work: Session) -> None:
    learner = service.enrol(held.pid, name="An", phone="")
    other = world.acting_for(world.provider("Trung tâm khác"))
    for read in (service.get_class, service.read_roster, service.cancel_class):
        with pytest.raises(NotFound):
            read(other, held.pid)
    with pytest.raises(NotFound):
        service.mark(other, learner.pid, standing="completed")
    with pytest.raises(NotFound):
        service.read_learner(other, learner.pid)


def test_an_officer_decides_on_providers_of_their_place(school: Provider, work: Session) -> None:
    world.user("school", Role.PROVIDER, school.pid)
    officer = world.officer_of("75")
    service.decide(officer, school.pid, approval="refused", reason="Thiếu giấy phép")
    assert school.approval == Approval.REFUSED
    notice = work.scalars(select(Notice)).one()
    assert (notice.template, notice.facts) == ("provider_refused", {"reason": "Thiếu giấy phép"})
    service.decide(officer, school.pid, approval="approved", **world.SEEN)
    assert school.approval == Approval.APPROVED
    for stranger in (world.officer_of("01"), VISITOR):
        with pytest.raises(NotFound):
            service.decide(stranger, school.pid, approval="approved", **world.SEEN)


def test_a_refusal_needs_a_reason(school: Provider) -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        service.decide(world.officer_of("75"), school.pid, approval="refused")


def test_who_waits_longest_is_listed_first(school: Provider) -> None:
    dawn = clock.day_starts(clock.today())
    early = world.provider("Chờ lâu", approval=Approval.PENDING, registered_at=dawn)
    late = world.provider("Chờ ít", approval=Approval.PENDING)
    found = service.list_providers(world.officer_of("75"), approval=None, page=1)
    assert [row.pid for row in found.rows] == [early.pid, late.pid, school.pid]


def test_a_learner_has_no_trace_of_where_from(work: Session) -> None:
    named = {column.name for column in Learner.__table__.columns}
    assert named == {
        "id",
        "pid",
        "class_id",
        "key_wrapped",
        "name_sealed",
        "phone_sealed",
        "standing",
        "joined_at",
        "ended_on",
        "certificate_number",
        "certified_on",
        "offer_ends_on",
        "declined_for",
        "dropped_why",
        "dropped_words_sealed",
    }


def test_who_withdraws_leaves_no_name_and_who_completed_stays(
    school: Provider, held: TrainingClass
) -> None:
    held.starts_on = clock.today()
    gone, done = (service.enrol(held.pid, name=name, phone="") for name in ("An", "Bình"))
    service.mark(world.acting_for(school), done.pid, standing="completed")
    for learner in (gone, done):
        service.withdraw(learner.pid)
    assert (gone.standing, gone.key_wrapped, gone.name) == ("withdrawn", None, "")
    assert (done.standing, done.name) == ("completed", "Bình")


def test_a_cancelled_class_is_changed_no_more_and_who_counted_on_it_is_told(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    actor = world.acting_for(school)
    coming = service.enrol(held.pid, name="An", phone="")
    service.withdraw(service.enrol(held.pid, name="Bình", phone="").pid)
    service.cancel_class(actor, held.pid)
    told = work.scalars(select(OutboxRow.payload).where(OutboxRow.kind == "class_cancelled"))
    assert told.all() == [{"learner": coming.pid}]
    with pytest.raises(RuleBroken):
        service.edit_class(actor, held.pid, version=held.version, **_class_values(held))
