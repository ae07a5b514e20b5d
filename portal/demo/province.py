"""Fills an empty database with the synthetic province; the same seed gives the same data."""

from collections.abc import Callable
from random import Random

from sqlalchemy import select
from tqdm import tqdm

from portal import changes, chores, clock
from portal.accounts.models import User
from portal.audit import AuditRow
from portal.clubs.models import Club
from portal.db import session
from portal.demo import (
    accounts,
    applications,
    applying,
    assignments,
    care,
    cash,
    clients,
    club_books,
    clubs,
    data_requests,
    employers,
    evenings,
    fairs,
    figures,
    files,
    handovers,
    hiring,
    job_searches,
    meetings,
    plan_tasks,
    questions,
    registers,
    reminders,
    reported,
    reports,
    retention,
    rosters,
    school_life,
    seat_offers,
    seats,
    series,
    training,
    transfers,
    vacancies,
    ways,
)
from portal.demo.accounts import LOGINS, PASSWORD
from portal.demo.world import USUAL_CLIENTS, World
from portal.errors import RuleBroken
from portal.installation import Installation
from portal.jobs.models import Employer
from portal.people.models import Client
from portal.targets.service.releases import release_settled_years
from portal.trades import service as trades
from portal.training.models import Provider

__all__ = ["CLIENTS", "LOGINS", "PASSWORD", "SEED", "fill", "fill_when_empty"]

CLIENTS = USUAL_CLIENTS
SEED = 257
FEWEST = 100
REAL = (User, Client, Club, Employer, Provider)  # an installation that has none of these is empty
Part = Callable[[World], None]
PARTS: tuple[Part, ...] = (
    employers.add_employers,
    vacancies.add_vacancies,
    training.add_providers,
    training.add_classes,
    clients.add_clients,
    clubs.add_clubs,
    clubs.add_memberships,
    clubs.add_counselling_points,
    meetings.add_meetings,
    rosters.add_learners,
    applications.add_applications,
    applications.add_placements,
    applications.add_refusals,
    applications.keep_steps,
    accounts.add_accounts,
    accounts.add_staff,
    accounts.add_readings,
    accounts.add_notices,
    files.add_needs,
    files.add_consents,
    files.add_notes,
    figures.add_figures,
    figures.add_staff_training,
    retention.add_retention,
    reports.add_officers,
    reports.add_reports,
    registers.add_registers,
    plan_tasks.add_plan_tasks,
    plan_tasks.add_local_plan,
    reported.add_reported,
    series.add_series,
    evenings.add_evenings,
    assignments.add_assignments,
    reminders.add_reminders,
    club_books.add_club_books,
    care.add_care,
    transfers.add_transfers,
    transfers.add_moved_club,
    seat_offers.add_timetables,
    seat_offers.add_seat_offers,
    hiring.add_hiring,
    handovers.add_handovers,
    data_requests.add_data_requests,
    applying.add_applying,
    cash.add_cash,
    cash.add_outreach,
    school_life.add_school_life,
    ways.add_ways,
    questions.add_questions,
    hiring.add_ending,
    job_searches.add_job_searches,
    fairs.add_fairs,
)


def fill_when_empty(installation: Installation) -> None:
    """Fill a database that holds nobody; one that holds the demo is left as it is.

    One with real people is refused: a demo lets staff sign in without a second factor.
    """
    with installation.transaction(writes=False):
        demo = session().scalar(select(AuditRow.id).where(AuditRow.action == "demo").limit(1))
    if demo is None:
        fill(installation, clients=CLIENTS, seed=SEED)


def fill(installation: Installation, *, clients: int, seed: int) -> None:
    """Fill an empty database; refuse one that holds anybody."""
    if clients < FEWEST:
        raise RuleBroken(f"a province has {FEWEST} clients or more")
    with installation.transaction(writes=True):
        if any(session().scalar(select(table.id).limit(1)) for table in REAL):
            raise RuleBroken(
                "this database is not empty: the invented province needs one of its own "
                "(set PORTAL_DATA_DIR or PORTAL_DATABASE_URL)"
            )
        trades.load_skills()
        world = _begin(clients, seed)
        for part in tqdm(PARTS, disable=None, leave=False, unit="part"):
            part(world)
        release_settled_years()
        changes.note("demo", seats.PROVINCE, place=seats.PROVINCE, day=world.today, n=1)
    with installation.transaction(writes=False):
        chores.rebuild_index()


def _begin(size: int, seed: int) -> World:
    rng, today = Random(seed), clock.today()
    number = min(max(seats.CLUBS, round(seats.CLUBS * size / CLIENTS)), seats.COMMUNES)
    chosen = seats.choose_seats(rng, today, number)
    return World(rng, today, size, chosen, seats.choose_communes(rng, today, chosen))
