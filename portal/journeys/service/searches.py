"""Searches for jobs that a member keeps: run by the day's care, told in one notice a day.

The notice tells a number and nothing else; what was found stands on the member's own page.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs import service as jobs
from portal.journeys.models import SavedSearch, Step
from portal.messages.service import notify
from portal.people.models import Client
from portal.people.service import own_client
from portal.people.service.blocks import blocked_by
from portal.places import service as places
from portal.trades.vocabulary import SHIFTS

MOST_KEPT = 5
GROUP = re.compile("[0-9]{2}")  # the first two digits of an occupation
A_DAY = timedelta(days=1)
SHOWN_FOR = 14 * A_DAY


def own_searches(actor: Actor) -> list[SavedSearch]:
    """Those of the member, the oldest first."""
    return list(session().scalars(_visible(actor).order_by(SavedSearch.id)))


def new_jobs(actor: Actor) -> list[Any]:
    """What opened in the last two weeks and is what the member looks for, the newest first."""
    running = [search for search in own_searches(actor) if search.paused_on is None]
    today = clock.today()
    found = _found(own_client(actor), [(one, today - SHOWN_FOR) for one in running], today)
    return sorted(found.values(), key=lambda row: (row.posted_on or date.min, row.pid))[::-1]


def save_search(actor: Actor, *, text: str, commune: str, group: str, shift: str) -> SavedSearch:
    """Keep what the list was asked for; the same asked again is renewed."""
    asked = _known(text=text, commune=commune, group=group, shift=shift)
    client = own_client(actor)
    session().scalar(select(Client.id).where(Client.id == client.id).with_for_update())
    kept = own_searches(actor)
    for search in kept:
        if search.filters == asked:
            return renew_search(actor, search.pid)
    if len(kept) >= MOST_KEPT:
        raise RuleBroken(_("Giữ được nhiều nhất %(n)s điều. Mời xóa bớt một điều.", n=MOST_KEPT))
    today = clock.today()
    search = SavedSearch(
        client=client,
        words=asked["text"],
        commune_code=asked["commune"],
        occupation=asked["group"],
        shift=asked["shift"],
        renewed_on=today,
        looked_to=today - A_DAY,
    )
    session().add(search)
    session().flush()
    return search


def renew_search(actor: Actor, pid: str) -> SavedSearch:
    """Run it for another year; one that was paused looks from today on."""
    search = _own(actor, pid)
    if search.paused_on is not None:
        search.looked_to = clock.today() - A_DAY
    search.renewed_on, search.paused_on = clock.today(), None
    return search


def pause_search(actor: Actor, pid: str) -> SavedSearch:
    """Tell nothing of it until it is renewed."""
    search = _own(actor, pid)
    search.paused_on = search.paused_on or clock.today()
    return search


def drop_search(actor: Actor, pid: str) -> None:
    """Keep nothing of it."""
    session().delete(_own(actor, pid))


def look_for_members() -> None:
    """The day's care: one notice to each member for whom something opened before today.

    A search that was not renewed for a year is paused, and the member told.
    """
    running = select(SavedSearch).join(SavedSearch.client).where(SavedSearch.paused_on.is_(None))
    query = running.options(contains_eager(SavedSearch.client)).order_by(SavedSearch.client_id)
    for client, searches in groupby(session().scalars(query).all(), key=lambda row: row.client):
        _look_for(client, list(searches))


def _look_for(client: Client, searches: list[SavedSearch]) -> None:
    today = clock.today()
    ended = [search for search in searches if search.runs_to < today]
    for search in ended:
        search.paused_on = today
    if ended:
        notify(Role.MEMBER, client.pid, "job_search_ended")
    live = [search for search in searches if search not in ended]
    found = _found(client, [(one, one.looked_to + A_DAY) for one in live], today - A_DAY)
    for search in live:
        search.looked_to = today - A_DAY
    if found:
        notify(Role.MEMBER, client.pid, "new_jobs", n=str(len(found)))


def _found(client: Client, since: Iterable[tuple[SavedSearch, date]], last: date) -> dict[str, Any]:
    """By public id, each once: neither of an employer whom the person blocks, nor what they have
    applied to or turned down."""
    blocked = blocked_by(client)
    taken = set(session().scalars(select(Step.opening_code).where(Step.client_id == client.id)))
    return {
        row.pid: row
        for search, first in since
        for row in jobs.list_newly_open(first, last, **search.filters, without=blocked)
        if row.code not in taken
    }


def _known(*, text: str, commune: str, group: str, shift: str) -> dict[str, str]:
    """What the list understands of what was asked; nothing at all is no search."""
    asked = {
        "text": text,
        "commune": commune if places.find_unit(commune, clock.today()) else "",
        "group": group if GROUP.fullmatch(group) else "",
        "shift": shift if shift in SHIFTS else "",
    }
    if not any(asked.values()):
        raise RuleBroken(_("Mời chọn ít nhất một điều: tên việc, nơi làm, nghề hoặc thời gian."))
    return asked


def _visible(actor: Actor) -> Select[SavedSearch]:
    return (
        select(SavedSearch)
        .join(SavedSearch.client)
        .where(Client.pid == actor.client)
        .options(contains_eager(SavedSearch.client))
    )


def _own(actor: Actor, pid: str) -> SavedSearch:
    found = session().scalar(_visible(actor).where(SavedSearch.pid == pid))
    if found is None:
        raise NotFound
    return found
