"""A member goes from one club to another: asked for, agreed to by the member, answered over there.

The other club learns the name only once the member has agreed, and only until it has answered.
Attendance stays with the club in which it was.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from portal import audit, clock, i18n
from portal.access import Actor, Role
from portal.clubs.models import Club, Membership, Transfer, TransferState
from portal.clubs.models.transfers import WAITING
from portal.clubs.service.clubs import refuse_future, shown_name
from portal.clubs.service.directory import operating
from portal.clubs.service.memberships import MemberFile, get_member, viewer
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import notify
from portal.people.models import Client
from portal.people.service import end_consents, give_consent, own_client
from portal.text import sort_key

ANSWERED_WITHIN = timedelta(days=30)
PURPOSE = FIELD = "transfer"  # in the ledger: the name, for a club that is asked to take the person
MOVES = {
    TransferState.ASKED: (TransferState.AGREED, TransferState.WITHDRAWN, TransferState.LAPSED),
    TransferState.AGREED: (
        TransferState.ACCEPTED,
        TransferState.DECLINED,
        TransferState.WITHDRAWN,
        TransferState.LAPSED,
    ),
}


def clubs_to_join(client: Client) -> list[Club]:
    """The clubs that operate and in which the person is not already, by their open names."""
    own = select(Membership.club_id).where(Membership.client_id == client.id)
    still = own.where(Membership.left_on.is_(None) | (Membership.left_on > clock.today()))
    return sorted(
        session().scalars(operating().where(Club.id.not_in(still))),
        key=lambda club: sort_key(shown_name(club)),
    )


def transfer_of_member(actor: Actor, client_pid: str) -> tuple[MemberFile, Transfer | None]:
    """A member of the coordinator's own club, and their newest transfer out of it."""
    member = get_member(actor, client_pid)
    own = transfers_of(member.client).where(Transfer.from_club_id == member.club.id)
    return member, session().scalars(own).first()


def own_clubs_and_others(actor: Actor) -> tuple[Sequence[Club], list[Club]]:
    """The clubs that the member may leave for another, and those others."""
    client = own_client(actor)
    return clubs_of(client), clubs_to_join(client)


def own_transfer(actor: Actor) -> Transfer | None:
    """The member's own newest one."""
    return session().scalars(transfers_of(own_client(actor))).first()


def ask_transfer(
    actor: Actor, client_pid: str, *, to_pid: str, signed_on: date | None = None
) -> Transfer:
    """The coordinator asks that a member go to another club: the member is asked to agree, or
    has done so already on a paper that they signed."""
    if signed_on:
        refuse_future(signed_on, "signed_on")
    member = get_member(actor, client_pid)
    transfer = _ask(actor, member.client, member.club, to_pid)
    if signed_on:
        _agree_by_paper(actor, transfer, signed_on)
    else:
        names = {"club": shown_name(member.club), "to": shown_name(transfer.to_club)}
        notify(Role.MEMBER, client_pid, "transfer_asked", **names)
    return transfer


def ask_own_transfer(actor: Actor, *, from_pid: str, to_pid: str, agrees: bool) -> Transfer:
    """The member asks themselves, and so agrees that the other club learns their name."""
    client = own_client(actor)
    if not agrees:
        raise RuleBroken(_("Mời đánh dấu để xác nhận."), field="agrees")
    club = next((one for one in clubs_of(client) if one.pid == from_pid), None)
    if club is None:
        raise RuleBroken(_("Mời chọn lại."), field="from_pid")
    transfer = _ask(actor, client, club, to_pid)
    _agree(actor, transfer, "on screen")
    return transfer


def clubs_of(client: Client) -> Sequence[Club]:
    """The clubs that a person is in today and has not left."""
    query = select(Club).join(Membership, Membership.club_id == Club.id)
    open_ones = Membership.in_force(clock.today()) & Membership.left_on.is_(None)
    return session().scalars(query.where(Membership.client_id == client.id, open_ones)).all()


def step_transfer(
    actor: Actor, client_pid: str, *, step: str, signed_on: date | None = None
) -> None:
    """The coordinator notes that the member has signed, or takes the wish back."""
    _member, transfer = transfer_of_member(actor, client_pid)
    if transfer is None:
        raise NotFound
    if step == "withdrawn":
        settle(actor, transfer, TransferState.WITHDRAWN)
    else:
        _agree_by_paper(actor, transfer, signed_on)


def step_own_transfer(actor: Actor, *, agrees: str) -> None:
    """The member agrees on their own page; or they do not want it, or not any more, and the club
    they are in is told."""
    transfer = own_transfer(actor)
    if transfer is None:
        raise NotFound
    if agrees == "yes":
        _agree(actor, transfer, "on screen")
    else:
        settle(actor, transfer, TransferState.WITHDRAWN)
        club = transfer.from_club
        notify(Role.COORDINATOR, club.pid, "transfer_withdrawn", club=shown_name(club))


