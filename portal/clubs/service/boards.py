"""The board of a club: officials and volunteers who hold its posts, from a day to a day."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import func, select

from portal import clock
from portal.access import Actor
from portal.clubs.models import BoardMember, Club
from portal.clubs.service.book import get_kept_club, note
from portal.clubs.service.clubs import refuse_future
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _

CHAIR = "chair"  # the post that the rule of stable clubs asks for


def board_ever(club: Club) -> Sequence[BoardMember]:
    """Who holds or held which post of the board: those of today first."""
    query = select(BoardMember).where(BoardMember.club_id == club.id)
    over = func.coalesce(BoardMember.to_on, date.max) < clock.today()
    return session().scalars(query.order_by(over, BoardMember.from_on, BoardMember.id)).all()


def get_board_member(actor: Actor, pid: str) -> tuple[BoardMember, Club]:
    """A post of the board that has not ended, of a club whose book the actor keeps."""
    query = select(BoardMember, Club.pid).join(Club, Club.id == BoardMember.club_id)
    row = (
        session()
        .execute(query.where(BoardMember.pid == pid, BoardMember.to_on.is_(None)))
        .one_or_none()
    )
    if row is None:
        raise NotFound
    return row[0], get_kept_club(actor, row[1])


def add_board_member(
    actor: Actor, pid: str, *, post: str, name: str, agency: str, from_on: date
) -> BoardMember:
    """Someone takes a post of the board: an official or a volunteer; a club has one chair."""
    club = get_kept_club(actor, pid)
    refuse_future(from_on, "from_on")
    if post == CHAIR and _chair_on(club, from_on):
        raise RuleBroken(_("Câu lạc bộ đang có chủ nhiệm. Mời ghi người thay."), field="post")
    return _seat(actor, club, post=post, name=name, agency=agency, from_on=from_on)


def end_board_member(actor: Actor, pid: str, *, to_on: date, name: str, agency: str) -> Club:
    """The last day of someone on the board; where a name is given, that person takes the post
    from the next day."""
    member, club = get_board_member(actor, pid)
    refuse_future(to_on, "to_on")
    if to_on < member.from_on:
        raise RuleBroken(_("Ngày này trước ngày bắt đầu."), field="to_on")
    member.to_on = to_on
    if name:
        next_day = to_on + timedelta(1)
        _seat(actor, club, post=member.post, name=name, agency=agency, from_on=next_day)
    note(actor, "end_board_member", club)
    return club


def _chair_on(club: Club, day: date) -> bool:
    until = func.coalesce(BoardMember.to_on, date.max)
    query = select(BoardMember.id).where(
        BoardMember.club_id == club.id, BoardMember.post == CHAIR, until >= day
    )
    return session().scalar(query.limit(1)) is not None


def _seat(
    actor: Actor, club: Club, *, post: str, name: str, agency: str, from_on: date
) -> BoardMember:
    member = BoardMember(club_id=club.id, post=post, name=name, agency=agency, from_on=from_on)
    session().add(member)
    session().flush()
    note(actor, "add_board_member", club)
    return member
