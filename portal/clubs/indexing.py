"""The open entries of clubs and counselling points for the search index inside; never a person."""

from collections.abc import Iterable, Iterator

from portal import clock
from portal.clubs.models import Club, CounsellingPoint
from portal.clubs.service import directory
from portal.clubs.service.directory import OpenClub, OpenPoint
from portal.db import session
from portal.places import service as places
from portal.search.protocol import Entry


def club_entries(pids: Iterable[str] | None = None) -> Iterator[Entry]:
    """Operating clubs under their neutral names: all, or those of these that are still open.

    They are found by the name of their founding decision too, which no page shows here.
    """
    query = directory.operating()
    if pids is not None:
        query = query.where(Club.pid.in_(list(pids)))
    for club in session().scalars(query):
        shown = directory.open_club(club)
        yield _entry("club", shown, shown.note, names=(club.name,))


def point_entries(pids: Iterable[str] | None = None) -> Iterator[Entry]:
    """Counselling points open today: all, or those of these."""
    query = directory.open_points()
    if pids is not None:
        query = query.where(CounsellingPoint.pid.in_(list(pids)))
    for point in session().scalars(query):
        shown = directory.open_point(point)
        yield _entry("counselling_point", shown, shown.hours)


def _entry(
    kind: str, shown: OpenClub | OpenPoint, other: str, names: tuple[str, ...] = ()
) -> Entry:
    return Entry(
        kind=kind,
        id=shown.pid,
        title=shown.name,
        names=names,
        places=places.search_names(shown.commune_code, clock.today()),
        other=(other,),
        facets={"commune": (shown.commune_code,)},
    )