def end_transfers_of_club(actor: Actor, club: Club) -> None:
    """The club is no more: nobody goes there or comes from there."""
    here = (Transfer.from_club_id == club.id) | (Transfer.to_club_id == club.id)
    for transfer in session().scalars(waiting().where(here)).all():
        settle(actor, transfer, TransferState.WITHDRAWN)


def lapse_unanswered() -> None:
    """Whoever was not answered by the last day is answered no more."""
    late = waiting().where(Transfer.lapses_on < clock.today())
    for transfer in session().scalars(late).all():
        move(transfer, TransferState.LAPSED)


def move(transfer: Transfer, state: TransferState) -> None:
    """To another state that the present one allows, on a day on which it may be answered: the
    one way there is."""
    session().refresh(transfer, ["state", "lapses_on"], with_for_update=True)
    is_late = transfer.lapses_on < clock.today()
    allowed = MOVES.get(TransferState(transfer.state), ())
    if state not in allowed or is_late != (state == TransferState.LAPSED):
        raise RuleBroken(_("Đề nghị này đã được trả lời, rút lại hoặc quá hạn."))
    transfer.state = state
    if state not in WAITING:
        transfer.settled_on = clock.today()
    session().flush()


def transfers_of(client: Client) -> Select[Transfer]:
    """All of a person, the newest first."""
    return rows().where(Transfer.client_id == client.id).order_by(Transfer.id.desc())


def settle(actor: Actor, transfer: Transfer, state: TransferState) -> None:
    """It is over: the other club knows the name no more."""
    move(transfer, state)
    transfer.settled_by_pid = actor.user
    forget(transfer.client, transfer.to_club)
    audit.record(actor, f"transfer_{state}", f"transfer/{transfer.pid}", client=transfer.client.pid)


def forget(client: Client, club: Club) -> None:
    """What lets a club know of a person ends at once: its last day was yesterday."""
    end_consents(client, viewer=viewer(club), last_on=clock.today() - timedelta(1))


def waiting() -> Select[Transfer]:
    """Those that nobody has answered, in time or not."""
    return rows().where(Transfer.state.in_(WAITING))


def rows() -> Select[Transfer]:
    """Transfers with the person and the two clubs."""
    return (
        select(Transfer)
        .join(Transfer.client)
        .options(contains_eager(Transfer.client))
        .options(joinedload(Transfer.from_club), joinedload(Transfer.to_club))
    )


def _ask(actor: Actor, client: Client, club: Club, to_pid: str) -> Transfer:
    lapse_unanswered()
    target = next((one for one in clubs_to_join(client) if one.pid == to_pid), None)
    if target is None:
        raise RuleBroken(_("Mời chọn một câu lạc bộ đang hoạt động khác."), field="to_pid")
    if session().scalar(waiting().where(Transfer.client_id == client.id)):
        raise RuleBroken(_("Đang có một đề nghị chuyển chờ trả lời."), field="to_pid")
    transfer = Transfer(
        client=client,
        from_club=club,
        to_club=target,
        asked_on=clock.today(),
        asked_by_pid=actor.user,
        lapses_on=clock.today() + ANSWERED_WITHIN,
    )
    session().add(transfer)
    session().flush()
    audit.record(actor, "ask_transfer", f"transfer/{transfer.pid}", client=client.pid)
    return transfer


def _agree_by_paper(actor: Actor, transfer: Transfer, signed_on: date | None) -> None:
    if signed_on is None:
        raise RuleBroken(_("Mời ghi ngày ký giấy đồng ý."), field="signed_on")
    refuse_future(signed_on, "signed_on")
    transfer.signed_on = signed_on
    _agree(actor, transfer, "signed paper")


def _agree(actor: Actor, transfer: Transfer, how: str) -> None:
    move(transfer, TransferState.AGREED)
    transfer.agreed_on, transfer.agreed_how = clock.today(), how
    transfer.lapses_on = clock.today() + ANSWERED_WITHIN
    to_club, client = transfer.to_club, transfer.client
    give_consent(
        actor,
        client,
        viewer=viewer(to_club),
        purpose=PURPOSE,
        fields=(FIELD,),
        given_how=how,
        to_on=transfer.lapses_on,
    )
    audit.record(actor, "agree_transfer", f"transfer/{transfer.pid}", client=client.pid)
    facts = {"club": shown_name(to_club), "day": i18n.day(transfer.lapses_on)}
    notify(Role.COORDINATOR, to_club.pid, "transfer_waits", **facts)
