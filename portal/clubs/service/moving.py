"""A club goes to another commune by decision, after a change of map or of its venue."""

from collections.abc import Sequence
from datetime import date

from portal import audit, changes
from portal.access import Actor, Role
from portal.clubs.models import Club, ClubSeat, ClubStatus
from portal.clubs.service.book import get_governed_club
from portal.clubs.service.clubs import area_of, commune_of, refuse_future
from portal.clubs.service.seats import forget_seats, seats_by_club
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue_index
from portal.places import service as places
from portal.versions import revise


def seats_of(club: Club) -> list[tuple[ClubSeat, str]]:
    """The moves of a club, the first first, each with the name that its commune had then."""
    return [(s, places.name_of(s.commune_code, s.from_on)) for s in _moves(club)]


def founding_commune(club: Club) -> str:
    """The name, then, of the commune that it was founded in."""
    return places.name_of(club.commune_code, club.founded_on) if club.founded_on else ""


def change_seat(
    actor: Actor,
    pid: str,
    *,
    commune_code: str,
    from_on: date,
    decision: str,
    decided_on: date | None,
    version: int | None,
) -> ClubSeat:
    """Move a club, from a day on, between communes that both lie in the officer's area.

    What was counted before that day stays where the club stood then.
    """
    club = get_governed_club(actor, pid)
    _check(actor, club, commune_code, from_on, decided_on)
    revise(club, version)
    seat = ClubSeat(
        club_id=club.id,
        from_on=from_on,
        commune_code=places.resolve_commune(commune_code, from_on),
        decision=decision,
        decided_on=decided_on,
        by_pid=actor.user,
    )
    session().add(seat)
    session().flush()
    forget_seats()
    changes.note("club", pid, place=seat.commune_code, day=from_on)
    audit.record(actor, "change_seat", f"club/{pid}", reason=decision)
    queue_index("club", [pid])
    return seat


def _check(
    actor: Actor, club: Club, commune_code: str, from_on: date, decided_on: date | None
) -> None:
    if club.founded_on is None or club.status == ClubStatus.DISSOLVED:
        raise RuleBroken(_("Chỉ chuyển câu lạc bộ đã thành lập và chưa giải thể."))
    if commune_code not in area_of(actor, Role.OFFICER):
        raise RuleBroken(_("Xã, phường này ngoài địa bàn của anh/chị."), field="commune_code")
    if commune_code == commune_of(club):
        raise RuleBroken(_("Câu lạc bộ đang ở xã, phường này."), field="commune_code")
    refuse_future(from_on, "from_on")
    if decided_on:
        refuse_future(decided_on, "decided_on")
    if from_on <= max([club.founded_on, *(seat.from_on for seat in _moves(club))]):
        message = _("Ngày này phải sau ngày thành lập và sau lần chuyển trước.")
        raise RuleBroken(message, field="from_on")


def _moves(club: Club) -> Sequence[ClubSeat]:
    return seats_by_club().get(club.id, ())
