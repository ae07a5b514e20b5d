"""What happens to people on their way, and tables brought in: one act a function."""

import csv
from datetime import timedelta
from random import Random

from sqlalchemy import delete

from portal import changes, clock
from portal.db import session
from portal.exchange.service import run_export, run_import
from portal.jobs.service import answer_application
from portal.journeys import service as journeys
from portal.journeys.models import Milestone, Need, Step, StepKind, Support
from portal.journeys.service import milestones, supports
from portal.people import service as people
from portal.people.models import CaseFile, Client, Note
from portal.people.service import file_changes, handovers
from portal.training import service as training
from portal.training.models import Learner, Standing
from tests.jobs import world as jobs
from tests.targets.history import (
    COMMUNES,
    History,
    Nobody,
    before,
    member,
    one,
)
from tests.training import world as classes

EDITS = {
    "clients": ("commune_code", COMMUNES),
    "clubs": ("commune_code", COMMUNES),
    "memberships": ("left_on", ("", "2026-11-01", "2026-11-20")),
    "meetings": ("minutes", ("", "Đã họp.")),
    "attendance": ("status", ("present", "late", "absent", "absent_excused")),
    "case_files": ("managed_to", ("", "2026-12-01", "2027-03-01")),
    "needs": ("met_on", ("", "2026-11-21")),
}


def move_house(history: History, dice: Random) -> None:
    client = one(dice, Client)
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
    client = one(dice, Client)
    officer, completed_on = history.case_officer(client), before(dice, 200)
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
    client = one(dice, Client)
    file_changes.move_residence(
        history.case_officer(client),
        client.pid,
        commune_code=dice.choice(COMMUNES),
        moved_on=clock.today(),
        reason="",
    )


def change_file(history: History, dice: Random) -> None:
    """A file is suspended, resumed or ended early."""
    file = one(dice, CaseFile, CaseFile.managed_from.is_not(None))
    client = session().get_one(Client, file.client_id)
    file_changes.change_file(
        history.case_officer(client),
        file.pid,
        kind=dice.choice(["suspended", "resumed", "ended"]),
        changed_on=before(dice, 60),
        reason="Đi viện",
    )


def open_file(history: History, dice: Random) -> None:
    client = one(dice, Client)
    completed_on = before(dice, 700)
    people.open_case_file(
        history.case_officer(client),
        client.pid,
        kind=dice.choice(["voluntary", "compulsory", "substitution"]),
        completed_on=completed_on,
        managed_from=completed_on + timedelta(days=dice.randrange(200)),
    )


def record_need(history: History, dice: Random) -> None:
    client = one(dice, Client)
    day = before(dice, 300)
    kind = dice.choice(["work", "legal_aid"])
    journeys.record_need(history.case_officer(client), client.pid, kind=kind, recorded_on=day)


def meet_need(history: History, dice: Random) -> None:
    need = one(dice, Need)
    client = session().get_one(Client, need.client_id)
    officer = history.case_officer(client)
    journeys.meet_need(officer, need.pid, met_on=before(dice, 30), how="")


def consult(history: History, dice: Random) -> None:
    client = one(dice, Client)
    kind = dice.choice(["visit", "consultation", "consultation"])
    officer = history.case_officer(client)
    people.write_note(officer, client.pid, kind=kind, held_on=before(dice, 90), body="Đã gặp.")


def learn(history: History, dice: Random) -> None:
    client = one(dice, Client)
    held = classes.held(history.course, seats=20)
    step = journeys.enrol_in_class(member(client), held.pid)
    training.mark(history.provider, str(step.copy_pid), standing=Standing.COMPLETED)


def certify(history: History, dice: Random) -> None:
    learner = one(dice, Learner, Learner.certified_on.is_(None))
    training.give_certificate(
        history.provider,
        learner.pid,
        certificate_number=f"CC{next(history.names)}",
        certified_on=before(dice, 90),
    )


def find_work(history: History, dice: Random) -> None:
    client = one(dice, Client)
    vacancy = jobs.vacancy(history.employer)
    step = journeys.apply_to_pledged(member(client), vacancy.pid, tell=[])
    sent = str(step.copy_pid)
    answer_application(jobs.acting_for(history.employer), sent, answer="hired")
    journeys.hear_answer({"application": sent, "answer": "hired"})


def find_work_elsewhere(history: History, dice: Random) -> None:
    client = one(dice, Client)
    milestones.record_milestone(
        history.case_officer(client),
        client.pid,
        kind=dice.choice(["placed", "placed", "self_employed"]),
        reached_on=before(dice, 200),
        evidence="contract",
        words="Xưởng mộc",
    )


def take_milestone_back(history: History, dice: Random) -> None:
    found = one(dice, Milestone)
    client = session().get_one(Client, found.client_id)
    milestones.take_back(history.case_officer(client), found.pid)


def ask_about_job(history: History, dice: Random) -> None:
    step = one(dice, Step, Step.kind == StepKind.PLACED)
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
    client = one(dice, Client)
    officer, day = history.case_officer(client), clock.today()
    asked = supports.ask_support(
        officer, client.pid, kind="legal_aid", asked_on=day, body="Trung tâm"
    )
    supports.tick_papers(officer, asked.pid, there=["request", "proof"])
    for to in ("sent", "granted", "done"):
        supports.move_support(officer, asked.pid, to=to, on=day, paper="1/QĐ")


def erase(history: History, dice: Random) -> None:
    """What is kept of a person goes, and that is noted."""
    client = one(dice, Client)
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


ACTS = (
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
