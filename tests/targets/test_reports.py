"""Reports from draft to closed: who may, when, what is frozen, and what is refused in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pyotp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service.signing_in import STEP
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.messages.models import Notice
from portal.places import service as places
from portal.targets import summary
from portal.targets.models import (
    PlanReport,
    PlanTask,
    ReportCorrection,
    ReportMove,
    ReportSnapshot,
    ReportState,
    StaffTraining,
)
from portal.targets.periods import parse_period
from portal.targets.plans import plan_numbered
from portal.targets.reports.contents import Contents
from portal.targets.reports.lines import report_lines
from portal.targets.service import report_moves, report_rounds, reports, snapshots
from portal.targets.service.official import official_report
from portal.targets.service.report_moves import MOVES, Signature
from tests.targets.conftest import TODAY
from tests.targets.province import case, client, club, save
from tests.targets.test_rules import put

PLAN, XUAN_AN, TRANG_DAI = "257/KH-UBND", "26080", "25993"
BEFORE = date(2025, 3, 31)
UNSIGNED = Signature("", "address", required=False)
Clock = Callable[[date], None]


@pytest.fixture
def officers(country: Session) -> dict[str, Actor]:
    """The officers of the province and of two communes."""
    return {place: _officer(place) for place in ("75", XUAN_AN, TRANG_DAI)}


def _officer(place: str) -> Actor:
    user = save(User(login=f"cb{place}", name=f"Cán bộ {place}", created_at=clock.now()))
    save(Post(user_id=user.id, role="officer", scope=place, from_on=date(2025, 7, 1)))
    return Actor(user.pid, (Held(Role.OFFICER, place),))


def _start(actor: Actor, period: str = "2026-Q3") -> PlanReport:
    place = actor.scopes(Role.OFFICER)[0]
    return reports.start_report(actor, plan_number=PLAN, place_code=place, period=period)


def _move(actor: Actor, report: PlanReport, to: str, words: str = "", **more: Signature) -> None:
    report_moves.move_report(
        actor,
        report.pid,
        to_state=to,
        words=words,
        version=report.version,
        signature=more.get("signature", UNSIGNED),
    )


def _close(officers: dict[str, Actor], place: str, period: str = "2026-Q3") -> PlanReport:
    report = _start(officers[place], period)
    _move(officers[place], report, "submitted")
    _move(officers["75"], report, "accepted")
    _move(officers["75"], report, "closed")
    return report


def test_a_report_goes_from_the_commune_to_the_province(officers: dict[str, Actor]) -> None:
    report = _close(officers, XUAN_AN)
    assert report.state == ReportState.CLOSED
    way = [(it.from_state, it.to_state, it.name) for it in report_moves.history_of(report)]
    assert way == [
        ("draft", "submitted", "Cán bộ 26080"),
        ("submitted", "accepted", "Cán bộ 75"),
        ("accepted", "closed", "Cán bộ 75"),
    ]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(["75", XUAN_AN, TRANG_DAI]), st.sampled_from(
    list(ReportState))), max_size=8))  # fmt: skip
def test_no_move_is_made_but_those_of_the_table(
    officers: dict[str, Actor], tries: list[tuple[str, ReportState]]
) -> None:
    with session().begin_nested() as nested:
        report = _start(officers[XUAN_AN])
        sides = {"75": report_moves.Side.PROVINCE, XUAN_AN: report_moves.Side.PLACE}
        for place, state in tries:
            present = ReportState(report.state)
            allowed = MOVES[present].get(state) == sides.get(place, "nobody")
            try:
                _move(officers[place], report, state, words="lời")
            except (RuleBroken, NotFound):
                assert not allowed
                assert report.state == present
            else:
                assert allowed
                assert report.state == state
        nested.rollback()


def test_a_report_is_returned_only_with_words(officers: dict[str, Actor]) -> None:
    report = _start(officers[XUAN_AN])
    _move(officers[XUAN_AN], report, "submitted")
    with pytest.raises(RuleBroken) as refused:
        _move(officers["75"], report, "returned")
    assert refused.value.field == "words"
    _move(officers["75"], report, "returned", "Thiếu khó khăn.")
    told = session().scalars(select(Notice.template).order_by(Notice.id)).all()
    assert told == ["report_submitted", "report_returned"]


def test_another_communes_report_is_not_found(officers: dict[str, Actor]) -> None:
    report = _start(officers[XUAN_AN])
    with pytest.raises(NotFound):
        reports.get_report(officers[TRANG_DAI], report.pid)
    seen = reports.visible_reports(officers[TRANG_DAI])
    assert session().scalars(seen).all() == []
    assert session().scalars(reports.visible_reports(officers["75"])).all() == [report]


def test_a_place_outside_the_plan_begins_no_report(officers: dict[str, Actor]) -> None:
    for plan in ("ha-dong-2021-2025", "000-2022"):
        with pytest.raises(RuleBroken) as refused:
            reports.start_report(
                officers["75"], plan_number=plan, place_code="75", period="2026-Q3"
            )
        assert refused.value.field == "place_code"


def test_a_province_judges_its_own_communes_alone(officers: dict[str, Actor]) -> None:
    report = _start(officers[XUAN_AN])
    elsewhere = Actor("e", (Held(Role.OFFICER, "48"), Held(Role.OFFICER, XUAN_AN)))
    assert reports.writes(elsewhere, report)
    assert not reports.judges(elsewhere, report)
    assert reports.judges(officers["75"], report)


def test_only_the_place_itself_writes_and_only_while_it_has_the_report(
    officers: dict[str, Actor],
) -> None:
    report = _start(officers[XUAN_AN])
    words = dict.fromkeys(("results", "difficulties", "proposals", "next_tasks"), "x")
    with pytest.raises(RuleBroken):
        reports.edit_report(officers["75"], report.pid, version=1, **words)
    reports.edit_report(officers[XUAN_AN], report.pid, version=1, **words)
    _move(officers[XUAN_AN], report, "submitted")
    with pytest.raises(RuleBroken):
        reports.edit_report(officers[XUAN_AN], report.pid, version=3, **words)


def test_the_second_of_two_officers_sees_both_versions(officers: dict[str, Actor]) -> None:
    report = _start(officers[XUAN_AN])
    rest = {"difficulties": "", "proposals": "", "next_tasks": ""}
    edit = reports.edit_report
    edit(officers[XUAN_AN], report.pid, version=1, results="Bản thứ nhất", **rest)
    with pytest.raises(Conflict) as refused:
        edit(officers[XUAN_AN], report.pid, version=1, results="Bản thứ hai", **rest)
    assert refused.value.theirs["results"] == "Bản thứ nhất"
    assert refused.value.theirs["version"] == 2


def test_a_period_that_is_not_over_is_drafted_and_not_sent(
    officers: dict[str, Actor], today: Clock
) -> None:
    today(date(2026, 9, 30))
    report = _start(officers[XUAN_AN])
    with pytest.raises(RuleBroken, match="30/09/2026"):
        _move(officers[XUAN_AN], report, "submitted")
    with pytest.raises(RuleBroken, match="chưa bắt đầu"):
        _start(officers[XUAN_AN], "2026-Q4")
    today(date(2026, 10, 1))
    _move(officers[XUAN_AN], report, "submitted")


def test_a_report_that_was_begun_is_opened_again(officers: dict[str, Actor]) -> None:
    assert _start(officers[XUAN_AN]) is _start(officers[XUAN_AN])


def test_after_a_new_cut_no_day_is_reported_twice(officers: dict[str, Actor]) -> None:
    _close(officers, XUAN_AN, "2026-06")
    put(date(2026, 7, 1), period_starts_on=15)
    with pytest.raises(RuleBroken, match=r"15/06/2026–14/07/2026.*2026-06") as refused:
        _start(officers[XUAN_AN], "2026-07")
    assert refused.value.field == "period"
    assert _start(officers[XUAN_AN], "2026-08").first_on == date(2026, 7, 15)
    assert _start(officers[XUAN_AN], "2026-Q3").first_on == date(2026, 6, 15)  # another length


def test_a_place_of_another_map_is_refused_by_what_it_became(
    officers: dict[str, Actor],
) -> None:
    old = Actor("u", (Held(Role.OFFICER, "26023"),))  # a ward that ended with June 2025
    with pytest.raises(RuleBroken, match=r"26023.*\d{5} Phường") as refused:
        _start(old)
    assert refused.value.field == "place_code"


def test_a_place_that_was_not_there_yet_is_refused_by_what_was(country: Session) -> None:
    now = places.gazetteer().communes(TODAY)
    new = next(it for it in now if not places.find_unit(it.code, BEFORE))
    old = {it.code for it in places.gazetteer().former(new.code, TODAY)}
    with pytest.raises(RuleBroken) as refused:
        _start(Actor("u", (Held(Role.OFFICER, new.code),)), "2025-Q1")
    assert any(code in refused.value.message for code in old)


def test_the_due_day_is_that_of_the_rule(officers: dict[str, Actor]) -> None:
    put(date(2026, 7, 1), commune_days=3, province_days=20)
    assert _start(officers[XUAN_AN], "2026-05").due_on == date(2026, 6, 5)
    assert _start(officers[XUAN_AN], "2026-07").due_on == date(2026, 8, 3)
    assert _start(officers["75"], "2026-07").due_on == date(2026, 8, 20)


def test_who_has_not_sent_by_the_due_day_is_late_by_so_many_days(
    officers: dict[str, Actor], today: Clock
) -> None:
    plan, period = plan_numbered(PLAN), parse_period("2026-Q3")
    report = _start(officers[XUAN_AN])

    def late() -> dict[str, int]:
        found = report_rounds.reports_round(officers["75"], plan, period)
        return {due.place.code: due.days_late for due in found.late}

    today(date(2026, 10, 5))
    assert late() == {}
    today(date(2026, 10, 7))
    assert len(late()) == 95
    assert late()[XUAN_AN] == 2
    with session().begin_nested():
        _move(officers[XUAN_AN], report, "submitted")
    session().execute(
        update(ReportMove).values(at=clock.day_starts(date(2026, 10, 6)) + timedelta(hours=1))
    )
    today(date(2026, 11, 21))
    assert late()[XUAN_AN] == 1
    assert late()[TRANG_DAI] == 47


def test_the_missing_are_reminded_in_neutral_words(officers: dict[str, Actor]) -> None:
    _move(officers[XUAN_AN], _start(officers[XUAN_AN]), "submitted")
    session().query(Notice).delete()
    plan, period = plan_numbered(PLAN), parse_period("2026-Q3")
    assert report_rounds.remind(officers["75"], plan, period) == 94
    notice = session().scalars(select(Notice)).one()
    assert notice.facts == {"period": "quý III năm 2026", "day": "05/10/2026"}


def test_closing_freezes_the_figures_under_a_digest(officers: dict[str, Actor]) -> None:
    club(XUAN_AN, date(2026, 7, 2))
    report = _close(officers, XUAN_AN)
    kept = snapshots.frozen(report)
    assert kept
    before = report_lines(plan_numbered(PLAN), XUAN_AN, parse_period("2026-Q3"))
    assert (list(kept.contents.lines), kept.corrections) == (before, [])
    club(XUAN_AN, date(2026, 7, 3))
    case(client(XUAN_AN), date(2026, 3, 1), date(2026, 4, 1))
    summary.rebuild()
    assert snapshots.frozen(report) == kept
    assert report_lines(plan_numbered(PLAN), XUAN_AN, parse_period("2026-Q3")) != before


def test_the_paper_of_a_closed_period_stays_as_it_was_annexes_too(
    officers: dict[str, Actor],
) -> None:
    of = club(XUAN_AN, date(2026, 7, 2), name="Câu lạc bộ một")
    task = {"plan_number": PLAN, "title": "Việc", "responsible": "Công an", "percent": 0}
    save(
        PlanTask(**task, due_on=TODAY, progress="not_started", entered_at=clock.now()),
    )
    trained = {"place_code": XUAN_AN, "course": "Kỹ năng", "completed_on": date(2026, 8, 1)}
    staff = save(StaffTraining(person_code="a", name="Lê Thị Cán Bộ", **trained))
    _close(officers, XUAN_AN)
    before = official_report(PLAN, XUAN_AN, "2026-Q3")
    assert "Câu lạc bộ một" in str(before.annexes)
    assert "Lê Thị Cán Bộ" in str(before.annexes)
    of.name, of.founded_on = "Tên mới", date(2026, 7, 3)
    session().delete(staff)
    club(XUAN_AN, date(2026, 7, 3))
    session().flush()
    summary.rebuild()
    assert official_report(PLAN, XUAN_AN, "2026-Q3") == before


def test_a_changed_snapshot_is_said_plainly(officers: dict[str, Actor]) -> None:
    report = _close(officers, XUAN_AN)
    figures = session().scalars(select(ReportSnapshot.figures)).one()
    session().execute(update(ReportSnapshot).values(figures=figures.replace("0", "1", 1)))
    session().expire_all()
    with pytest.raises(RuleBroken, match="đã bị thay đổi"):
        snapshots.frozen(report)


def _value(contents: Contents, key: str) -> float | None:
    return next(line.value for line in contents.lines if line.key == key)


def test_a_target_is_judged_anew_by_its_corrected_figure(officers: dict[str, Actor]) -> None:
    case(client(XUAN_AN), date(2026, 3, 1), date(2026, 4, 1))
    report = _close(officers, "75")

    def states() -> dict[str, str | None]:
        kept = snapshots.frozen(report)
        assert kept
        return {line.key: line.state for line in kept.standing.lines}

    assert states()["004-3"] == "behind"
    for figure, state in ((1, "met"), (0, "behind")):
        snapshots.correct_report(
            officers["75"], report.pid, line="004-3", to_figure=figure, reason="Sót"
        )
        assert states()["004-3"] == state


def test_a_correction_stands_beside_the_snapshot(officers: dict[str, Actor]) -> None:
    report = _close(officers, XUAN_AN)
    kept = session().scalars(select(ReportSnapshot.figures)).one()
    correct = snapshots.correct_report
    correct(officers["75"], report.pid, line="needs_recorded", to_figure=2, reason="Sót")
    correct(officers["75"], report.pid, line="needs_recorded", to_figure=3, reason="Sót nữa")
    kept_now = snapshots.frozen(report)
    assert kept_now
    assert [(it.from_figure, it.to_figure) for it in kept_now.corrections] == [(0, 2), (2, 3)]
    assert _value(kept_now.standing, "needs_recorded") == 3
    assert _value(kept_now.contents, "needs_recorded") == 0
    assert session().scalars(select(ReportSnapshot.figures)).one() == kept


@pytest.mark.parametrize(
    ("who", "line", "figure", "field"),
    [
        ("75", "needs_recorded", 0, "to_figure"),  # it says so already
        ("75", "attendance", 1, "to_figure"),  # more than the whole
        ("75", "nothing", 1, "line"),
        (XUAN_AN, "needs_recorded", 1, None),
    ],
)
def test_a_correction_without_sense_or_right_is_refused(
    officers: dict[str, Actor], who: str, line: str, figure: int, field: str | None
) -> None:
    report = _close(officers, XUAN_AN)
    with pytest.raises(RuleBroken) as refused:
        snapshots.correct_report(officers[who], report.pid, line=line, to_figure=figure, reason="x")
    assert refused.value.field == field
    assert session().query(ReportCorrection).count() == 0


def test_an_open_report_is_not_corrected(officers: dict[str, Actor]) -> None:
    report = _start(officers[XUAN_AN])
    assert snapshots.frozen(report) is None
    with pytest.raises(RuleBroken):
        snapshots.correct_report(
            officers["75"], report.pid, line="needs_recorded", to_figure=1, reason="x"
        )


def test_the_province_adds_up_what_it_accepted_and_names_the_missing(
    officers: dict[str, Actor],
) -> None:
    for place in (XUAN_AN, TRANG_DAI):
        club(place, date(2026, 7, 2))
    summary.rebuild()
    closed = _close(officers, XUAN_AN)
    snapshots.correct_report(
        officers["75"], closed.pid, line="clubs_founded", to_figure=3, reason="Sót"
    )
    report = _start(officers["75"])
    whole = report_lines(plan_numbered(PLAN), "75", parse_period("2026-Q3"))

    def added() -> tuple[dict[str, int], set[str]]:
        rows, missing = report_rounds.added_up(report, whole)
        return {row.line.key: row.added for row in rows}, {place.code for place in missing}

    sums, missing = added()
    assert sums["clubs_founded"] == 3  # as corrected
    assert TRANG_DAI in missing
    assert len(missing) == 94
    other = _start(officers[TRANG_DAI])
    _move(officers[TRANG_DAI], other, "submitted")
    assert added()[0]["clubs_founded"] == 3
    _move(officers["75"], other, "accepted")
    assert added()[0]["clubs_founded"] == 4
    assert "people_consulted" not in sums  # persons are counted at each level


def test_what_is_sent_or_closed_is_signed_with_a_fresh_code(officers: dict[str, Actor]) -> None:
    secret = pyotp.random_base32()
    user = session().scalars(select(User).where(User.pid == officers[XUAN_AN].user)).one()
    user.second_factor = secret
    report = _start(officers[XUAN_AN])
    with pytest.raises(RuleBroken) as refused:
        _move(officers[XUAN_AN], report, "submitted")
    assert refused.value.field == "code"
    signature = replace(UNSIGNED, code=pyotp.TOTP(secret).at(clock.now()))
    assert STEP == 30
    _move(officers[XUAN_AN], report, "submitted", signature=signature)
    _move(officers["75"], report, "returned", "Xem lại")
    with pytest.raises(RuleBroken, match="đã dùng"):
        _move(officers[XUAN_AN], report, "submitted", signature=signature)


def test_where_the_second_factor_is_required_nobody_signs_without(
    officers: dict[str, Actor],
) -> None:
    report = _start(officers[XUAN_AN])
    with pytest.raises(RuleBroken) as refused:
        _move(officers[XUAN_AN], report, "submitted", signature=replace(UNSIGNED, required=True))
    assert "mã xác nhận hai bước" in refused.value.message
    assert report.state == ReportState.DRAFT
