"""Rules of employers, vacancies and applications."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.jobs import indexing, service
from portal.jobs.models import Hiring, Verification
from portal.jobs.tax_codes import tax_code
from portal.messages.models import Notice
from portal.trades.service import load_skills
from tests.databases import on_sqlite
from tests.jobs.world import (
    OFFICER,
    SEEN,
    SIGNED,
    TERMS,
    acting_for,
    application,
    employer,
    user,
    vacancy,
)

pytestmark = pytest.mark.usefixtures("work")


def open_pids() -> list[str]:
    return [found.pid for found in session().scalars(service.open_vacancies())]


def test_only_a_verified_employers_vacancies_are_open() -> None:
    waiting = employer(verification=Verification.PENDING)
    posted = vacancy(waiting)
    assert open_pids() == []
    service.verify_employer(OFFICER, waiting.pid, **SEEN)
    session().flush()
    assert open_pids() == [posted.pid]


@on_sqlite
def test_open_from_the_first_day_to_the_last_with_a_seat_left() -> None:
    own, day = employer(), clock.today()
    first = vacancy(own, opens_on=day)
    last = vacancy(own, opens_on=day - timedelta(days=9), closes_on=day)
    vacancy(own, opens_on=day + timedelta(days=1))
    vacancy(own, opens_on=day - timedelta(days=9), closes_on=day - timedelta(days=1))
    full, closed = vacancy(own, seats=1), vacancy(own)
    service.take_seat(full.id)
    service.close_vacancy(acting_for(own), closed.pid, how="hired_here")
    session().flush()
    assert set(open_pids()) == {first.pid, last.pid}
    with pytest.raises(NotFound):
        service.get_open_vacancy(closed.pid)


def test_seats_never_run_below_none() -> None:
    posted = vacancy(employer(), seats=1)
    service.take_seat(posted.id)
    with pytest.raises(RuleBroken):
        service.take_seat(posted.id)
    assert posted.taken == 1


@on_sqlite
def test_unlawful_terms_are_refused_on_their_field() -> None:
    own = employer()
    with pytest.raises(RuleBroken, match=r"5\.310\.000") as refused:
        vacancy(own, wage_from=5_000_000)
    assert refused.value.field == "wage_from"
    with pytest.raises(RuleBroken, match="Điều 11"):
        vacancy(own, description="Đặt cọc 500.000 đồng.")


@on_sqlite
def test_a_stale_save_is_refused() -> None:
    own = employer()
    posted = vacancy(own)
    given = TERMS | {"must_skills": [], "nice_skills": []}
    service.edit_vacancy(acting_for(own), posted.pid, version=1, **(given | {"title": "Thợ hàn"}))
    with pytest.raises(Conflict):
        service.edit_vacancy(acting_for(own), posted.pid, version=1, **given)
    assert posted.title == "Thợ hàn"


@on_sqlite
def test_another_employers_vacancies_and_applications_are_not_found() -> None:
    own, other = employer(pledged=True), employer("Xưởng mộc Hố Nai")
    posted = vacancy(own)
    sent = application(posted)
    stranger = acting_for(other)
    for ask in (
        lambda: service.get_vacancy(stranger, posted.pid),
        lambda: service.close_vacancy(stranger, posted.pid, how="other"),
        lambda: service.get_application(stranger, sent.pid),
        lambda: service.answer_application(stranger, sent.pid, answer="hired"),
        lambda: service.get_application(OFFICER, sent.pid),
    ):
        with pytest.raises(NotFound):
            ask()


@on_sqlite
def test_an_officer_sees_the_employers_of_their_place_only() -> None:
    own, far = employer(), employer(commune_code="00004")
    assert service.get_employer(OFFICER, own.pid) is own
    with pytest.raises(NotFound):
        service.get_employer(OFFICER, far.pid)


@on_sqlite
def test_only_a_pledged_employer_receives_applications() -> None:
    own = employer()
    posted = vacancy(own)
    with pytest.raises(NotFound):
        application(posted)
    service.sign_pledge(OFFICER, own.pid, **SIGNED)
    session().flush()
    assert application(posted).name == "Lê Văn Tám"


@on_sqlite
def test_applicants_are_hidden_when_the_pledge_ends() -> None:
    own = employer(pledged=True)
    sent = application(vacancy(own))
    service.end_pledge(OFFICER, own.pid, reason="Hết hợp đồng.")
    session().flush()
    with pytest.raises(NotFound):
        service.get_application(acting_for(own), sent.pid)


@on_sqlite
def test_a_new_pledge_brings_no_former_applicant_back() -> None:
    own = employer(pledged=True)
    sent = application(vacancy(own))
    service.suspend_employer(OFFICER, own.pid, reason="Thu tiền cọc.")
    assert (sent.standing, sent.key_wrapped, sent.name_sealed) == ("expired", None, None)
    service.restore_employer(OFFICER, own.pid, reason="Đã trả lại.")
    service.sign_pledge(OFFICER, own.pid, **SIGNED)
    with pytest.raises(NotFound):
        service.get_application(acting_for(own), sent.pid)


@on_sqlite
def test_an_answer_is_one_of_the_three() -> None:
    own = employer(pledged=True)
    sent = application(vacancy(own))
    for answer in ("withdrawn", "perhaps"):
        with pytest.raises(RuleBroken):
            service.answer_application(acting_for(own), sent.pid, answer=answer)


def test_hiring_takes_a_seat_and_destroys_the_copies() -> None:
    own = employer(pledged=True)
    posted = vacancy(own, seats=1)
    sent, second = application(posted), application(posted)
    service.answer_application(acting_for(own), sent.pid, answer="invited")
    assert sent.name == "Lê Văn Tám"
    service.answer_application(acting_for(own), sent.pid, answer="hired")
    session().flush()
    assert posted.taken == 1
    assert (sent.key_wrapped, sent.name_sealed, sent.name) == (None, None, "")
    with pytest.raises(NotFound):
        service.answer_application(acting_for(own), sent.pid, answer="declined")
    with pytest.raises(RuleBroken):
        service.answer_application(acting_for(own), second.pid, answer="hired")


@on_sqlite
def test_an_application_ends_by_its_day_or_by_a_word() -> None:
    own = employer(pledged=True)
    posted = vacancy(own)
    overdue, taken_back = application(posted), application(posted)
    overdue.ends_on = clock.today() - timedelta(days=1)
    service.expire_applications()
    service.withdraw_application(taken_back.pid)
    assert (overdue.standing, taken_back.standing) == (Hiring.EXPIRED, Hiring.WITHDRAWN)
    assert overdue.key_wrapped is None
    assert taken_back.key_wrapped is None


@on_sqlite
def test_registering_leaves_a_waiting_employer_and_its_user(work: Session) -> None:
    given = {
        "name": "Xưởng mộc Hố Nai",
        "tax_code": "0300588569",
        "commune_code": "26041",
        "phone": "0251 3822 501",
        "email": "",
        "contact_name": "Trần Thị Mai",
        "login": "Mộc Hố Nai",
        "password": "một câu dài dễ nhớ",
        "address": "203.0.113.9",
    }
    made = service.register_employer(**given)
    assert made.login == "mochonai"
    found = work.scalars(service.visible_employers(OFFICER)).one()
    assert (found.verification, found.phone) == (Verification.PENDING, "0251 3822 501")
    with pytest.raises(RuleBroken):
        service.register_employer(**(given | {"login": "khac", "phone": ""}))


@on_sqlite
@pytest.mark.parametrize("code", ["0300588569", "0101248141", "0300588569-001", "075090001234"])
def test_tax_codes_that_may_be(code: str) -> None:
    assert tax_code(code) == code


@on_sqlite
@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("0300588568", "chữ số thứ 10"),
        ("0300588569-000", "001"),
        ("123", "3 chữ số"),
        ("", "0 chữ số|chỉ gồm chữ số"),
        ("0300588569-01", "Gạch ngang"),
        ("030-0588569001", "Gạch ngang"),
        ("abc", "chỉ gồm chữ số"),
        ("٠٣٠٠٥٨٨٥٦٩", "chỉ gồm chữ số"),
        ("999090001234", "mã tỉnh"),
    ],
)
def test_tax_codes_that_cannot_be_say_why(code: str, fault: str) -> None:
    with pytest.raises(RuleBroken, match=fault) as refused:
        tax_code(code)
    assert refused.value.field == "tax_code"


@on_sqlite
def test_what_is_found_of_a_vacancy() -> None:
    load_skills()
    own = employer()
    posted, closed = vacancy(own, must_skills=["han-mig"]), vacancy(own)
    service.close_vacancy(acting_for(own), closed.pid, how="other")
    session().flush()
    (entry,) = indexing.entries([posted.pid, closed.pid])
    assert (entry.id, entry.title) == (posted.pid, posted.title)
    assert {"Hàn MIG/MAG", "hàn mig"} <= set(entry.names)
    assert entry.facets == {
        "commune": ["26041"],
        "occupation": ["72"],
        "shift": ["morning", "afternoon"],
    }
    assert [found.id for found in indexing.entries(None)] == [posted.pid]


def test_the_open_list_filters() -> None:
    own = employer()
    welder, night = vacancy(own), vacancy(own, shifts=8, occupation="5414", commune_code="26068")
    lists = service.list_open_vacancies

    def pids(**asked: str) -> list[str]:
        return [row.pid for row in lists(1, **asked).rows]

    assert pids() == [night.pid, welder.pid]
    assert pids(group="72") == pids(shift="morning") == pids(commune="26041") == [welder.pid]
    assert pids(shift="night") == [night.pid]
    assert pids(shift="nonsense") == [night.pid, welder.pid]
    assert [code for code, _name in service.choices().groups] == ["54", "72"]


def test_refusing_an_employer_tells_it_why() -> None:
    waiting = employer(verification=Verification.PENDING)
    user("chu", Role.EMPLOYER, waiting.pid)
    service.refuse_employer(OFFICER, waiting.pid, reason="Không liên hệ được.")
    session().flush()
    assert session().scalar(select(func.count(Notice.id))) == 1
