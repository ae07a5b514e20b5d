"""A member leaves by themselves: today is the last day, the club learns that somebody left."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.clubs.models import Club
from portal.clubs.service import leaving, list_members, own_history
from portal.errors import RuleBroken
from portal.messages.models import Notice
from portal.people.models import Client
from portal.people.service import consented
from tests.clubs import ground
from tests.conftest import TODAY


@pytest.fixture
def club(work: Session) -> Club:
    """A club in the transaction `work`."""
    return ground.club()


def _me(client: Client) -> Actor:
    return Actor("m", (Held(Role.MEMBER, client.pid),))


def test_membership_and_what_the_club_may_know_end_with_today(work: Session, club: Club) -> None:
    coordinator, an = ground.coordinator(club), ground.client("Nguyễn Văn An")
    membership = ground.join(club, an)
    ground.marked(ground.meeting(club, -7), an, "present")
    leaving.leave_club(_me(an), club.pid, sure=True, left_for="hours")
    assert (membership.left_on, membership.left_for) == (TODAY, "hours")
    assert leaving.clubs_to_leave(_me(an)) == []
    assert len(own_history(_me(an))) == 1
    clock.fix(TODAY + timedelta(1))
    assert list_members(coordinator) == []
    assert not consented(an.pid, f"club/{club.pid}", "name")
    notice = work.scalars(select(Notice)).one()
    assert notice.facts == {"club": "Câu lạc bộ Trảng Dài Xanh", "reason": "giờ họp không hợp"}


def test_only_who_is_sure_and_only_ones_own_club(club: Club) -> None:
    an = ground.member(club, "Nguyễn Văn An")
    other = ground.club("Câu lạc bộ Tân Phong")
    for pid, sure, field in ((club.pid, False, "sure"), (other.pid, True, "club_pid")):
        with pytest.raises(RuleBroken) as refused:
            leaving.leave_club(_me(an), pid, sure=sure)
        assert refused.value.field == field
    leaving.leave_club(_me(an), club.pid, sure=True)
    with pytest.raises(RuleBroken):
        leaving.leave_club(_me(an), club.pid, sure=True)
