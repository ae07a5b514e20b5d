"""The life of a vacancy: nothing moves outside the table, and the clock warns and ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.jobs import indexing, service
from portal.jobs.models import (
    VACANCY_MOVES,
    VERIFICATION_MOVES,
    EmployerDecision,
    Pledge,
    Vacancy,
    VacancyEvent,
    VacancyState,
    Verification,
)
from portal.messages.models import Notice
from tests.databases import on_sqlite
from tests.jobs.world import OFFICER, SEEN, SIGNED, acting_for, employer, user, vacancy

pytestmark = pytest.mark.usefixtures("work")
TODAY = date(2026, 11, 21)
A_DAY = timedelta(days=1)
TAKEN_DOWN = {"rule": "fee", "words": "Bỏ câu đòi tiền đồng phục."}


def notices() -> list[str]:
    return list(session().scalars(select(Notice.template).order_by(Notice.id)))


def events(of: Vacancy) -> list[str]:
    return [event.what for event in reversed(service.history(of))]


def on(day: date) -> None:
    """It is that day, and the day's care is taken."""
    clock.fix(day)
    service.turn_of_day()
    session().flush()


@pytest.fixture(autouse=True)
def _the_day_again() -> object:
    yield
    clock.fix(None)


def _extend(own: Actor, pid: str) -> Vacancy:
    return service.extend_vacancy(own, pid, closes_on=clock.today() + 9 * A_DAY)


def _close(own: Actor, pid: str) -> Vacancy:
    return service.close_vacancy(own, pid, how="other")


def _take_down(own: Actor, pid: str) -> Vacancy:
    return service.take_down_vacancy(OFFICER, pid, **TAKEN_DOWN)


OPEN, EXPIRED = VacancyState.OPEN, VacancyState.EXPIRED
MOVES = {
    "extend": (_extend, {OPEN}, OPEN),
    "close": (_close, {OPEN, EXPIRED}, VacancyState.CLOSED),
    "take down": (_take_down, {OPEN}, VacancyState.TAKEN_DOWN),
}


@on_sqlite
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from([*MOVES, "a day", "nine days"]), max_size=9))
def test_no_vacancy_moves_outside_the_table(steps: list[str]) -> None:
    clock.fix(TODAY)
    own = employer()
    posted = vacancy(own, closes_on=TODAY + 3 * A_DAY)
    for step in steps:
        before = posted.state
        if step in MOVES:
            _try(step, acting_for(own), posted)
        else:
            on(clock.today() + (A_DAY if step == "a day" else 9 * A_DAY))
        assert posted.state == before or posted.state in VACANCY_MOVES[before]


def _try(step: str, own: Actor, posted: Vacancy) -> None:
    """It leads where it should, or is refused and leaves all as it was."""
    verb, allowed, leads_to = MOVES[step]
    before = posted.state
    no_later = step == "extend" and posted.closes_on >= clock.today() + 9 * A_DAY
    if before in allowed and not no_later:
        verb(own, posted.pid)
        assert posted.state == leads_to
    else:
        with pytest.raises(RuleBroken):
            verb(own, posted.pid)
        assert posted.state == before


@on_sqlite
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(["verify", "refuse", "suspend", "restore", "edit"]), max_size=9))
def test_no_employer_moves_outside_the_table(steps: list[str]) -> None:
    clock.fix(TODAY)
    own = employer("Xưởng", tax_code="0300588569", verification=Verification.PENDING)
    why = {"reason": "Chưa rõ địa chỉ."}
    said = {"name": "Xưởng", "tax_code": "0300588569", "commune_code": own.commune_code}
    verbs = {
        "verify": lambda: service.verify_employer(OFFICER, own.pid, **SEEN),
        "refuse": lambda: service.refuse_employer(OFFICER, own.pid, **why),
        "suspend": lambda: service.suspend_employer(OFFICER, own.pid, **why),
        "restore": lambda: service.restore_employer(OFFICER, own.pid, **why),
        "edit": lambda: service.edit_employer(
            acting_for(own), version=own.version, phone="0251 3822 501", email="", **said
        ),
    }
    for step in steps:
        before = Verification(own.verification)
        offered = service.decisions_open(own)
        if step == "edit" or step in offered:
            verbs[step]()
        else:
            with pytest.raises(RuleBroken):
                verbs[step]()
        now = Verification(own.verification)
        assert now == before or now in VERIFICATION_MOVES[before]
        assert (now != before) == (step in offered or (step == "edit" and before == "refused"))


