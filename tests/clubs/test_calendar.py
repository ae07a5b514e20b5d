"""Calendars read elsewhere: neutral, stable, revocable, and telling nobody whose they are."""

import re
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from portal import clock
from portal.access import Role
from portal.accounts.models import Tries, User
from portal.clubs import service
from portal.clubs.models import CalendarFeed, Club, Meeting, Membership
from portal.db import session
from portal.installation import Installation
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.demo.test_words import GIVES_AWAY
from tests.pages import Visitor

pytestmark = on_sqlite


@pytest.fixture
def club(installation: Installation) -> Club:
    with installation.transaction(writes=True):
        made = ground.club()
        ground.coordinator(made)
        ground.user("member", Role.MEMBER, ground.member(made, "Nguyễn Văn An").pid)
        ground.meeting(made, 2)
        other = ground.club("Câu lạc bộ Tân Phong")
        ground.user("stranger", Role.MEMBER, ground.member(other, "Trần Thị Bích").pid)
        ground.meeting(other, 3)
    return made


def switched_on(visitor: Visitor, login: str = "member") -> str:
    """The path of a new address, as it is shown."""
    visitor.sign_in(login)
    page = visitor.get("/me/calendar").submit()
    found = re.search(r"http://localhost(/calendar/[\w-]{43}\.ics)", page.text)
    assert found
    return found[1]


def lines(text: str) -> list[tuple[str, str]]:
    """A second, strict reading of RFC 5545: names with parameters, and values, unfolded."""
    assert text.endswith("\r\n")
    rows = text.removesuffix("\r\n").split("\r\n")
    assert all(len(row.encode()) <= 75 for row in rows)
    assert "\n" not in "".join(rows)
    unfolded = "\r\n".join(rows).replace("\r\n ", "").split("\r\n")
    pairs = [tuple(row.split(":", 1)) for row in unfolded]
    assert all(re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^;:]+)*", pair[0]) for pair in pairs)
    opened: list[str] = []
    for name, value in pairs:
        if name == "BEGIN":
            opened.append(value)
        elif name == "END":
            assert opened.pop() == value
    assert opened == []
    return pairs  # type: ignore[return-value]


def test_off_until_it_is_switched_on(visitor: Visitor, club: Club) -> None:
    visitor.sign_in("member")
    assert "Đang tắt" in visitor.get("/me/calendar")
    with visitor.app.extensions["installation"].transaction(writes=False):
        assert session().scalars(select(CalendarFeed)).all() == []


def test_two_readers_find_the_same_neutral_meeting(visitor: Visitor, club: Club) -> None:
    path = switched_on(visitor)
    answer = visitor.app.test_client().get(path)
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    begins = clock.instant(datetime.combine(TODAY + timedelta(days=2), datetime.min.time()))
    assert event.start == begins + timedelta(hours=19, minutes=30)
    assert event.end - event.start == timedelta(hours=2)
    plain = dict(lines(answer.text))
    assert plain["DTSTART;TZID=Asia/Ho_Chi_Minh"] == "20261123T193000"
    assert plain["DTEND;TZID=Asia/Ho_Chi_Minh"] == "20261123T213000"
    assert (plain["SUMMARY"], plain["LOCATION"]) == ("Hẹn", "Nhà văn hóa khu phố 4")
    assert (plain["STATUS"], plain["SEQUENCE"], plain["VERSION"]) == ("CONFIRMED", "0", "2.0")
    assert (plain["TZID"], plain["TZOFFSETTO"]) == ("Asia/Ho_Chi_Minh", "+0700")
    assert "DESCRIPTION" not in plain


def test_nothing_in_it_gives_anyone_away(visitor: Visitor, club: Club) -> None:
    with visitor.app.extensions["installation"].transaction(writes=True):
        own = session().scalars(select(Club).where(Club.pid == club.pid)).one()
        own.name = "Câu lạc bộ người sau cai nghiện ma túy"
        for meeting in session().scalars(select(Meeting)):
            meeting.place, meeting.agenda = "Cơ sở cai nghiện số 1", "Ma túy"
    for login in ("member", "coordinator"):
        text = visitor.app.test_client().get(switched_on(visitor, login)).text.casefold()
        assert [word for word in GIVES_AWAY if re.search(rf"(?<!\w){re.escape(word)}", text)] == []
        assert "nguyễn" not in text
        visitor = Visitor(visitor.app)


