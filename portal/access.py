"""Who may do what: the actor, the rules, and the seal that lets no address stand without one.

A rule is a pure predicate on the actor. It says who may knock; what of the data they then see is
said by the `visible_…(actor)` select of each service.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask

Rule = Callable[["Actor"], bool]
View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """What a post lets a person be; its scope says where."""

    MEMBER = "member"  # scope: a client's public id
    COORDINATOR = "coordinator"  # a club's public id
    CASE_OFFICER = "case_officer"  # a commune's code
    EMPLOYER = "employer"  # an employer's public id
    PROVIDER = "provider"  # a training provider's public id
    OFFICER = "officer"  # a place's code: province or commune
    ADMIN = "admin"  # no scope


PRIVILEGED = (Role.CASE_OFFICER, Role.OFFICER, Role.ADMIN)
STAFF = (Role.COORDINATOR, *PRIVILEGED)
OUTSIDE = (Role.EMPLOYER, Role.PROVIDER)


def roles_on(site: str) -> tuple[Role, ...]:
    """Who may sign in on a site (PORTAL_SITE): nobody is known on the one that is not theirs."""
    if site == "public":
        return OUTSIDE
    return tuple(role for role in Role if site == "all" or role not in OUTSIDE)


@dataclass(frozen=True)
class Held:
    """A post in force today."""

    role: Role
    scope: str


@dataclass(frozen=True)
class Actor:
    """Who asks, with the posts in force at this request; `user` is None for a visitor."""

    user: str | None = None
    posts: tuple[Held, ...] = ()

    def has(self, *roles: Role) -> bool:
        """Holds a post of one of the roles."""
        return any(post.role in roles for post in self.posts)

    def scopes(self, role: Role) -> list[str]:
        """Where the actor holds the role: codes of places or public ids."""
        return [post.scope for post in self.posts if post.role is role]

    @property
    def client(self) -> str | None:
        """The public id of the actor's own client record."""
        own = self.scopes(Role.MEMBER)
        return own[0] if own else None


VISITOR = Actor()


def anyone(actor: Actor) -> bool:
    """No sign-in needed."""
    return True


def signed_in(actor: Actor) -> bool:
    """Any user, with or without a post."""
    return actor.user is not None


def _holder(name: str, doc: str, *roles: Role) -> Rule:
    def rule(actor: Actor) -> bool:
        return actor.has(*roles)

    rule.__name__, rule.__doc__ = name, doc
    return rule


member = _holder("member", "A member.", Role.MEMBER)
coordinator = _holder("coordinator", "A coordinator of some club.", Role.COORDINATOR)
case_officer = _holder("case_officer", "A commune's case officer.", Role.CASE_OFFICER)
employer = _holder("employer", "Someone who acts for an employer.", Role.EMPLOYER)
provider = _holder("provider", "Someone who acts for a training provider.", Role.PROVIDER)
officer = _holder("officer", "A programme officer.", Role.OFFICER)
admin = _holder("admin", "An administrator.", Role.ADMIN)
caseload = _holder(
    "caseload", "Those who know a member by name.", Role.COORDINATOR, Role.CASE_OFFICER
)
club_people = _holder(
    "club_people", "Who comes to a club's meetings.", Role.MEMBER, Role.COORDINATOR
)
commune_side = _holder("commune_side", "Who works for a place.", Role.CASE_OFFICER, Role.OFFICER)
club_side = _holder(
    "club_side",
    "Who looks after a club: its coordinators, and the officers of its place.",
    Role.COORDINATOR,
    Role.CASE_OFFICER,
    Role.OFFICER,
)


def allow(rule: Rule, *, opens_file: bool = False) -> Callable[[View], View]:
    """Mark a view with its rule.

    `opens_file` says that a GET shows another person's data: its transaction begins IMMEDIATE,
    because the audit row is written before the answer leaves.
    """

    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]
        view.opens_file = opens_file  # type: ignore[attr-defined]
        return view

    return mark


def rule_of(app: Flask, endpoint: str) -> Rule | None:
    """The rule that an endpoint's view is marked with."""
    return getattr(app.view_functions.get(endpoint), "access_rule", None)


def opens_file(app: Flask, endpoint: str | None) -> bool:
    """Whether a GET of the endpoint shows another person's data."""
    return getattr(app.view_functions.get(endpoint or ""), "opens_file", False)


class UnsealedError(Exception):
    """An address has no rule; the program does not start."""


def seal(app: Flask) -> None:
    """Refuse to start while any endpoint has no rule."""
    open_doors = sorted(name for name in app.view_functions if rule_of(app, name) is None)
    if open_doors:
        raise UnsealedError(f"no access rule on: {', '.join(open_doors)}")


def roles_for(rule: Rule) -> Iterable[str]:
    """The roles that a rule lets in, "visitor" first."""
    if rule(VISITOR):
        yield "visitor"
    for role in Role:
        if rule(Actor(user="-", posts=(Held(role, "-"),))):
            yield role.value
