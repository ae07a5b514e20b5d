"""A small commune for tests: two communes, one club, and who works there."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.clubs.models import Club, Membership
from portal.people import service
from portal.people.models import Client
from portal.people.service.consents import TO_A_CLUB
from tests.pages import PASSWORD

HO_NAI, TAM_HIEP = "26005", "26017"
KEPT = passwords.hashed(PASSWORD)


@dataclass(frozen=True)
class Commune:
    """Public ids of those who live and work there."""

    an: str  # a member of the club, in Hố Nai
    binh: str  # nobody's member, in Hố Nai
    club: str


def user(work: Session, login: str, role: Role, scope: str = "", name: str = "") -> User:
    """Someone who can sign in, with one post."""
    made = User(login=login, name=name, password_hash=KEPT, created_at=clock.now())
    work.add(made)
    work.flush()
    work.add(Post(user_id=made.id, role=role, scope=scope, from_on=date(2026, 1, 1)))
    work.flush()
    return made


def client(work: Session, name: str, commune: str = HO_NAI, phone: str = "") -> Client:
    """A person of a commune."""
    actor = Actor("-", (Held(Role.CASE_OFFICER, commune),))
    return service.register_client(
        actor, name=name, phone=phone, birth_year=1990, commune_code=commune, education=2
    )


def settle(work: Session) -> Commune:
    """Fill an empty database."""
    an = client(work, "Nguyễn Văn An", phone="0912 345 678")
    binh = client(work, "Trần Thị Bình")
    club = Club(name="Câu lạc bộ Hố Nai", display_name="Nhóm Sáng Thứ Bảy", commune_code=HO_NAI)
    work.add(club)
    work.flush()
    work.add(Membership(club_id=club.id, client_id=an.id, joined_on=date(2026, 3, 1)))
    chair = user(work, "coordinator", Role.COORDINATOR, club.pid, "Bà Hoa")
    service.give_consent(
        Actor(chair.pid, (Held(Role.COORDINATOR, club.pid),)),
        an,
        viewer=f"club/{club.pid}",
        purpose="club",
        fields=TO_A_CLUB,
        given_how="join form",
    )
    user(work, "member", Role.MEMBER, an.pid)
    user(work, "case_officer", Role.CASE_OFFICER, HO_NAI, "Ông Tâm")
    user(work, "neighbour", Role.CASE_OFFICER, TAM_HIEP, "Ông Khoa")
    user(work, "officer", Role.OFFICER, "75", "Bà Hạnh")
    user(work, "admin", Role.ADMIN, "", "Quản trị")
    return Commune(an.pid, binh.pid, club.pid)


def actor(work: Session, login: str) -> Actor:
    """The actor whom a login stands for."""
    found = work.query(User).filter_by(login=login).one()
    posts = work.query(Post).filter_by(user_id=found.id)
    return Actor(found.pid, tuple(Held(Role(post.role), post.scope) for post in posts))
