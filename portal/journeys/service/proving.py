"""Skills that certificates prove."""

from sqlalchemy import select

from portal import changes
from portal.db import session
from portal.journeys.models import Step
from portal.people.models import Client, ClientSkill
from portal.training.models import Certificate, CourseSkill, Learner, TrainingClass


def prove_skills(client: Client, learner_pid: str) -> None:
    """The skills that the learner's course teaches are proven while some certificate of the
    person's that teaches them is in force; else they are claimed."""
    proven = _taught_with_papers(client)
    held = {skill.skill: skill for skill in _held(client)}
    for code in _taught(learner_pid):
        if code in held:
            held[code].proven = code in proven
        elif code in proven:
            session().add(ClientSkill(client_id=client.id, skill=code, proven=True))
    session().flush()
    changes.note("client", client.pid, place=client.commune_code)


def _taught(learner_pid: str) -> list[str]:
    query = (
        select(CourseSkill.skill)
        .join(TrainingClass, TrainingClass.course_id == CourseSkill.course_id)
        .join(Learner, Learner.class_id == TrainingClass.id)
        .where(Learner.pid == learner_pid)
    )
    return list(session().scalars(query))


def _taught_with_papers(client: Client) -> set[str]:
    query = (
        select(CourseSkill.skill)
        .join(TrainingClass, TrainingClass.course_id == CourseSkill.course_id)
        .join(Learner, Learner.class_id == TrainingClass.id)
        .join(Certificate, Certificate.learner_id == Learner.id)
        .join(Step, Step.copy_pid == Learner.pid)
        .where(Step.client_id == client.id, Certificate.revoked_on.is_(None))
    )
    return set(session().scalars(query))


def _held(client: Client) -> list[ClientSkill]:
    return list(session().scalars(select(ClientSkill).where(ClientSkill.client_id == client.id)))
