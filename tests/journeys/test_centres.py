"""A centre may be given a sheet while members are at most 1 % of those who come, and never more."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.jobs.models import Vacancy
from portal.journeys import flow, service
from portal.journeys.models import EmploymentCentre, RelaySheet, Step
from portal.journeys.service import centres
from portal.people.models import Client, Consent
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.jobs import world

OFFICER = Actor("officer", (Held(Role.OFFICER, world.TRAN_BIEN),))
PROVINCE = Actor("province", (Held(Role.OFFICER, world.DONG_NAI),))
ELSEWHERE = Actor("elsewhere", (Held(Role.OFFICER, "01"),))
MONTHS = (date(2026, 10, 1), date(2026, 9, 1), date(2026, 8, 1))
CROWD = 50


def centre(by: Actor = OFFICER, *, monthly: int = 0, **given: str) -> EmploymentCentre:
    made = service.add_centre(
        by, **{"name": "Trung tâm", "address": "", "phone": "", "email": "", **given},
        from_on=date(2024, 9, 1),
    )  # fmt: skip
    for month in MONTHS if monthly else ():
        service.enter_flow(by, made.pid, month=month, applicants=monthly, source="báo cáo")
    return made


def somebody(number: int = 0) -> Actor:
    person = ground.client(f"Người {number}", phone="+84912345678")
    return ground.user(f"user-{number}", Role.MEMBER, person.pid)


def job() -> Vacancy:
    return world.vacancy(world.employer())


def sheets() -> int:
    return session().scalar(select(func.count(RelaySheet.id))) or 0


# the rule itself


def test_the_flow_is_that_of_the_ninety_days_before_the_newest_whole_month_ends() -> None:
    """August has 31 days: two of them lie before the ninety days to the end of October."""
    figures = dict.fromkeys(MONTHS, 310)
    assert flow.flow(figures, TODAY) == 310 + 310 + Fraction(310 * 29, 31)


def test_months_that_are_short_reach_into_the_month_before() -> None:
    figures = {date(2026, month, 1): 310 for month in (4, 3, 2)}
    assert flow.flow(figures, date(2026, 5, 3)) is None  # 89 days: one of January is wanted
    assert flow.flow({**figures, date(2026, 1, 1): 31}, date(2026, 5, 3)) == 930 + 1


def test_figures_may_be_a_month_late_and_not_two() -> None:
    figures = dict.fromkeys([*MONTHS, date(2026, 7, 1)], 310)
    assert flow.flow(figures, date(2026, 12, 31)) is not None
    assert flow.flow(figures, date(2027, 1, 1)) is None


def test_without_a_figure_for_each_month_the_flow_is_unknown() -> None:
    assert flow.flow({}, TODAY) is None
    assert flow.flow({MONTHS[0]: 900, MONTHS[2]: 900}, TODAY) is None


@pytest.mark.parametrize(
    ("sheets", "applicants", "state"),
    [
        (0, Fraction(99), "full"),
        (0, Fraction(100), "open"),
        (1, Fraction(199), "full"),
        (1, Fraction(199) + Fraction(30, 31), "full"),
        (1, Fraction(200), "open"),
        (9, Fraction(1000), "open"),
        (10, Fraction(1000), "full"),
        (0, Fraction(0), "full"),
        (0, None, "no_figures"),
    ],
)
def test_one_per_cent_is_reached_and_never_passed(
    sheets: int, applicants: Fraction | None, state: str
) -> None:
    assert flow.state(sheets, applicants) == state


# officers


@on_sqlite
def test_a_centre_is_closed_until_its_figures_are_typed(work: Session) -> None:
    made = centre()
    assert made.state == "no_figures"
    for month in MONTHS:
        service.enter_flow(OFFICER, made.pid, month=month, applicants=90, source="báo cáo")
    assert made.state == "open"
    service.enter_flow(OFFICER, made.pid, month=MONTHS[0], applicants=2, source="đính chính")
    assert (made.state, len(service.flows_of(made))) == ("open", 3)
    service.enter_flow(OFFICER, made.pid, month=MONTHS[1], applicants=2, source="đính chính")
    assert made.state == "full"


@on_sqlite
@pytest.mark.parametrize("month", [TODAY, date(2027, 1, 1), date(2019, 12, 1)])
def test_only_a_month_that_is_over_has_a_figure(work: Session, month: date) -> None:
    made = centre()
    with pytest.raises(RuleBroken) as refusal:
        service.enter_flow(OFFICER, made.pid, month=month, applicants=5, source="-")
    assert refusal.value.field == "month"


@on_sqlite
def test_centres_are_those_of_the_officers_place(work: Session) -> None:
    made = centre()
    assert service.get_centre(PROVINCE, made.pid) is made
    assert service.list_centres(ELSEWHERE) == []
    with pytest.raises(NotFound):
        service.get_centre(ELSEWHERE, made.pid)
    with pytest.raises(NotFound):
        service.enter_flow(ELSEWHERE, made.pid, month=MONTHS[0], applicants=5, source="-")


@on_sqlite
def test_a_member_finds_those_of_the_commune_and_the_province_that_run(work: Session) -> None:
    here, around, far = centre(), centre(PROVINCE), centre(ELSEWHERE)
    ended = centre(name="Đã thôi")
    ended.to_on = TODAY - timedelta(days=1)
    session().flush()
    found = service.centres_around(world.TRAN_BIEN)
    assert {row.pid for row in found} == {here.pid, around.pid}
    assert far not in found


@on_sqlite
def test_the_day_closes_a_centre_whose_figures_are_old(work: Session) -> None:
    made = centre(monthly=900)
    ground.user("sở", Role.OFFICER, world.TRAN_BIEN)
    clock.fix(date(2027, 1, 1))
    centres.turn_of_day()
    assert (made.state, made.stated_on) == ("no_figures", date(2027, 1, 1))


# members


@on_sqlite
def test_a_sheet_holds_what_was_previewed_with_a_consent_of_its_own(work: Session) -> None:
    member, vacancy, made = somebody(), job(), centre(monthly=900)
    shown = service.shown_to_employer(member, ["shifts"])
    step = service.make_sheet(member, vacancy.pid, made.pid, tell=["shifts"])
    sheet = service.own_sheet(member, step.pid)
    assert (sheet.name, sheet.phone, sheet.about) == (shown.name, shown.phone, shown.about)
    assert (step.channel, step.copy_pid) == ("relay", sheet.pid)
    consent = session().scalars(select(Consent)).one()
    assert (consent.viewer, consent.to_on) == (f"centre/{made.pid}", TODAY + timedelta(days=30))
    client = session().scalars(select(Client).where(Client.pid == member.client)).one()
    own = {client.pid, client.code, client.name_sealed, client.phone_sealed, client.key_wrapped}
    assert not own & {value for value in vars(sheet).values() if isinstance(value, str | bytes)}


@on_sqlite
def test_a_sheet_taken_back_is_destroyed_and_counted_all_the_same(work: Session) -> None:
    member, vacancy, made = somebody(), job(), centre(monthly=35)
    step = service.make_sheet(member, vacancy.pid, made.pid, tell=[])
    assert made.state == "full"
    service.end_step(member, step.pid, reason="changed_mind")
    sheet = session().scalars(select(RelaySheet)).one()
    assert (sheet.key_wrapped, sheet.name_sealed, sheet.work_sealed) == (None, None, None)
    assert (centres.judge(made), step.reason) == ("full", "changed_mind")
    with pytest.raises(NotFound):
        service.own_sheet(member, step.pid)


@on_sqlite
def test_a_closed_centre_is_refused_and_nothing_is_left(work: Session) -> None:
    member, vacancy, made = somebody(), job(), centre()
    with pytest.raises(RuleBroken), session().begin_nested():
        service.make_sheet(member, vacancy.pid, made.pid, tell=[])
    assert (sheets(), session().scalar(select(func.count(Step.id)))) == (0, 0)
    with pytest.raises(NotFound):
        service.make_sheet(member, vacancy.pid, centre(ELSEWHERE, monthly=900).pid, tell=[])


@on_sqlite
def test_after_ninety_days_a_sheet_is_counted_no_more(work: Session) -> None:
    made = centre(monthly=35)
    made_on = TODAY
    service.make_sheet(somebody(), job().pid, made.pid, tell=[])
    for day, state in ((89, "full"), (90, "open")):
        clock.fix(made_on + timedelta(days=day))
        month = clock.today()
        for _ in range(4):
            month = flow.month_before(month)
            service.enter_flow(OFFICER, made.pid, month=month, applicants=35, source="-")
        assert made.state == state


@on_sqlite
def test_the_sheet_of_another_is_not_to_be_found(work: Session) -> None:
    made, vacancy = centre(monthly=900), job()
    step = service.make_sheet(somebody(1), vacancy.pid, made.pid, tell=[])
    with pytest.raises(NotFound):
        service.own_sheet(somebody(2), step.pid)


def test_fifty_at_once_never_pass_one_per_cent(installation: Installation) -> None:
    """270 people come in 90 days: two sheets are 1 % of them at most, a third is too many."""
    with installation.transaction(writes=True):
        made, vacancy = centre(monthly=92).pid, job().pid
        crowd = [somebody(number) for number in range(CROWD)]

    def send(member: Actor) -> bool:
        try:
            with installation.transaction(writes=True):
                service.make_sheet(member, vacancy, made, tell=[])
        except RuleBroken:
            return False
        return True

    with ThreadPoolExecutor(CROWD) as pool:
        made_it = sum(pool.map(send, crowd))
    with installation.transaction(writes=False):
        assert (made_it, sheets()) == (2, 2)
        assert session().scalar(select(EmploymentCentre.state)) == "full"
