"""A person's way beyond the openings: milestones, supports, referrals, the plan, acting for."""

import unicodedata
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import Actor
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.journeys.loan_rules import checklist
from portal.journeys.models import (
    GOAL_MOVES,
    REFERRAL_MOVES,
    SUPPORT_MOVES,
    GoalState,
    NeedOrigin,
    ReferralState,
    Step,
    SupportState,
)
from portal.journeys.service import needs, placements_of, withdraw_consent
from portal.journeys.service import plans as planning
from portal.journeys.service.lateness import late_today
from portal.journeys.service.milestones import record_milestone, take_back
from portal.journeys.service.referrals import move_referral
from portal.journeys.service.retention import record_retention
from portal.journeys.service.standing_in import act_for
from portal.journeys.service.supports import move_support, tick_papers
from portal.journeys.service.timeline import open_timeline, own_timeline
from portal.people.models import Client, Consent
from portal.people.service import consented, own_consents
from tests.jobs import world as jobs
from tests.journeys.way import TODAY, loan, sent
from tests.people import commune
from tests.people.commune import Commune, actor
from tests.training import world as classes

NOT_THEIRS = ("neighbour", "coordinator", "officer", "admin", "member")


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


@pytest.fixture
def officer(work: Session, settled: Commune) -> Actor:
    """Its case officer."""
    return actor(work, "case_officer")


def an(settled: Commune) -> Client:
    return session().scalars(select(Client).where(Client.pid == settled.an)).one()


class TestMilestones:
    def test_a_job_found_elsewhere_is_asked_about_like_any_other(
        self, officer: Actor, settled: Commune
    ) -> None:
        found = record_milestone(
            officer,
            settled.an,
            kind="placed",
            reached_on=date(2026, 10, 20),
            evidence="contract",
            number="12/HĐ",
            words="Xưởng mộc Hố Nai",
        )
        (job,) = placements_of(officer, an(settled))
        assert (job.title, job.due) == ("Xưởng mộc Hố Nai", [1])
        record_retention(officer, job.step.pid, months=1, asked_on=TODAY, kept=True)
        with pytest.raises(Conflict):
            take_back(officer, found.pid)

    def test_a_mistake_is_taken_back_with_its_step(self, officer: Actor, settled: Commune) -> None:
        told = {"evidence": "statement", "words": "Bán nước mía"}
        found = record_milestone(officer, settled.an, kind="placed", reached_on=TODAY, **told)
        with pytest.raises(Conflict):
            record_milestone(officer, settled.an, kind="placed", reached_on=TODAY, **told)
        take_back(officer, found.pid)
        assert session().scalar(select(Step.id)) is None

    @pytest.mark.parametrize(
        ("kind", "day", "words"),
        [("placed", TODAY, ""), ("consulted", TODAY + timedelta(days=1), "x")],
    )
    def test_what_is_not_so_is_refused(
        self, officer: Actor, settled: Commune, kind: str, day: date, words: str
    ) -> None:
        with pytest.raises(RuleBroken):
            record_milestone(
                officer, settled.an, kind=kind, reached_on=day, evidence="other", words=words
            )


class TestSupports:
    def test_a_loan_goes_from_papers_to_money_and_meets_its_need(
        self, officer: Actor, settled: Commune
    ) -> None:
        need = needs.record_need(officer, settled.an, kind="loan", recorded_on=date(2026, 10, 1))
        asked = loan(officer, settled.an)
        assert asked.need_id == need.id
        lines = list(checklist("loan", asked.asked_on))
        tick_papers(officer, asked.pid, there=lines[1:])
        assert asked.state == SupportState.ASKED
        assert [row.pid for row in late_today(officer)] == [asked.pid]
        tick_papers(officer, asked.pid, there=set(lines) - {"school", "no_other_loan"})
        move_support(officer, asked.pid, to="sent", on=TODAY)
        with pytest.raises(RuleBroken):  # no paper
            move_support(officer, asked.pid, to="granted", on=TODAY)
        move_support(officer, asked.pid, to="granted", on=TODAY, amount=40_000_000, paper="15/TB")
        move_support(officer, asked.pid, to="done", on=TODAY)
        assert (asked.amount, asked.decided_on, need.met_on) == (40_000_000, TODAY, TODAY)
        assert late_today(officer) == []

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            *product(["amount"], [None, 0, -1, 200_000_001, 10**12]),
            *product(["years"], [None, 0, 11]),
            ("asked_on", date(2026, 4, 30)),
            ("asked_on", TODAY + timedelta(days=1)),
        ],
    )
    def test_a_loan_keeps_to_the_decision(
        self, officer: Actor, settled: Commune, field: str, value: object
    ) -> None:
        with pytest.raises(RuleBroken):
            loan(officer, settled.an, **{field: value})

    def test_the_most_is_allowed(self, officer: Actor, settled: Commune) -> None:
        assert loan(officer, settled.an, amount=200_000_000, years=10, asked_on=date(2026, 5, 1))


