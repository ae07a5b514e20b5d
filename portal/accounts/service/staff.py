"""Adding a member of staff in one step, from the command line: the first administrator too."""

from datetime import date

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.service.cards import issue_link
from portal.accounts.service.posts import give_post
from portal.accounts.service.users import create_user

AT_THE_MACHINE = Actor(posts=(Held(Role.ADMIN, ""),))


def add_user(
    login: str, *, name: str, role: str, scope: str = "", from_on: date | None = None
) -> str:
    """Make a user with one post; the path of the one-time link that lets them set a password."""
    user = create_user(AT_THE_MACHINE, login=login, name=name)
    give_post(AT_THE_MACHINE, user.pid, role=role, scope=scope, from_on=from_on or clock.today())
    return f"/link/{issue_link(AT_THE_MACHINE, user.pid)}"
