"""A word of its own in every field that tells of a person: wherever it turns up it is known.

A mark is `zq<table>x<column>x<person>zq`: the person is a client's id, or that of a copy outside,
of somebody approached, or of a club.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from portal import chores, clock
from portal.access import Role
from portal.accounts.models import Post, User
from portal.clubs.models import (
    Answer,
    CashEntry,
    Drift,
    Meeting,
    Outreach,
    ProgressSheet,
    ReminderChoice,
    Resource,
    Transfer,
    VolunteerVisit,
)
from portal.db import Base, session
from portal.installation import Installation
from portal.jobs.models import Application, JobQuestion
from portal.journeys.models import (
    Goal,
    IntegrationPlan,
    Milestone,
    Need,
    NeedOrigin,
    PastWork,
    RaisedNeed,
    Referral,
    RelaySheet,
    Support,
)
from portal.people.models import (
    Client,
    DataRequest,
    FileChange,
    GuardianConsent,
    Handover,
    HandoverMove,
    Note,
)
from portal.training.models import Certificate, Learner
from portal.vault import Sealed

OF_CLUBS = ("meetings", "cash_entries", "resources_raised")  # marked by the club's id
# what a member agreed to give, and a provider's own learners
COPIES = (Application, JobQuestion, Learner, RelaySheet)
PAPERS = (Certificate,)  # a provider's register, of its learners
OF_CLIENTS = (
    *(Need, Note, Answer, ReminderChoice, ProgressSheet, Drift, VolunteerVisit, RaisedNeed),
    *(NeedOrigin, IntegrationPlan, Goal, Milestone, Support, Referral, PastWork, Transfer),
    *(Handover, HandoverMove, FileChange, GuardianConsent, DataRequest),
)
# two marks may lie side by side in a file
_MARK = re.compile(r"zq(?!zq)([a-z_]+)x([a-z_]+)x(\d+)zq")


class Mark(NamedTuple):
    """What a mark says: whose it is and what it is."""

    table: str
    column: str
    person: int


def in_text(text: str) -> set[Mark]:
    """The marks in what somebody sees, in whatever case."""
    return {Mark(table, column, int(who)) for table, column, who in _MARK.findall(text.lower())}


def put_everywhere(installation: Installation) -> None:
    """Mark every sealed field of every person, and the open ones that name a person."""
    with installation.transaction(writes=True):
        for model in (Client, Outreach, *COPIES):
            for row in session().scalars(select(model).where(model.key_wrapped.is_not(None))):
                _mark(row, row.id)
        for paper in session().scalars(select(Certificate)):
            _mark(paper, paper.learner_id)
        for model in OF_CLIENTS:
            for row in session().scalars(select(model).options(selectinload(model.client))):
                _mark(row, row.client_id)
        _mark_open_fields()
    with installation.transaction(writes=False):
        chores.rebuild_index()


def sealed(model: type[Any]) -> Iterator[str]:
    """The sealed fields of a table."""
    yield from (name for name, field in vars(model).items() if isinstance(field, Sealed))


def marked_columns() -> set[str]:
    """Every sealed column that gets a mark."""
    models = (Client, Outreach, *COPIES, *PAPERS, *OF_CLIENTS)
    return {f"{model.__tablename__}.{name}_sealed" for model in models for name in sealed(model)}


def all_sealed_columns() -> set[str]:
    """Every sealed column there is."""
    models = [mapper.class_ for mapper in Base.registry.mappers]
    return {f"{model.__tablename__}.{name}_sealed" for model in models for name in sealed(model)}


def _mark(row: Any, person: int) -> None:
    for name in sealed(type(row)):
        setattr(row, name, _text(row, name, person))


def _text(row: Any, column: str, person: int) -> str:
    return f"zq{row.__tablename__}x{column}x{person}zq"


def _mark_open_fields() -> None:
    """What stands in the clear: an import's code, a club's own papers, a member's sign-in name."""
    clients = list(session().scalars(select(Client)))
    for client in clients:
        client.code = _text(client, "code", client.id)
    for meeting in session().scalars(select(Meeting)):
        meeting.minutes = _text(meeting, "minutes", meeting.club_id)
        if meeting.cancelled_at:
            meeting.cancelled_reason = _text(meeting, "cancelled_reason", meeting.club_id)
    for entry in session().scalars(select(CashEntry)):
        entry.other_party = _text(entry, "other_party", entry.club_id)
    for resource in session().scalars(select(Resource)):
        resource.giver = _text(resource, "giver", resource.club_id)
    for client in clients[1:3]:
        login = f"zqusersxloginx{client.id}zq"
        user = User(login=login, created_at=clock.now())
        session().add(user)
        session().flush()
        session().add(
            Post(user_id=user.id, role=Role.MEMBER, scope=client.pid, from_on=clock.today())
        )
