"""Reminders: who gets which, once, by day, and what becomes of one that does not arrive."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy
from functools import partial

import pytest
from sqlalchemy import select

from portal import chores, clock
from portal.access import Actor, Role
from portal.accounts.models import Post as HeldPost
from portal.clubs import service
from portal.clubs.models import Meeting, Membership, Reminder, ReminderChoice
from portal.clubs.service import reminders, reminding
from portal.clubs.service.slips import not_reached, slips_for
from portal.config import MailServer, Settings, SmsGateway
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import moment, speaking
from portal.installation import Installation
from portal.journeys.service import withdraw_consent
from portal.messages import worker
from portal.messages.models import Notice, OutboxRow
from portal.people.models import Client, Consent
from portal.people.service import own_consents
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.messages.servers import Post, gateway, mail_server

pytestmark = on_sqlite
MAIL, PHONE = "an@thu.example", "0912 345 678"


@pytest.fixture
def mail() -> Iterator[Post]:
    with mail_server() as post:
        yield post


@pytest.fixture
def sms() -> Iterator[Post]:
    with gateway() as post:
        yield post


@pytest.fixture
def settings(settings: Settings, mail: Post, sms: Post) -> Settings:
    return replace(
        settings,
        mail=MailServer("smtp", "127.0.0.1", mail.port, "hen@cau.example"),
        sms=SmsGateway(f"http://127.0.0.1:{sms.port}/"),
    )


class Town:
    """A club with a meeting in two days, and the hands of a clock."""

    def __init__(self, installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begin = partial(installation.transaction, writes=True)
        self._patch = monkeypatch
        self.at(7, 45)
        with self.begin():
            self.club = ground.club()
            self.coordinator = ground.coordinator(self.club)
            self.meeting = ground.meeting(self.club, 2)

    def at(self, hour: int, minute: int = 0, *, days: int = 0) -> None:
        """Set the clock."""
        day = datetime.combine(TODAY + timedelta(days=days), time(hour, minute))
        self._patch.setattr(clock, "now", lambda: clock.instant(day))

    def member(self, name: str, channel: str = "email", contact: str = MAIL) -> Actor:
        """A member who chose."""
        with self.begin():
            person = ground.member(self.club, name)
            person.phone = PHONE
            actor = ground.user(f"login of {name}", Role.MEMBER, person.pid)
            if channel:
                reminding.choose(actor, channel=channel, contact=contact)
        return actor

    def hour(self) -> None:
        """The chore of the hour, and all work that is due."""
        with self.begin():
            reminders.remind()
        self.work()

    def work(self) -> None:
        """All work that is due."""
        worker.drain(self.begin, chores.JOBS)

    def states(self) -> list[str]:
        """What became of the reminders."""
        with self.begin():
            return list(session().scalars(select(Reminder.state).order_by(Reminder.id)))

    def notices(self, role: Role) -> list[str]:
        """The templates of what stands on the start pages of those of a role."""
        with self.begin():
            query = select(Notice.template).join(HeldPost, HeldPost.user_id == Notice.user_id)
            return list(session().scalars(query.where(HeldPost.role == role).order_by(Notice.id)))


@pytest.fixture
def town(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> Town:
    return Town(installation, monkeypatch)


def text_of(letter: object) -> str:
    return message_from_bytes(letter.content, policy=policy.default).get_content().strip()  # type: ignore[attr-defined]


def test_by_the_channel_that_each_chose_and_nobody_else(town: Town, mail: Post, sms: Post) -> None:
    town.member("Thư")
    town.member("Nhắn", "sms", "")
    town.member("Trang", "notice", "")
    town.member("Không", "")
    town.hour()
    (letter,), (message,) = mail.taken, sms.taken
    assert letter.to == MAIL
    assert text_of(letter) == (
        "Nhắc hẹn: Câu lạc bộ Trảng Dài Xanh, 19:30 23/11/2026, "
        "tại Nhà văn hóa khu phố 4. Bận thì xin báo trước."
    )
    assert b"+84912345678" in message.body
    assert town.notices(Role.MEMBER) == ["meeting_soon"]
    assert town.states() == ["sent", "sent", "sent"]


def test_each_is_reminded_in_the_language_they_chose(town: Town, mail: Post) -> None:
    town.member("An")
    english = town.member("Bình", "", "")
    with town.begin():
        reminding.choose(english, channel="email", contact="b@thu.example", language="en")
    with speaking("en"):  # as the worker runs
        town.hour()
    told = {letter.to: text_of(letter) for letter in mail.taken}
    assert told[MAIL].startswith("Nhắc hẹn: Câu lạc bộ Trảng Dài Xanh, 19:30 23/11/2026")
    assert told["b@thu.example"].startswith("Reminder: Câu lạc bộ Trảng Dài Xanh, 19:30")


def test_once_an_occasion_however_often_the_chore_runs(town: Town, mail: Post) -> None:
    town.member("An")
    for hour in (8, 9, 10):
        town.at(hour)
        town.hour()
    assert len(mail.taken) == 1
    town.at(7, 45, days=1)
    town.hour()
    assert len(mail.taken) == 1
    town.at(7, 45, days=2)
    town.hour()
    town.hour()
    assert len(mail.taken) == 2


def test_who_chose_late_gets_one_reminder_and_not_all_that_were_due(town: Town, mail: Post) -> None:
    town.at(12, days=2)
    town.member("An")
    town.hour()
    assert len(mail.taken) == 1


def test_nothing_by_night_and_nothing_too_late(town: Town, mail: Post) -> None:
    town.member("An")
    for hour, minute in ((21, 0), (23, 59), (0, 0), (6, 59)):
        town.at(hour, minute, days=hour < 12)
        town.hour()
    town.at(19, 0, days=2)
    town.hour()
    assert mail.taken == []


def test_the_club_says_how_long_before(town: Town, mail: Post) -> None:
    town.member("An")
    with town.begin():
        reminding.set_reminded_days(town.coordinator, town.club.pid, days=[1], version=1)
    town.hour()
    assert mail.taken == []
    with town.begin():
        reminding.set_reminded_days(town.coordinator, town.club.pid, days=[], version=2)
    town.at(8, days=1)
    town.hour()
    assert mail.taken == []
    with town.begin():
        reminding.set_reminded_days(town.coordinator, town.club.pid, days=[1, 0], version=3)
    town.hour()
    assert len(mail.taken) == 1


def _says_no(town: Town, an: Actor) -> None:
    service.answer_invitation(an, town.meeting.pid, comes=False, apology="")


def _leaves(town: Town, an: Actor) -> None:
    row = session().scalars(select(Membership)).one()
    row.left_on = TODAY


def _withdraws(town: Town, an: Actor) -> None:
    (consent,) = [row for row in own_consents(an) if row.purpose == "reminders"]
    withdraw_consent(an, consent.pid)


def _switches_off(town: Town, an: Actor) -> None:
    reminding.choose(an, channel="none", contact="")


def _is_erased(town: Town, an: Actor) -> None:
    session().scalars(select(Client)).one().key_wrapped = None


NOT_ASKED: tuple[Callable[[Town, Actor], None], ...] = (
    _says_no,
    _leaves,
    _withdraws,
    _switches_off,
    _is_erased,
)


@pytest.mark.parametrize("act", NOT_ASKED)
def test_who_said_no_left_or_withdrew_is_not_reminded(
    town: Town, mail: Post, act: Callable[[Town, Actor], None]
) -> None:
    an = town.member("An")
    with town.begin():
        act(town, an)
    town.hour()
    assert mail.taken == []
    assert town.states() == []


@pytest.mark.parametrize("act", NOT_ASKED[:4])
def test_it_is_looked_at_again_when_the_message_leaves(
    town: Town, mail: Post, act: Callable[[Town, Actor], None]
) -> None:
    an = town.member("An")
    with town.begin():
        reminders.remind()
    with town.begin():
        act(town, an)
    town.work()
    assert mail.taken == []
    assert town.states() == ["dropped"]


def test_with_the_consent_goes_the_address(town: Town) -> None:
    an = town.member("An")
    with town.begin():
        _withdraws(town, an)
        assert session().scalars(select(ReminderChoice)).all() == []


def test_a_consent_that_ended_elsewhere_takes_the_address_by_the_next_day(town: Town) -> None:
    town.member("An")
    with town.begin():
        consent = session().scalars(select(Consent).where(Consent.purpose == "reminders")).one()
        consent.to_on = TODAY - timedelta(days=1)
    with town.begin():
        reminders.forget_old_reminders()
        assert session().scalars(select(ReminderChoice)).all() == []


def _typed(days: int, **others: object) -> dict[str, object]:
    usual = {"starts": time(18), "ends": time(20), "place": "Nhà văn hóa", "agenda": ""}
    return {"day": TODAY + timedelta(days=days), "back_entry": False, **usual, **others}


def test_a_moved_meeting_is_told_at_once_and_reminded_of_at_its_new_time(
    town: Town, mail: Post
) -> None:
    an = town.member("An")
    with town.begin():
        _says_no(town, an)
    with town.begin():
        service.edit_meeting(town.coordinator, town.meeting.pid, version=1, **_typed(4))  # type: ignore[arg-type]
    town.work()
    assert [text_of(letter)[:8] for letter in mail.taken] == ["Đổi lịch"]
    town.at(8, days=2)
    town.hour()
    assert "18:00 25/11/2026" in text_of(mail.taken[1])


def test_a_meeting_called_off_is_told_and_no_reminder_of_it_leaves(town: Town, mail: Post) -> None:
    town.member("An")
    with town.begin():
        reminders.remind()
    with town.begin():
        service.cancel_meeting(town.coordinator, town.meeting.pid, reason="Mưa bão", version=1)
    town.work()
    (letter,) = mail.taken
    assert "không diễn ra" in text_of(letter)
    assert "Mưa" not in text_of(letter)
    assert town.states() == ["dropped", "sent"]


def test_what_is_told_by_night_waits_for_the_morning_and_only_the_last_word_is_said(
    town: Town, mail: Post
) -> None:
    town.member("An")
    town.at(22)
    for version, place in ((1, "Trường học"), (2, "Nhà văn hóa mới")):
        with town.begin():
            typed = _typed(4, place=place)
            service.edit_meeting(town.coordinator, town.meeting.pid, version=version, **typed)  # type: ignore[arg-type]
        town.work()
    assert mail.taken == []
    town.at(7, 0, days=1)
    town.work()
    (letter,) = mail.taken
    assert "Nhà văn hóa mới" in text_of(letter)


def test_a_place_that_tells_is_not_said(town: Town, mail: Post) -> None:
    town.member("An")
    with town.begin():
        row = session().scalars(select(Meeting)).one()
        row.place = "Cơ sở CAI NGHIỆN số 1"
    town.hour()
    assert "tại chỗ hẹn như mọi khi." in text_of(mail.taken[0])


def test_what_fails_for_now_is_tried_again_later_and_then_given_up(
    town: Town, mail: Post, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    town.member("An")
    mail.refuses["RCPT"] = "450 later"
    town.hour()
    town.work()
    assert town.states() == ["queued"]
    for _ in range(reminders.MOST_TRIES):
        with town.begin():
            for row in session().scalars(select(OutboxRow).where(OutboxRow.done_at.is_(None))):
                assert row.due_at > clock.now()
                row.due_at = clock.now()
        town.work()
    assert town.states() == ["failed"]
    assert mail.taken == []
    assert town.notices(Role.COORDINATOR) == ["not_reached"]
    with town.begin():
        errors = session().scalars(select(OutboxRow.error)).all()
        (person,) = not_reached(service.get_meeting(town.coordinator, town.meeting.pid))
    assert person.name == "An"
    town.at(23, 0, days=1)
    with town.begin():  # once it has begun nobody can be called any more
        assert not not_reached(service.get_meeting(town.coordinator, town.meeting.pid))
    assert MAIL not in caplog.text + "".join(errors)
    assert "Nhắc hẹn" not in caplog.text


def test_after_a_passing_failure_it_arrives_once(town: Town, mail: Post) -> None:
    town.member("An")
    mail.refuses["DATA"] = "451 later"
    town.hour()
    mail.refuses.clear()
    town.at(8, 30)
    town.work()
    town.hour()
    assert len(mail.taken) == 1
    assert town.states() == ["sent"]


def test_a_refused_address_is_given_up_at_once_and_told_once_a_meeting(
    town: Town, mail: Post
) -> None:
    town.member("An")
    town.member("Bình")
    mail.refuses["RCPT"] = "550 nobody"
    town.hour()
    assert town.states() == ["failed", "failed"]
    assert town.notices(Role.COORDINATOR) == ["not_reached"]


def test_when_nobody_knows_whether_it_went_it_is_not_sent_twice(town: Town, mail: Post) -> None:
    town.member("An")
    mail.dies_after_text = True
    town.hour()
    town.at(9)
    town.hour()
    assert len(mail.taken) == 1
    assert town.states() == ["failed"]


def test_a_sender_that_died_is_not_followed_by_a_second_message(town: Town, mail: Post) -> None:
    town.member("An")
    with town.begin():
        reminders.remind()
        session().scalars(select(Reminder)).one().state = "sending"
    town.work()
    assert mail.taken == []
    assert town.states() == ["failed"]
    assert town.notices(Role.COORDINATOR) == ["not_reached"]


def test_old_messages_are_forgotten(town: Town) -> None:
    town.member("An")
    town.hour()
    with town.begin():
        reminders.forget_old_reminders()
    assert town.states() == ["sent"]
    town.at(8, days=40)
    with town.begin():
        reminders.forget_old_reminders()
    assert town.states() == []


def test_a_coordinator_notes_it_only_with_the_members_consent(town: Town) -> None:
    with town.begin():
        person = ground.member(town.club, "Nguyễn Văn An")
        person.phone = PHONE
        note = partial(reminding.note_choice, town.coordinator, person.pid, channel="sms")
        with pytest.raises(RuleBroken) as refused:
            note(contact="", agreed=False)
        assert refused.value.field == "agreed"
        note(contact="", agreed=True)
        consent = session().scalars(select(Consent).where(Consent.purpose == "reminders")).one()
        assert (consent.basis, consent.given_how) == ("consent", "noted by coordinator")
        assert consent.fields == "calendar phone"


def test_nobody_notes_it_for_a_member_of_another_club(town: Town) -> None:
    with town.begin():
        other = ground.member(ground.club("Câu lạc bộ Tân Phong"), "Trần Thị Bích")
        with pytest.raises(NotFound):
            reminding.note_choice(
                town.coordinator, other.pid, channel="notice", contact="", agreed=True
            )


@pytest.mark.parametrize(
    ("channel", "contact", "field"),
    [
        ("email", "", "contact"),
        ("email", "an@", "contact"),
        ("email", "ân@thư.vn", "contact"),
        ("email", "an@thu.example\r\nBcc: b@c.vn", "contact"),
        ("sms", "không phải số", "contact"),
        ("pigeon", "", "channel"),
    ],
)
def test_an_address_that_cannot_be_reached_is_refused(
    town: Town, channel: str, contact: str, field: str
) -> None:
    an = town.member("An", "")
    with town.begin(), pytest.raises(RuleBroken) as refused:
        reminding.choose(an, channel=channel, contact=contact)
    assert refused.value.field == field


def test_slips_are_for_whom_no_message_reaches(town: Town, mail: Post) -> None:
    town.member("Thư")
    town.member("Trang", "notice", "")
    binh = town.member("Bùi", "")
    town.member("Không", "")
    with town.begin():
        _says_no(town, binh)
        names = [person.name for person in slips_for(town.coordinator, town.meeting.pid)]
        everyone = slips_for(town.coordinator, town.meeting.pid, everyone=True)
    assert names == ["Không"]
    assert [person.name for person in everyone] == ["Không", "Thư", "Trang"]
    mail.refuses["RCPT"] = "550 nobody"
    town.hour()
    with town.begin():
        names = [person.name for person in slips_for(town.coordinator, town.meeting.pid)]
    assert names == ["Không", "Thư"]


def test_the_chore_of_the_hour_asks_for_itself_once(town: Town) -> None:
    with town.begin():
        chores.ask_for_care()
        chores.ask_for_care()
    town.at(9, 5)
    town.work()
    with town.begin():
        waiting = select(OutboxRow).where(OutboxRow.done_at.is_(None), OutboxRow.kind == "hourly")
        (row,) = session().scalars(waiting)
        assert moment(row.due_at) == "10:00 21/11/2026"
