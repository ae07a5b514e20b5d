"""Whom a volunteer looks after: assigned by the commune's case officer, never more than five.

The person has agreed to it: the ledger says that the volunteer may know their name and phone, and
with the consent ends the charge. Officers see figures only.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select, update

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Charge, Volunteer, VolunteerTeam
from portal.clubs.models.volunteers import MOST_CHARGES
from portal.clubs.service.clubs import refuse_future
from portal.clubs.service.memberships import MemberFile
from portal.clubs.service.volunteers import get_volunteer
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import (
    NAME,
    consented,
    end_consents,
    give_consent,
    name_in,
    own_commune,
)
from portal.text import name_key
from portal.versions import revise

TO_A_VOLUNTEER = ("name", "phone")


@dataclass(frozen=True)
class LookedAfter:
    """A person looked after; the name only while they live in the case officer's commune."""

    pid: str
    name: str
    from_on: date


@dataclass(frozen=True)
class Companion:
    """Who looks after a person, and since when."""

    name: str
    area: str
    from_on: date


def get_own_volunteer(actor: Actor, pid: str) -> tuple[Volunteer, VolunteerTeam]:
    """A volunteer of the case officer's own commune."""
    volunteer, team = get_volunteer(actor, pid)
    if team.commune_code not in actor.scopes(Role.CASE_OFFICER):
        raise NotFound
    return volunteer, team


def looked_after(actor: Actor, volunteer: Volunteer) -> list[LookedAfter]:
    """Whom a volunteer of the case officer's looks after now; the reading of names is recorded."""
    audit.record(actor, "read_list", f"volunteer/{volunteer.pid}")
    near = own_commune(actor).with_only_columns(Client.id)
    rows = session().execute(
        select(*NAME, Charge.pid.label("charge"), Charge.from_on, Client.id.in_(near).label("near"))
        .join(Charge, Charge.client_id == Client.id)
        .where(Charge.volunteer_id == volunteer.id, Charge.to_on.is_(None))
        .order_by(Charge.from_on, Charge.id)
    )
    return [
        LookedAfter(row.charge, name_in(row) if row.near else _("(đã chuyển nơi ở)"), row.from_on)
        for row in rows
    ]


def without_volunteer(actor: Actor, team: VolunteerTeam) -> list[tuple[str, str]]:
    """The people of the commune whom no volunteer of it looks after: public id and name."""
    audit.record(actor, "read_list", f"commune/{team.commune_code}")
    taken = _open_charges(team).with_only_columns(Charge.client_id)
    rows = session().execute(
        own_commune(actor)
        .with_only_columns(*NAME)
        .where(Client.commune_code == team.commune_code, Client.id.not_in(taken))
    )
    return sorted(((row.pid, name_in(row)) for row in rows), key=lambda one: name_key(one[1]))


def assign(actor: Actor, volunteer_pid: str, *, client_pid: str, agreed: bool) -> Charge:
    """Have a volunteer look after a person of the commune who has agreed to it.

    A volunteer of a commune where the person no longer lives gives them up.
    """
    volunteer, team = get_own_volunteer(actor, volunteer_pid)
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None or client.commune_code != team.commune_code:
        raise RuleBroken(_("Mời chọn một người đang ở xã, phường này."), field="client_pid")
    if not agreed:
        raise RuleBroken(_("Cần người đó đồng ý trước."), field="agreed")
    if volunteer.to_on is not None:
        raise RuleBroken(_("Người này đã thôi tham gia đội."))
    _give_up_elsewhere(client, team)
    _take_place(volunteer)
    charge = Charge(volunteer_id=volunteer.id, client_id=client.id, from_on=clock.today())
    session().add(charge)
    session().flush()
    consent = give_consent(
        actor,
        client,
        viewer=viewer(volunteer),
        purpose="volunteer",
        fields=TO_A_VOLUNTEER,
        given_how="to the case officer",
    )
    consent.to_on = None  # one that was to end today, with an earlier charge, is given anew
    changes.note("charge", charge.pid, place=team.commune_code, day=charge.from_on, n=1)
    audit.record(actor, "assign_volunteer", f"volunteer/{volunteer.pid}", client=client.pid)
    return charge


def get_charge(actor: Actor, pid: str) -> tuple[Charge, Volunteer]:
    """A charge that has not ended, of the case officer's own commune, with its volunteer."""
    query = select(Charge, Volunteer.pid).join(Volunteer, Volunteer.id == Charge.volunteer_id)
    row = session().execute(query.where(Charge.pid == pid, Charge.to_on.is_(None))).one_or_none()
    if row is None:
        raise NotFound
    return row[0], get_own_volunteer(actor, row[1])[0]


