"""A history of what people do in the portal, by the services they do it with and by imports."""

import csv
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, time, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from portal import changes, clock
from portal.access import Actor, Held, Role
from portal.accounts.models import User
from portal.clubs import service as clubs
from portal.clubs.models import Club, Meeting, Membership
from portal.clubs.service import moving, receiving, transfers
from portal.db import session
from portal.errors import PortalError
from portal.exchange.service import run_export, run_import
from portal.installation import Installation
from portal.jobs.service import answer_application
from portal.journeys import service as journeys
from portal.journeys.models import Milestone, Need, Step, StepKind, Support
from portal.journeys.service import milestones, supports
from portal.people import service as people
from portal.people.models import CaseFile, Client, Note
from portal.people.service import file_changes, handovers
from portal.places import service as places
from portal.training import service as training
from portal.training.models import Learner, Standing
from tests.jobs import world as jobs
from tests.training import world as classes

PROVINCE, COMMUNES = "75", ("26041", "26005", "25993")
FIRST = date(2025, 8, 1)  # the days of the histories lie on one map
LAST = date(2026, 11, 21)
EDITS = {
    "clients": ("commune_code", COMMUNES),
    "clubs": ("commune_code", COMMUNES),
    "memberships": ("left_on", ("", "2026-11-01", "2026-11-20")),
    "meetings": ("minutes", ("", "Đã họp.")),
    "attendance": ("status", ("present", "late", "absent", "absent_excused")),
    "case_files": ("managed_to", ("", "2026-12-01", "2027-03-01")),
    "needs": ("met_on", ("", "2026-11-21")),
}


class Nobody(PortalError):
    """There is nobody yet to whom this could happen."""


class History:
    """Acts on an installation, each in a transaction of its own, drawn from numbers."""

    def __init__(self, installation: Installation, folder: Path) -> None:
        self.installation, self.folder, self.names = installation, folder, count(1)
        with self.installation.transaction(writes=True):
            self.employer, provider = jobs.employer(pledged=True), classes.provider()
            self.provider = classes.acting_for(provider)
            self.course = classes.course(provider)
            self.author = User(login="cb", password_hash="-", created_at=clock.now())
            session().add(self.author)

    def act(self, name: str, number: int, on: date | None = None) -> None:
        """Do it on a day; what the portal refuses is rolled back, as a request is."""
        dice = Random(number)
        clock.fix(on or FIRST + timedelta(days=dice.randrange((LAST - FIRST).days)))
        with suppress(PortalError, IntegrityError), self.installation.transaction(writes=True):
            ACTS[name](self, dice)

    def case_officer(self, client: Client) -> Actor:
        """Who answers for the client's commune."""
        return Actor(self.author.pid, (Held(Role.CASE_OFFICER, client.commune_code),))


def _one(dice: Random, model: Any, *where: Any) -> Any:
    found: Sequence[Any] = session().scalars(select(model).where(*where).order_by(model.id)).all()
    if not found:
        raise Nobody
    return dice.choice(found)


def _coordinator(club_pid: str) -> Actor:
    return Actor("coordinator", (Held(Role.COORDINATOR, club_pid),))


def _member(client: Client) -> Actor:
    return Actor("member", (Held(Role.MEMBER, client.pid),))


def _before(dice: Random, days: int) -> date:
    return clock.today() - timedelta(days=dice.randrange(days))


def found_club(history: History, dice: Random) -> None:
    commune = dice.choice(COMMUNES)
    districts = places.old_districts_of(commune, clock.today())
    clubs.found_club(
        Actor("officer", (Held(Role.OFFICER, PROVINCE),)),
        commune_code=commune,
        name=f"CLB {next(history.names)}",
        display_name="",
        decision="1/QĐ",
        founded_on=_before(dice, 60),
        old_district_code=dice.choice(districts).code,
    )


def move_club(history: History, dice: Random) -> None:
    club = _one(dice, Club)
    clubs.move_club(
        Actor("officer", (Held(Role.OFFICER, PROVINCE),)),
        club.pid,
        status=dice.choice(["operating", "paused", "dissolved"]),
        status_on=clock.today(),
        version=club.version,
    )


def change_seat(history: History, dice: Random) -> None:
    """A club moves to another commune of the province."""
    club = _one(dice, Club)
    moving.change_seat(
        Actor("officer", (Held(Role.OFFICER, PROVINCE),)),
        club.pid,
        commune_code=dice.choice(COMMUNES),
        from_on=_before(dice, 60),
        decision="2/QĐ",
        decided_on=None,
        version=club.version,
    )


