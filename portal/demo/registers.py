"""The demo's registers: certificates, visits, reviews, commendations and volunteer teams.

They are drawn from a stream of their own, so that what stands in other parts stays as it was.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from portal import clock
from portal.clubs.models import Charge, Volunteer, VolunteerTeam
from portal.clubs.models.volunteers import MOST_CHARGES
from portal.clubs.service.charges import TO_A_VOLUNTEER, viewer
from portal.db import session
from portal.demo.people import full_name
from portal.demo.seats import PROVINCE
from portal.demo.words import read
from portal.demo.world import Group, Member, World, keep
from portal.people.models import Consent
from portal.targets.models import (
    ChecklistAnswer,
    Commendation,
    FollowUp,
    MonitoringVisit,
    Review,
    StaffTraining,
)
from portal.targets.service.visits import checklist

PLAN = "257/KH-UBND"
VISITS = 10
FINE, OPEN = 0.78, 0.4
REVIEWS = (
    ("interim", date(2025, 7, 10), "128/BC-UBND"),
    ("interim", date(2026, 7, 8), "141/BC-UBND"),
)
RECIPIENTS = {
    "collective": "letter",
    "official": "certificate",
    "volunteer": "letter",
    "board_member": "title",
}
TEAMS, FEWEST, MOST = 10, 6, 9
FORMED = date(2025, 9, 15)


def add_registers(world: World) -> None:
    """Everything that officers keep beside the plans."""
    own = replace(world, rng=Random(f"{world.clients[0].client.pid}/registers"))
    _number_certificates(own)
    for group in own.groups[:VISITS]:
        _add_visit(own, group)
    keep(_review(own, *held) for held in REVIEWS)
    keep(_commendation(own, recipient, form) for recipient, form in RECIPIENTS.items())
    for group in own.groups[:TEAMS]:
        _add_team(own, group)


def _word(world: World, kind: str) -> str:
    word: str = world.rng.choice(read("registers")[kind])
    return word


def _name(world: World) -> str:
    return full_name(world.rng, world.rng.choice(("male", "female")))


def _number_certificates(world: World) -> None:
    done = select(StaffTraining).where(StaffTraining.completed_on.is_not(None))
    for row in session().scalars(done.order_by(StaffTraining.id)):
        assert row.completed_on
        row.certificate_number = f"{world.rng.randint(100, 999)}/{row.completed_on.year}/CN"


def _add_visit(world: World, group: Group) -> None:
    visit = MonitoringVisit(
        pid=world.pid(),
        place_code=group.seat.commune.code,
        club_id=group.club.id,
        held_on=world.ago(20, 200),
        team=_word(world, "teams").format(name=_name(world), other=_name(world)),
        findings=_word(world, "findings"),
    )
    keep([visit])
    answers = [_answer(world, visit, item) for item in checklist()]
    keep(answers)
    keep(_follow_up(world, visit) for answer in answers[:8] if answer.answer == "no")


def _answer(world: World, visit: MonitoringVisit, item: str) -> ChecklistAnswer:
    fine = world.rng.random() < FINE
    return ChecklistAnswer(
        visit_id=visit.id,
        item=item,
        answer="yes" if fine else "no",
        remark="" if fine else _word(world, "remarks"),
    )


def _follow_up(world: World, visit: MonitoringVisit) -> FollowUp:
    due_on = visit.held_on + timedelta(days=30)
    done_on = world.day(visit.held_on, min(due_on, world.today))
    return FollowUp(
        pid=world.pid(),
        visit_id=visit.id,
        task=_word(world, "tasks"),
        responsible=_word(world, "responsible"),
        due_on=due_on,
        done_on=None if world.rng.random() < OPEN else done_on,
    )


def _review(world: World, kind: str, held_on: date, number: str) -> Review:
    texts = {name: _word(world, name) for name in ("results", "lessons", "tasks_ahead")}
    return Review(
        pid=world.pid(),
        plan=PLAN,
        place_code=PROVINCE,
        kind=kind,
        held_on=held_on,
        document_number=number,
        **texts,
    )


def _commendation(world: World, recipient: str, form: str) -> Commendation:
    group = world.rng.choice(world.groups)
    return Commendation(
        pid=world.pid(),
        place_code=group.seat.commune.code,
        recipient=recipient,
        name=group.club.name if recipient == "collective" else _name(world),
        unit=group.seat.commune.name,
        form=form,
        decision=f"{world.rng.randint(100, 900)}/QĐ-UBND",
        decided_on=world.ago(30, 300),
        reason=_word(world, "reasons"),
    )


def _add_team(world: World, group: Group) -> None:
    """Each volunteer has an area and looks after some who live in the commune; one of the demo's
    own looks after its member."""
    commune = group.seat.commune
    formed_on = world.day(FORMED, world.ago(120, 200))
    team = VolunteerTeam(
        pid=world.pid(),
        commune_code=commune.code,
        formed_on=formed_on,
        decision=f"{world.rng.randint(20, 480)}/QĐ-UBND",
    )
    keep([team])
    volunteers = [_volunteer(world, team, area) for area in _areas(world, commune.name)]
    keep(volunteers)
    waiting = world.living_in([commune.code])
    world.rng.shuffle(waiting)
    for volunteer in volunteers[:-1]:
        taken = [waiting.pop() for _ in range(min(len(waiting), world.rng.randint(1, 4)))]
        own = group is world.own_group and volunteer is volunteers[0]
        _look_after(world, volunteer, [*world.clients[: int(own)], *taken][:MOST_CHARGES])


def _areas(world: World, commune: str) -> Iterator[str]:
    kind = "Ấp" if commune.startswith("Xã") else "Khu phố"
    yield from (f"{kind} {n}" for n in range(1, world.rng.randint(FEWEST, MOST) + 1))


def _volunteer(world: World, team: VolunteerTeam, area: str) -> Volunteer:
    return Volunteer(
        pid=world.pid(), team_id=team.id, name=_name(world), area=area, from_on=team.formed_on
    )


def _look_after(world: World, volunteer: Volunteer, people: list[Member]) -> None:
    volunteer.charges = len(people)
    for member in people:
        since = max(world.ago(20, 100), member.client.registered_on or date.min)
        facts: dict[str, Any] = {"client_id": member.client.id, "from_on": since}
        keep([Charge(pid=world.pid(), volunteer_id=volunteer.id, **facts)])
        keep([_consent(world, volunteer, facts)])


def _consent(world: World, volunteer: Volunteer, facts: dict[str, Any]) -> Consent:
    return Consent(
        pid=world.pid(),
        basis="consent",
        purpose="volunteer",
        viewer=viewer(volunteer),
        fields=" ".join(TO_A_VOLUNTEER),
        given_how="to the case officer",
        given_at=clock.day_starts(facts["from_on"]),
        **facts,
    )
