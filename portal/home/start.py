"""What the start page shows each role: its facts by the function named here."""

from collections.abc import Callable
from typing import Any

from portal.access import Actor, Role
from portal.clubs import service as clubs
from portal.home.care import care_today
from portal.home.member import member_today
from portal.jobs.service import employer_start
from portal.journeys.service.files import caseload_today
from portal.targets.start import officer_start
from portal.training import service as training

Facts = Callable[[Actor], dict[str, Any]]


# templates/home/_<role>.html shows what the function finds
STARTS: dict[Role, Facts] = {
    Role.MEMBER: member_today,
    Role.COORDINATOR: clubs.coordinators_day,
    Role.CASE_OFFICER: caseload_today,
    Role.ADMIN: care_today,
    Role.PROVIDER: training.start_facts,
    Role.EMPLOYER: employer_start,
    Role.OFFICER: officer_start,
}


def facts(actor: Actor) -> list[tuple[str, dict[str, Any]]]:
    """For each role the actor holds: the fragment to include and what it shows."""
    return [
        (f"home/_{role.value}.html", find(actor))
        for role, find in STARTS.items()
        if actor.has(role)
    ]