def end_charge(actor: Actor, pid: str, *, to_on: date) -> None:
    """The volunteer looks after the person no more: the day is the last one."""
    charge, volunteer = get_charge(actor, pid)
    refuse_future(to_on, "to_on")
    if to_on < charge.from_on:
        raise RuleBroken(_("Ngày này trước ngày bắt đầu."), field="to_on")
    client = session().get_one(Client, charge.client_id)
    _end(charge, to_on)
    audit.record(actor, "end_charge", f"volunteer/{volunteer.pid}", client=client.pid)


def edit_volunteer(
    actor: Actor, pid: str, *, version: int | None, name: str, area: str, to_on: date | None
) -> Volunteer:
    """Put name and neighbourhood right; with the last day in the team end their charges."""
    volunteer, team = get_volunteer(actor, pid)
    if to_on:
        refuse_future(to_on, "to_on")
        if to_on < volunteer.from_on:
            raise RuleBroken(_("Ngày này trước ngày bắt đầu."), field="to_on")
    revise(volunteer, version, name=name, area=area, to_on=to_on)
    if to_on:
        own = select(Charge).where(Charge.volunteer_id == volunteer.id, Charge.to_on.is_(None))
        for charge in session().scalars(own).all():
            _end(charge, max(to_on, charge.from_on))
    changes.note("volunteer_team", team.pid, place=team.commune_code)
    audit.record(actor, "edit_volunteer", f"volunteer/{pid}")
    return volunteer


def end_charges_of(client: Client) -> None:
    """Nobody looks after the person from now on: they withdrew, or are erased."""
    for charge in session().scalars(_open_of(client)).all():
        _end(charge, clock.today())


def companion_of(client: Client) -> Companion | None:
    """Who looks after the person now."""
    row = session().execute(
        _open_of(client)
        .join(Volunteer, Volunteer.id == Charge.volunteer_id)
        .with_only_columns(Volunteer.name, Volunteer.area, Charge.from_on)
    )
    found = row.one_or_none()
    return Companion(*found) if found else None


def companion_known_to(member: MemberFile) -> Companion | None:
    """The same for a member's coordinator, who may know of the member's needs."""
    knows = consented(member.client.pid, f"club/{member.club.pid}", "needs")
    return companion_of(member.client) if knows else None


def viewer(volunteer: Volunteer) -> str:
    """How the consent ledger calls a volunteer."""
    return f"volunteer/{volunteer.pid}"


def _take_place(volunteer: Volunteer) -> None:
    """One more, if there are fewer than five: in one guarded UPDATE, so that two who assign at
    once cannot both have the last place."""
    taken = session().execute(
        update(Volunteer)
        .where(Volunteer.id == volunteer.id, Volunteer.charges < MOST_CHARGES)
        .values(charges=Volunteer.charges + 1)
        .returning(Volunteer.id)
    )
    if taken.first() is None:
        message = _("Tình nguyện viên này đã giúp %(most)s người.", most=MOST_CHARGES)
        raise RuleBroken(message)


def _end(charge: Charge, to_on: date) -> None:
    """End it once: of two who end it at a time only one gives the place back."""
    ended = session().execute(
        update(Charge)
        .where(Charge.id == charge.id, Charge.to_on.is_(None))
        .values(to_on=to_on)
        .returning(Charge.id)
    )
    if ended.first() is None:
        return
    volunteer = session().get_one(Volunteer, charge.volunteer_id)
    one_less = update(Volunteer).where(Volunteer.id == volunteer.id)
    session().execute(one_less.values(charges=Volunteer.charges - 1))
    client = session().get_one(Client, charge.client_id)
    end_consents(client, viewer=viewer(volunteer), last_on=to_on)
    changes.note("charge", charge.pid, place=client.commune_code, day=to_on, n=-1)


def _give_up_elsewhere(client: Client, team: VolunteerTeam) -> None:
    elsewhere = (
        _open_of(client)
        .join(Volunteer, Volunteer.id == Charge.volunteer_id)
        .join(VolunteerTeam, VolunteerTeam.id == Volunteer.team_id)
        .where(VolunteerTeam.commune_code != team.commune_code)
    )
    for charge in session().scalars(elsewhere).all():
        _end(charge, clock.today())


def _open_of(client: Client) -> Select[Charge]:
    return select(Charge).where(Charge.client_id == client.id, Charge.to_on.is_(None))


def _open_charges(team: VolunteerTeam) -> Select[Charge]:
    return (
        select(Charge)
        .join(Volunteer, Volunteer.id == Charge.volunteer_id)
        .join(VolunteerTeam, VolunteerTeam.id == Volunteer.team_id)
        .where(VolunteerTeam.commune_code == team.commune_code, Charge.to_on.is_(None))
    )
