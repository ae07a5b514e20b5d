"""The tables that can be imported and exported, by kind, in the order in which they build on
each other."""

from portal.exchange.table import Table
from portal.exchange.tables import clubs, jobs, people, targets, trades, training

TABLES: dict[str, Table] = {
    table.kind: table
    for table in (
        trades.SKILLS,
        jobs.EMPLOYERS,
        jobs.VACANCIES,
        training.PROVIDERS,
        training.COURSES,
        training.CLASSES,
        people.CLIENTS,
        people.CASE_FILES,
        people.NEEDS,
        clubs.CLUBS,
        clubs.CLUB_SEATS,
        clubs.MEMBERSHIPS,
        clubs.MEETINGS,
        clubs.ATTENDANCE,
        clubs.BOARDS,
        clubs.REPORTS,
        clubs.COUNSELLING_POINTS,
        targets.FIGURES,
        targets.STAFF_TRAINING,
    )
}
