"""What a member looks for: found once, told as a number, and nobody's business but theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import chores, clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.jobs.models import Employer, Vacancy
from portal.journeys import service as steps
from portal.journeys.models import SavedSearch
from portal.journeys.service import searches
from portal.messages.models import Notice
from portal.people import service as people
from portal.people.models import Client
from portal.people.service.erasing import erase
from portal.trades import service as trades
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.jobs import world
from tests.matching.test_pages import neutral
from tests.pages import Visitor

TODAY = date(2026, 11, 21)
A_DAY = timedelta(days=1)
WELDING = {"text": "", "commune": "", "group": "72", "shift": ""}


@pytest.fixture(autouse=True)
def _the_day_again() -> Iterator[None]:
    yield
    clock.fix(None)


@dataclass
class Searching:
    """Somebody who looks for welding, and an employer."""

    an: Client
    actor: Actor
    firm: Employer

    def care_on(self, day: date) -> list[tuple[str, dict[str, str]]]:
        """The notices there are when the day's care has been taken."""
        clock.fix(day)
        searches.look_for_members()
        session().flush()
        rows = session().scalars(select(Notice).order_by(Notice.id))
        return [(row.template, row.facts) for row in rows]


@pytest.fixture
def town(work: Session) -> Searching:
    trades.load_skills()
    an = ground.client("Nguyễn Văn An")
    ground.user("an", Role.MEMBER, an.pid)
    actor = Actor("an", (Held(Role.MEMBER, an.pid),))
    return Searching(an, actor, world.employer())


def test_what_opened_since_the_last_look_is_told_once(town: Searching) -> None:
    searches.save_search(town.actor, **WELDING)
    world.vacancy(town.firm)
    world.vacancy(town.firm, title="Lái xe", occupation="8322")
    assert town.care_on(TODAY + A_DAY) == [("new_jobs", {"n": "1"})]
    assert len(town.care_on(TODAY + A_DAY)) == 1
    world.vacancy(town.firm, title="Thợ hàn sáng", shifts=1)  # later on that same day
    world.vacancy(town.firm, title="Thợ hàn đêm", opens_on=TODAY + 9 * A_DAY)
    assert town.care_on(TODAY + 2 * A_DAY)[1:] == [("new_jobs", {"n": "1"})]
    assert len(town.care_on(TODAY + 9 * A_DAY)) == 2
    assert town.care_on(TODAY + 10 * A_DAY)[2:] == [("new_jobs", {"n": "1"})]


def test_a_day_without_care_is_made_up_for(town: Searching) -> None:
    searches.save_search(town.actor, **WELDING)
    world.vacancy(town.firm)
    clock.fix(TODAY + 3 * A_DAY)
    world.vacancy(town.firm, title="Thợ hàn nữa")
    assert town.care_on(TODAY + 6 * A_DAY) == [("new_jobs", {"n": "2"})]


def test_two_searches_make_one_notice_and_count_a_job_once(town: Searching) -> None:
    searches.save_search(town.actor, **WELDING)
    searches.save_search(town.actor, **(WELDING | {"commune": world.TRAN_BIEN}))
    world.vacancy(town.firm)
    assert town.care_on(TODAY + A_DAY) == [("new_jobs", {"n": "1"})]


def test_blocked_employers_and_jobs_already_answered_are_left_out(town: Searching) -> None:
    searches.save_search(town.actor, **WELDING)
    refused, taken = world.vacancy(town.firm), world.vacancy(town.firm, title="Hàn tàu")
    blocked = world.employer("Nơi không muốn gặp")
    world.vacancy(blocked)
    steps.turn_down(town.actor, "vacancy", refused.pid, reason=next(iter(steps.REASONS)))
    steps.note_applied_plainly(town.actor, taken.pid)
    people.block_employer(town.actor, blocked.pid)
    assert town.care_on(TODAY + A_DAY) == []
    assert searches.new_jobs(town.actor) == []


def test_what_closed_before_the_look_is_not_told(town: Searching) -> None:
    searches.save_search(town.actor, **WELDING)
    world.vacancy(town.firm, closes_on=TODAY)
    assert town.care_on(TODAY + A_DAY) == []


def test_paused_it_tells_nothing_and_renewed_only_what_is_new(town: Searching) -> None:
    search = searches.save_search(town.actor, **WELDING)
    searches.pause_search(town.actor, search.pid)
    world.vacancy(town.firm)
    assert town.care_on(TODAY + 3 * A_DAY) == []
    searches.renew_search(town.actor, search.pid)
    assert town.care_on(TODAY + 4 * A_DAY) == []
    world.vacancy(town.firm, title="Thợ hàn mới")
    assert town.care_on(TODAY + 5 * A_DAY) == [("new_jobs", {"n": "1"})]


