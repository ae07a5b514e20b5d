"""Who is a member of a club on a day; joining and leaving; what a coordinator knows of a member."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.accounts.models import Post, User
from portal.accounts.service import cards
from portal.clubs.models import Club, Membership
from portal.clubs.service.clubs import get_own_club, own_clubs
from portal.clubs.service.outreach import has_joined
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import (
    NAME,
    consented,
    consenting_to,
    end_consents,
    get_client,
    give_consent,
    name_in,
    register_client,
)
from portal.people.service.consents import TO_A_CLUB
from portal.text import fold, name_key


@dataclass(frozen=True)
class Person:
    """A member as the club's coordinator may see them."""

    pid: str
    name: str


@dataclass(frozen=True)
class Member(Person):
    """A member today: of which club, since when."""

    membership: Membership
    club: Club


@dataclass(frozen=True)
class MemberFile:
    """What a coordinator opens of a member; the phone is blank where it is not shared."""

    client: Client
    phone: str
    membership: Membership
    club: Club


def members_on(club: Club, day: date) -> Select[*tuple[Any, ...]]:
    """The members of a club on a day: columns that `person_in` reads, more are for the caller."""
    shown = Client.id.in_(consenting_to([viewer(club)], "name"))
    return (
        select(*NAME, shown.label("shown"))
        .join(Membership, Membership.client_id == Client.id)
        .where(Membership.club_id == club.id, Membership.in_force(day))
    )


def person_in(row: Row[*tuple[Any, ...]]) -> Person:
    """The member in such a row; the name only while they let the club know it."""
    hidden = _("(không còn chia sẻ tên)")
    return Person(row.pid, (name_in(row) if row.shown else "") or hidden)


def viewer(club: Club) -> str:
    """How the consent ledger calls the club's coordinators."""
    return f"club/{club.pid}"


def list_members(actor: Actor) -> list[Member]:
    """The members today of the actor's own clubs, by name; one row in the audit a club."""
    members = []
    for club in own_clubs(actor):
        audit.record(actor, "read_list", f"club/{club.pid}")
        for row in session().execute(members_on(club, clock.today()).add_columns(Membership)):
            person = person_in(row)
            members.append(Member(person.pid, person.name, row.Membership, club))
    return sorted(members, key=lambda member: name_key(member.name))


def get_member(actor: Actor, client_pid: str) -> MemberFile:
    """A member today of the actor's own club who lets it know them; the reading is recorded."""
    found = session().execute(
        select(Membership, Club)
        .join(Club, Club.id == Membership.club_id)
        .join(Client, Client.id == Membership.client_id)
        .where(Client.pid == client_pid, Club.pid.in_(actor.scopes(Role.COORDINATOR)))
        .where(Membership.in_force(clock.today()))
        .order_by(Membership.joined_on)
    )
    row = found.first()
    if row is None:
        raise NotFound
    client = get_client(actor, client_pid)
    phone = client.phone if consented(client_pid, viewer(row.Club), "phone") else ""
    return MemberFile(client, phone, row.Membership, row.Club)


def add_new_member(
    actor: Actor,
    club_pid: str,
    *,
    name: str,
    phone: str,
    birth_year: int,
    commune_code: str,
    education: int,
    signed: bool,
    outreach: str = "",
) -> Client:
    """Register a person and let them join by the form they signed: without it nobody joins.

    Whom the club had approached is no more on the list of these (`outreach`).

    A phone that is known already is for the case officer to look at: the answer is the same.
    """
    club = get_own_club(actor, club_pid)
    _refuse_unsigned(signed)
    client = register_client(
        actor,
        name=name,
        phone=phone,
        birth_year=birth_year,
        commune_code=commune_code,
        education=education,
    )
    _join(actor, club, client, given_how="join form")
    has_joined(actor, club, outreach)
    return client