def test_a_week_before_its_end_the_employer_is_told_once() -> None:
    own = employer()
    user("tanphong", Role.EMPLOYER, own.pid)
    posted = vacancy(own, closes_on=TODAY + 8 * A_DAY)
    on(TODAY)
    assert notices() == []
    on(TODAY + A_DAY)
    on(TODAY + A_DAY)
    on(TODAY + 2 * A_DAY)
    assert notices() == ["vacancy_ends_soon"]
    longer = service.longer_until(posted)
    assert longer == posted.closes_on + 30 * A_DAY
    service.extend_vacancy(acting_for(own), posted.pid, closes_on=longer)
    on(TODAY + 9 * A_DAY)
    assert posted.state == VacancyState.OPEN
    on(longer - 7 * A_DAY)
    assert notices() == ["vacancy_ends_soon"] * 2
    assert events(posted) == ["warned", "extended", "warned"]


def test_the_day_after_it_is_over_by_itself_and_the_search_follows() -> None:
    own = employer()
    user("tanphong", Role.EMPLOYER, own.pid)
    posted = vacancy(own, closes_on=TODAY)
    on(TODAY)
    assert [entry.id for entry in indexing.entries([posted.pid])] == [posted.pid]
    on(TODAY + A_DAY)
    on(TODAY + 2 * A_DAY)
    assert posted.state == VacancyState.EXPIRED
    assert events(posted) == ["warned", "expired"]
    assert notices() == ["vacancy_ends_soon", "vacancy_expired"]
    assert list(indexing.entries([posted.pid])) == []
    with pytest.raises(RuleBroken):
        service.extend_vacancy(acting_for(own), posted.pid, closes_on=TODAY + 9 * A_DAY)
    service.close_vacancy(acting_for(own), posted.pid, how="hired_here", here=2)
    assert (posted.state, posted.filled_here) == (VacancyState.CLOSED, 2)


@on_sqlite
def test_what_ended_long_ago_is_no_news() -> None:
    posted = vacancy(employer(), closes_on=TODAY)
    on(TODAY + 30 * A_DAY)
    assert events(posted) == []


@on_sqlite
def test_it_ends_at_midnight_in_viet_nam() -> None:
    own = employer()
    posted = vacancy(own, closes_on=date(2026, 12, 31))
    clock.fix(None)
    with time_machine.travel(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC), tick=False):
        assert posted.state == VacancyState.OPEN
        assert service.get_open_vacancy(posted.pid) is posted
    with time_machine.travel(datetime(2026, 12, 31, 17, 0, 0, tzinfo=UTC), tick=False):
        assert posted.state == VacancyState.EXPIRED
        with pytest.raises(NotFound):
            service.get_open_vacancy(posted.pid)


@on_sqlite
def test_never_longer_than_a_year() -> None:
    own = employer()
    with pytest.raises(RuleBroken, match="21/11/2027") as refused:
        vacancy(own, closes_on=date(2027, 11, 22))
    assert refused.value.field == "closes_on"
    posted = vacancy(own, closes_on=date(2027, 11, 10))
    assert service.longer_until(posted) == date(2027, 11, 21)
    with pytest.raises(RuleBroken, match="một năm"):
        service.extend_vacancy(acting_for(own), posted.pid, closes_on=date(2027, 11, 22))
    session().rollback()


@on_sqlite
def test_no_more_people_than_places() -> None:
    own = employer()
    posted = vacancy(own, seats=2)
    with pytest.raises(RuleBroken) as refused:
        service.close_vacancy(acting_for(own), posted.pid, how="hired_here", here=2, elsewhere=1)
    assert refused.value.field == "here"


@on_sqlite
def test_taken_down_with_the_rule_named_and_posted_again() -> None:
    own = employer()
    user("tanphong", Role.EMPLOYER, own.pid)
    posted = vacancy(own)
    with pytest.raises(RuleBroken):
        service.take_down_vacancy(acting_for(own), posted.pid, **TAKEN_DOWN)
    service.take_down_vacancy(OFFICER, posted.pid, **TAKEN_DOWN)
    with pytest.raises(NotFound):
        service.get_open_vacancy(posted.pid)
    told = session().scalars(select(Notice)).one()
    assert "Điều 11 và 17" in told.facts["reason"]
    assert "đồng phục" in told.facts["reason"]
    assert vacancy(own).state == VacancyState.OPEN