class TestReferrals:
    def test_nobody_outside_is_told_without_consent_which_ends_with_it(
        self, officer: Actor, settled: Commune
    ) -> None:
        with pytest.raises(RuleBroken):
            sent(officer, settled.an, consent="")
        row = sent(officer, settled.an)
        assert consented(settled.an, f"body/{row.pid}", "phone")
        move_referral(officer, row.pid, to="accepted", on=TODAY)
        move_referral(officer, row.pid, to="done", on=TODAY, words="Đã làm xong giấy tờ.")
        assert not consented(settled.an, f"body/{row.pid}", "phone")

    def test_the_communes_own_bodies_need_none(self, officer: Actor, settled: Commune) -> None:
        row = sent(officer, settled.an, body_kind="commune", consent="")
        rows = select(Consent).where(Consent.purpose == f"referral/{row.pid}")
        assert session().scalar(rows) is None

    def test_the_member_takes_the_consent_back_and_nobody_waits(
        self, work: Session, officer: Actor, settled: Commune
    ) -> None:
        row, member = sent(officer, settled.an), actor(work, "member")
        (consent,) = [c for c in own_consents(member) if c.purpose == f"referral/{row.pid}"]
        withdraw_consent(member, consent.pid)
        assert row.state == ReferralState.DROPPED

    def test_silence_is_late_from_the_day_after(self, officer: Actor, settled: Commune) -> None:
        on_time = sent(officer, settled.an)
        late = sent(officer, settled.binh, reply_by=TODAY - timedelta(days=1))
        assert not on_time.is_late
        assert [(row.pid, row.page) for row in late_today(officer)] == [
            (late.pid, "journeys.referral")
        ]

    @pytest.mark.parametrize("reply_by", [date(2026, 11, 1), date(2999, 1, 1)])
    def test_an_answer_is_due_on_a_day_that_comes(
        self, officer: Actor, settled: Commune, reply_by: date
    ) -> None:
        with pytest.raises(RuleBroken):
            sent(officer, settled.an, reply_by=reply_by)


class TestPlan:
    def test_a_change_asks_for_agreement_anew(
        self, work: Session, officer: Actor, settled: Commune
    ) -> None:
        member = actor(work, "member")
        plan = planning.write_plan(officer, settled.an, version=None, aim="Có việc ổn định")
        read = plan.version
        planning.set_goal(
            officer, settled.an, title="Học hàn", due_on=date(2027, 1, 31), who="member"
        )
        with pytest.raises(Conflict):  # not the plan that was read
            planning.agree(member, version=read)
        planning.agree(member, version=plan.version)
        assert (plan.agreed_on, plan.agreed_how) == (TODAY, "screen")
        planning.write_plan(officer, settled.an, version=plan.version, aim="Có nghề")
        assert plan.agreed_on is None
        planning.agree_on_paper(officer, settled.an, version=plan.version)
        assert plan.agreed_how == "paper"

    def test_a_stale_save_shows_both(self, officer: Actor, settled: Commune) -> None:
        planning.write_plan(officer, settled.an, version=None, aim="Một")
        planning.write_plan(officer, settled.an, version=1, aim="Hai")
        with pytest.raises(Conflict) as refused:
            planning.write_plan(officer, settled.an, version=1, aim="Ba")
        assert refused.value.theirs["aim"] == "Hai"

    def test_a_goal_past_its_day_is_due_on_the_start_page(
        self, officer: Actor, settled: Commune
    ) -> None:
        planning.write_plan(officer, settled.an, version=None, aim="Có việc")
        goal = planning.set_goal(officer, settled.an, title="Học hàn", due_on=TODAY, who="member")
        assert late_today(officer) == []
        goal.due_on = TODAY - timedelta(days=1)
        assert [row.page for row in late_today(officer)] == ["journeys.goal"]
        with pytest.raises(RuleBroken):
            planning.move_goal(officer, goal.pid, to="given_up")
        planning.move_goal(officer, goal.pid, to="reached")
        assert late_today(officer) == []


MOVES = [
    (SupportState, SUPPORT_MOVES),
    (ReferralState, REFERRAL_MOVES),
    (GoalState, GOAL_MOVES),
]


