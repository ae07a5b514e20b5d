"""Series: seen before they are kept, made months ahead, changed without losing what is known."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import Actor
from portal.clubs import service
from portal.clubs.models import BoardMember, Club, Meeting, MeetingSeries
from portal.clubs.recurrence.rules import LunarDays, MonthDays, NthWeekday, Weekly
from portal.clubs.service import planned
from portal.clubs.service.memberships import viewer
from portal.clubs.service.plans import Plan
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.messages.models import Notice
from portal.people.models import Consent
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite

pytestmark = [on_sqlite, pytest.mark.usefixtures("work")]
SATURDAY = date(2026, 11, 28)
SATURDAYS = Plan(
    Weekly((5,)), time(19), time(20, 30), "Nhà văn hóa", "Hỏi thăm", TODAY + timedelta(1), None
)
MONTHLY = replace(SATURDAYS, rule=NthWeekday((5,), (2,)))


def keep_all(actor: Actor, club: Club, plan: Plan) -> dict[date, date | None]:
    """The choice to keep each day that has a warning."""
    return {row.day: row.day for row in service.preview(actor, club.pid, plan) if row.warnings}


def planned_days(work: Session) -> list[date]:
    """The days of the meetings that stand."""
    query = select(Meeting).where(Meeting.cancelled_at.is_(None)).order_by(Meeting.starts_at)
    return [meeting.day for meeting in work.scalars(query)]


def told(work: Session) -> list[str]:
    """The templates of the notices so far."""
    work.flush()
    return list(work.scalars(select(Notice.template).order_by(Notice.id)))


@pytest.fixture
def club(work: Session) -> Club:
    return ground.club()


@pytest.fixture
def coordinator(club: Club) -> Actor:
    return ground.coordinator(club)


@pytest.fixture
def series(club: Club, coordinator: Actor) -> MeetingSeries:
    return service.create_series(
        coordinator, club.pid, SATURDAYS, keep_all(coordinator, club, SATURDAYS)
    )


def test_twelve_days_are_shown_with_tet_and_days_off(club: Club, coordinator: Actor) -> None:
    rows = service.preview(coordinator, club.pid, SATURDAYS)
    assert [row.day for row in rows] == [SATURDAY + timedelta(7 * n) for n in range(12)]
    warned = {row.day: [clash.words for clash in row.warnings] for row in rows if row.warnings}
    assert warned == {
        date(2027, 1, 30): ["Còn 7 ngày là Tết."],
        date(2027, 2, 6): ["Ngày nghỉ: Tết Nguyên Đán."],
        date(2027, 2, 13): ["Mùng 8 Tết."],
    }
    assert rows[0].moon == "20/10 âm lịch"


def test_a_warned_day_is_kept_moved_or_left_out_by_choice(
    work: Session, club: Club, coordinator: Actor
) -> None:
    with pytest.raises(RuleBroken):
        service.create_series(coordinator, club.pid, SATURDAYS, {})
    choices: Any = {
        date(2027, 1, 30): date(2027, 1, 30),
        date(2027, 2, 6): None,
        date(2027, 2, 13): date(2027, 2, 20) + timedelta(1),
    }
    service.create_series(coordinator, club.pid, SATURDAYS, choices)
    days = planned_days(work)
    assert date(2027, 1, 30) in days
    assert date(2027, 2, 6) not in days
    assert date(2027, 2, 13) not in days
    assert date(2027, 2, 21) in days


def test_a_day_is_not_moved_onto_another_or_into_the_past(club: Club, coordinator: Actor) -> None:
    kept = keep_all(coordinator, club, SATURDAYS)
    for wrong in (date(2027, 1, 23), TODAY - timedelta(1), date(9999, 1, 1), date(1, 1, 1)):
        with pytest.raises(RuleBroken):
            service.create_series(
                coordinator, club.pid, SATURDAYS, {**kept, date(2027, 2, 6): wrong}
            )


def test_members_are_told_once_in_neutral_words(
    work: Session, club: Club, coordinator: Actor
) -> None:
    ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    service.create_series(coordinator, club.pid, MONTHLY, keep_all(coordinator, club, MONTHLY))
    work.flush()
    (notice,) = work.scalars(select(Notice))
    assert notice.template == "series_set"
    assert notice.facts["when"] == "tối thứ Bảy tuần thứ hai hằng tháng, 19:00"


def test_days_that_are_merely_kept_are_not_made_before_their_time(
    work: Session, club: Club, coordinator: Actor
) -> None:
    rows = service.preview(coordinator, club.pid, MONTHLY)
    service.create_series(coordinator, club.pid, MONTHLY, {row.day: row.day for row in rows})
    days = [day for day in planned_days(work) if day > TODAY + planned.AHEAD]
    assert days == [row.day for row in rows if row.warnings and row.day > TODAY + planned.AHEAD]


@pytest.mark.usefixtures("series")
def test_meetings_are_made_three_months_ahead_and_never_twice(work: Session) -> None:
    before = planned_days(work)
    assert before[-1] <= TODAY + planned.AHEAD
    service.plan_ahead()
    service.plan_ahead()
    assert planned_days(work) == before


def test_a_meeting_called_off_by_hand_is_not_made_again(
    work: Session, coordinator: Actor, series: MeetingSeries
) -> None:
    first = work.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
    assert first
    service.cancel_meeting(coordinator, first.pid, reason="Mưa bão", version=1)
    service.plan_ahead()
    assert first.day not in planned_days(work)
    assert first.day not in planned.untouched(series)


def test_a_later_day_off_is_made_and_the_coordinators_hear_of_it(
    work: Session, club: Club, series: MeetingSeries
) -> None:
    planned.call_off(planned.untouched(series), "thử")
    for date_row in work.scalars(select(planned.SeriesDate)):
        work.delete(date_row)
    service.plan_ahead()
    assert "series_date_check" in told(work)
    assert date(2027, 2, 6) in planned_days(work)


def test_a_meeting_moved_by_hand_keeps_its_series_and_original_day(
    work: Session, coordinator: Actor, series: MeetingSeries
) -> None:
    meeting = next(iter(planned.untouched(series).values()))
    values = {"starts": time(18), "ends": time(19), "place": "Nhà văn hóa", "agenda": ""}
    service.edit_meeting(
        coordinator,
        meeting.pid,
        day=SATURDAY + timedelta(1),
        back_entry=False,
        version=1,
        reason="Nhà văn hóa bận",
        **values,  # type: ignore[arg-type]
    )
    origin = service.series_date_of(meeting)
    assert origin
    assert (origin.series_id, origin.original_on) == (series.id, SATURDAY)
    assert meeting.moved_reason == "Nhà văn hóa bận"
    earlier = replace(SATURDAYS, starts=time(17), ends=time(18))
    service.change_series(
        coordinator, series.pid, earlier, _kept(coordinator, series, earlier), version=1
    )
    assert (meeting.day, meeting.starts) == (SATURDAY + timedelta(1), time(18))
    assert SATURDAY not in planned_days(work)


def _kept(actor: Actor, series: MeetingSeries, plan: Plan) -> dict[date, date | None]:
    rows = service.preview_change(actor, series.pid, plan)
    return {row.day: row.day for row in rows if row.warnings}


def test_at_a_new_hour_answers_stay_as_of_the_old_one_and_are_asked_again(
    work: Session, club: Club, coordinator: Actor
) -> None:
    an = ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    kept = keep_all(coordinator, club, SATURDAYS)
    series = service.create_series(coordinator, club.pid, SATURDAYS, kept)
    meeting = planned.untouched(series)[SATURDAY]
    service.answer_invitation(an, meeting.pid, comes=True)
    old_time = meeting.starts_at
    later = replace(SATURDAYS, starts=time(19, 30), ends=time(21))
    service.change_series(coordinator, series.pid, later, kept, version=1)
    work.expire_all()
    invitation = service.get_invitation(an, meeting.pid)
    assert (invitation.comes, invitation.earlier_at) == (None, old_time)
    (row,) = service.roll_of(coordinator, meeting)
    assert (row.comes, row.earlier) == (None, (True, old_time))
    assert service.tally_of(meeting)["comes"] == 0
    assert told(work) == ["series_set", "series_changed"]
    service.answer_invitation(an, meeting.pid, comes=False, apology="")
    assert service.get_invitation(an, meeting.pid).comes is False


def test_a_new_rule_keeps_days_it_shares_moves_others_and_calls_off_the_rest(
    work: Session, coordinator: Actor, series: MeetingSeries
) -> None:
    before = planned.untouched(series)
    service.change_series(
        coordinator, series.pid, MONTHLY, _kept(coordinator, series, MONTHLY), version=1
    )
    after = planned.untouched(series)
    assert [day for day in after if day <= TODAY + planned.AHEAD] == [
        date(2026, 12, 12),
        date(2027, 1, 9),
        date(2027, 2, 13),
    ]
    assert all(before[day].pid == after[day].pid for day in set(before) & set(after))
    gone = {meeting.pid for meeting in before.values()} - {m.pid for m in after.values()}
    called_off = work.scalars(select(Meeting.pid).where(Meeting.cancelled_at.is_not(None)))
    assert set(called_off) == gone


def test_a_meeting_with_a_roll_and_past_ones_stay(
    work: Session, club: Club, coordinator: Actor, series: MeetingSeries
) -> None:
    person = ground.member(club, "Nguyễn Văn An")
    meeting = planned.untouched(series)[SATURDAY]
    ground.marked(meeting, person, "present")
    sundays = replace(SATURDAYS, rule=Weekly((6,)))
    service.change_series(
        coordinator, series.pid, sundays, _kept(coordinator, series, sundays), version=1
    )
    assert meeting.day == SATURDAY
    assert not meeting.cancelled_at


def test_an_agenda_of_its_own_stays_and_nobody_is_told_of_a_new_one(
    work: Session, club: Club, coordinator: Actor, series: MeetingSeries
) -> None:
    ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    meetings = planned.untouched(series)
    meetings[SATURDAY].agenda = "Việc riêng"
    work.flush()
    other = replace(SATURDAYS, agenda="Việc làm")
    service.change_series(
        coordinator, series.pid, other, _kept(coordinator, series, other), version=1
    )
    assert meetings[SATURDAY].agenda == "Việc riêng"
    assert meetings[SATURDAY + timedelta(7)].agenda == "Việc làm"
    assert told(work) == []


def test_the_end_of_a_series_calls_off_what_is_later(
    work: Session, coordinator: Actor, series: MeetingSeries
) -> None:
    service.end_series(coordinator, series.pid, last_on=date(2026, 12, 5), version=1)
    assert planned_days(work) == [SATURDAY, date(2026, 12, 5)]
    service.plan_ahead()
    assert planned_days(work) == [SATURDAY, date(2026, 12, 5)]
    with pytest.raises(RuleBroken):
        service.end_series(coordinator, series.pid, last_on=date(2026, 12, 5), version=2)


def test_two_who_change_it_at_once(coordinator: Actor, series: MeetingSeries) -> None:
    other = replace(SATURDAYS, place="Trụ sở")
    kept = _kept(coordinator, series, other)
    service.change_series(coordinator, series.pid, other, kept, version=1)
    with pytest.raises(Conflict):
        service.change_series(coordinator, series.pid, SATURDAYS, kept, version=1)


def test_another_clubs_series_does_not_exist(series: MeetingSeries) -> None:
    stranger = ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
    with pytest.raises(NotFound):
        service.get_series(stranger, series.pid)
    with pytest.raises(NotFound):
        service.end_series(stranger, series.pid, last_on=SATURDAY, version=1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ends": time(19)}, "ends"),
        ({"until_on": TODAY}, "until_on"),
        ({"until_on": SATURDAY - timedelta(1)}, "until_on"),
        ({"from_on": date(1, 1, 1)}, "from_on"),
        ({"from_on": date(9999, 12, 31)}, "from_on"),
    ],
)
def test_a_series_without_sense_is_refused(
    club: Club, coordinator: Actor, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        service.preview(coordinator, club.pid, replace(SATURDAYS, **wrong))
    assert refused.value.field == field


@pytest.mark.parametrize("rule", [MonthDays((1, 15)), LunarDays((1, 15)), Weekly((5,), (4,))])
def test_other_rules_are_kept_and_made(
    work: Session, club: Club, coordinator: Actor, rule: Any
) -> None:
    plan = replace(SATURDAYS, rule=rule)
    series = service.create_series(coordinator, club.pid, plan, keep_all(coordinator, club, plan))
    assert service.plan_of(series) == plan
    assert len(planned_days(work)) >= 3


def test_a_club_does_not_meet_twice_at_one_hour(club: Club, coordinator: Actor) -> None:
    ground.meeting(club, 7)  # the first Saturday, 19:30
    first = service.preview(coordinator, club.pid, SATURDAYS)[0]
    assert first.refused
    with pytest.raises(RuleBroken):
        service.create_series(
            coordinator, club.pid, SATURDAYS, keep_all(coordinator, club, SATURDAYS)
        )
    typed: Any = {"starts": time(20), "ends": time(22), "place": "x", "agenda": ""}
    with pytest.raises(RuleBroken) as refused:
        service.schedule_meeting(
            coordinator, club.pid, day=SATURDAY, back_entry=False, despite=True, **typed
        )
    assert refused.value.field == "starts"


def test_one_place_or_one_person_at_two_clubs_is_warned_of_and_kept_by_choice(
    club: Club, coordinator: Actor
) -> None:
    other = ground.club("Câu lạc bộ Tân Phong")
    for of in (club, other):
        chair = BoardMember(
            club_id=of.id, post="chair", name="Lê Văn Hòa", agency="UBND", from_on=ground.LONG_AGO
        )
        ground.add(chair)
    ground.meeting(other, 7)
    plan = replace(SATURDAYS, place="NHÀ VĂN HÓA khu phố 4")
    first = service.preview(coordinator, club.pid, plan)[0]
    assert [clash.words for clash in first.warnings] == [
        "Nơi này đã có một buổi khác lúc 19:30.",
        "Lê Văn Hòa có buổi ở câu lạc bộ khác lúc 19:30.",
    ]
    assert not first.refused
    typed: Any = {"day": SATURDAY, "starts": time(19), "ends": time(20, 30), "agenda": ""}
    typed |= {"place": plan.place, "back_entry": False}
    with pytest.raises(RuleBroken) as refused:
        service.schedule_meeting(coordinator, club.pid, **typed)
    assert refused.value.field == "despite"
    assert service.schedule_meeting(coordinator, club.pid, despite=True, **typed)


def test_the_hours_of_members_make_figures_and_of_fewer_than_three_none(
    club: Club, coordinator: Actor
) -> None:
    evening, night, weekend = 4, 8, 16
    for name, shifts in (("An", evening), ("Bình", evening | weekend), ("Cường", 0)):
        ground.member(club, f"Nguyễn Văn {name}").shifts = shifts
    slots = service.slots_for(coordinator, club.pid, together=False, board=0)
    assert (slots.known, slots.enough) == (0, False)  # "matches" is not in the join form here
    other = ground.club("Câu lạc bộ Tân Phong")
    for name, shifts in (("Dung", evening), ("Giang", evening), ("Hà", weekend), ("Kim", night)):
        person = ground.member(other, f"Nguyễn Thị {name}")
        person.shifts = shifts
        _let_know_hours(other, person.id)
    slots = service.slots_for(
        ground.coordinator(other, "other"), other.pid, together=True, board=16
    )
    assert (slots.known, slots.unknown, slots.never, slots.enough) == (4, 0, 1, True)
    best = slots.rows[0]
    assert (best.weekday, best.come, best.board_comes) == (5, 1, True)
    assert max(row.come for row in slots.rows) == 2


def _let_know_hours(club: Club, client_id: int) -> None:
    given = select(Consent).where(Consent.client_id == client_id, Consent.viewer == viewer(club))
    session().scalars(given).one().fields = "name phone matches"
    session().flush()
