"""All that is kept of a person's way, row by row, for the file that they take away."""

from typing import Any

from sqlalchemy import Select, select

from portal.db import session
from portal.journeys.models import (
    ActedFor,
    AskedEmployer,
    Goal,
    IntegrationPlan,
    Milestone,
    NeedOrigin,
    Referral,
    SavedSearch,
    Step,
    Support,
    SupportPaper,
)
from portal.journeys.service.caseload import rows_of
from portal.people.models import Client

ABOUT = (NeedOrigin, IntegrationPlan, Goal, Milestone, Support, Referral, SavedSearch)


def way_of(client: Client) -> dict[str, list[Any]]:
    """The rows of each table, by its name."""
    acted = select(ActedFor).join(Step, Step.id == ActedFor.step_id)
    employers = select(AskedEmployer).join(Step, Step.id == AskedEmployer.step_id)
    papers = select(SupportPaper).join(Support, Support.id == SupportPaper.support_id)
    return {
        **{model.__tablename__: rows_of(model, client, model.id) for model in ABOUT},
        "acted_for": _all(acted.where(Step.client_id == client.id)),
        "asked_employers": _all(employers.where(Step.client_id == client.id)),
        "support_papers": _all(papers.where(Support.client_id == client.id)),
    }


def _all(query: Select[Any]) -> list[Any]:
    return list(session().scalars(query))