def add_member_by_card(
    actor: Actor, club_pid: str, *, card: str, signed: bool, outreach: str = ""
) -> Client:
    """Let the holder of a member's card join: the login printed on it, and the form they signed.

    A member who does not let the club know them, come from a merged club, does so by that form.
    """
    club = get_own_club(actor, club_pid)
    _refuse_unsigned(signed)
    client = session().scalar(
        select(Client)
        .join(Post, and_(Post.role == Role.MEMBER, Post.scope == Client.pid))
        .join(User, User.id == Post.user_id)
        .where(User.login == fold(card).replace(" ", ""), User.disabled_at.is_(None))
        .where(Client.key_wrapped.is_not(None))
        .where(or_(Post.to_on.is_(None), Post.to_on >= clock.today()))
    )
    if client is None:
        raise RuleBroken(_("Không có thẻ nào mang mã này."), field="card")
    if not session().scalar(members_on(club, clock.today()).where(Client.id == client.id)):
        _join(actor, club, client, given_how="join form and card")
    elif consented(client.pid, viewer(club), "name"):
        raise RuleBroken(_("Người này đã là thành viên."), field="card")
    else:
        _let_know(actor, club, client, given_how="join form and card")
    has_joined(actor, club, outreach)
    return client


def issue_card(actor: Actor, client_pid: str) -> tuple[str, str]:
    """The login and one-time code of a new card for a member; an old card ends with it."""
    return cards.issue_card(actor, get_member(actor, client_pid).client.pid)


def end_membership(actor: Actor, client_pid: str, *, left_on: date) -> None:
    """End a membership on a day not in the future; what the club may know ends with it."""
    member = get_member(actor, client_pid)
    if left_on > clock.today():
        raise RuleBroken(_("Ngày này chưa đến."), field="left_on")
    end(actor, member.membership, member.club, member.client, left_on)


def end_all_memberships(actor: Actor, club: Club, *, last_on: date) -> list[Membership]:
    """The club is dissolved: who is still a member after that day was one to that day, or to the
    day they joined. These are given back."""
    query = (
        select(Membership, Client)
        .join(Client, Client.id == Membership.client_id)
        .where(Membership.club_id == club.id)
        .where(or_(Membership.left_on.is_(None), Membership.left_on > last_on))
    )
    ending = session().execute(query).all()
    for membership, client in ending:
        end(actor, membership, club, client, max(last_on, membership.joined_on))
    return [membership for membership, _client in ending]


def inherit(actor: Actor, heir: Club, ended: Membership) -> None:
    """Who was a member of a merged club is one of its heir from the next day, unless they are
    already. What the heir may know of them is for them to say: no consent goes along."""
    assert ended.left_on
    joined_on = ended.left_on + timedelta(1)
    still = or_(Membership.left_on.is_(None), Membership.left_on >= joined_on)
    own = select(Membership.id).where(Membership.club_id == heir.id, still)
    if session().scalar(own.where(Membership.client_id == ended.client_id)):
        return
    membership = Membership(club_id=heir.id, client_id=ended.client_id, joined_on=joined_on)
    session().add(membership)
    session().flush()
    person = session().get_one(Client, ended.client_id)
    _note(actor, "inherit_member", membership, heir, person.pid)


def _refuse_unsigned(signed: bool) -> None:
    if not signed:
        raise RuleBroken(_("Cần đơn tham gia có chữ ký của người đó."), field="signed")


def _join(actor: Actor, club: Club, client: Client, *, given_how: str) -> None:
    membership = Membership(club_id=club.id, client_id=client.id, joined_on=clock.today())
    session().add(membership)
    session().flush()
    _let_know(actor, club, client, given_how=given_how)
    _note(actor, "add_member", membership, club, client.pid)


def _let_know(actor: Actor, club: Club, client: Client, *, given_how: str) -> None:
    """By the form they signed."""
    give_consent(
        actor,
        client,
        viewer=viewer(club),
        purpose="club",
        fields=TO_A_CLUB,
        given_how=given_how,
    )


def end(actor: Actor, membership: Membership, club: Club, client: Client, left_on: date) -> None:
    """End a membership with a day, and with it what the club may know."""
    membership.left_on = left_on
    session().flush()
    end_consents(client, viewer=viewer(club), last_on=left_on)
    _note(actor, "end_membership", membership, club, client.pid)


def _note(actor: Actor, action: str, membership: Membership, club: Club, client_pid: str) -> None:
    day, n = (membership.left_on, -1) if membership.left_on else (membership.joined_on, 1)
    changes.note("membership", membership.pid, place=club.commune_code, day=day, n=n)
    audit.record(actor, action, f"club/{club.pid}", client=client_pid)
