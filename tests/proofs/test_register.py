"""Every column about a person stands in `docs/personal-data.csv`: why it is kept, how long, and
how the person gets it and gets rid of it."""

import csv
import json
from collections.abc import Iterator

from sqlalchemy import Column, Table, delete, select

from portal import clock
from portal.clubs.models import Answer, Meeting, ReminderChoice
from portal.config import ROOT
from portal.db import session
from portal.models import TABLES
from portal.people.models import Client
from tests.proofs import marks
from tests.proofs.conftest import Copy
from tests.proofs.people import client_of, scope_of

REGISTER = ROOT / "docs" / "personal-data.csv"
PERSONS = ("clients", "users", "steps")
TELLS_NOTHING = ("id", "pid", "version")
SAYS_WHO = (
    "name", "phone", "email", "login", "author_pid", "by_pid", "user_pid", "client_pid",
    "person_code", "entered_by", "team", "responsible", "texts", "answerable", "chair", "secretary",
    "signed_by_pid", "figures", "subject", "contact_name", "other_party", "giver", "signed_by",
    "seen_by_pid",
)  # fmt: skip
NAMES_OF_OTHERS = {f"{table}.name" for table in ("clubs", "counselling_points", "units")} | {
    "employers.name",
    "job_fairs.name",
    "providers.name",
    "employment_centres.name",
}


def _rows() -> Iterator[tuple[str, dict[str, str]]]:
    with REGISTER.open(newline="") as file:
        for row in csv.DictReader(file):
            yield from ((f"{row['table']}.{name}", row) for name in row["columns"].split())


def _is_of_a_person(table: Table) -> bool:
    """It holds a key of its own, points to a person, or has a column that says who."""
    pointed = {key.column.table.name for key in table.foreign_keys}
    own = any(column.name in ("key_wrapped", "client_pid", "person_code") for column in table.c)
    return own or table.name == "board_members" or bool(pointed.intersection(PERSONS))


def _tells(column: Column[object]) -> bool:
    if column.name in TELLS_NOTHING or f"{column.table.name}.{column.name}" in NAMES_OF_OTHERS:
        return False
    if column.foreign_keys and column.name != "other_id":
        return column.name == "status"
    return _is_of_a_person(column.table) or column.name in SAYS_WHO or "_sealed" in column.name


def test_every_column_about_a_person_is_registered_and_no_other() -> None:
    columns = (column for table in TABLES.sorted_tables for column in table.c)
    assert {name for name, _ in _rows()} == {str(column) for column in columns if _tells(column)}


def test_each_says_why_how_long_and_how_one_gets_it_and_gets_rid_of_it() -> None:
    assert [name for name, row in _rows() if not all(row.values())] == []
    assert len(list(_rows())) == len(dict(_rows()))


def test_what_is_sealed_is_erased_with_its_key() -> None:
    assert {name for name, row in _rows() if row["erasure"] == "key"} == marks.all_sealed_columns()


def test_the_file_that_a_member_takes_away_has_what_the_register_says(
    copy_of_province: Copy,
) -> None:
    app = copy_of_province()
    with app.extensions["installation"].transaction(writes=True):
        _apologise()
    marks.put_everywhere(app.extensions["installation"])
    told = json.loads(client_of(app, "member").post("/me/data/file").data)
    promised = {name for name, row in _rows() if row["export"] == "download"}
    sealed = {f"{mark.table}.{mark.column}_sealed" for mark in marks.in_text(json.dumps(told))}
    assert promised & marks.all_sealed_columns() <= sealed
    assert told["attendance"]


def _apologise() -> None:
    client = session().scalars(select(Client).where(Client.pid == scope_of("member"))).one()
    meeting = session().scalars(select(Meeting.id).limit(1)).one()
    session().add(
        Answer(client=client, meeting_id=meeting, comes=False, apology="-", answered_at=clock.now())
    )
    session().execute(delete(ReminderChoice).where(ReminderChoice.client_id == client.id))
    session().add(
        ReminderChoice(client=client, channel="email", contact="-", chosen_at=clock.now())
    )
