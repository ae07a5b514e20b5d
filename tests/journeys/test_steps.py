"""The rules of steps: what is shared, with whom, for how long, and how it ends."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.jobs import service as jobs
from portal.jobs.models import Application, Employer, Hiring, Vacancy
from portal.journeys import service
from portal.journeys.models import Step, StepKind
from portal.matching.service import lists_for_client_code
from portal.messages.models import Notice, OutboxRow
from portal.people.models import Client, Consent
from portal.people.service import consented
from portal.training import service as training
from portal.training.models import Learner, Standing, TrainingClass
from tests.clubs import ground
from tests.jobs import world as work_world
from tests.training import world as training_world

NAME, PHONE = "Nguyễn Văn An", "+84912345678"


@pytest.fixture
def an(work: Session) -> Client:
    made = ground.client(NAME, phone=PHONE)
    made.shifts = 0b11111
    return made


@pytest.fixture
def actor(an: Client) -> Actor:
    return ground.user("an", Role.MEMBER, an.pid)


@pytest.fixture
def lesson(work: Session) -> TrainingClass:
    """A class of one seat."""
    school = training_world.provider()
    return training_world.held(training_world.course(school), seats=1)


@pytest.fixture
def pledged(work: Session) -> Employer:
    return work_world.employer(pledged=True)


@pytest.fixture
def job(pledged: Employer) -> Vacancy:
    return work_world.vacancy(pledged)


def seat_of(step: Step) -> Learner:
    return session().scalars(select(Learner).where(Learner.pid == step.copy_pid)).one()


def sent_by(step: Step) -> Application:
    return session().scalars(select(Application).where(Application.pid == step.copy_pid)).one()


def consents(client: Client) -> list[Consent]:
    return list(session().scalars(select(Consent).where(Consent.client_id == client.id)))


def told(actor: Actor) -> list[str]:
    rows = select(Notice.template).join(User, User.id == Notice.user_id)
    return list(session().scalars(rows.where(User.pid == actor.user)))


def test_who_enrols_gives_the_provider_name_and_phone_by_consent(
    actor: Actor, an: Client, lesson: TrainingClass
) -> None:
    step = service.enrol_in_class(actor, lesson.pid)
    learner = seat_of(step)
    assert (learner.name, learner.phone, learner.standing) == (NAME, PHONE, Standing.ENROLLED)
    (consent,) = consents(an)
    assert consent.fields.split() == ["name", "phone"]
    assert (consent.to_on, consent.given_how) == (lesson.ends_on, "on screen")
    assert consented(an.pid, consent.viewer, "phone")
    assert (step.by_pid, step.opening_code) == (actor.user, lesson.code)


def test_nothing_outside_leads_back_to_the_client(
    actor: Actor, an: Client, lesson: TrainingClass
) -> None:
    learner = seat_of(service.enrol_in_class(actor, lesson.pid))
    own = {an.pid, an.code, an.name_sealed, an.phone_sealed, an.key_wrapped}
    assert not own & set(vars(learner).values())


def test_nobody_enrols_twice(actor: Actor, lesson: TrainingClass) -> None:
    service.enrol_in_class(actor, lesson.pid)
    with pytest.raises(Conflict):
        service.enrol_in_class(actor, lesson.pid)


def test_a_full_class_has_a_waiting_list_and_the_seat_that_falls_free_is_told(
    actor: Actor, lesson: TrainingClass
) -> None:
    other = training.enrol(lesson.pid, name="Khác", phone="")
    step = service.enrol_in_class(actor, lesson.pid)
    assert seat_of(step).standing == Standing.WAITING
    training.withdraw(other.pid)
    assert seat_of(step).standing == Standing.OFFERED
    queued = session().scalars(select(OutboxRow).where(OutboxRow.kind == "seat_found")).one()
    service.tell_seat_found(queued.payload)
    assert told(actor) == ["seat_offered"]


def test_a_providers_own_learner_is_not_ours_to_tell(actor: Actor, lesson: TrainingClass) -> None:
    learner = training.enrol(lesson.pid, name="Khác", phone="")
    service.tell_seat_found({"learner": learner.pid})
    assert told(actor) == []


def test_who_leaves_frees_the_seat_ends_the_consent_and_may_come_back(
    actor: Actor, an: Client, lesson: TrainingClass
) -> None:
    step = service.enrol_in_class(actor, lesson.pid)
    service.end_step(actor, step.pid)
    session().refresh(lesson)
    assert lesson.taken == 0
    assert consents(an)[0].withdrawn_at is not None
    again = service.enrol_in_class(actor, lesson.pid)
    assert (again.pid, again.ended_on) == (step.pid, None)
    assert seat_of(again).standing == Standing.ENROLLED
    assert len(consents(an)) == 2


def test_to_withdraw_the_consent_is_to_leave(
    actor: Actor, an: Client, lesson: TrainingClass
) -> None:
    step = service.enrol_in_class(actor, lesson.pid)
    service.withdraw_consent(actor, consents(an)[0].pid)
    assert step.ended_on == clock.today()
    assert seat_of(step).standing == Standing.WITHDRAWN


def test_who_applies_like_anyone_tells_nobody(actor: Actor, an: Client, job: Vacancy) -> None:
    step = service.note_applied_plainly(actor, job.pid)
    assert (step.channel, step.copy_pid) == ("plain", None)
    assert consents(an) == []
    assert session().scalar(select(Application.id)) is None


def test_an_employer_who_knows_sees_what_was_previewed_for_30_days(
    actor: Actor, an: Client, job: Vacancy, pledged: Employer
) -> None:
    shown = service.shown_to_employer(actor, ["shifts"])
    sent = sent_by(service.apply_to_pledged(actor, job.pid, tell=["shifts"]))
    assert (sent.name, sent.phone, sent.about) == (shown.name, shown.phone, shown.about)
    assert "buổi sáng" in sent.about
    assert "Học vấn" not in sent.about
    assert sent.ends_on == clock.today() + timedelta(days=30)
    (consent,) = consents(an)
    assert consent.viewer == f"employer/{pledged.pid}"
    assert (consent.fields.split(), consent.to_on) == (["name", "phone", "shifts"], sent.ends_on)


def test_nothing_is_sent_to_an_employer_without_pledge_or_not_verified(actor: Actor) -> None:
    plain = work_world.vacancy(work_world.employer())
    unverified = work_world.employer(pledged=True)
    hidden = work_world.vacancy(unverified)
    unverified.verification = "pending"
    session().flush()
    for vacancy in (plain, hidden):
        with pytest.raises(NotFound):
            service.apply_to_pledged(actor, vacancy.pid, tell=[])
    assert session().scalar(select(Application.id)) is None


def test_who_takes_an_application_back_leaves_nothing_with_the_employer(
    actor: Actor, an: Client, job: Vacancy
) -> None:
    step = service.apply_to_pledged(actor, job.pid, tell=[])
    service.end_step(actor, step.pid)
    sent = sent_by(step)
    assert (sent.standing, sent.name_sealed, sent.key_wrapped) == (Hiring.WITHDRAWN, None, None)
    assert consents(an)[0].withdrawn_at is not None


def test_two_applications_to_one_employer_stand_on_consents_of_their_own(
    actor: Actor, an: Client, job: Vacancy, pledged: Employer
) -> None:
    first = service.apply_to_pledged(actor, job.pid, tell=[])
    second = service.apply_to_pledged(actor, work_world.vacancy(pledged).pid, tell=[])
    service.end_step(actor, first.pid)
    assert sent_by(second).standing == Hiring.SENT
    assert [consent.withdrawn_at is None for consent in consents(an)] == [False, True]


def test_who_is_hired_is_told_and_placed(
    actor: Actor, an: Client, job: Vacancy, pledged: Employer
) -> None:
    step = service.apply_to_pledged(actor, job.pid, tell=[])
    employer = work_world.acting_for(pledged)
    jobs.answer_application(employer, step.copy_pid or "", answer="hired")
    queued = (
        session().scalars(select(OutboxRow).where(OutboxRow.kind == "application_answered")).one()
    )
    service.hear_answer(queued.payload)
    assert told(actor) == ["application_answered"]
    kinds = session().scalars(select(Step.kind).where(Step.client_id == an.id).order_by(Step.id))
    assert list(kinds) == [StepKind.APPLIED, StepKind.PLACED]


def test_an_opening_turned_down_is_suggested_no_more_until_it_is_reconsidered(
    actor: Actor, an: Client, job: Vacancy
) -> None:
    an.commune_code = job.commune_code
    session().flush()

    def suggested() -> list[str]:
        return [match.code for match in lists_for_client_code(an.code).vacancies]

    assert suggested() == [job.code]
    step = service.turn_down(actor, "vacancy", job.pid, reason="hours")
    assert suggested() == []
    service.reconsider(actor, step.pid)
    assert suggested() == [job.code]


def test_a_no_needs_a_reason_of_the_list(actor: Actor, job: Vacancy) -> None:
    with pytest.raises(RuleBroken) as refusal:
        service.turn_down(actor, "vacancy", job.pid, reason="because")
    assert refusal.value.field == "reason"


def test_the_steps_of_another_are_not_to_be_found(
    actor: Actor, lesson: TrainingClass, job: Vacancy
) -> None:
    binh = ground.user("binh", Role.MEMBER, ground.client("Bình").pid)
    step = service.enrol_in_class(actor, lesson.pid)
    no = service.turn_down(actor, "vacancy", job.pid, reason="hours")
    assert service.steps_of(binh) == []
    for act in (service.end_step, service.get_own_taken):
        with pytest.raises(NotFound):
            act(binh, step.pid)
    with pytest.raises(NotFound):
        service.reconsider(binh, no.pid)


def test_a_step_that_is_no_no_is_not_reconsidered(actor: Actor, job: Vacancy) -> None:
    step = service.note_applied_plainly(actor, job.pid)
    with pytest.raises(NotFound):
        service.reconsider(actor, step.pid)
    assert service.steps_towards(actor, job.pid)[StepKind.APPLIED].channel == "plain"


def test_a_class_that_takes_nobody_any_more_is_not_to_be_found(
    actor: Actor, lesson: TrainingClass
) -> None:
    lesson.enrol_by = clock.today() - timedelta(days=1)
    session().flush()
    with pytest.raises(NotFound):
        service.enrol_in_class(actor, lesson.pid)
