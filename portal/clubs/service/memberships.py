"""Who is a member of a club on a day; joining and leaving; what a coordinator knows of a member."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Row, Select, and_, exists, or_, select

from portal import audit, changes, clock, vault
from portal.access import Actor, Role
from portal.accounts.models import Post, User
from portal.clubs.models import Club, Membership
from portal.clubs.service.clubs import get_own_club, own_clubs
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client, Consent
from portal.people.service import give_consent, register_client
from portal.text import fold, name_key

SHOWN = "name phone attendance"  # what a join form lets the club know


@dataclass(frozen=True)
class Person:
    """A member as the club's coordinator may see them."""

    id: int
    pid: str
    name: str


@dataclass(frozen=True)
class Member(Person):
    """A member today, and since when of which club."""

    membership: Membership
    club: Club


def consented(day: date) -> ColumnElement[bool]:
    """Whether the client lets this club know their name: the join form stands on the day."""
    return exists().where(
        Consent.client_id == Client.id,
        Consent.viewer == "club/" + Club.pid,
        Consent.withdrawn_at.is_(None),
        Consent.from_on <= day,
        or_(Consent.to_on.is_(None), Consent.to_on >= day),
    )


def members_on(day: date) -> Select[int, str, bytes, bytes, bool]:
    """The members of clubs on a day; further columns and the club are for the caller to name."""
    return (
        select(
            Client.id,
            Client.pid,
            Client.name_sealed,
            Client.key_wrapped,
            consented(clock.today()).label("consented"),
        )
        .join(Membership, Membership.client_id == Client.id)
        .join(Club, Club.id == Membership.club_id)
        .where(Membership.in_force(day))
        .distinct()
    )


def name_of(row: Row[*tuple[object, ...]]) -> str:
    """The name in a row of `members_on`, where the person still lets the club know it."""
    sealed = row.name_sealed if row.consented else None
    place = f"clients/{row.pid}/name_sealed"
    return vault.read(place, sealed, row.pid, row.key_wrapped) or _("(không còn chia sẻ tên)")


def list_members(actor: Actor) -> list[Member]:
    """The members today of the actor's own clubs, by name; one row in the audit a club."""
    clubs = own_clubs(actor)
    rows = session().execute(
        members_on(clock.today())
        .add_columns(Membership, Club)
        .where(Club.id.in_([club.id for club in clubs]))
    )
    members = [Member(row.id, row.pid, name_of(row), row.Membership, row.Club) for row in rows]
    for club in clubs:
        audit.record(actor, "read_list", f"club/{club.pid}")
    return sorted(members, key=lambda member: name_key(member.name))


def get_member(actor: Actor, client_pid: str) -> tuple[Client, Membership, Club]:
    """A member today of the actor's own club who lets it know them; the reading is recorded."""
    found = session().execute(
        select(Client, Membership, Club)
        .join(Membership, Membership.client_id == Client.id)
        .join(Club, Club.id == Membership.club_id)
        .where(Client.pid == client_pid, Club.pid.in_(actor.scopes(Role.COORDINATOR)))
        .where(Membership.in_force(clock.today()), consented(clock.today()))
        .order_by(Membership.joined_on)
    )
    row = found.first()
    if row is None:
        raise NotFound
    audit.opened(actor, f"client/{client_pid}", client=client_pid)
    return row.Client, row.Membership, row.Club


def add_new_member(
    actor: Actor,
    club_pid: str,
    *,
    name: str,
    phone: str,
    birth_year: int,
    commune_code: str,
    education: int,
) -> Client:
    """Register a person and let them join by the form they signed.

    A phone that is known already is for the case officer to look at: the answer is the same.
    """
    club = get_own_club(actor, club_pid)
    client = register_client(
        actor,
        name=name,
        phone=phone,
        birth_year=birth_year,
        commune_code=commune_code,
        education=education,
    )
    _join(actor, club, client)
    return client


def add_member_by_card(actor: Actor, club_pid: str, *, card: str) -> Client:
    """Let the holder of a member's card join; the card they hand over shows that they want to."""
    club = get_own_club(actor, club_pid)
    client = session().scalar(
        select(Client)
        .join(Post, and_(Post.role == Role.MEMBER, Post.scope == Client.pid))
        .join(User, User.id == Post.user_id)
        .where(User.login == fold(card).replace(" ", ""), User.disabled_at.is_(None))
        .where(or_(Post.to_on.is_(None), Post.to_on >= clock.today()))
    )
    if client is None:
        raise RuleBroken(_("Không có thẻ nào mang tên đăng nhập này."), field="card")
    standing = select(Membership.id).where(
        Membership.club_id == club.id, Membership.client_id == client.id
    )
    if session().scalar(standing.where(Membership.in_force(clock.today()))):
        raise RuleBroken(_("Người này đã là thành viên."), field="card")
    _join(actor, club, client)
    return client


def end_membership(actor: Actor, membership_pid: str, *, left_on: date) -> None:
    """End an open membership on a day not in the future; with it ends what the club may know."""
    found = session().execute(
        select(Membership, Club, Client.pid)
        .join(Club, Club.id == Membership.club_id)
        .join(Client, Client.id == Membership.client_id)
        .where(Membership.pid == membership_pid, Membership.left_on.is_(None))
        .where(Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound
    if left_on > clock.today():
        raise RuleBroken(_("Ngày này chưa đến."), field="left_on")
    row.Membership.left_on = left_on
    session().flush()
    _end_consent(row.Membership.client_id, f"club/{row.Club.pid}", left_on)
    changes.note("membership", membership_pid, place=row.Club.commune_code, day=left_on, n=-1)
    audit.record(actor, "end_membership", f"membership/{membership_pid}", client=row.pid)


def _join(actor: Actor, club: Club, client: Client) -> None:
    membership = Membership(club_id=club.id, client_id=client.id, joined_on=clock.today())
    session().add(membership)
    session().flush()
    give_consent(
        client,
        purpose="club",
        viewer=f"club/{club.pid}",
        fields=SHOWN,
        given_how="join form",
    )
    day = membership.joined_on
    changes.note("membership", membership.pid, place=club.commune_code, day=day, n=1)
    audit.record(actor, "add_member", f"club/{club.pid}", client=client.pid)


def _end_consent(client_id: int, viewer: str, day: date) -> None:
    query = select(Consent).where(Consent.client_id == client_id, Consent.viewer == viewer)
    for consent in session().scalars(query.where(Consent.to_on.is_(None))):
        consent.to_on = max(day, consent.from_on)
