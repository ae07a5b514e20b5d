"""Many at once: nothing is lost, nothing is done twice, and no stale save wins."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from portal import changes, clock
from portal.accounts.models import User
from portal.clubs.models import Meeting
from portal.db import new_pid, session
from portal.errors import Conflict
from portal.installation import Installation
from portal.jobs.models import Employer, Vacancy
from portal.versions import revise
from tests.conftest import TODAY
from tests.jobs import world
from tests.pages import Page, Visitor
from tests.proofs.addresses import own
from tests.proofs.people import client_of

THREADS = 8
WRITES = 100
SENDERS = 10
YESTERDAY = clock.day_starts(TODAY - timedelta(days=1))
REGISTRATION = {
    "name": "Xưởng mộc Hố Nai",
    "tax_code": "0300588569",
    "commune_code": world.TRAN_BIEN,
    "phone": "0251 3822 501",
    "contact_name": "Trần Thị Lan",
    "login": "xuongmoc",
    "password": "mot mat khau that dai",
}


def _at_once(act: Callable[[int], object], number: int) -> list[object]:
    """Have so many do it at the same moment."""
    start = Barrier(number)

    def one(which: int) -> object:
        start.wait()
        return act(which)

    with ThreadPoolExecutor(number) as crowd:
        return list(crowd.map(one, range(number)))


def test_of_800_small_writes_none_is_lost(installation: Installation) -> None:
    def write(which: int) -> None:
        for turn in range(WRITES):
            with installation.transaction(writes=True):
                changes.note("race", f"{which}/{turn}")

    _at_once(write, THREADS)
    with installation.transaction(writes=False):
        assert _number_of(changes.Change, kind="race") == THREADS * WRITES


def test_a_form_sent_by_ten_at_once_acts_once(app: Flask, installation: Installation) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    form = {**REGISTRATION, "form_id": new_pid()}

    def send(_which: int) -> object:
        answer = app.test_client().post("/employers/register", data=form)
        return answer.status_code, answer.location

    assert set(_at_once(send, SENDERS)) == {(303, "/")}
    with installation.transaction(writes=False):
        assert _number_of(Employer, name=REGISTRATION["name"]) == 1
        assert _number_of(User, login=REGISTRATION["login"]) == 1


def test_of_ten_saves_over_the_same_version_one_stands(installation: Installation) -> None:
    with installation.transaction(writes=True):
        number = world.vacancy(world.employer()).id

    def save(which: int) -> object:
        try:
            with installation.transaction(writes=True):
                revise(session().get_one(Vacancy, number), 1, title=f"Bản {which}")
        except Conflict as refused:
            return refused.theirs["title"]
        return "saved"

    answers = _at_once(save, SENDERS)
    with installation.transaction(writes=False):
        stands = session().get_one(Vacancy, number)
        assert sorted(answers) == sorted(["saved", *[stands.title] * (SENDERS - 1)])  # type: ignore[type-var]
        assert stands.version == 2


@pytest.mark.parametrize(
    ("login", "address", "field"),
    [
        ("employer", "/vacancies/<pid>/edit", "title"),
        ("coordinator", "/meetings/<pid>/minutes", "minutes"),
    ],
)
def test_whoever_saves_second_sees_both(
    province_site: Flask, login: str, address: str, field: str
) -> None:
    with province_site.extensions["installation"].transaction(writes=True):
        address = own(address)
        session().execute(update(Meeting).values(starts_at=YESTERDAY, ends_at=None))
    province_site.config["WTF_CSRF_ENABLED"] = True
    first, second = (_opened(province_site, login, address) for _ in range(2))
    first.submit(**{field: "Bản thứ nhất"})
    stale = second.submit(status=422, **{field: "Bản thứ hai"})
    assert "Bản thứ nhất" in stale.text
    assert "Bản thứ hai" in stale.text


def _opened(site: Flask, login: str, address: str) -> Page:
    visitor = Visitor(site)
    visitor.client = client_of(site, login)
    return visitor.get(address)


def _number_of(model: type[Any], **values: str) -> int:
    return session().scalar(select(func.count()).select_from(model).filter_by(**values)) or 0