def transfer_member(history: History, dice: Random) -> None:
    """A member goes to another club, which says yes at once."""
    joined = _one(dice, Membership, Membership.left_on.is_(None))
    club, other = session().get_one(Club, joined.club_id), _one(dice, Club)
    client = session().get_one(Client, joined.client_id)
    asked = transfers.ask_transfer(
        _coordinator(club.pid), client.pid, to_pid=other.pid, signed_on=clock.today()
    )
    receiving.accept_transfer(_coordinator(other.pid), asked.pid)


def add_member(history: History, dice: Random) -> None:
    club = _one(dice, Club)
    clubs.add_new_member(
        _coordinator(club.pid),
        club.pid,
        name=f"Nguyễn Văn {next(history.names)}",
        phone="",
        birth_year=1990,
        commune_code=dice.choice(COMMUNES),
        education=2,
        signed=True,
    )


def end_membership(history: History, dice: Random) -> None:
    open_since = Membership.joined_on <= clock.today() - timedelta(days=30)
    joined = _one(dice, Membership, Membership.left_on.is_(None), open_since)
    club, client = (
        session().get_one(Club, joined.club_id),
        session().get_one(Client, joined.client_id),
    )
    clubs.end_membership(_coordinator(club.pid), client.pid, left_on=_before(dice, 200))


def schedule_meeting(history: History, dice: Random) -> None:
    club = _one(dice, Club)
    clubs.schedule_meeting(
        _coordinator(club.pid),
        club.pid,
        day=_before(dice, 90),
        starts=time(dice.choice([0, 6, 19])),
        ends=time(21),
        place="",
        agenda="",
        back_entry=True,
    )


def _meeting(dice: Random) -> tuple[Actor, Meeting]:
    meeting = _one(dice, Meeting)
    return _coordinator(session().get_one(Club, meeting.club_id).pid), meeting


