"""Certificates: given to those who completed, listed in the provider's register, revoked for a
reason, and checked by anyone who holds the paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, extract, select

from portal import audit, changes, clock, vault
from portal.access import Actor, Role
from portal.accounts.service import tries
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue
from portal.text import tidy
from portal.training import codes
from portal.training.models import (
    Approval,
    Certificate,
    Course,
    Learner,
    Provider,
    Standing,
    TrainingClass,
)
from portal.training.service.providers import own_provider
from portal.training.service.roster import Entry, get_learner, read_roster
from portal.training.service.scope import one


@dataclass(frozen=True)
class Given:
    """A line of the register."""

    pid: str
    number: str
    name: str
    course: str
    issued_on: date
    revoked_on: date | None


def visible_certificates(actor: Actor) -> Select[Certificate]:
    """What a provider gave itself."""
    own = Provider.pid.in_(actor.scopes(Role.PROVIDER))
    joined = select(Certificate).join(Provider, Provider.id == Certificate.provider_id)
    return joined.where(own)


def read_certificate(actor: Actor, pid: str) -> Certificate:
    """A certificate of the actor's provider; that it was read is on record."""
    found = one(visible_certificates(actor), Certificate.pid == pid)
    audit.record(actor, "read", f"certificate/{pid}")
    return found


def certificate_of(learner: Learner) -> Certificate | None:
    """The learner's certificate that is in force."""
    return session().scalar(
        select(Certificate).where(
            Certificate.learner_id == learner.id, Certificate.revoked_on.is_(None)
        )
    )


def certifies(held: TrainingClass) -> bool:
    """Whether the course of a class ends with a certificate."""
    return session().scalars(select(Course.certificate).where(Course.id == held.course_id)).one()


def give_certificate(
    actor: Actor, learner_pid: str, *, certificate_number: str, certified_on: date
) -> Certificate:
    """The certificate of one who completed a course with one; its number is used only once."""
    learner, provider = get_learner(actor, learner_pid), own_provider(actor)
    course, held = _course_of(learner)
    _check_may_have(learner, provider, course)
    _check_number(provider, certificate_number)
    _check_day(certified_on, held)
    given = _written(
        learner,
        provider_id=provider.id,
        number=certificate_number,
        issued_on=certified_on,
        course_title=course.title,
        by_pid=actor.user,
    )
    learner.certificate_number = None  # a number that was noted before the register stands in it
    audit.record(actor, "give_certificate", f"certificate/{given.pid}")
    _tell(learner, certified_on, n=1, what="certified")
    return given


def give_certificates(
    actor: Actor, class_pid: str, numbers: Mapping[str, str], *, certified_on: date
) -> int:
    """To many of a class on one day, by learner; who has no number gets none. How many."""
    due = {entry.pid for entry in uncertified(actor, class_pid)}
    typed = {pid: tidy(number) for pid, number in numbers.items() if pid in due}
    chosen = {pid: number for pid, number in typed.items() if number}
    if not chosen:
        raise RuleBroken(_("Mời ghi số chứng chỉ cho ít nhất một người."))
    for pid, number in chosen.items():
        give_certificate(actor, pid, certificate_number=number, certified_on=certified_on)
    return len(chosen)


def uncertified(actor: Actor, class_pid: str) -> list[Entry]:
    """Those who completed a class and have no certificate; that they were read is on record."""
    seated = read_roster(actor, class_pid).seated
    return [entry for entry in seated if entry.due_certificate]


def revoke(actor: Actor, pid: str, *, reason: str) -> Certificate:
    """A certificate that is valid no more; its line and its number stay in the register."""
    given = one(visible_certificates(actor), Certificate.pid == pid)
    session().refresh(given, with_for_update=True)
    if given.revoked_on is not None:
        raise RuleBroken(_("Chứng chỉ này đã thu hồi."))
    given.revoked_on, given.revoked_why = clock.today(), reason
    learner = session().get_one(Learner, given.learner_id)
    learner.certified_on = None
    audit.record(actor, "revoke_certificate", f"certificate/{pid}", reason=reason)
    _tell(learner, given.issued_on, n=-1, what="revoked")
    return given


