"""Which code of a place a row keeps, by the row's date."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.clubs.models import Club, CounsellingPoint
from portal.people.models import Client
from portal.targets.models import StaffTraining
from tests.databases import on_sqlite
from tests.exchange.conftest import Bring

pytestmark = on_sqlite
CLIENTS = "code,name,birth_year,commune_code,education\n"
CLUBS = "code,name,commune_code,founded_on\n"
Refusal = Callable[[str, str | bytes], list[str]]


def test_a_client_of_an_older_commune_lives_in_its_successor(world: Bring, opened: Session) -> None:
    world("clients", CLIENTS + "C9,n,1990,26011,2\n")
    assert opened.scalar(select(Client.commune_code).where(Client.code == "C9")) == "26041"


def test_a_club_keeps_the_commune_of_its_founding(world: Bring, opened: Session) -> None:
    assert opened.scalar(select(Club.commune_code).where(Club.code == "B2")) == "26011"


def test_a_club_without_a_day_stands_where_its_commune_is_today(
    world: Bring, opened: Session
) -> None:
    world("clubs", CLUBS + "B9,n,26011,\n")
    assert opened.scalar(select(Club.commune_code).where(Club.code == "B9")) == "26041"


def test_a_point_keeps_the_commune_of_its_opening(world: Bring, opened: Session) -> None:
    world("counselling_points", "code,name,commune_code,opened_on\nT9,n,26011,2025-06-30\n")
    codes = opened.scalars(select(CounsellingPoint.commune_code)).all()
    assert codes == ["26005", "26011"]


def test_a_code_not_in_force_on_the_day_is_refused_by_name(refusal: Refusal) -> None:
    assert refusal("clubs", CLUBS + "B9,n,26011,2025-07-01\n") == [
        "line 2, commune_code: 26011 Phường Bửu Long is not in force on 2025-07-01; "
        "today it is 26041 Phường Trấn Biên"
    ]
    assert refusal("clubs", CLUBS + "B9,n,19742,2025-06-01\n") == [
        "line 2, commune_code: 19742 Đặc khu Cồn Cỏ is not in force on 2025-06-01; "
        "today it is 19742 Đặc khu Cồn Cỏ"
    ]


def test_a_commune_without_a_known_successor_is_refused(refusal: Refusal) -> None:
    assert refusal("clients", CLIENTS + "C9,n,1990,26026,2\n") == [
        "line 2, commune_code: 26026 Phường Tân Mai is not in force on 2026-11-21; "
        "its successor is not known"
    ]


def test_an_unknown_or_wrong_place_is_refused(refusal: Refusal) -> None:
    assert refusal("clients", CLIENTS + "C9,n,1990,75,2\nC8,n,1990,1,2\n") == [
        "line 2, commune_code: 75 Thành phố Đồng Nai is not a commune",
        'line 3, commune_code: there is no commune "1"; nearest: 00004 Phường Ba Đình, '
        "00008 Phường Ngọc Hà",
    ]


def test_staff_belong_to_places_of_any_level(world: Bring, opened: Session) -> None:
    rows = "S7,n,731,c\nS8,n,26011,c\nS9,n,75,c\n"
    world("staff_training", "person_code,name,place_code,course\n" + rows)
    codes = select(StaffTraining.place_code).where(StaffTraining.name == "n")
    assert opened.scalars(codes.order_by(StaffTraining.person_code)).all() == ["731", "26041", "75"]