def call_roll(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    roll = clubs.roll_of(actor, clubs.get_meeting(actor, meeting.pid))
    marked = dice.sample(roll, dice.randint(0, len(roll)))
    kinds = clubs.list_kinds()
    clubs.record_attendance(actor, meeting.pid, {row.pid: dice.choice(kinds) for row in marked})


def write_minutes(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    words = dice.choice(["Đã họp.", " "])
    clubs.write_minutes(actor, meeting.pid, minutes=words, version=meeting.version)


def move_meeting(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    clubs.edit_meeting(
        actor,
        meeting.pid,
        day=_before(dice, 90),
        starts=time(19),
        ends=time(21),
        place="",
        agenda="",
        back_entry=True,
        version=meeting.version,
    )


def cancel_meeting(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    clubs.cancel_meeting(actor, meeting.pid, reason="Mưa", version=meeting.version)


def move_house(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    people.update_contact(
        history.case_officer(client),
        client.pid,
        version=client.version,
        name=client.name,
        phone="",
        commune_code=dice.choice(COMMUNES),
    )


def hand_over(history: History, dice: Random) -> None:
    """A facility's paper arrives; it is left, opened, sent on, or closed."""
    client = _one(dice, Client)
    officer, completed_on = history.case_officer(client), _before(dice, 200)
    arrived_on = max(completed_on, clock.today() - timedelta(days=dice.randrange(90)))
    paper = handovers.Paper("voluntary", completed_on, arrived_on, None, "Cơ sở", "1", None)
    taken = handovers.note_handover(officer, client.pid, paper)
    end = dice.choice(["left", "opened", "sent_on", "closed"])
    if end == "opened":
        handovers.open_file(officer, taken.pid, opened_on=clock.today())
    elif end == "sent_on":
        to = dice.choice(COMMUNES)
        handovers.send_on(officer, taken.pid, commune_code=to, reason="Ở nơi khác")
    elif end == "closed":
        handovers.close(officer, taken.pid, reason="Gửi nhầm")


def move_files(history: History, dice: Random) -> None:
    """A person moves, and their open files with them."""
    client = _one(dice, Client)
    file_changes.move_residence(
        history.case_officer(client),
        client.pid,
        commune_code=dice.choice(COMMUNES),
        moved_on=clock.today(),
        reason="",
    )


def change_file(history: History, dice: Random) -> None:
    """A file is suspended, resumed or ended early."""
    file = _one(dice, CaseFile, CaseFile.managed_from.is_not(None))
    client = session().get_one(Client, file.client_id)
    file_changes.change_file(
        history.case_officer(client),
        file.pid,
        kind=dice.choice(["suspended", "resumed", "ended"]),
        changed_on=_before(dice, 60),
        reason="Đi viện",
    )


def open_file(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    completed_on = _before(dice, 700)
    people.open_case_file(
        history.case_officer(client),
        client.pid,
        kind=dice.choice(["voluntary", "compulsory", "substitution"]),
        completed_on=completed_on,
        managed_from=completed_on + timedelta(days=dice.randrange(200)),
    )


def record_need(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    day = _before(dice, 300)
    kind = dice.choice(["work", "legal_aid"])
    journeys.record_need(history.case_officer(client), client.pid, kind=kind, recorded_on=day)


def meet_need(history: History, dice: Random) -> None:
    need = _one(dice, Need)
    client = session().get_one(Client, need.client_id)
    officer = history.case_officer(client)
    journeys.meet_need(officer, need.pid, met_on=_before(dice, 30), how="")


def consult(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    kind = dice.choice(["visit", "consultation", "consultation"])
    officer = history.case_officer(client)
    people.write_note(officer, client.pid, kind=kind, held_on=_before(dice, 90), body="Đã gặp.")


def learn(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    held = classes.held(history.course, seats=20)
    step = journeys.enrol_in_class(_member(client), held.pid)
    training.mark(history.provider, str(step.copy_pid), standing=Standing.COMPLETED)


def certify(history: History, dice: Random) -> None:
    learner = _one(dice, Learner, Learner.certified_on.is_(None))
    training.give_certificate(
        history.provider,
        learner.pid,
        certificate_number=f"CC{next(history.names)}",
        certified_on=_before(dice, 90),
    )


def find_work(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    vacancy = jobs.vacancy(history.employer)
    step = journeys.apply_to_pledged(_member(client), vacancy.pid, tell=[])
    sent = str(step.copy_pid)
    answer_application(jobs.acting_for(history.employer), sent, answer="hired")
    journeys.hear_answer({"application": sent, "answer": "hired"})


def find_work_elsewhere(history: History, dice: Random) -> None:
    client = _one(dice, Client)
    milestones.record_milestone(
        history.case_officer(client),
        client.pid,
        kind=dice.choice(["placed", "placed", "self_employed"]),
        reached_on=_before(dice, 200),
        evidence="contract",
        words="Xưởng mộc",
    )


def take_milestone_back(history: History, dice: Random) -> None:
    found = _one(dice, Milestone)
    client = session().get_one(Client, found.client_id)
    milestones.take_back(history.case_officer(client), found.pid)


def ask_about_job(history: History, dice: Random) -> None:
    step = _one(dice, Step, Step.kind == StepKind.PLACED)
    client = session().get_one(Client, step.client_id)
    officer = history.case_officer(client)
    due = journeys.get_placement(officer, step.pid).due
    if not due:
        raise Nobody
    journeys.record_retention(
        officer,
        step.pid,
        months=due[0],
        asked_on=clock.today(),
        kept=dice.random() < 0.8,
        reason="wage",
    )


def lend(history: History, dice: Random) -> None:
    """A loan from the asking to the money, which meets the need that there is."""
    client = _one(dice, Client)
    officer, day = history.case_officer(client), clock.today()
    asked = supports.ask_support(
        officer, client.pid, kind="legal_aid", asked_on=day, body="Trung tâm"
    )
    supports.tick_papers(officer, asked.pid, there=["request", "proof"])
    for to in ("sent", "granted", "done"):
        supports.move_support(officer, asked.pid, to=to, on=day, paper="1/QĐ")


def erase(history: History, dice: Random) -> None:
    """What is kept of a person goes, and that is noted."""
    client = _one(dice, Client)
    for model in (Support, Need, Note, CaseFile):
        session().execute(delete(model).where(model.client_id == client.id))
    changes.note("client", client.pid)


def import_table(history: History, dice: Random) -> None:
    """One value of an exported table is changed, and the table brought back."""
    kind = dice.choice(list(EDITS))
    column, values = EDITS[kind]
    path = history.folder / f"{kind}.csv"
    run_export(kind, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows:
        raise Nobody
    dice.choice(rows)[column] = dice.choice(values)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    run_import(kind, path, dry_run=dice.random() < 0.2)


ACTS: dict[str, Callable[[History, Random], None]] = {
    act.__name__: act
    for act in (
        found_club,
        move_club,
        change_seat,
        transfer_member,
        add_member,
        end_membership,
        schedule_meeting,
        call_roll,
        write_minutes,
        move_meeting,
        cancel_meeting,
        move_house,
        hand_over,
        move_files,
        change_file,
        open_file,
        record_need,
        meet_need,
        consult,
        learn,
        certify,
        find_work,
        find_work_elsewhere,
        take_milestone_back,
        ask_about_job,
        lend,
        erase,
        import_table,
    )
}
