"""An officer's places year by year."""

from datetime import date

import pytest
from sqlalchemy import event

from portal import clock
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.installation import Installation
from portal.targets import summary
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Visitor
from tests.targets.province import case, client, club, join, meeting, save

XUAN_BINH, XUAN_AN = "26077", "26080"  # Long Khánh, district 732; both in 26080 since July 2025
TRANG_DAI = "25993"

pytestmark = on_sqlite


@pytest.fixture(autouse=True)
def province(installation: Installation) -> None:
    """A club with a meeting in each of two years, and a person; officers of two places."""
    with installation.transaction(writes=True):
        for login, scope in (("officer", "75"), ("commune", TRANG_DAI)):
            hashed = passwords.hashed(PASSWORD)
            user = save(User(login=login, password_hash=hashed, created_at=clock.now()))
            save(Post(user_id=user.id, role="officer", scope=scope, from_on=clock.today()))
        of, people = club(XUAN_BINH, date(2024, 9, 1)), [client(XUAN_AN) for _ in range(2)]
        for person in people:
            join(of, person, date(2024, 9, 1))
        meeting(of, date(2024, 10, 5), [(people[0], "present")])
        meeting(of, date(2025, 10, 5), [(person, "late") for person in people])
        case(people[0], date(2026, 3, 1), date(2026, 4, 1))
        summary.rebuild()


def test_a_province_by_year_and_down_to_its_communes(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/years?year=2024")
    for words in ("1/2 · 50", "2/2 · 100", "Thành phố Long Khánh", "Phường Long Khánh"):
        assert words in page
    assert "2023" not in page  # nothing was done yet
    below = visitor.get(f"/targets/years?place={XUAN_AN}&measure=completions")
    assert "Người hoàn thành chương trình (người)" in below
    assert "Phường Long Khánh" in below


def test_an_old_district_has_figures_of_clubs_only(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/years?place=732&measure=completions")
    assert "1/2 · 50" in page
    assert "Người hoàn thành chương trình" not in page
    assert "huyện cũ chỉ có số liệu câu lạc bộ" in page


@pytest.mark.parametrize("place", ["79", "00001", "731x", "732", XUAN_AN, "75"])
def test_another_place_is_not_there(visitor: Visitor, place: str) -> None:
    visitor.sign_in("commune")
    visitor.get(f"/targets/years?place={place}", status=404)


def test_what_is_asked_wrongly_is_chosen(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    page = visitor.get("/targets/years?measure=%3Cb%3E&year=1")
    assert "Phường Trảng Dài" in page


def test_only_the_summary_is_read(visitor: Visitor, installation: Installation) -> None:
    visitor.sign_in("officer")
    asked: list[str] = []

    def hear(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(installation.engine, "before_cursor_execute", hear)
    visitor.get("/targets/years")
    counted = ("attendance", "meetings", "clubs", "clients", "case_files", "memberships")
    assert [one for one in asked for table in counted if f"FROM {table}" in one] == []
