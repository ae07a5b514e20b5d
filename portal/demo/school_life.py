"""What happens in the demo's schools: looks by the officer, rolls, endings, certificates, opinions.

It is drawn from a source of its own, after everything else: what stood before does not change.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from portal.db import session
from portal.demo.words import read
from portal.demo.world import Lesson, School, World, keep, keep_plain
from portal.training import codes
from portal.training.models import (
    SEATED,
    Approval,
    Certificate,
    ClassAttendance,
    DropReason,
    Feedback,
    Learner,
    Mark,
    Provider,
    ProviderCheck,
    Standing,
)
from portal.training.service.certificates import code_hash
from portal.training.service.feedback import ASKED, slip_of

DAYS, EVERY = 8, 3  # the last days of a class that were marked, and how far apart they are
CAME = {Mark.PRESENT: 84, Mark.ABSENT: 9, Mark.EXCUSED: 7}
USED, LIKED = 0.7, (35, 45, 15, 5)
REVOKED_EVERY = 40
REASONS = tuple(DropReason)


def add_school_life(world: World) -> None:
    """Each state of a provider, a learner, a certificate and a course's opinions."""
    own = world.apart("school life")
    learners = _learners(own)
    _add_looks(own)
    keep([_refused(own)])
    for lesson in own.lessons:
        seated = learners.get(lesson.held.id, [])
        keep_plain(ClassAttendance, _rolls(own, lesson, seated))
        _give_reasons(own, seated)
        _add_opinions(own, lesson, seated)
    keep(_certificates(own, learners))


def _learners(world: World) -> dict[int, list[Learner]]:
    """Those with a seat, by class, in the order in which they were written."""
    found: dict[int, list[Learner]] = {lesson.held.id: [] for lesson in world.lessons}
    query = select(Learner).where(Learner.standing.in_(SEATED), Learner.class_id.in_(found))
    for learner in session().scalars(query.order_by(Learner.id)):
        found[learner.class_id].append(learner)
    return found


def _add_looks(world: World) -> None:
    """The approved ones were seen with their papers; one has changed its name since."""
    words, approved = read("school_life"), _approved(world)
    for serial, school in enumerate(approved, 1):
        provider = school.provider
        provider.about = world.rng.choice(words["about"])
        provider.address = world.rng.choice(words["addresses"])
        provider.contact_name = world.rng.choice(("Phòng đào tạo", "Phòng tuyển sinh"))
        seen_on = provider.registered_at.date() - timedelta(days=world.rng.randint(90, 900))
        check = _check(world, provider, Approval.APPROVED, papers=0b0011, paper_on=seen_on)
        check.paper_number = f"{world.rng.randint(3, 90)}/GCNĐKHĐ-{serial}"
        keep([check])
    approved[-1].provider.look_asked_at = world.at_work(world.ago(2, 5))


def _approved(world: World) -> list[School]:
    """Those who were approved before this part."""
    return [s for s in world.schools if s.provider.approval == Approval.APPROVED]


def _refused(world: World) -> ProviderCheck:
    """One more, which lacks a paper."""
    provider = Provider(
        pid=world.pid(),
        code="cs-refused",
        name="Cơ sở dạy nghề Bến Gỗ",
        commune_code=world.home.code,
        phone=world.phone(),
        email="lienhe@bengo.example",
        approval=Approval.REFUSED,
        registered_at=world.at_work(world.ago(20, 30)),
    )
    keep([provider])
    check = _check(world, provider, Approval.REFUSED)
    check.reason = read("school_life")["refused"]
    return check


def _check(world: World, provider: Provider, decision: Approval, **seen: Any) -> ProviderCheck:
    officer = world.users["officer/75"]
    decided_at = provider.registered_at + timedelta(days=world.rng.randint(1, 6))
    return ProviderCheck(
        provider_id=provider.id,
        decision=decision,
        by_pid=officer.pid,
        decided_at=decided_at,
        **seen,
    )


def _rolls(world: World, lesson: Lesson, seated: list[Learner]) -> Iterator[dict[str, Any]]:
    """The last days of a class that has begun; nobody is marked after they left."""
    last = min(lesson.held.ends_on or world.today, world.today)
    days = [last - timedelta(days=EVERY * back) for back in range(DAYS)]
    for day in (day for day in days if day >= lesson.held.starts_on):
        at = world.at_work(day)
        for learner in seated:
            yield {
                "learner_id": learner.id,
                "held_on": day,
                "mark": world.rng.choices(list(CAME), list(CAME.values()))[0],
                "by_pid": None,
                "marked_at": at,
            }


def _give_reasons(world: World, seated: list[Learner]) -> None:
    for learner in seated:
        if learner.standing == Standing.DROPPED:
            learner.dropped_why = world.rng.choice(REASONS)
            learner.dropped_words = world.rng.choice(read("school_life")["dropped"])


def _certificates(world: World, learners: dict[int, list[Learner]]) -> Iterator[Certificate]:
    """The numbers noted so far stand in the register; now and then a paper was given anew."""
    serial = 0
    for lesson in world.lessons:
        for learner in learners[lesson.held.id]:
            if learner.certificate_number and learner.certified_on:
                serial += 1
                number, given_on = learner.certificate_number, learner.certified_on
                if serial % REVOKED_EVERY == 0:
                    yield _paper(world, lesson, learner, f"{number}-A", given_on, revoked=True)
                yield _paper(world, lesson, learner, number, given_on)


def _paper(
    world: World,
    lesson: Lesson,
    learner: Learner,
    number: str,
    given_on: date,
    *,
    revoked: bool = False,
) -> Certificate:
    code = codes.code_from(world.rng.randbytes(codes.LENGTH))
    paper = Certificate(
        pid=world.pid(),
        provider_id=lesson.school.provider.id,
        learner_id=learner.id,
        number=number,
        issued_on=given_on,
        course_title=lesson.course.title,
        code_hash=code_hash(code),
        revoked_on=given_on if revoked else None,
        revoked_why=read("school_life")["revoked"] if revoked else "",
    )
    paper.name, paper.code = learner.name, code
    return paper


def _add_opinions(world: World, lesson: Lesson, seated: list[Learner]) -> None:
    """Everyone who ended a class had a slip, and many have used it."""
    ended = [learner for learner in seated if learner.standing != Standing.ENROLLED]
    slips = [slip_of(lesson.held, serial) for serial in range(1, len(ended) + 1)]
    for slip in slips:
        slip.used = world.rng.random() < USED
    keep(slips)
    keep(_opinion(world, lesson) for slip in slips if slip.used)


def _opinion(world: World, lesson: Lesson) -> Feedback:
    marks = [world.rng.choices((4, 3, 2, 1), LIKED)[0] for _question in ASKED]
    words = world.rng.choice(read("school_life")["opinions"])
    return Feedback(course_id=lesson.course.id, words=words, **dict(zip(ASKED, marks, strict=True)))
