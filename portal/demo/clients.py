"""The demo's clients: who they are, what they can and want, their aftercare files."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from portal import contact
from portal.demo import people
from portal.demo.people import Person
from portal.demo.vacancies import open_jobs
from portal.demo.world import Member, World, keep, keep_plain
from portal.people.aftercare import durations_on, last_day
from portal.people.models import (
    BlockedEmployer,
    CaseFile,
    Client,
    ClientSkill,
    PhoneClash,
    WantedOccupation,
)
from portal.people.service import phones
from portal.places.service import Place
from portal.trades.vocabulary import DEMANDS, SHIFTS, to_bits

KINDS = {"voluntary": 35, "compulsory": 55, "substitution": 10}
WITHOUT_PHONE, WITHOUT_FILE, BLOCKING = 0.05, 0.05, 0.02


def add_clients(world: World) -> None:
    """At least one in each commune; the first is the demo's own member, with two neighbours."""
    homes = [world.home, world.home, *(commune.place for commune in world.communes)]
    homes += [world.commune().place for _ in range(world.size - len(homes))]
    for serial, home in enumerate(homes[: world.size], 1):
        person = _person(world, serial)
        client = _client(world, serial, person, home)
        world.clients.append(Member(home.code, client, person, _case_file(world, client, serial)))
    keep(member.client for member in world.clients)
    keep(_filed(member) for member in world.clients)
    _add_wishes(world)
    _let_two_share_a_phone(world)


def _person(world: World, serial: int) -> Person:
    world.phones += 1
    person = people.person(world.rng, world.phones, world.today.year)
    return _showing(world, person) if serial == 1 else person


def _showing(world: World, person: Person) -> Person:
    """The demo's own member wants what is offered near by, and holds a part of what it asks."""
    near = [job for job in open_jobs(world) if job.vacancy.commune_code == world.home.code]
    wanted = Counter(job.template.occupation for job in near).most_common(3)
    asked = sorted({skill for job in near for skill in job.template.must})
    half = len(asked) // 2
    return replace(
        person,
        birth_year=world.today.year - 34,
        household="near_poor",
        education=3,
        wanted=tuple(code for code, _ in wanted),
        skills=tuple(asked[1:half]),
        proven=tuple(asked[:1]),
        limits=(),
        shifts=("morning", "afternoon", "evening", "weekend"),
        max_km=20,
        min_wage=6_000_000,
    )


def _client(world: World, serial: int, person: Person, home: Place) -> Client:
    client = Client(
        pid=world.pid(),
        code=f"tv-{serial:04}",
        birth_year=person.birth_year,
        commune_code=home.code,
        household_status=person.household,
        education=person.education,
        shifts=to_bits(person.shifts, SHIFTS),
        limits=to_bits(person.limits, DEMANDS),
        max_km=person.max_km,
        min_wage=person.min_wage,
    )
    client.name = person.name
    if serial == 1 or world.rng.random() >= WITHOUT_PHONE:
        _give_phone(client, person.phone)
    return client


def _give_phone(client: Client, phone: str) -> None:
    client.phone, client.phone_hash = contact.phone(phone), phones.hashed(phone)


def _case_file(world: World, client: Client, serial: int) -> CaseFile:
    """A completion of the last years, and the aftercare of one or two years that follows; for
    some no file has been opened."""
    kind = world.rng.choices(list(KINDS), list(KINDS.values()))[0]
    completed_on = (
        world.ago(220, 250)
        if serial == 1
        else world.ago(40, durations_on(world.today).years[kind] * 550)
    )
    client.registered_on = min(completed_on + timedelta(days=world.rng.randint(0, 20)), world.today)
    opened = serial == 1 or world.rng.random() >= WITHOUT_FILE
    return CaseFile(
        pid=world.pid(),
        kind=kind,
        completed_on=completed_on,
        managed_from=client.registered_on if opened else None,
        managed_to=last_day(kind, completed_on) if opened else None,
    )


def _filed(member: Member) -> CaseFile:
    member.case.client_id = member.client.id
    return member.case


def _add_wishes(world: World) -> None:
    keep_plain(
        WantedOccupation,
        (
            {"client_id": member.client.id, "position": position, "occupation": code}
            for member in world.clients
            for position, code in enumerate(member.person.wanted)
        ),
    )
    keep_plain(ClientSkill, (row for member in world.clients for row in _skills(member)))
    keep_plain(
        BlockedEmployer,
        (
            {"client_id": member.client.id, "employer_code": firm.employer.code}
            for member in world.clients[1:]
            if world.rng.random() < BLOCKING
            for firm in [world.rng.choice(world.firms)]
        ),
    )


def _skills(member: Member) -> Iterator[dict[str, Any]]:
    for proven, skills in ((False, member.person.skills), (True, member.person.proven)):
        for skill in skills:
            yield {"client_id": member.client.id, "skill": skill, "proven": proven}


def _let_two_share_a_phone(world: World) -> None:
    """Two of the demo's own commune have given the same number: the case officer is to look."""
    one, other = world.living_in([world.home.code])[:2]
    for member in (one, other):
        _give_phone(member.client, one.person.phone)
    clash = PhoneClash(
        pid=world.pid(),
        client_id=other.client.id,
        other_id=one.client.id,
        found_at=world.at_work(world.ago(1, 5)),
    )
    keep([clash])
