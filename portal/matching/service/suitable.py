"""About how many people an opening fits: all that an employer is ever told of them."""

from datetime import date

from sqlalchemy import or_

from portal import clock
from portal.db import session
from portal.jobs.models import Vacancy
from portal.jobs.service import open_vacancies
from portal.matching import lists
from portal.matching.service.kept import snapshot

STEP = 5


def write_suitable() -> None:
    """Write onto each open vacancy about how many people it fits, at most once a day: whoever
    edits a vacancy to see the number move learns nothing."""
    today = clock.today()
    not_yet = or_(Vacancy.suitable_on.is_(None), Vacancy.suitable_on < today)
    due = session().scalars(open_vacancies().where(not_yet)).all()
    for vacancy in due:
        vacancy.suitable, vacancy.suitable_on = _about(vacancy.code, today), today


def _about(code: str, today: date) -> str:
    """Rounded to fives; below five it is not told how many."""
    total = lists.for_opening(code, snapshot(today), today).total
    return f"<{STEP}" if total < STEP else str((total + STEP // 2) // STEP * STEP)
