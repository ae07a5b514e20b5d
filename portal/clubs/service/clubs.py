"""Clubs: who may see which, founding one, and where it stands."""

from datetime import date

from sqlalchemy import Select, or_, select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Club, ClubStatus, Membership
from portal.clubs.service.seats import Stand, stand_on
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import queue_index
from portal.people.models import Client
from portal.places import service as places
from portal.text import fold
from portal.versions import revise

TELLING = ("cai nghien", "sau cai", "ma tuy", "con nghien", "nguoi nghien")


def visible_clubs(actor: Actor) -> Select[Club]:
    """A coordinator's own clubs, a member's own, and by place a case officer's and an officer's
    (of whose members these two see figures only)."""
    return select(Club).where(
        or_(
            Club.pid.in_(actor.scopes(Role.COORDINATOR)),
            Club.id.in_(ids_in(area_of(actor, Role.CASE_OFFICER, Role.OFFICER))),
            Club.id.in_(_ids_of_client(actor.client)),
        )
    )


def own_clubs(actor: Actor) -> list[Club]:
    """The clubs that the actor coordinates."""
    mine = select(Club).where(Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    return list(session().scalars(mine.order_by(Club.id)))


def get_club(actor: Actor, pid: str) -> Club:
    """A club in the actor's scope."""
    return _one(visible_clubs(actor), pid)


def get_own_club(actor: Actor, pid: str) -> Club:
    """A club that the actor coordinates."""
    return _one(visible_clubs(actor).where(Club.pid.in_(actor.scopes(Role.COORDINATOR))), pid)


def clubs_of_client(client_pid: str) -> list[Club]:
    """The clubs that a client is a member of today."""
    return list(session().scalars(select(Club).where(Club.id.in_(_ids_of_client(client_pid)))))


def commune_of(club: Club) -> str:
    """The commune that the club lies in today; the one it was founded in or moved to where that
    one's heir is not known."""
    today = clock.today()
    code, since = stand_on(club.id, Stand(club.commune_code, club.founded_on), today)
    return places.default_successor(code, today, since=since) or code


def shown_name(club: Club) -> str:
    """The neutral name, the only one that a member's screen or a message shows."""
    commune = places.name_of(commune_of(club), clock.today())
    return club.display_name or _("Câu lạc bộ %(commune)s", commune=commune)


def found_club(
    actor: Actor,
    *,
    commune_code: str,
    name: str,
    display_name: str,
    decision: str,
    founded_on: date,
    decided_on: date | None = None,
    old_district_code: str | None = None,
) -> Club:
    """Found a club by decision in a commune of the officer's own area; it operates from that day.

    The commune is one of today, and has to have been there on the day of founding. Where it grew
    from several old districts, the one that the club stands for has to be said.
    """
    if commune_code not in area_of(actor, Role.OFFICER):
        raise RuleBroken(_("Xã, phường này ngoài địa bàn của anh/chị."), field="commune_code")
    refuse_future(founded_on, "founded_on")
    if decided_on:
        refuse_future(decided_on, "decided_on")
    club = Club(
        name=name,
        display_name=neutral(display_name),
        commune_code=places.resolve_commune(commune_code, founded_on),
        founded_on=founded_on,
        decision=decision,
        decided_on=decided_on,
        status=ClubStatus.OPERATING,
        status_on=founded_on,
        old_district_code=old_district_code or only_district(commune_code),
    )
    session().add(club)
    session().flush()
    changes.note("club", club.pid, place=club.commune_code, day=founded_on, n=1)
    audit.record(actor, "found_club", f"club/{club.pid}")
    queue_index("club", [club.pid])
    return club


def edit_club(
    actor: Actor,
    pid: str,
    *,
    display_name: str,
    phone: str,
    shows_meetings: bool,
    meeting_note: str,
    version: int,
) -> Club:
    """Change what the open pages say of the coordinator's own club."""
    club = get_own_club(actor, pid)
    revise(
        club,
        version,
        display_name=neutral(display_name),
        phone=phone,
        shows_meetings=shows_meetings,
        meeting_note=meeting_note,
    )
    audit.record(actor, "edit_club", f"club/{pid}")
    queue_index("club", [pid])
    return club


def _one(query: Select[Club], pid: str) -> Club:
    club = session().scalar(query.where(Club.pid == pid))
    if club is None:
        raise NotFound
    return club


def only_district(commune_code: str) -> str | None:
    """The old district that the commune's land was of; where of several, it has to be said."""
    districts = places.old_districts_of(commune_code, clock.today())
    if len(districts) > 1:
        message = _("Xã, phường này gồm đất của nhiều huyện cũ. Mời chọn huyện.")
        raise RuleBroken(message, field="old_district_code")
    return districts[0].code if districts else None


def area_of(actor: Actor, *roles: Role) -> set[str]:
    """The communes of today that the actor's posts at places reach."""
    scopes = [scope for role in roles for scope in actor.scopes(role)]
    return {place.code for scope in scopes for place in places.communes_of(scope, clock.today())}


def ids_in(communes: set[str]) -> list[int]:
    """The clubs that lie in these communes today; the code kept is of the day a club was founded
    or moved on, which may have another meaning on today's map."""
    if not communes:
        return []
    return [club.id for club in session().scalars(select(Club)) if commune_of(club) in communes]


def _ids_of_client(client_pid: str | None) -> Select[int]:
    return (
        select(Membership.club_id)
        .join(Client, Client.id == Membership.client_id)
        .where(Client.pid == client_pid, Membership.in_force(clock.today()))
    )


def neutral(text: str, field: str = "display_name") -> str:
    """Refuse a name that would tell a bystander what the club is for."""
    if any(word in fold(text) for word in TELLING):
        message = _("Tên này hiện trên điện thoại của thành viên. Hãy đặt một tên trung tính.")
        raise RuleBroken(message, field=field)
    return text


def refuse_future(day: date, field: str) -> None:
    if day > clock.today():
        raise RuleBroken(_("Ngày này chưa đến."), field=field)