@on_sqlite
def test_a_far_officer_takes_nothing_down() -> None:
    far = Actor("far", (Held(Role.OFFICER, "01"),))
    posted = vacancy(employer())
    with pytest.raises(NotFound):
        service.take_down_vacancy(far, posted.pid, **TAKEN_DOWN)


@on_sqlite
def test_a_verified_employers_new_name_waits_while_its_vacancies_stay() -> None:
    own = employer(tax_code="0300588569")
    posted = vacancy(own)
    said = {"commune_code": own.commune_code, "phone": "0251 3822 501", "email": ""}
    service.edit_employer(
        acting_for(own), version=own.version, name="Cơ khí Mới", tax_code="0101248141", **said
    )
    assert (own.name, own.verification) == ("Cơ khí Tân Phong", Verification.VERIFIED)
    assert service.get_open_vacancy(posted.pid) is posted
    service.keep_name(OFFICER, own.pid, reason="Chưa có giấy tờ.")
    assert not own.asks_to_be_renamed
    service.edit_employer(
        acting_for(own), version=own.version, name="Cơ khí Mới", tax_code="0101248141", **said
    )
    service.rename_employer(OFFICER, own.pid, **SEEN)
    assert (own.name, own.tax_code) == ("Cơ khí Mới", "0101248141")
    words = session().scalars(
        select(EmployerDecision.words).where(EmployerDecision.what == "renamed")
    )
    assert words.one() == "Cơ khí Tân Phong · 0300588569 → Cơ khí Mới · 0101248141"


@on_sqlite
def test_only_the_officer_hears_of_a_tax_code_given_twice() -> None:
    first = employer(tax_code="0300588569")
    second = employer("Cơ khí Tân Phong 2", tax_code="0300588569")
    assert service.employer_file(second).same_tax_code == [first.name]


@on_sqlite
def test_a_suspension_ends_the_pledge_and_its_history_stays() -> None:
    own = employer()
    service.sign_pledge(OFFICER, own.pid, **SIGNED)
    with pytest.raises(RuleBroken):
        service.sign_pledge(OFFICER, own.pid, **SIGNED)
    posted = vacancy(own)
    service.suspend_employer(OFFICER, own.pid, reason="Thu tiền cọc.")
    with pytest.raises(NotFound):
        service.get_open_vacancy(posted.pid)
    pledge = session().scalars(select(Pledge)).one()
    assert (own.pledged, pledge.ended_on, pledge.ended_words) == (False, TODAY, "Thu tiền cọc.")
    service.restore_employer(OFFICER, own.pid, reason="Đã trả lại tiền.")
    assert service.get_open_vacancy(posted.pid) is posted
    assert not own.pledged
    with pytest.raises(RuleBroken):
        service.sign_pledge(OFFICER, own.pid, signed_on=TODAY + A_DAY, signed_by="Ai đó")


@on_sqlite
def test_reports_take_nothing_down_and_tell_nothing_of_who(work: Session) -> None:
    own = employer()
    posted = vacancy(own)
    for network in ("203.0.113.1", "198.51.100.2", "192.0.2.3"):
        service.report_job(posted.pid, reason="fee", words="Đòi cọc.", address=network)
    assert service.get_open_vacancy(posted.pid) is posted
    assert service.list_reports(acting_for(own), "", 1).total == 0
    first, *rest = service.list_reports(OFFICER, "", 1).rows
    assert not {"203.0.113.1", "address"} & {str(v) for v in vars(first).values()}
    service.answer_report(OFFICER, first.pid, state="dismissed", answer="Đã gọi, không có.")
    with pytest.raises(RuleBroken):
        service.answer_report(OFFICER, first.pid, state="looked_into", answer="Xem lại.")
    service.answer_report(OFFICER, rest[0].pid, state="looked_into", answer="Đang hỏi.")
    service.take_down_vacancy(OFFICER, posted.pid, **TAKEN_DOWN)
    states = [report.state for report in service.reports_of(OFFICER, posted)]
    assert states == ["taken_down", "taken_down", "dismissed"]
    assert work.scalar(select(func.count(VacancyEvent.id))) == 1
