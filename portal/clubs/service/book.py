"""What a club keeps of itself: proposal and decision, venue, rules, yearly plan, and its board.

Its coordinators and the officers of its place keep the book; proposal and decision are the
officers'.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Club, ClubPlan, ClubRules, ClubState, ClubStatus
from portal.clubs.service.clubs import (
    area_of,
    commune_of,
    get_club,
    neutral,
    only_district,
    refuse_future,
)
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.versions import revise


def keeps_book(actor: Actor, club: Club) -> bool:
    """Whether the actor keeps the club's book, not only reads it."""
    return club.pid in actor.scopes(Role.COORDINATOR) or governs(actor, club)


def governs(actor: Actor, club: Club) -> bool:
    """Whether the actor is an officer of the club's place."""
    return commune_of(club) in area_of(actor, Role.OFFICER)


def get_kept_club(actor: Actor, pid: str) -> Club:
    """A club whose book the actor keeps."""
    club = get_club(actor, pid)
    if not keeps_book(actor, club):
        raise NotFound
    return club


def get_governed_club(actor: Actor, pid: str) -> Club:
    """A club of the officer's place."""
    club = get_club(actor, pid)
    if not governs(actor, club):
        raise NotFound
    return club


def propose_club(
    actor: Actor,
    *,
    commune_code: str,
    name: str,
    display_name: str,
    proposing_agency: str,
    proposal: str,
    old_district_code: str | None = None,
) -> Club:
    """Plan a club in a commune of the officer's own area: it counts nowhere until it is founded."""
    if commune_code not in area_of(actor, Role.OFFICER):
        raise RuleBroken(_("Xã, phường này ngoài địa bàn của anh/chị."), field="commune_code")
    club = Club(
        name=name,
        display_name=neutral(display_name),
        commune_code=commune_code,
        proposing_agency=proposing_agency,
        proposal=proposal,
        status=ClubStatus.PLANNED,
        status_on=clock.today(),
        old_district_code=old_district_code or only_district(commune_code),
    )
    session().add(club)
    session().flush()
    note(actor, "propose_club", club)
    return club


def write_decision(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    proposing_agency: str,
    proposal: str,
    decision: str,
    decided_on: date | None,
    file_number: str,
) -> Club:
    """Keep who proposed the club, and the decision that founded it."""
    club = get_governed_club(actor, pid)
    if decided_on:
        refuse_future(decided_on, "decided_on")
    if club.decision and not decision:
        raise RuleBroken(_("Câu lạc bộ đã có quyết định, không bỏ trống được."), field="decision")
    revise(
        club,
        version,
        proposing_agency=proposing_agency,
        proposal=proposal,
        decision=decision,
        decided_on=decided_on,
        file_number=file_number,
    )
    note(actor, "write_decision", club)
    return club


def set_venue(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    venue: str,
    venue_address: str,
    venue_capacity: int | None,
) -> Club:
    """Keep where the club usually meets, under a name that tells nobody what for."""
    club = get_kept_club(actor, pid)
    revise(
        club,
        version,
        venue=neutral(venue, "venue"),
        venue_address=neutral(venue_address, "venue_address"),
        venue_capacity=venue_capacity,
    )
    note(actor, "set_venue", club)
    return club


def rules_of(club: Club) -> Sequence[ClubRules]:
    """All versions of its rules, the last first."""
    query = select(ClubRules).where(ClubRules.club_id == club.id)
    return session().scalars(query.order_by(ClubRules.number.desc())).all()


def write_rules(
    actor: Actor, pid: str, *, from_on: date, text: str, number: int | None
) -> ClubRules:
    """Write the version `number` of the rules, after all that stand; none is ever changed."""
    club = get_kept_club(actor, pid)
    standing = rules_of(club)
    if number != len(standing) + 1:
        raise RuleBroken(_("Vừa có người ghi bản mới hơn. Mời xem bản đó trước."), field="text")
    if standing and from_on < standing[0].from_on:
        raise RuleBroken(_("Ngày này trước ngày của bản đang có."), field="from_on")
    rules = ClubRules(club_id=club.id, number=number, from_on=from_on, text=text)
    session().add(rules)
    session().flush()
    note(actor, "write_rules", club)
    return rules


def plan_of_year(club: Club, year: int) -> ClubPlan | None:
    """What the club means to do in a year."""
    query = select(ClubPlan).where(ClubPlan.club_id == club.id, ClubPlan.year == year)
    return session().scalar(query)


def write_plan(
    actor: Actor, pid: str, year: int, *, version: int | None, topics: Sequence[str]
) -> ClubPlan:
    """Keep the topics of January to December of a year."""
    club = get_kept_club(actor, pid)
    plan = plan_of_year(club, year)
    if plan is None:
        plan = ClubPlan(club_id=club.id, year=year, topics="\n".join(topics))
        session().add(plan)
        session().flush()
    else:
        revise(plan, version, topics="\n".join(topics))
    note(actor, "write_plan", club)
    return plan


def states_of(club: Club) -> Sequence[ClubState]:
    """What the club was moved to and when, the first first."""
    query = select(ClubState).where(ClubState.club_id == club.id)
    return session().scalars(query.order_by(ClubState.id)).all()


def heir_of(club: Club) -> Club | None:
    """The club that it was merged into."""
    return session().scalar(select(Club).where(Club.pid == club.heir_pid))


def note(actor: Actor, act: str, club: Club) -> None:
    """That the book was written in."""
    changes.note("club", club.pid, place=club.commune_code, day=clock.today())
    audit.record(actor, act, f"club/{club.pid}")
