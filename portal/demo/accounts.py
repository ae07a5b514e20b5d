"""The demo's users: one of each role that can sign in, and other staff, who cannot."""

from datetime import date

from portal import audit
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.demo.people import full_name
from portal.demo.rosters import full_classes, members_own_class
from portal.demo.seats import PROVINCE
from portal.demo.world import World, keep
from portal.messages.models import Notice
from portal.places.service import Place

COMMUNE_OFFICER = "officer-commune"
LOGINS = (*(role.value for role in Role), COMMUNE_OFFICER)
PASSWORD = "demo-portal"
POSTED_ON = date(2025, 7, 1)
READ = 6


def add_accounts(world: World) -> None:
    """The seven, each where there is something of their work to see."""
    hashed = passwords.hashed(PASSWORD)
    for role, scope in _scopes(world).items():
        user = _add_user(world, role.value, role, scope)
        user.password_hash = hashed
    member = world.users[f"{Role.MEMBER}/{world.clients[0].client.pid}"]
    member.name = ""  # the client's record holds it, sealed


def add_staff(world: World) -> None:
    """A coordinator for each other club and a case officer for its commune."""
    for serial, group in enumerate(world.groups, 1):
        if group is not world.own_group:
            _add_user(world, f"coordinator-{serial:02}", Role.COORDINATOR, group.club.pid)
            _add_case_officer(world, serial, group.seat.commune)


def add_readings(world: World) -> None:
    """The first row of the audit says that this is a demo; then some files have been read."""
    audit.record(Actor(), "demo", f"place/{PROVINCE}")
    officer = _actor(world, Role.CASE_OFFICER, world.home.code)
    coordinator = _actor(world, Role.COORDINATOR, world.own_group.club.pid)
    audit.record(coordinator, "read_list", f"club/{world.own_group.club.pid}")
    for _, member in world.own_group.members[:READ]:
        pid = member.client.pid
        audit.record(officer, "read", f"client/{pid}", client=pid)
    own = world.clients[0].client.pid
    audit.record(coordinator, "read", f"client/{own}", client=own)


def add_notices(world: World) -> None:
    """What each of the seven finds on their start page, as far as there is news."""
    scopes = _scopes(world)
    news = {
        Role.MEMBER: ("seat_found", {"title": members_own_class(world).course.title}),
        Role.CASE_OFFICER: ("phone_known", {}),
        Role.EMPLOYER: ("employer_verified", {}),
        Role.PROVIDER: ("provider_approved", {}),
    }
    keep(
        [
            Notice(
                pid=world.pid(),
                user_id=world.users[f"{role}/{scopes[role]}"].id,
                template=template,
                facts=facts,
                made_at=world.at_work(world.ago(1, 3)),
            )
            for role, (template, facts) in news.items()
        ]
    )


def _scopes(world: World) -> dict[Role, str]:
    return {
        Role.MEMBER: world.clients[0].client.pid,
        Role.COORDINATOR: world.own_group.club.pid,
        Role.CASE_OFFICER: world.home.code,
        Role.EMPLOYER: world.firms[0].employer.pid,
        Role.PROVIDER: full_classes(world)[0].school.provider.pid,
        Role.OFFICER: PROVINCE,
        Role.ADMIN: "",
    }


def _add_case_officer(world: World, serial: int, commune: Place) -> None:
    _add_user(world, f"case-officer-{serial:02}", Role.CASE_OFFICER, commune.code)


def _add_user(world: World, login: str, role: Role, scope: str) -> User:
    user = User(
        pid=world.pid(),
        login=login,
        name=full_name(world.rng, world.rng.choice(("male", "female"))),
        created_at=world.at_work(POSTED_ON),
    )
    keep([user])
    keep([Post(pid=world.pid(), user_id=user.id, role=role, scope=scope, from_on=POSTED_ON)])
    world.users[f"{role}/{scope}"] = user
    return user


def _actor(world: World, role: Role, scope: str) -> Actor:
    return Actor(world.users[f"{role}/{scope}"].pid, (Held(role, scope),))
