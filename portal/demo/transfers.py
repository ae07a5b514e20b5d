"""Members of the demo who change clubs, and a club that was moved to another commune."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from portal.clubs.models import ClubSeat, ClubStatus, Membership, Transfer, TransferState
from portal.clubs.service.transfers import ANSWERED_WITHIN, FIELD, PURPOSE
from portal.demo.words import read
from portal.demo.world import Group, Member, World, keep
from portal.people.models import Consent
from portal.people.service.consents import TO_A_CLUB

DAY = timedelta(1)
LONG_ENOUGH = timedelta(60)  # in a club, before somebody goes to another


def add_transfers(world: World) -> None:
    """One that the demo's own club asked for, one whose answer waits there, one that is done, and
    the one for which the demo's own member had a no."""
    own = world.apart("transfers")
    here, others = own.own_group, [g for g in own.groups if _takes(own, g)]
    keep(_asked(own, here, others[0]))
    keep(_waiting(own, others[1], here))
    keep(_done(own, here, others[-1]))
    keep(_declined(own, here, others[0]))


def add_moved_club(world: World) -> None:
    """The last club went to a commune that had none, after its venue was sold."""
    own = world.apart("moved-club")
    taken = {group.seat.commune.code for group in own.groups}
    place = next(one.place for one in own.communes if one.place.code not in taken)
    last, from_on = own.groups[-1], own.ago(20, 30)
    keep(
        [
            ClubSeat(
                club_id=last.club.id,
                from_on=from_on,
                commune_code=place.code,
                decision=f"{own.rng.randint(100, 400)}/QĐ-UBND",
                decided_on=from_on - timedelta(days=own.rng.randint(3, 10)),
            )
        ]
    )


def _takes(world: World, group: Group) -> bool:
    return group is not world.own_group and group.club.status == ClubStatus.OPERATING


def _asked(world: World, old: Group, new: Group) -> Iterator[Transfer]:
    """The member has still to agree."""
    if standing := _standing(old, world)[-1:]:
        yield _transfer(world, old, new, standing[0][1], world.ago(2, 6))


def _waiting(world: World, old: Group, new: Group) -> Iterator[Transfer | Consent]:
    """They agreed on their own page; the club they want to come to may know the name."""
    for _membership, member in _standing(old, world)[:1]:
        agreed_on = world.ago(1, 4)
        transfer = _transfer(world, old, new, member, agreed_on, state=TransferState.AGREED)
        transfer.agreed_on, transfer.agreed_how = agreed_on, "on screen"
        yield transfer
        until = transfer.lapses_on
        yield _consent(world, new, member, agreed_on, purpose=PURPOSE, fields=FIELD, to_on=until)


def _done(world: World, old: Group, new: Group) -> Iterator[Any]:
    """Who had left the one went to the other on the next day."""
    left = [(m, member) for m, member in old.members if _stayed(m, world.today)]
    for membership, member in sorted(left, key=lambda one: str(one[0].left_on))[-1:]:
        assert membership.left_on
        asked_on, joined_on = membership.left_on - timedelta(8), membership.left_on + DAY
        done = _transfer(world, old, new, member, asked_on, state=TransferState.ACCEPTED)
        done.agreed_on = done.signed_on = asked_on + DAY
        done.agreed_how, done.settled_on = "signed paper", membership.left_on
        done.answer = world.rng.choice(read("care")["welcomes"])
        yield done
        yield Membership(
            pid=world.pid(),
            club_id=new.club.id,
            client_id=member.client.id,
            joined_on=joined_on,
        )
        yield _consent(world, new, member, joined_on, purpose="club", fields=" ".join(TO_A_CLUB))


def _declined(world: World, old: Group, new: Group) -> Iterator[Transfer]:
    asked_on = world.ago(70, 80)
    no = _transfer(world, old, new, world.clients[0], asked_on, state=TransferState.DECLINED)
    no.agreed_on, no.agreed_how = asked_on, "on screen"
    no.settled_on = asked_on + timedelta(days=world.rng.randint(3, 9))
    no.answer = world.rng.choice(read("care")["no_room"])
    yield no


def _standing(group: Group, world: World) -> list[tuple[Membership, Member]]:
    """Who is in the club and has not left it, but for the demo's own member."""
    return [
        (membership, member)
        for membership, member in group.members
        if membership.left_on is None and member is not world.clients[0]
    ]


def _stayed(membership: Membership, today: date) -> bool:
    last = membership.left_on
    return last is not None and last < today and last - membership.joined_on >= LONG_ENOUGH


def _transfer(
    world: World,
    old: Group,
    new: Group,
    member: Member,
    asked_on: date,
    *,
    state: TransferState = TransferState.ASKED,
) -> Transfer:
    return Transfer(
        pid=world.pid(),
        client=member.client,
        from_club_id=old.club.id,
        to_club_id=new.club.id,
        state=state,
        asked_on=asked_on,
        lapses_on=asked_on + ANSWERED_WITHIN,
    )


def _consent(
    world: World,
    group: Group,
    member: Member,
    from_on: date,
    *,
    purpose: str,
    fields: str,
    to_on: date | None = None,
) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=member.client.id,
        basis="consent",
        purpose=purpose,
        viewer=f"club/{group.club.pid}",
        fields=fields,
        from_on=from_on,
        to_on=to_on,
        given_how="on screen",
        given_at=world.at_work(from_on),
    )
