"""Applying for work: like anyone, of which the employer learns nothing here, or to an employer
who knows; and saying no to an opening."""

from dataclasses import dataclass
from datetime import timedelta

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _, force_locale
from portal.jobs import service as jobs
from portal.jobs.models import Vacancy
from portal.journeys.models import Step, StepKind
from portal.journeys.service.openings import open_class, open_vacancy, pledged_vacancy
from portal.journeys.service.steps import consent_to_copy, get_own_step, note, take
from portal.people import service as people
from portal.people.labels import SCHOOLING_LABELS
from portal.people.models import Client
from portal.trades.labels import SHIFT_LABELS, in_words
from portal.trades.service import skill_names

APPLICATION_RUNS = timedelta(days=30)
TELLABLE = ("skills", "schooling", "shifts")
REASONS = ("too_far", "low_pay", "hours", "health", "other_trade", "wrong_facts", "other")


@dataclass(frozen=True)
class Shown:
    """Exactly what an employer who knows would see of the applicant."""

    name: str
    phone: str
    about: str


def note_applied_plainly(actor: Actor, vacancy_pid: str) -> Step:
    """The member applied as anyone does; the employer learns nothing from here."""
    return apply_by(actor, people.own_client(actor), open_vacancy(vacancy_pid), "plain")


def shown_to_employer(actor: Actor, tell: list[str]) -> Shown:
    """What would be sent, before anything is: name, phone, and what the member chose to tell."""
    client = people.own_client(actor)
    return Shown(client.name, client.phone, _about(client, tell))


def apply_to_pledged(actor: Actor, vacancy_pid: str, *, tell: list[str]) -> Step:
    """Apply to a verified employer who signed the pledge, after the preview of `tell`.

    The copy and the consent end after 30 days, with the decision, or when the member says so.
    """
    vacancy, client = pledged_vacancy(vacancy_pid), people.own_client(actor)
    ends_on = clock.today() + APPLICATION_RUNS
    step = apply_by(actor, client, vacancy, "knowing")
    consent_to_copy(
        actor,
        step,
        viewer=f"employer/{vacancy.employer.pid}",
        fields=["name", "phone", *tell],
        to_on=ends_on,
    )
    shown = shown_to_employer(actor, tell)
    sent = jobs.apply(vacancy_pid, ends_on=ends_on, **vars(shown))
    step.copy_pid = sent.pid
    return step


def turn_down(actor: Actor, kind: str, pid: str, *, reason: str) -> Step:
    """Say no to a suggestion, with a reason of the list: it is suggested no more."""
    if reason not in REASONS:
        raise RuleBroken(_("Mời chọn một lý do."), field="reason")
    opening = open_class(pid) if kind == "class" else open_vacancy(pid)
    return take(
        actor,
        people.own_client(actor),
        StepKind.TURNED_DOWN,
        opening_kind=kind,
        opening_code=opening.code,
        reason=reason,
    )


def reconsider(actor: Actor, step_pid: str) -> None:
    """Take a no back: the opening may be suggested again."""
    step = get_own_step(actor, step_pid)
    if step.kind != StepKind.TURNED_DOWN:
        raise NotFound
    note(actor, step, people.own_client(actor), "reconsider", n=-1)
    session().delete(step)
    session().flush()


def apply_by(actor: Actor, client: Client, vacancy: Vacancy, channel: str) -> Step:
    """Write down that the person applies, by one of the channels; never to one they block."""
    if people.is_blocked(client, vacancy.employer.code):
        raise RuleBroken(_("Anh/chị đang chặn nơi này. Muốn nộp, mời bỏ chặn trước."))
    return take(
        actor,
        client,
        StepKind.APPLIED,
        opening_kind="vacancy",
        opening_code=vacancy.code,
        channel=channel,
    )


def _about(client: Client, tell: list[str]) -> str:
    """In Vietnamese, whatever language the member reads: the employer's."""
    with force_locale("vi"):
        skills = [code for code, _proven in people.wishes_of(client).skills]
        lines = {
            "skills": _("Biết làm: %(what)s.", what=", ".join(skill_names(skills).values())),
            "schooling": _("Học vấn: %(what)s.", what=SCHOOLING_LABELS[client.education]),
            "shifts": _("Giờ làm được: %(what)s.", what=in_words(client.shifts, SHIFT_LABELS)),
        }
        return "\n".join(str(lines[part]) for part in TELLABLE if part in tell)