def test_a_change_counts_up_and_a_meeting_called_off_says_so(visitor: Visitor, club: Club) -> None:
    path = switched_on(visitor)
    before = dict(lines(visitor.get(path).text))
    visitor = Visitor(visitor.app)
    with visitor.app.extensions["installation"].transaction(writes=True):
        meeting = session().scalars(select(Meeting).where(Meeting.club_id == club.id)).one()
        who = ground.coordinator(session().merge(club), "second")
        service.cancel_meeting(who, meeting.pid, reason="Mưa bão", version=1)
    after = dict(lines(visitor.get(path).text))
    assert after["UID"] == before["UID"]
    assert (after["SEQUENCE"], after["STATUS"]) == ("1", "CANCELLED")
    assert "Mưa" not in str(after)


def test_a_coordinator_has_the_meetings_of_their_clubs(visitor: Visitor, club: Club) -> None:
    plain = dict(lines(visitor.get(switched_on(visitor, "coordinator")).text))
    assert plain["SUMMARY"] == "Hẹn: Câu lạc bộ Trảng Dài Xanh"


def test_who_left_has_no_meetings_after_that(visitor: Visitor, club: Club) -> None:
    path = switched_on(visitor)
    with visitor.app.extensions["installation"].transaction(writes=True):
        row = session().scalars(select(Membership).where(Membership.club_id == club.id)).one()
        row.left_on = TODAY
    assert "VEVENT" not in visitor.get(path).text


def test_only_a_hash_of_the_word_is_kept(visitor: Visitor, club: Club) -> None:
    token = switched_on(visitor).split("/")[-1].removesuffix(".ics")
    folder = visitor.app.extensions["installation"].settings.data_dir
    assert token.encode() not in b"".join(
        file.read_bytes() for file in folder.rglob("*") if file.is_file()
    )


def test_unknown_ended_and_disabled_are_one_answer(visitor: Visitor, club: Club) -> None:
    renewed = switched_on(visitor)
    ended = switched_on(Visitor(visitor.app), "member")
    lost = switched_on(Visitor(visitor.app), "stranger")
    visitor.get("/me/calendar").submit("Tắt lịch")
    with visitor.app.extensions["installation"].transaction(writes=True):
        session().scalars(
            select(User).where(User.login == "stranger")
        ).one().disabled_at = clock.now()
    guessed = "/calendar/" + "A" * 43 + ".ics"
    out = visitor.app.test_client()
    answers = [
        out.get(path)
        for path in (renewed, ended, lost, guessed, "/calendar/x.ics", "/calendar/đ'\x00.ics")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.data for answer in answers}) == 1
    assert len({str(sorted(answer.headers)) for answer in answers}) == 1


def test_a_program_that_goes_on_asking_costs_nobody_their_sign_in(
    visitor: Visitor, club: Club
) -> None:
    path = switched_on(visitor)
    visitor.get("/me/calendar").submit("Tắt lịch")
    out = Visitor(visitor.app)
    assert {out.client.get(path).status_code for _ in range(60)} == {404}
    assert out.queries == 2  # the transaction begins, and one look
    with visitor.app.extensions["installation"].transaction(writes=False):
        assert session().scalars(select(Tries)).all() == []
    out.sign_in("member")


def test_a_member_takes_one_meeting_along(visitor: Visitor, club: Club) -> None:
    path = switched_on(visitor)
    answer = visitor.get("/me/club").follow("Thêm vào lịch điện thoại").answer
    assert answer.headers["Content-Disposition"] == 'attachment; filename="lich.ics"'
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    feed = Calendar.from_ical(visitor.app.test_client().get(path).data)
    assert event["UID"] == feed.walk("VEVENT")[0]["UID"]
    assert dict(lines(answer.text))["SUMMARY"] == "Hẹn"
    with visitor.app.extensions["installation"].transaction(writes=False):
        other = session().scalars(select(Meeting.pid).where(Meeting.club_id != club.id)).one()
    visitor.get(f"/me/meetings/{other}/hen.ics", 404)


def test_others_have_no_calendar(visitor: Visitor, club: Club) -> None:
    with visitor.app.extensions["installation"].transaction(writes=True):
        ground.user("officer", Role.OFFICER, "75")
    visitor.sign_in("officer")
    visitor.get("/me/calendar", 403)
