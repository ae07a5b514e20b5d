"""Monitoring visits: what a team found at a place by the checklist, and what is to be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, delete, select

from portal import audit, clock
from portal.access import Actor
from portal.clubs.models import Club
from portal.clubs.service import commune_of, visible_clubs
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.paging import Page, paged
from portal.places import service as places
from portal.targets.models import ChecklistAnswer, ChecklistItem, FollowUp, MonitoringVisit
from portal.targets.service.registers import amend, enter, get_row, refuse_future, visible

ANSWER, REMARK = "answer_", "remark_"  # how a form calls what is found on an item


@dataclass(frozen=True)
class Finding:
    """What was found on a question of the checklist."""

    item: str
    answer: str
    remark: str


@dataclass(frozen=True)
class OpenAction:
    """What is still to be done, after which visit, and where."""

    action: FollowUp
    visit: MonitoringVisit
    place: str

    @property
    def is_late(self) -> bool:
        """Past its day."""
        return self.action.due_on < clock.today()


def checklist() -> list[str]:
    """The codes of the questions, in their order."""
    return list(session().scalars(select(ChecklistItem.code).order_by(ChecklistItem.position)))


def list_visits(actor: Actor, number: int, *, place: str = "") -> Page[MonitoringVisit]:
    """The visits to the officer's places, newest first."""
    query = visible(actor, MonitoringVisit)
    if place:
        query = query.where(MonitoringVisit.place_code == place)
    newest_first = (MonitoringVisit.held_on.desc(), MonitoringVisit.id.desc())
    return paged(query.order_by(*newest_first), number)


def get_visit(actor: Actor, pid: str) -> MonitoringVisit:
    """One visit."""
    return get_row(actor, MonitoringVisit, pid)


def club_of(visit: MonitoringVisit) -> Club | None:
    """The club that was visited, if one was."""
    return session().get(Club, visit.club_id) if visit.club_id else None


def findings_of(visit: MonitoringVisit) -> list[Finding]:
    """What the visit found, by the order of the checklist."""
    query = (
        select(ChecklistAnswer)
        .join(ChecklistItem, ChecklistItem.code == ChecklistAnswer.item)
        .where(ChecklistAnswer.visit_id == visit.id)
        .order_by(ChecklistItem.position)
    )
    return [Finding(row.item, row.answer, row.remark) for row in session().scalars(query)]


def found_by_item(visit: MonitoringVisit) -> dict[str, str]:
    """The same by the names of the form's fields."""
    answers = {f"{ANSWER}{one.item}": one.answer for one in findings_of(visit)}
    return answers | {f"{REMARK}{one.item}": one.remark for one in findings_of(visit)}


def record_visit(
    actor: Actor,
    *,
    place_code: str,
    club_pid: str,
    held_on: date,
    team: str,
    findings: str,
    **found: str,
) -> MonitoringVisit:
    """Record a visit of today or before; `found` by item, as `found_by_item` names it."""
    refuse_future(held_on=held_on)
    visit = MonitoringVisit(
        place_code=place_code,
        club_id=_club_id(actor, place_code, club_pid),
        held_on=held_on,
        team=team,
        findings=findings,
    )
    enter(actor, visit)
    _keep(visit, found)
    return visit


def edit_visit(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    place_code: str,
    club_pid: str,
    held_on: date,
    team: str,
    findings: str,
    **found: str,
) -> MonitoringVisit:
    """Put a visit right; who saves second is shown what the first one saved."""
    refuse_future(held_on=held_on)
    visit = get_visit(actor, pid)
    club = club_of(visit)
    before = {
        "club_pid": club.pid if club else "",
        **dict.fromkeys(found, ""),
        **found_by_item(visit),
    }
    amend(
        actor,
        visit,
        version,
        {
            "place_code": place_code,
            "club_id": _club_id(actor, place_code, club_pid),
            "held_on": held_on,
            "team": team,
            "findings": findings,
        },
        also=before,
    )
    _keep(visit, found)
    return visit


def actions_after(visit: MonitoringVisit) -> list[FollowUp]:
    """What is or was to be done after a visit, the soonest first."""
    query = select(FollowUp).where(FollowUp.visit_id == visit.id)
    return list(session().scalars(query.order_by(FollowUp.due_on, FollowUp.id)))


def open_actions(actor: Actor) -> list[OpenAction]:
    """What is not done yet at the officer's places: the latest first."""
    rows = session().execute(
        _visible_actions(actor)
        .add_columns(MonitoringVisit)
        .where(FollowUp.done_on.is_(None))
        .order_by(FollowUp.due_on, FollowUp.id)
    )
    return [
        OpenAction(action, visit, places.name_of(visit.place_code, clock.today()))
        for action, visit in rows
    ]


def add_action(
    actor: Actor, visit_pid: str, *, task: str, responsible: str, due_on: date
) -> FollowUp:
    """Say what is to be done after a visit, by whom and until when."""
    visit = get_visit(actor, visit_pid)
    if due_on < visit.held_on:
        raise RuleBroken(_("Hạn phải từ ngày kiểm tra trở đi."), field="due_on")
    action = FollowUp(visit_id=visit.id, task=task, responsible=responsible, due_on=due_on)
    session().add(action)
    session().flush()
    audit.record(actor, "add_action", f"follow_up/{action.pid}")
    return action


def get_action(actor: Actor, pid: str) -> tuple[FollowUp, MonitoringVisit]:
    """Something that is to be done, with the visit it follows."""
    query = _visible_actions(actor).add_columns(MonitoringVisit).where(FollowUp.pid == pid)
    if row := session().execute(query).one_or_none():
        return row[0], row[1]
    raise NotFound


def finish_action(actor: Actor, pid: str, *, done_on: date) -> FollowUp:
    """It was done on a day from the visit to today; once said it stands."""
    action, visit = get_action(actor, pid)
    refuse_future(done_on=done_on)
    if done_on < visit.held_on:
        raise RuleBroken(_("Ngày này trước ngày kiểm tra."), field="done_on")
    if action.done_on is None:
        action.done_on = done_on
        audit.record(actor, "finish_action", f"follow_up/{pid}")
    return action


def _visible_actions(actor: Actor) -> Select[FollowUp]:
    visits = visible(actor, MonitoringVisit).with_only_columns(MonitoringVisit.id)
    joined = select(FollowUp).join(MonitoringVisit, MonitoringVisit.id == FollowUp.visit_id)
    return joined.where(FollowUp.visit_id.in_(visits))


def _club_id(actor: Actor, place_code: str, club_pid: str) -> int | None:
    """The club of that id that stands in the place."""
    if not club_pid:
        return None
    club = session().scalar(visible_clubs(actor).where(Club.pid == club_pid))
    here = {commune.code for commune in places.communes_of(place_code, clock.today())}
    if club is None or commune_of(club) not in here:
        raise RuleBroken(_("Câu lạc bộ này không ở nơi được kiểm tra."), field="club_pid")
    return club.id


def _keep(visit: MonitoringVisit, found: Mapping[str, str]) -> None:
    """The answers in place of those that stood; a question without an answer was not asked."""
    session().execute(delete(ChecklistAnswer).where(ChecklistAnswer.visit_id == visit.id))
    session().add_all(
        ChecklistAnswer(
            visit_id=visit.id, item=item, answer=answer, remark=found.get(f"{REMARK}{item}", "")
        )
        for item in checklist()
        if (answer := found.get(f"{ANSWER}{item}"))
    )
    session().flush()
