"""Clubs: who sees which, founding one, its open entry in the search."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.changes import Change
from portal.clubs import indexing, service
from portal.clubs.models import Club, CounsellingPoint, Membership
from portal.errors import NotFound, RuleBroken
from portal.people.models import Consent
from portal.people.service import withdraw_consent
from portal.people.service.consents import own_consents
from portal.places import service as places
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite

pytestmark = [on_sqlite, pytest.mark.usefixtures("work")]
PROVINCE = Actor("officer", (Held(Role.OFFICER, "75"),))


def seen(work: Session, actor: Actor) -> list[Club]:
    return list(work.scalars(service.visible_clubs(actor)))


def test_each_sees_the_clubs_of_their_own_scope(work: Session) -> None:
    here, there = ground.club(), ground.club("Câu lạc bộ Biên Hòa", commune="26068")
    an = ground.member(here, "Nguyễn Văn An")
    assert seen(work, ground.coordinator(there)) == [there]
    assert seen(work, Actor("m", (Held(Role.MEMBER, an.pid),))) == [here]
    assert seen(work, Actor("c", (Held(Role.CASE_OFFICER, "26068"),))) == [there]
    assert seen(work, PROVINCE) == [here, there]
    assert seen(work, Actor("h", (Held(Role.OFFICER, "01"),))) == []
    assert seen(work, Actor()) == []


def test_whoever_left_sees_the_club_no_more(work: Session) -> None:
    club, person = ground.club(), ground.client("Nguyễn Văn An")
    ground.join(club, person, left=TODAY - timedelta(days=1))
    assert seen(work, Actor("m", (Held(Role.MEMBER, person.pid),))) == []


def test_a_club_founded_on_the_old_map_lies_in_the_commune_of_today(work: Session) -> None:
    club = ground.club(commune="25993")
    club.founded_on = date(2024, 9, 1)
    assert service.commune_of(club) == "25993"
    assert seen(work, Actor("c", (Held(Role.CASE_OFFICER, "25993"),))) == [club]


def test_a_club_is_founded_in_ones_own_area_only(work: Session) -> None:
    facts = {
        "name": "Câu lạc bộ Biên Hòa",
        "display_name": "",
        "decision": "12/QĐ-UBND",
        "founded_on": TODAY,
    }
    club = service.found_club(PROVINCE, commune_code="26068", **facts)
    assert service.shown_name(club) == "Câu lạc bộ Phường Biên Hòa"
    change = work.scalars(select(Change).where(Change.subject == club.pid)).one()
    assert (change.kind, change.n, change.place_code) == ("club", 1, "26068")
    elsewhere = Actor("o", (Held(Role.OFFICER, "25993"),))
    with pytest.raises(RuleBroken) as refused:
        service.found_club(elsewhere, commune_code="26068", **facts)
    assert refused.value.field == "commune_code"


@pytest.mark.parametrize("name", ["CLB sau cai", "Người nghiện hoàn lương", "Phòng chống Ma túy"])
def test_a_display_name_is_neutral(name: str) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    facts = {"display_name": name, "phone": "", "shows_meetings": False, "meeting_note": ""}
    with pytest.raises(RuleBroken):
        service.edit_club(coordinator, club.pid, version=1, **facts)


def test_a_dissolved_club_stays_dissolved() -> None:
    club = ground.club()
    service.move_club(PROVINCE, club.pid, status="dissolved", status_on=TODAY, version=1)
    with pytest.raises(RuleBroken):
        service.move_club(PROVINCE, club.pid, status="operating", status_on=TODAY, version=2)


def test_with_a_dissolved_club_end_posts_memberships_and_what_it_knew(work: Session) -> None:
    club = ground.club()
    person = ground.member(club, "Nguyễn Văn An")
    user = User(login="thu-ky", created_at=clock.now())
    work.add(user)
    work.flush()
    post = {"role": Role.COORDINATOR, "scope": club.pid, "from_on": TODAY - timedelta(days=9)}
    work.add(Post(user_id=user.id, **post))
    service.move_club(PROVINCE, club.pid, status="dissolved", status_on=TODAY, version=1)
    work.flush()
    assert work.scalars(select(Membership.left_on)).all() == [TODAY]
    assert work.scalars(select(Post.to_on)).all() == [TODAY - timedelta(days=1)]
    assert work.scalars(select(Consent.to_on)).all() == [TODAY]
    assert service.clubs_of_client(person.pid) == [club]  # to the end of that day


def test_a_commune_of_several_old_districts_asks_which(work: Session) -> None:
    day = clock.today()
    communes = [place.code for place in places.communes_of("75", day)]
    districts = {code: places.old_districts_of(code, day) for code in communes}
    one = next(code for code, found in districts.items() if len(found) == 1)
    several = next(code for code, found in districts.items() if len(found) > 1)
    facts = {"name": "CLB", "display_name": "", "decision": "1/QĐ", "founded_on": day}
    founded = service.found_club(PROVINCE, commune_code=one, **facts)  # type: ignore[arg-type]
    assert founded.old_district_code == districts[one][0].code
    with pytest.raises(RuleBroken) as refused:
        service.found_club(PROVINCE, commune_code=several, **facts)  # type: ignore[arg-type]
    assert refused.value.field == "old_district_code"


def test_a_member_who_withdraws_is_known_to_the_club_no_more() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person = ground.member(club, "Nguyễn Văn An")
    own = Actor("m", (Held(Role.MEMBER, person.pid),))
    withdraw_consent(own, own_consents(own)[0].pid)
    assert [member.name for member in service.list_members(coordinator)] == [
        "(không còn chia sẻ tên)"
    ]
    with pytest.raises(NotFound):
        service.get_member(coordinator, person.pid)


def test_open_entries_have_neutral_names_and_no_person() -> None:
    club = ground.club("Câu lạc bộ sau cai")
    club.display_name = "Câu lạc bộ Ban Mai"
    ground.member(club, "Nguyễn Văn An")
    ground.club("Câu lạc bộ tạm dừng").status = "paused"
    ground.add(
        CounsellingPoint(name="Điểm A", commune_code=ground.COMMUNE, hours="8–11 giờ"),
        CounsellingPoint(
            name="Điểm B", commune_code=ground.COMMUNE, closed_on=TODAY - timedelta(days=1)
        ),
    )
    (entry,) = indexing.club_entries()
    assert (entry.id, entry.title) == (club.pid, "Câu lạc bộ Ban Mai")
    assert entry.names == ("Câu lạc bộ sau cai",)  # found by it, shown by none
    assert entry.places == ["Phường Trảng Dài", "Thành phố Đồng Nai", "Xã Thiện Tân"]
    assert [point.title for point in indexing.point_entries()] == ["Điểm A"]
    assert list(indexing.club_entries([])) == []