class TestMoves:
    @pytest.mark.parametrize(("states", "moves"), MOVES)
    def test_every_state_has_its_moves(self, states: type, moves: dict) -> None:  # type: ignore[type-arg]
        assert set(moves) == set(states)
        assert {to for found in moves.values() for to in found} <= set(states)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.sampled_from(list(SupportState)), max_size=6))
    def test_a_support_makes_no_other_move(
        self, officer: Actor, settled: Commune, wanted: list[SupportState]
    ) -> None:
        row = loan(officer, settled.an)
        for to in wanted:
            before = row.state
            try:
                move_support(officer, row.pid, to=to, on=TODAY, paper="1", words="vì")
            except (Conflict, RuleBroken):
                assert row.state == before
            else:
                assert to in SUPPORT_MOVES[SupportState(before)]

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.sampled_from(list(ReferralState)), max_size=5))
    def test_a_referral_makes_no_other_move(
        self, officer: Actor, settled: Commune, wanted: list[ReferralState]
    ) -> None:
        row = sent(officer, settled.an)
        for to in wanted:
            before = row.state
            try:
                move_referral(officer, row.pid, to=to, on=TODAY, words="vì")
            except Conflict:
                assert to not in REFERRAL_MOVES[ReferralState(before)]
            else:
                assert to in REFERRAL_MOVES[ReferralState(before)]


class TestActingFor:
    def test_what_staff_did_by_the_members_word_is_marked(
        self, work: Session, officer: Actor, settled: Commune
    ) -> None:
        held = classes.held(classes.course(classes.provider()), seats=2)
        vacancy = jobs.vacancy(jobs.employer())
        enrolled = act_for(officer, settled.an, "class", held.pid, act="enrol", told_how="phone")
        chair = actor(work, "coordinator")
        act_for(chair, settled.an, "vacancy", vacancy.pid, act="apply", told_how="in_person")
        way = own_timeline(actor(work, "member"))
        assert {way.doers[str(event.by)] for event in way.events} == {
            "case_officer",
            "coordinator",
        }
        assert any("điện thoại" in fact for event in way.events for fact in event.facts)
        consent = select(Consent).where(Consent.purpose == f"enrolment/{enrolled.pid}")
        assert session().scalars(consent).one().given_how == "phone"

    def test_a_coordinator_only_for_those_who_let_the_club_see_what_fits(
        self, work: Session, settled: Commune
    ) -> None:
        vacancy = jobs.vacancy(jobs.employer())
        with pytest.raises(NotFound):
            act_for(
                actor(work, "coordinator"),
                settled.binh,
                "vacancy",
                vacancy.pid,
                act="apply",
                told_how="phone",
            )

    @pytest.mark.parametrize(
        ("act", "told_how", "reason"),
        [("enrol", "phone", ""), ("apply", "dream", ""), ("turn_down", "phone", "")],
    )
    def test_what_cannot_be_is_refused(
        self, officer: Actor, settled: Commune, act: str, told_how: str, reason: str
    ) -> None:
        pid = jobs.vacancy(jobs.employer()).pid
        with pytest.raises(RuleBroken):
            act_for(officer, settled.an, "vacancy", pid, act=act, told_how=told_how, reason=reason)


def test_a_need_says_who_spoke_of_it(officer: Actor, settled: Commune) -> None:
    words = unicodedata.normalize("NFD", "Buổi họp tổ dân phố")
    need = needs.record_need(
        officer, settled.an, kind="work", recorded_on=TODAY, told_by="family", where=words
    )
    origin = session().scalars(select(NeedOrigin)).one()
    assert (origin.need_id, origin.told_by, origin.where) == (need.id, "family", words)
    assert any(words in event.facts for event in open_timeline(officer, settled.an).events)


@pytest.mark.parametrize("login", NOT_THEIRS)
def test_nobody_else_reaches_a_way(
    work: Session, officer: Actor, settled: Commune, login: str
) -> None:
    asked, row = loan(officer, settled.an), sent(officer, settled.an)
    planning.write_plan(officer, settled.an, version=None, aim="x")
    goal = planning.set_goal(officer, settled.an, title="x", due_on=TODAY, who="member")
    other = actor(work, login)
    for refused in (
        lambda: open_timeline(other, settled.an),
        lambda: planning.open_plan(other, settled.an),
        lambda: move_support(other, asked.pid, to="dropped", on=TODAY, words="x"),
        lambda: move_referral(other, row.pid, to="dropped", on=TODAY, words="x"),
        lambda: planning.move_goal(other, goal.pid, to="reached"),
        lambda: loan(other, settled.an),
    ):
        with pytest.raises(NotFound):
            refused()
