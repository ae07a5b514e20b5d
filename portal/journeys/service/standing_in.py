"""What staff do for a member who told them to: a step like the member's own, marked as such."""

from dataclasses import dataclass

from sqlalchemy import select

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.journeys.models import TOLD_HOW, ActedFor, Step, StepKind
from portal.journeys.service.applying import REASONS
from portal.journeys.service.joining import enrol
from portal.journeys.service.openings import open_class, open_vacancy
from portal.journeys.service.steps import take
from portal.people.models import Client
from portal.people.service import consented, get_client, is_blocked


@dataclass(frozen=True)
class StandIn:
    """A person and an opening, and what may be done about it for them."""

    client: Client
    title: str
    code: str
    acts: tuple[str, ...]


def stand_in(actor: Actor, client_pid: str, kind: str, opening_pid: str) -> StandIn:
    """What one may do for a member whose offers one may see; the reading is recorded."""
    client = _client(actor, client_pid)
    if kind == "class":
        held = open_class(opening_pid)
        return StandIn(client, held.course.title, held.code, ("enrol", "turn_down"))
    vacancy = open_vacancy(opening_pid)
    blocked = is_blocked(client, vacancy.employer.code)
    acts = ("turn_down",) if blocked else ("apply", "turn_down")
    return StandIn(client, vacancy.title, vacancy.code, acts)


def act_for(
    actor: Actor,
    client_pid: str,
    kind: str,
    opening_pid: str,
    *,
    act: str,
    told_how: str,
    reason: str = "",
) -> Step:
    """Enrol, note an application as anyone makes it, or turn down, by the member's word."""
    asked = stand_in(actor, client_pid, kind, opening_pid)
    if act not in asked.acts or told_how not in TOLD_HOW:
        raise RuleBroken(_("Mời chọn lại."), field="act")
    if act == "turn_down" and reason not in REASONS:
        raise RuleBroken(_("Mời chọn một lý do."), field="reason")
    if act == "enrol":
        step = enrol(actor, asked.client, opening_pid, given_how=told_how)
    else:
        step = take(
            actor,
            asked.client,
            StepKind.APPLIED if act == "apply" else StepKind.TURNED_DOWN,
            opening_kind=kind,
            opening_code=asked.code,
            channel="plain" if act == "apply" else "",
            reason=reason if act == "turn_down" else "",
        )
    by = actor.user or ""
    session().add(ActedFor(step_id=step.id, told_how=told_how, by_pid=by, acted_at=clock.now()))
    session().flush()
    return step


def acted_for(client: Client) -> dict[int, ActedFor]:
    """What staff did for a person, by the number of the step; the last of several."""
    rows = select(ActedFor).join(Step, Step.id == ActedFor.step_id)
    found = session().scalars(rows.where(Step.client_id == client.id).order_by(ActedFor.id))
    return {row.step_id: row for row in found}


def _client(actor: Actor, pid: str) -> Client:
    """A case officer's own commune; a coordinator's member who lets the club see what fits."""
    client = get_client(actor, pid)
    clubs = [f"club/{club}" for club in actor.scopes(Role.COORDINATOR)]
    if client.commune_code in actor.scopes(Role.CASE_OFFICER):
        return client
    if any(consented(pid, club, "matches") for club in clubs):
        return client
    raise NotFound
