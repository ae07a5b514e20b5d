"""Volunteer teams of communes and who is in them: names of staff, and figures of the others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Charge, Volunteer, VolunteerTeam
from portal.clubs.service.clubs import area_of, refuse_future
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.places import service as places
from portal.text import name_key, sort_key
from portal.versions import revise


@dataclass(frozen=True)
class TeamFigures:
    """Teams, their volunteers, and how many people these look after."""

    teams: int
    volunteers: int
    people: int


@dataclass(frozen=True)
class TeamRow:
    """A team in a list."""

    team: VolunteerTeam
    commune: str
    figures: TeamFigures


def visible_teams(actor: Actor) -> Select[VolunteerTeam]:
    """The teams of the communes that a case officer or an officer works for."""
    area = area_of(actor, Role.CASE_OFFICER, Role.OFFICER)
    return select(VolunteerTeam).where(VolunteerTeam.commune_code.in_(area))


def list_teams(actor: Actor) -> list[TeamRow]:
    """The same with their figures of today, by commune."""
    teams = session().scalars(visible_teams(actor)).all()
    figures = figures_by_commune({team.commune_code for team in teams}, clock.today())
    rows = [TeamRow(team, commune_of_team(team), figures[team.commune_code]) for team in teams]
    return sorted(rows, key=lambda row: sort_key(row.commune))


def team_figures(communes: Collection[str], day: date) -> TeamFigures:
    """The teams of some communes as on a day; nobody is looked after in two of them."""
    found = figures_by_commune(communes, day).values()
    return TeamFigures(
        sum(one.teams for one in found),
        sum(one.volunteers for one in found),
        sum(one.people for one in found),
    )


def figures_by_commune(communes: Collection[str], day: date) -> dict[str, TeamFigures]:
    """The same for each commune, in three queries however many there are."""
    commune = VolunteerTeam.commune_code
    here = commune.in_(communes)
    teams = select(commune, func.count()).where(here, VolunteerTeam.formed_on <= day)
    volunteers = select(commune, func.count()).join_from(VolunteerTeam, Volunteer).where(here)
    looked_after = func.count(Charge.client_id.distinct())
    people = select(commune, looked_after).join_from(VolunteerTeam, Volunteer).join(Charge)
    asked = (teams, volunteers.where(_runs(Volunteer, day)), people.where(here, _runs(Charge, day)))
    counts = [dict(session().execute(query.group_by(commune)).all()) for query in asked]
    return {code: TeamFigures(*(count.get(code, 0) for count in counts)) for code in communes}


def get_team(actor: Actor, pid: str) -> VolunteerTeam:
    """One team."""
    if team := session().scalar(visible_teams(actor).where(VolunteerTeam.pid == pid)):
        return team
    raise NotFound


def team_of(actor: Actor, commune_code: str) -> VolunteerTeam | None:
    """The team of a commune, where the actor works for that: the one formed last."""
    here = visible_teams(actor).where(VolunteerTeam.commune_code == commune_code)
    return session().scalars(here.order_by(VolunteerTeam.formed_on.desc())).first()


def commune_of_team(team: VolunteerTeam) -> str:
    """The name of its commune."""
    return places.name_of(team.commune_code, clock.today())


def form_team(actor: Actor, *, commune_code: str, formed_on: date, decision: str) -> VolunteerTeam:
    """Form the team of a commune by decision."""
    if commune_code not in area_of(actor, Role.CASE_OFFICER, Role.OFFICER):
        raise RuleBroken(_("Xã, phường này ngoài địa bàn của anh/chị."), field="commune_code")
    refuse_future(formed_on, "formed_on")
    team = VolunteerTeam(commune_code=commune_code, formed_on=formed_on, decision=decision)
    session().add(team)
    session().flush()
    _note(actor, "form_team", team)
    return team


def edit_team(
    actor: Actor, pid: str, *, version: int | None, formed_on: date, decision: str
) -> VolunteerTeam:
    """Put decision and day right."""
    refuse_future(formed_on, "formed_on")
    team = get_team(actor, pid)
    revise(team, version, formed_on=formed_on, decision=decision)
    _note(actor, "edit_team", team)
    return team


def volunteers_of(team: VolunteerTeam) -> list[Volunteer]:
    """Who is or was in the team: those of today first, by name."""
    rows = session().scalars(select(Volunteer).where(Volunteer.team_id == team.id))
    return sorted(rows, key=lambda one: (one.to_on is not None, name_key(one.name)))


def get_volunteer(actor: Actor, pid: str) -> tuple[Volunteer, VolunteerTeam]:
    """One volunteer, with their team."""
    query = visible_teams(actor).join(Volunteer, Volunteer.team_id == VolunteerTeam.id)
    row = session().execute(query.add_columns(Volunteer).where(Volunteer.pid == pid)).one_or_none()
    if row is None:
        raise NotFound
    return row[1], row[0]


def add_volunteer(actor: Actor, team_pid: str, *, name: str, area: str, from_on: date) -> Volunteer:
    """Someone joins the team, with the neighbourhood they walk."""
    team = get_team(actor, team_pid)
    refuse_future(from_on, "from_on")
    if from_on < team.formed_on:
        raise RuleBroken(_("Ngày này trước ngày thành lập đội."), field="from_on")
    volunteer = Volunteer(team_id=team.id, name=name, area=area, from_on=from_on)
    session().add(volunteer)
    session().flush()
    _note(actor, "add_volunteer", team)
    return volunteer


def _runs(row: type[Volunteer] | type[Charge], day: date) -> ColumnElement[bool]:
    return and_(row.from_on <= day, or_(row.to_on.is_(None), row.to_on >= day))


def _note(actor: Actor, act: str, team: VolunteerTeam) -> None:
    changes.note("volunteer_team", team.pid, place=team.commune_code)
    audit.record(actor, act, f"volunteer_team/{team.pid}")