def test_after_a_year_it_stops_and_says_so_once(town: Searching) -> None:
    search = searches.save_search(town.actor, **WELDING)
    a_year_on = date(2027, 11, 21)
    assert town.care_on(a_year_on) == []
    world.vacancy(town.firm, closes_on=a_year_on + 30 * A_DAY)
    assert town.care_on(a_year_on + A_DAY) == [("job_search_ended", {})]
    assert len(town.care_on(a_year_on + 2 * A_DAY)) == 1
    searches.renew_search(town.actor, search.pid)
    assert search.runs_to == date(2028, 11, 23)


def test_at_most_five_and_the_same_is_kept_once(town: Searching) -> None:
    for group in ("72", "83", "93", "94", "72", "51"):
        searches.save_search(town.actor, **(WELDING | {"group": group}))
    with pytest.raises(RuleBroken, match="5"):
        searches.save_search(town.actor, **(WELDING | {"shift": "night"}))
    assert len(searches.own_searches(town.actor)) == 5


@pytest.mark.parametrize(
    "typed", [{}, {"shift": "noon"}, {"group": "7%"}, {"commune": "' OR 1=1"}, {"group": "٧٢"}]
)
def test_a_search_for_nothing_is_refused(town: Searching, typed: dict[str, str]) -> None:
    with pytest.raises(RuleBroken):
        searches.save_search(town.actor, **(WELDING | {"group": ""} | typed))


def test_nobody_else_touches_it(town: Searching) -> None:
    search = searches.save_search(town.actor, **WELDING)
    other = Actor("other", (Held(Role.MEMBER, ground.client("Bình").pid),))
    for verb in (searches.renew_search, searches.pause_search, searches.drop_search):
        with pytest.raises(NotFound):
            verb(other, search.pid)
    assert searches.own_searches(other) == []


def test_it_goes_with_the_person(town: Searching) -> None:
    searches.save_search(town.actor, **WELDING)
    erase(Actor("-"), town.an)
    assert session().scalars(select(SavedSearch)).all() == []
    assert session().scalar(select(Post.to_on)) is not None


# as the member sees it


@pytest.fixture
def member(installation: Installation, visitor: Visitor) -> Visitor:
    with installation.transaction(writes=True):
        trades.load_skills()
        an = ground.client("Nguyễn Văn An")
        ground.user("an", Role.MEMBER, an.pid)
        world.vacancy(world.employer())
    with installation.transaction(writes=False):
        chores.rebuild_index()
    visitor.sign_in("an")
    return visitor


@on_sqlite
def test_from_the_list_to_the_notice_and_away(member: Visitor) -> None:
    assert "thì báo cho tôi" not in member.get("/me/jobs")
    page = member.get("/me/jobs?q=thợ hàn&shift=morning").submit("thì báo cho tôi")
    assert "thợ hàn · " in page
    with member.app.extensions["installation"].transaction(writes=True):
        clock.fix(clock.today() + A_DAY)
        searches.look_for_members()
    member.sign_in("an")
    start = neutral(member.get("/"))
    assert "Có 1 tin mới hợp với điều anh/chị tìm." in start
    notice = next(text for text in start.tree.itertext() if "Có 1 tin mới" in text)
    assert "Tân Phong" not in notice
    found = neutral(start.follow("Có 1 tin mới"))
    assert "Thợ hàn khung sắt" in found
    assert "đang dừng" in found.submit("Tạm dừng")
    assert "đang dừng" not in member.get("/me/job-searches").submit("Tìm tiếp")
    assert "Chưa tìm gì." in member.get("/me/job-searches").submit("Xóa")


@on_sqlite
def test_saving_nothing_says_what_to_do(member: Visitor) -> None:
    page = member.get("/me/jobs?q=hàn").submit("thì báo cho tôi")
    token = page.tree.find(".//input[@name='csrf_token']").get("value")  # type: ignore[union-attr]
    refused = member.post("/me/job-searches/new?q=", {"csrf_token": token}, 422)
    assert "Mời chọn ít nhất một điều" in refused


@on_sqlite
def test_the_public_list_offers_no_such_thing(member: Visitor) -> None:
    assert "thì báo cho tôi" not in Visitor(member.app).get("/jobs?q=hàn")


def test_all_vacancies_of_the_list_are_asked(town: Searching) -> None:
    """A vacancy that no day is known of is on the list, and never new."""
    made = world.vacancy(town.firm)
    made.posted_on = made.opens_on = None
    searches.save_search(town.actor, **WELDING)
    session().flush()
    assert session().scalar(select(Vacancy.id)) == made.id
    assert town.care_on(TODAY + A_DAY) == []
