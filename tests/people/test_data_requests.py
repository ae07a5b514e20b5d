"""A member's requests: clocks on frozen days, the table of states, and what deleting destroys."""

from datetime import date
from itertools import product

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.accounts.models import Post
from portal.clubs.models import Membership
from portal.errors import NotFound, RuleBroken
from portal.people import service
from portal.people.deadlines import Clock
from portal.people.models import Client, DataRequest, RequestRule
from portal.people.models import RequestState as State
from portal.people.service import data_requests, province_rules
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.people.commune import Commune, actor

pytestmark = on_sqlite


def ask(work: Session, kind: str = "correct", words: str = "Sai tên") -> DataRequest:
    """An asks."""
    return data_requests.ask(actor(work, "member"), kind=kind, words=words)


@pytest.mark.parametrize(
    ("day", "answering", "finishing"),
    [
        (date(2026, 11, 23), Clock.RUNNING, Clock.RUNNING),
        (date(2026, 11, 25), Clock.RUNNING, Clock.RUNNING),  # the 24th is a holiday
        (date(2026, 11, 26), Clock.LATE, Clock.RUNNING),
        (date(2026, 12, 1), Clock.LATE, Clock.RUNNING),
        (date(2026, 12, 2), Clock.LATE, Clock.LATE),
    ],
)
def test_both_clocks_run_from_the_asking(
    work: Session, settled: Commune, day: date, answering: Clock, finishing: Clock
) -> None:
    """Saturday the 21st: two working days to Wednesday the 25th, ten days to 1 December."""
    ask(work)
    clock.fix(day)
    (one,) = data_requests.waiting_requests(actor(work, "case_officer"))
    assert (one.answering.state(day), one.finishing.state(day)) == (answering, finishing)
    late = data_requests.late_requests(actor(work, "case_officer"))
    assert late == (Clock.LATE in (answering, finishing))


def test_a_province_sets_the_days_from_a_day_on(work: Session, settled: Commune) -> None:
    before, province = ask(work), actor(work, "officer")
    days = {"answer_days": 1, "correct_days": 5, "delete_days": 7, "source": "QĐ 12"}
    province_rules.set_rule(province, RequestRule, from_on=date(2026, 11, 23), **days)
    clock.fix(date(2026, 11, 23))
    after = ask(work, "delete")
    found = {one.row.pid: one for one in data_requests.own_requests(actor(work, "member"))}
    assert found[before.pid].finishing.due_on == date(2026, 12, 1)
    assert found[after.pid].finishing.due_on == date(2026, 11, 30)
    with pytest.raises(RuleBroken):
        province_rules.set_rule(province, RequestRule, from_on=date(2026, 11, 22), **days)


def test_one_of_a_kind_waits_at_a_time(work: Session, settled: Commune) -> None:
    ask(work)
    with pytest.raises(RuleBroken):
        ask(work)
    with pytest.raises(RuleBroken):
        data_requests.ask(actor(work, "member"), kind="correct", words="")
    assert ask(work, "delete", "").state == State.ASKED


@pytest.mark.parametrize("login", ["neighbour", "coordinator", "officer", "admin"])
def test_nobody_else_reads_or_answers(work: Session, settled: Commune, login: str) -> None:
    asked = ask(work)
    with pytest.raises(NotFound):
        data_requests.answer(actor(work, login), asked.pid, to="done", answer="x")
    assert data_requests.waiting_requests(actor(work, login)) == []


def test_no_move_outside_the_table(work: Session, settled: Commune) -> None:
    asked, officer = ask(work), actor(work, "case_officer")
    for came_from, to in product(State, State):
        asked.state = came_from
        work.flush()
        if to in data_requests.MOVES[came_from]:
            data_requests.answer(officer, asked.pid, to=to, answer="x")
            assert asked.state == to
        else:
            with pytest.raises(RuleBroken):
                data_requests.answer(officer, asked.pid, to=to, answer="x")
            assert asked.state == came_from


def test_a_refusal_needs_words_and_the_member_reads_them(work: Session, settled: Commune) -> None:
    asked, officer = ask(work), actor(work, "case_officer")
    with pytest.raises(RuleBroken):
        data_requests.answer(officer, asked.pid, to="refused", answer="")
    data_requests.answer(officer, asked.pid, to="refused", answer="Giấy tờ ghi như vậy")
    (one,) = data_requests.own_requests(actor(work, "member"))
    assert (one.row.answer, one.row.ended_on) == ("Giấy tờ ghi như vậy", clock.today())


def test_deleting_destroys_the_key_and_keeps_the_figures(work: Session, settled: Commune) -> None:
    asked, officer = ask(work, "delete", ""), actor(work, "case_officer")
    data_requests.answer(officer, asked.pid, to="done", answer="")
    an = work.scalars(select(Client).where(Client.pid == settled.an)).one()
    assert (an.key_wrapped, an.name_sealed, an.phone_hash) == (None, None, None)
    assert an.birth_year == 1990
    with pytest.raises(NotFound):
        service.get_client(officer, settled.an)
    assert [m.left_on for m in work.scalars(select(Membership))] == [clock.today()]
    posts = work.scalars(select(Post).where(Post.role == Role.MEMBER)).all()
    assert all(post.to_on and post.to_on < clock.today() for post in posts)
    assert not service.consented(settled.an, f"club/{settled.club}", "name")


def test_while_the_law_asks_for_the_file_nothing_is_deleted(
    work: Session, settled: Commune
) -> None:
    asked, officer = ask(work, "delete", ""), actor(work, "case_officer")
    service.open_case_file(officer, settled.an, kind="voluntary", completed_on=date(2026, 6, 30))
    with pytest.raises(RuleBroken, match="luật"):
        data_requests.answer(officer, asked.pid, to="done", answer="")
    assert service.get_client(officer, settled.an).name == "Nguyễn Văn An"


def test_the_pages_from_asking_to_the_answer(app: Flask, visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("member")
    page = visitor.get("/me/data").follow("Đề nghị sửa hoặc xóa").follow("Gửi đề nghị")
    page = page.submit("Gửi", kind="correct", words="Tên đệm sai")
    assert "Tên đệm sai" in page
    officer = Visitor(app)
    officer.sign_in("case_officer")
    page = officer.get("/").follow("Xem và trả lời").follow("Nguyễn Văn An")
    page = page.submit("Trả lời", to="done", answer="Đã sửa")
    assert "Đã trả lời" in page
    assert "Trả lời: Đã sửa" in visitor.get("/me/data/requests")
