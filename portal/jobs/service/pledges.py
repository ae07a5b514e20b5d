"""The pledge of an employer who may receive what an applicant chose to tell: signed, seen, ended.

`Employer.pledged` is the flag that all others read; it is set here and nowhere else, but by import.
"""

from datetime import date

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.jobs.models import Employer, Pledge, Verification
from portal.jobs.service.applications import end_applications_to
from portal.jobs.service.employers import get_employer
from portal.jobs.service.keeping import forget_questions_to
from portal.messages.service import notify


def sign_pledge(
    actor: Actor, pid: str, *, signed_on: date, signed_by: str, pledge_number: str = ""
) -> Employer:
    """The officer has seen the signed pledge; only a verified employer can give one."""
    employer = _locked(actor, pid)
    if employer.verification != Verification.VERIFIED:
        raise RuleBroken(_("Chỉ ghi cam kết cho doanh nghiệp đã được duyệt."))
    if employer.pledged:
        raise RuleBroken(_("Đang có một bản cam kết còn hiệu lực."))
    if signed_on > clock.today():
        raise RuleBroken(_("Ngày ký không thể ở sau hôm nay."), field="signed_on")
    employer.pledged = True
    session().add(
        Pledge(
            employer_id=employer.id,
            signed_on=signed_on,
            signed_by=signed_by,
            paper_number=pledge_number,
            seen_by_pid=actor.user or "",
            recorded_at=clock.now(),
        )
    )
    session().flush()
    audit.record(actor, "pledge", f"employer/{pid}")
    return employer


def end_pledge(actor: Actor, pid: str, *, reason: str) -> Employer:
    """From today nobody's application is shown to it any more."""
    employer = _locked(actor, pid)
    if not employer.pledged:
        raise RuleBroken(_("Không có bản cam kết nào còn hiệu lực."))
    end_standing_pledge(employer, clock.today(), reason)
    audit.record(actor, "end_pledge", f"employer/{pid}", reason=reason)
    notify(Role.EMPLOYER, pid, "employer_pledge_ended", reason=reason)
    return employer


def end_standing_pledge(employer: Employer, day: date, words: str) -> None:
    """The pledge that stands, if there is one, has ended, and what was sent to the employer on
    the strength of it; one that was imported has no row."""
    employer.pledged = False
    standing = select(Pledge).where(Pledge.employer_id == employer.id, Pledge.ended_on.is_(None))
    for pledge in session().scalars(standing):
        pledge.ended_on, pledge.ended_words = max(day, pledge.signed_on), words
    end_applications_to(employer)
    forget_questions_to(employer)
    session().flush()


def pledge_of(employer: Employer) -> Pledge | None:
    """The one that stands, where its paper is on file."""
    standing = select(Pledge).where(Pledge.employer_id == employer.id, Pledge.ended_on.is_(None))
    return session().scalars(standing.order_by(Pledge.id.desc()).limit(1)).first()


def _locked(actor: Actor, pid: str) -> Employer:
    employer = get_employer(actor, pid)
    session().refresh(employer, with_for_update=True)
    return employer
