"""About how many people an opening fits: all that an employer is ever told of them.

Told is only the step that the number has reached: 5, 10, 20, 50, 100, 200, 500 and so on; below
five nothing but that. A step is at least five wide. So whoever posts two vacancies that differ in
one criterion and subtracts learns of no exact difference: the same step stands for none to at
least four more, neighbouring steps for one to at least nine more; that it is one person never
follows. And the number is renewed once a day, so trying out takes a day a try.
"""

from sqlalchemy import or_

from portal import clock
from portal.db import session
from portal.jobs.models import Vacancy
from portal.jobs.service import open_vacancies
from portal.matching import lists
from portal.matching.service.kept import snapshot

STEP = 5
STEPS = tuple(n * 10**power for power in range(9) for n in (1, 2, 5) if n * 10**power >= STEP)


def write_suitable() -> None:
    """Write onto each open vacancy about how many people it fits, at most once a day: whoever
    edits a vacancy to see the number move learns nothing."""
    today = clock.today()
    not_yet = or_(Vacancy.suitable_on.is_(None), Vacancy.suitable_on < today)
    due = session().scalars(open_vacancies().where(not_yet)).all()
    for vacancy in due:
        people = lists.for_opening(vacancy.code, snapshot(today), today).total
        vacancy.suitable, vacancy.suitable_on = about(people), today


def about(people: int) -> str:
    """The step that is reached; below the first it is not told how many."""
    if people < STEP:
        return f"<{STEP}"
    return str(max(step for step in STEPS if step <= people))
