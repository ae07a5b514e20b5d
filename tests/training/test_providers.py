"""Approval on papers seen, and what a provider says of itself."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.training import service
from portal.training.models import Approval, Provider
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.training import world

pytestmark = on_sqlite
PROFILE: dict[str, Any] = {
    "name": "Trung tâm Tân Phong",
    "commune_code": world.TRANG_DAI,
    "address": "12 Đồng Khởi",
    "contact_name": "Lê Hoa",
    "phone": "0251 3822 501",
    "email": "daotao@example.vn",
    "about": "Dạy hàn từ 1995.",
}


@pytest.fixture
def school(work: Session) -> Provider:
    """An approved provider."""
    return world.provider()


@pytest.mark.parametrize(
    ("lacking", "field"),
    [
        ({"papers": 0}, "papers"),
        ({"paper_number": ""}, "paper_number"),
        ({"paper_on": None}, "paper_on"),
    ],
)
def test_none_is_approved_without_papers_seen(
    school: Provider, lacking: dict[str, Any], field: str
) -> None:
    with pytest.raises(RuleBroken) as refusal:
        service.decide(
            world.officer_of("75"), school.pid, approval="approved", **{**world.SEEN, **lacking}
        )
    assert refusal.value.field == field
    tomorrow = {**world.SEEN, "paper_on": clock.today() + timedelta(days=1)}
    with pytest.raises(RuleBroken):
        service.decide(world.officer_of("75"), school.pid, approval="approved", **tomorrow)


def test_each_look_is_kept_with_what_was_seen(school: Provider) -> None:
    officer = world.officer_of("75")
    service.decide(officer, school.pid, approval="refused", reason="Thiếu giấy")
    service.decide(officer, school.pid, approval="approved", **world.SEEN)
    last, first = (row[0] for row in service.checks_of(school))
    assert (last.decision, last.papers, last.paper_number) == ("approved", 1, "12/GCN")
    assert (first.decision, first.reason, first.by_pid) == ("refused", "Thiếu giấy", "-")


def test_another_name_asks_for_a_look_and_the_page_stays(school: Provider) -> None:
    actor = world.acting_for(school)
    service.edit_profile(actor, version=1, **PROFILE)
    assert (school.look_asked_at, school.about) == (None, "Dạy hàn từ 1995.")
    service.edit_profile(actor, version=2, **{**PROFILE, "name": "Trung tâm Mới"})
    assert school.look_asked_at is not None
    assert service.show_provider(school.pid).provider.name == "Trung tâm Mới"
    late = world.provider("Đã duyệt")
    listed = service.list_providers(world.officer_of("75"), approval=None, page=1).rows
    assert listed == [school, late]
    service.decide(world.officer_of("75"), school.pid, approval="approved", **world.SEEN)
    assert school.look_asked_at is None


def test_a_refused_one_asks_again_by_mending_its_profile(school: Provider) -> None:
    service.decide(world.officer_of("75"), school.pid, approval="refused", reason="Thiếu giấy")
    with pytest.raises(NotFound):
        service.show_provider(school.pid)
    service.edit_profile(world.acting_for(school), version=school.version, **PROFILE)
    assert school.approval == Approval.PENDING


def test_the_profile_is_edited_and_read_by_anyone(
    installation: Installation, app: Flask, visitor: Visitor
) -> None:
    with installation.transaction(writes=True):
        school = world.provider()
        world.course(school)
        world.user("school", Role.PROVIDER, school.pid)
        world.user("officer", Role.OFFICER, "75")
    visitor.sign_in("school")
    page = visitor.get("/own/profile").submit("Lưu", about="Dạy hàn.", name="Tên mới")
    assert "Cán bộ đang xem lại" in page
    visitor.get("/own/profile").submit("Lưu", 422, phone="không có số")
    anyone = Visitor(app)
    page = anyone.get(f"/courses/providers/{school.pid}")
    assert "Dạy hàn." in page
    assert "Hàn MIG/MAG" in page
    officer = Visitor(app)
    officer.sign_in("officer")
    page = officer.get("/providers")
    assert "cần xem lại" in page
    page = page.follow("Tên mới").submit("Lưu quyết định", 422, approval="approved")
    assert "Mời chọn giấy tờ đã xem" in page