def read_register(actor: Actor, year: int) -> list[Given]:
    """The certificates of a year in the order they were given; reading them is on record."""
    of_year = extract("year", Certificate.issued_on) == year
    rows = session().execute(
        visible_certificates(actor)
        .where(of_year)
        .with_only_columns(
            Certificate.pid,
            Certificate.number,
            Certificate.name_sealed,
            Certificate.key_wrapped,
            Certificate.course_title,
            Certificate.issued_on,
            Certificate.revoked_on,
        )
        .order_by(Certificate.issued_on, Certificate.id)
    )
    audit.record(actor, "read_list", f"certificates/{year}")
    return [
        Given(
            row.pid,
            row.number,
            vault.read(
                f"certificates/{row.pid}/name_sealed", row.name_sealed, row.pid, row.key_wrapped
            ),
            row.course_title,
            row.issued_on,
            row.revoked_on,
        )
        for row in rows
    ]


def export_register(actor: Actor, year: int, *, reason: str) -> list[Given]:
    """The same to take away; why stays on record."""
    audit.record(actor, "export", f"certificates/{year}", reason=reason)
    return read_register(actor, year)


def years_of_register(actor: Actor) -> list[int]:
    """The years that the register has lines of, and the present one, the last first."""
    year = extract("year", Certificate.issued_on)
    found = session().scalars(visible_certificates(actor).with_only_columns(year).distinct())
    return sorted({int(one) for one in found} | {clock.today().year}, reverse=True)


def is_valid(typed: str, address: str) -> bool:
    """Whether a paper with this code is in force; unknown and revoked ones are told apart by
    nothing. Guessing is limited by address, not over all: 80 bits need no more, and nobody may
    keep others from checking."""
    code = codes.read_code(typed)
    keys = {"paper": address}
    tries.check(keys)
    query = select(Certificate.id).where(
        Certificate.code_hash == code_hash(code), Certificate.revoked_on.is_(None)
    )
    valid = session().scalar(query) is not None
    if not valid:
        tries.failed(keys)
    return valid


def code_hash(code: str) -> bytes:
    """How a certificate is found by its code."""
    return vault.current().keyed_hash("certificate", code)


def _written(learner: Learner, **values: object) -> Certificate:
    code = codes.new_code()
    given = Certificate(learner_id=learner.id, code_hash=code_hash(code), **values)
    given.name, given.code = learner.name, code
    learner.certified_on = given.issued_on
    session().add(given)
    session().flush()
    return given


def _course_of(learner: Learner) -> tuple[Course, TrainingClass]:
    query = select(Course, TrainingClass).join(TrainingClass, TrainingClass.course_id == Course.id)
    course, held = session().execute(query.where(TrainingClass.id == learner.class_id)).one()
    return course, held


def _check_may_have(learner: Learner, provider: Provider, course: Course) -> None:
    session().refresh(learner, with_for_update=True)
    if provider.approval != Approval.APPROVED:
        raise RuleBroken(_("Cơ sở chưa được duyệt nên chưa cấp được chứng chỉ."))
    if not course.certificate:
        raise RuleBroken(_("Khóa học này không cấp chứng chỉ."))
    if learner.standing != Standing.COMPLETED:
        raise RuleBroken(_("Chỉ cấp chứng chỉ cho người đã hoàn thành khóa học."))
    if certificate_of(learner) is not None:
        raise RuleBroken(_("Người này đã có chứng chỉ. Mời thu hồi tờ cũ trước."))


def _check_number(provider: Provider, number: str) -> None:
    same = select(Certificate.id).where(
        Certificate.provider_id == provider.id, Certificate.number == number
    )
    if session().scalar(same) is not None:
        raise RuleBroken(
            _("Số chứng chỉ %(number)s đã dùng rồi.", number=number), field="certificate_number"
        )


def _check_day(day: date, held: TrainingClass) -> None:
    if day > clock.today():
        raise RuleBroken(_("Ngày cấp không được sau hôm nay."), field="certified_on")
    if day < held.starts_on:
        raise RuleBroken(_("Ngày cấp không được trước ngày khai giảng."), field="certified_on")


def _tell(learner: Learner, day: date, *, n: int, what: str) -> None:
    changes.note("learner", learner.pid, day=day, n=n)
    queue("class_result", {"learner": learner.pid, "what": what})
