"""What learners think of a course, by slips of paper.

The provider prints a slip with a code for each who has ended a class, and hands them out like
lots: a code is of a class, not of a person. An answer keeps the course alone; that a slip was used
is kept apart from it. Answers are let out five at a time, so that nobody can see the sixth by
comparing before and after.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from sqlalchemy import CursorResult, func, select, update

from portal import audit, vault
from portal.access import Actor
from portal.accounts.service import tries
from portal.crowd import FEWEST
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.text import sort_key
from portal.training import codes
from portal.training.models import (
    Course,
    Feedback,
    FeedbackSlip,
    Learner,
    Provider,
    Standing,
    TrainingClass,
)
from portal.training.service.classes import get_class

ASKED = ("overall", "teaching", "practice", "hours")
ENDED = (Standing.COMPLETED, Standing.DROPPED)


@dataclass(frozen=True)
class Opinions:
    """What is let out of a course's answers: how many, of each question how many gave which mark,
    and the words in the order of the alphabet."""

    number: int = 0
    marks: dict[str, Counter[int]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


def make_slips(actor: Actor, class_pid: str) -> int:
    """As many slips as learners have ended the class; those made before stay as they are."""
    held = get_class(actor, class_pid)
    session().refresh(held, with_for_update=True)
    ended = select(func.count(Learner.id)).where(
        Learner.class_id == held.id, Learner.standing.in_(ENDED)
    )
    number = session().scalar(ended) or 0
    if not number:
        raise RuleBroken(_("Chưa có ai học xong hay thôi học."))
    made = len(slips_of(actor, class_pid))
    for serial in range(made + 1, number + 1):
        session().add(slip_of(held, serial))
    session().flush()
    audit.record(actor, "make_slips", f"class/{class_pid}")
    return number


def slip_of(held: TrainingClass, serial: int) -> FeedbackSlip:
    """The slip of a class with that number."""
    return FeedbackSlip(class_id=held.id, serial=serial, code_hash=_hash(_code(held, serial)))


def slips_of(actor: Actor, class_pid: str) -> list[str]:
    """The codes of a class, used or not: which ones were used is told to nobody."""
    held = get_class(actor, class_pid)
    made = select(FeedbackSlip.serial).where(FeedbackSlip.class_id == held.id)
    serials = session().scalars(made.order_by(FeedbackSlip.serial))
    return [codes.grouped(_code(held, serial)) for serial in serials]


def answer(typed: str, address: str, *, marks: dict[str, int], words: str) -> None:
    """Keep an answer; its slip is used up."""
    code = codes.read_code(typed)
    keys = {"paper": address}
    tries.check(keys)
    course_id = _use(_hash(code))
    if course_id is None:
        tries.failed(keys)
        raise RuleBroken(_("Mã này không đúng hoặc đã dùng rồi."), field="code")
    session().add(Feedback(course_id=course_id, words=words, **marks))
    session().flush()


def opinions_of(course: Course, *, with_words: bool = False) -> Opinions:
    """The answers about a course that are let out; their words are for its provider."""
    return _opinions_by_id([course.id], with_words=with_words).get(course.id, Opinions())


def opinions_by_course(provider: Provider) -> list[tuple[Course, Opinions]]:
    """A provider's courses by title, each with what is let out."""
    query = select(Course).where(Course.provider_id == provider.id).order_by(Course.title)
    courses = session().scalars(query).all()
    found = _opinions_by_id([course.id for course in courses], with_words=False)
    return [(course, found.get(course.id, Opinions())) for course in courses]


def _opinions_by_id(course_ids: list[int], *, with_words: bool) -> dict[int, Opinions]:
    """Whole fives of each course's answers, the first ones first."""
    query = select(Feedback).where(Feedback.course_id.in_(course_ids)).order_by(Feedback.id)
    given: defaultdict[int, list[Feedback]] = defaultdict(list)
    for row in session().scalars(query):
        given[row.course_id].append(row)
    return {
        course_id: _let_out(rows[: len(rows) // FEWEST * FEWEST], with_words=with_words)
        for course_id, rows in given.items()
    }


def _let_out(rows: list[Feedback], *, with_words: bool) -> Opinions:
    marks = {name: Counter(getattr(row, name) for row in rows) for name in ASKED}
    said = sorted((row.words for row in rows if row.words and with_words), key=sort_key)
    return Opinions(len(rows), marks, said)


def _use(digest: bytes) -> int | None:
    """Use the slip up; the course that it is about, or None where there is no such slip."""
    used = session().execute(
        update(FeedbackSlip)
        .where(FeedbackSlip.code_hash == digest, FeedbackSlip.used.is_(False))
        .values(used=True)
    )
    assert isinstance(used, CursorResult)
    if used.rowcount != 1:
        return None
    course = (
        select(TrainingClass.course_id)
        .join(FeedbackSlip, FeedbackSlip.class_id == TrainingClass.id)
        .where(FeedbackSlip.code_hash == digest)
    )
    return session().scalars(course).one()


def _code(held: TrainingClass, serial: int) -> str:
    """A slip can be printed again without its code being kept."""
    return codes.code_from(vault.current().keyed_hash("slip", f"{held.pid}/{serial}"))


def _hash(code: str) -> bytes:
    return vault.current().keyed_hash("slip-code", code)
