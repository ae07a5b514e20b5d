"""The lists by import code, for the command: of today, for whoever runs the machine."""

from collections.abc import Iterator

from sqlalchemy import literal, select, union_all

from portal import clock
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.jobs.models import Vacancy
from portal.matching import lists
from portal.matching.lists import ClientLists, OpeningList
from portal.matching.service import reading
from portal.matching.service.kept import openings, snapshot
from portal.people.models import Client
from portal.training.models import TrainingClass


def lists_for_client_code(code: str) -> ClientLists:
    """What fits the person with this code."""
    today = clock.today()
    for row in reading.clients(today, Client.code == code):
        return lists.for_client(row, openings(today), today)
    raise NotFound(_("Không có thành viên mã %(code)s.", code=code))


def lists_for_opening_code(code: str) -> OpeningList:
    """Whom the opening with this code fits: nobody, where it is closed or not to be shown."""
    today = clock.today()
    found = snapshot(today)
    if code in found.vacancies.by_code or code in found.classes.by_code:
        return lists.for_opening(code, found, today)
    if _is_known(code):
        return OpeningList(code, today, 0, [])
    raise NotFound(_("Không có việc làm hay lớp học nào mã %(code)s.", code=code))


def lists_for_all() -> tuple[int, Iterator[ClientLists]]:
    """How many people there are, and the lists of each in the order of their codes."""
    today = clock.today()
    found = snapshot(today)
    return len(found.clients.rows), lists.for_everyone(found, today)


def _is_known(code: str) -> bool:
    either = union_all(
        select(literal(1)).where(Vacancy.code == code),
        select(literal(1)).where(TrainingClass.code == code),
    )
    return session().scalar(either) is not None
