"""An administrator enters what became of a unit that has ended."""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.audit import AuditRow
from portal.changes import Change
from portal.config import Settings
from portal.db import session, transaction
from portal.errors import RuleBroken
from portal.places import service as places
from portal.vault import Vault
from tests.pages import PASSWORD, Visitor

PHUOC_HOA, AN_MY = "20338", "20341"
LAST_OF_2024 = date(2024, 12, 31)
ADMIN = Actor(user="a", posts=(Held(Role.ADMIN, ""),))


def test_the_list_has_those_alone_of_which_nothing_is_known(work: Session) -> None:
    found = {place.code: place for place in places.ended_without_successor()}
    assert found[PHUOC_HOA].valid_to == LAST_OF_2024
    assert AN_MY not in found
    places.tell_successor(
        ADMIN, PHUOC_HOA, ended_on=LAST_OF_2024, commune_code="Phường An Mỹ", decision="1241/NQ"
    )
    assert PHUOC_HOA not in {place.code for place in places.ended_without_successor()}
    assert places.default_successor(PHUOC_HOA, clock.today(), since=LAST_OF_2024)
    assert session().query(AuditRow).filter_by(action="enter_successor").count() == 1
    assert session().query(Change).filter_by(kind="places").count() == 1  # all is counted anew


def test_a_name_that_stands_for_several_or_none_is_refused(work: Session) -> None:
    for typed in ("Hòa Bình", "Xã Không Có"):
        with pytest.raises(RuleBroken):
            places.tell_successor(
                ADMIN, PHUOC_HOA, ended_on=LAST_OF_2024, commune_code=typed, decision="x"
            )


@pytest.fixture
def administrator(engine: Engine, settings: Settings, visitor: Visitor) -> Visitor:
    """An administrator who has signed in."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}):
        hashed = passwords.hashed(PASSWORD)
        user = User(login="admin", name="Bà An", password_hash=hashed, created_at=clock.now())
        session().add(user)
        session().flush()
        session().add(Post(user_id=user.id, role="admin", scope="", from_on=clock.today()))
    visitor.sign_in("admin")
    return visitor


def test_an_administrator_finds_a_ward_and_enters_what_it_became(administrator: Visitor) -> None:
    page = administrator.get("/places/successors?q=tam+ky").follow("Phường Phước Hòa")
    assert "hết hiệu lực sau ngày 31/12/2024" in page
    refused = page.submit(commune_code="Xã Không Có", decision="1241/NQ-UBTVQH15", status=422)
    assert "Không có xã, phường nào tên như vậy." in refused
    page = refused.submit(commune_code="Phường An Mỹ", decision="1241/NQ-UBTVQH15")
    assert "Đã ghi: Phường Phước Hòa nay là Phường An Mỹ." in page
    administrator.get(f"/places/successors/{PHUOC_HOA}", status=404)
