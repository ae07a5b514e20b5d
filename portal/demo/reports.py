"""The demo's rounds of reports on the province's plan: in every state, some late, one corrected."""

from datetime import date, timedelta

from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.demo.accounts import COMMUNE_OFFICER, PASSWORD, POSTED_ON
from portal.demo.people import full_name
from portal.demo.seats import PROVINCE
from portal.demo.words import read
from portal.demo.world import World, keep
from portal.places import service as places
from portal.places.service import Place
from portal.targets import summary
from portal.targets.models import PlanReport, ReportCorrection, ReportMove, ReportState
from portal.targets.periods import Length, Period, period_at, previous_period
from portal.targets.plans import all_plans
from portal.targets.records import Records
from portal.targets.rules import DEFAULT
from portal.targets.service.reports import find_report
from portal.targets.service.snapshots import freeze, frozen, snapshot_of

# where the reports of the last quarter stand, one commune after the other; None: not begun
LAST_QUARTER = (
    ReportState.ACCEPTED, ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.RETURNED,
    ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.DRAFT, ReportState.SUBMITTED,
    ReportState.ACCEPTED, ReportState.ACCEPTED, None,
)  # fmt: skip
WAYS = {
    ReportState.DRAFT: (),
    ReportState.SUBMITTED: (ReportState.SUBMITTED,),
    ReportState.RETURNED: (ReportState.SUBMITTED, ReportState.RETURNED),
    ReportState.ACCEPTED: (ReportState.SUBMITTED, ReportState.ACCEPTED),
    ReportState.CLOSED: (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.CLOSED),
}
CORRECTED = "needs_recorded"


def add_officers(world: World) -> None:
    """An officer of each commune; the one of the demo's own commune can sign in."""
    own = world.apart("officers")
    for serial, commune in enumerate(_communes(world), 1):
        signs_in = commune == world.home
        user = User(
            pid=own.pid(),
            login=COMMUNE_OFFICER if signs_in else f"officer-{serial:02}",
            name=full_name(own.rng, own.rng.choice(("male", "female"))),
            created_at=own.at_work(POSTED_ON),
            password_hash=passwords.hashed(PASSWORD) if signs_in else None,
        )
        keep([user])
        keep([_post(own, user, commune.code)])
        world.users[f"{Role.OFFICER}/{commune.code}"] = user


def add_reports(world: World) -> None:
    """Three quarters: in the first those with a club are closed, the second is accepted, the last
    stands in every state."""
    own = world.apart("reports")
    summary.rebuild()
    records = Records()
    last = previous_period(period_at(Length.QUARTER, world.today))
    middle = previous_period(last)
    first = previous_period(middle)
    with_club = {seat.commune.code for seat in world.seats}
    for serial, commune in enumerate(_communes(world)):
        done = ReportState.CLOSED if commune.code in with_club else ReportState.ACCEPTED
        _add_report(own, commune.code, first, done, records)
        _add_report(own, commune.code, middle, ReportState.ACCEPTED, records)
        state = LAST_QUARTER[serial % len(LAST_QUARTER)]
        if commune == world.home:
            state = ReportState.RETURNED  # something to do for whoever signs in there
        if state:
            _add_report(own, commune.code, last, state, records)
    whole = (ReportState.CLOSED, ReportState.ACCEPTED, ReportState.DRAFT)
    for period, done in zip((first, middle, last), whole, strict=True):
        _add_report(own, PROVINCE, period, done, records)
    _correct(own, world.home.code, first)


def _add_report(
    world: World, place: str, period: Period, state: ReportState, records: Records
) -> None:
    if not places.find_unit(place, period.last):
        return
    words = read("reports")
    parts = ("results", "difficulties", "proposals", "next_tasks")
    report = PlanReport(
        pid=world.pid(),
        plan_number=_plan(),
        place_code=place,
        period=period.text,
        first_on=period.first,
        last_on=period.last,
        due_on=DEFAULT.due_on(period, commune=place != PROVINCE),
        state=state,
        version=1 + len(WAYS[state]),
        **{part: world.rng.choice(words[part]) for part in parts},
    )
    keep([report])
    day, present = period.last, ReportState.DRAFT
    for following in WAYS[state]:
        day = _next_day(world, day)
        keep([_move(world, report, present, following, day)])
        present = following
    if state == ReportState.CLOSED:
        snapshot = freeze(_officer(world, PROVINCE), report, records)
        snapshot.frozen_at = world.at_work(day)


def _move(
    world: World, report: PlanReport, present: ReportState, to: ReportState, day: date
) -> ReportMove:
    by = report.place_code if to == ReportState.SUBMITTED else PROVINCE
    returned = to == ReportState.RETURNED
    return ReportMove(
        report_id=report.id,
        from_state=present,
        to_state=to,
        at=world.at_work(day),
        by_pid=_officer(world, by).user,
        words=world.rng.choice(read("reports")["returned"]) if returned else "",
    )


def _correct(world: World, place: str, period: Period) -> None:
    """One figure of a closed report was found to be short by one."""
    report = find_report(_plan(), place, period.text)
    snapshot = report and snapshot_of(report)
    kept = report and frozen(report)
    if not (snapshot and kept):
        return
    (line,) = (line for line in kept.contents.lines if line.key == CORRECTED)
    keep(
        [
            ReportCorrection(
                snapshot_id=snapshot.id,
                line=CORRECTED,
                from_figure=line.numerator,
                to_figure=(line.numerator or 0) + 1,
                reason=read("reports")["corrected"],
                at=world.at_work(world.ago(20, 60)),
                by_pid=_officer(world, PROVINCE).user,
            )
        ]
    )


def _next_day(world: World, day: date) -> date:
    """Some days on; most communes send within the five days that they have."""
    return min(day + timedelta(days=world.rng.choice((1, 2, 3, 4, 9))), world.today)


def _communes(world: World) -> list[Place]:
    return places.communes_of(PROVINCE, world.today)


def _plan() -> str:
    return next(plan.number for plan in all_plans() if plan.place == PROVINCE)


def _officer(world: World, scope: str) -> Actor:
    return Actor(world.users[f"{Role.OFFICER}/{scope}"].pid, (Held(Role.OFFICER, scope),))


def _post(world: World, user: User, scope: str) -> Post:
    return Post(pid=world.pid(), user_id=user.id, role=Role.OFFICER, scope=scope, from_on=POSTED_ON)
