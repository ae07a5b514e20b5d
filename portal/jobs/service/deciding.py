"""What the officer of its place decides of an employer, each with a row of history."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.jobs.models import (
    VERIFICATION_MOVES,
    Employer,
    EmployerDecision,
    Paper,
    Pledge,
    Verification,
)
from portal.jobs.service.employers import (
    add_decision,
    get_employer,
    move_employer,
    vacancies_follow,
)
from portal.jobs.service.pledges import end_standing_pledge
from portal.messages.service import notify

RENAMED, NAME_KEPT = "renamed", "name_kept"


def verify_employer(
    actor: Actor, pid: str, *, paper: str, paper_number: str, paper_on: date, words: str = ""
) -> Employer:
    """A paper was seen: from now on its vacancies are shown and matched."""
    if paper_on > clock.today():
        raise RuleBroken(_("Ngày cấp giấy tờ không thể ở sau hôm nay."), field="paper_on")
    employer = get_employer(actor, pid)
    if employer.verification == Verification.SUSPENDED:
        raise RuleBroken(_("Doanh nghiệp đang tạm ngưng: mời cho hoạt động lại, có ghi lý do."))
    seen = {"paper": Paper(paper), "paper_number": paper_number, "paper_on": paper_on}
    move_employer(employer, Verification.VERIFIED, by=actor.user, words=words, **seen)
    return _told(actor, employer, "employer_verified")


def refuse_employer(actor: Actor, pid: str, *, reason: str) -> Employer:
    """Its vacancies are not shown; it reads why, and can mend what it said of itself."""
    employer = get_employer(actor, pid)
    move_employer(employer, Verification.REFUSED, by=actor.user, words=reason)
    return _told(actor, employer, "employer_refused", reason)


def suspend_employer(actor: Actor, pid: str, *, reason: str) -> Employer:
    """Its vacancies disappear from the open pages and its pledge ends; it reads why."""
    employer = get_employer(actor, pid)
    move_employer(employer, Verification.SUSPENDED, by=actor.user, words=reason)
    end_standing_pledge(employer, clock.today(), reason)
    return _told(actor, employer, "employer_suspended", reason)


def restore_employer(actor: Actor, pid: str, *, reason: str) -> Employer:
    """What it was suspended for is mended: its vacancies are shown again. A pledge is signed
    anew."""
    employer = get_employer(actor, pid)
    if employer.verification != Verification.SUSPENDED:
        raise RuleBroken(_("Doanh nghiệp này không bị tạm ngưng."))
    move_employer(employer, Verification.VERIFIED, by=actor.user, words=reason)
    return _told(actor, employer, "employer_restored")


def rename_employer(
    actor: Actor, pid: str, *, paper: str, paper_number: str, paper_on: date, words: str = ""
) -> Employer:
    """The new name or tax code was seen on paper: it stands from now on."""
    employer = _asking(actor, pid)
    if paper_on > clock.today():
        raise RuleBroken(_("Ngày cấp giấy tờ không thể ở sau hôm nay."), field="paper_on")
    before = f"{employer.name} · {employer.tax_code}"
    employer.name = employer.asked_name or employer.name
    employer.tax_code = employer.asked_tax_code or employer.tax_code
    after = f"{employer.name} · {employer.tax_code}"
    said = "\n".join(filter(None, (f"{before} → {after}", words)))
    _forget_asked(employer)
    add_decision(
        employer,
        RENAMED,
        by=actor.user,
        paper=Paper(paper),
        paper_number=paper_number,
        paper_on=paper_on,
        words=said,
    )
    vacancies_follow(employer)
    return _told(actor, employer, "employer_renamed")


def keep_name(actor: Actor, pid: str, *, reason: str) -> Employer:
    """The name and tax code that were checked stay; it reads why."""
    employer = _asking(actor, pid)
    _forget_asked(employer)
    add_decision(employer, NAME_KEPT, by=actor.user, words=reason)
    return _told(actor, employer, "employer_name_kept", reason)


def decisions_open(employer: Employer) -> list[str]:
    """What can be decided of it now, by the names of the table of decisions."""
    moves = VERIFICATION_MOVES[Verification(employer.verification)]
    suspended = employer.verification == Verification.SUSPENDED
    verified = employer.verification == Verification.VERIFIED
    offered = (
        ("rename", employer.asks_to_be_renamed),
        ("keep-name", employer.asks_to_be_renamed),
        ("verify", Verification.VERIFIED in moves and not suspended),
        ("restore", suspended),
        ("refuse", Verification.REFUSED in moves),
        ("pledge", verified and not employer.pledged),
        ("end-pledge", employer.pledged),
        ("suspend", Verification.SUSPENDED in moves),
    )
    return [name for name, holds in offered if holds]


@dataclass(frozen=True)
class EmployerFile:
    """All that the officer knows of an employer: decisions newest first with who made them,
    pledges, and the names of others who gave the same tax code."""

    decisions: list[tuple[EmployerDecision, str]]
    pledges: list[tuple[Pledge, str]]
    same_tax_code: list[str]


def employer_file(employer: Employer) -> EmployerFile:
    """Of an employer within the actor's scope. Only the officer hears of a code given twice."""
    decided = select(EmployerDecision, User.name).outerjoin(
        User, User.pid == EmployerDecision.by_pid
    )
    decisions = decided.where(EmployerDecision.employer_id == employer.id).order_by(
        EmployerDecision.id.desc()
    )
    signed = select(Pledge, User.name).outerjoin(User, User.pid == Pledge.seen_by_pid)
    pledges = signed.where(Pledge.employer_id == employer.id).order_by(Pledge.id.desc())
    return EmployerFile(
        [(row, name or "") for row, name in session().execute(decisions)],
        [(row, name or "") for row, name in session().execute(pledges)],
        _same_tax_code(employer),
    )


def last_words(employer: Employer) -> str:
    """What was last said to it of where it stands."""
    said = select(EmployerDecision.words).where(
        EmployerDecision.employer_id == employer.id, EmployerDecision.what == employer.verification
    )
    return session().scalar(said.order_by(EmployerDecision.id.desc()).limit(1)) or ""


def _same_tax_code(employer: Employer) -> list[str]:
    codes = [code for code in (employer.tax_code, employer.asked_tax_code) if code]
    others = select(Employer.name).where(Employer.id != employer.id)
    given = or_(Employer.tax_code.in_(codes), Employer.asked_tax_code.in_(codes))
    return list(session().scalars(others.where(given).order_by(Employer.id).limit(10)))


def _asking(actor: Actor, pid: str) -> Employer:
    employer = get_employer(actor, pid)
    session().refresh(employer, with_for_update=True)
    if not employer.asks_to_be_renamed:
        raise RuleBroken(_("Không còn tên hay mã số thuế mới nào chờ xem."))
    return employer


def _forget_asked(employer: Employer) -> None:
    employer.asked_name = employer.asked_tax_code = ""
    employer.version += 1


def _told(actor: Actor, employer: Employer, template: str, reason: str = "") -> Employer:
    audit.record(actor, template, f"employer/{employer.pid}", reason=reason)
    facts = {"reason": reason} if reason else {}
    notify(Role.EMPLOYER, employer.pid, template, **facts)
    return employer
