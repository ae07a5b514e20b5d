"""The monthly sheet of a member: filled by the club's coordinator, agreed with the member.

The coordinator fills and reads it while the member is in the club and lets it: the ledger has a
consent of its own for that, which ends by itself when it is withdrawn. The member reads their own
sheets always, the case officers of their commune those of who lives there, nobody else any.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor
from portal.clubs.models import Club, ProgressSheet
from portal.clubs.models.care import AREAS, STATES
from portal.clubs.service.clubs import own_clubs, shown_name
from portal.clubs.service.memberships import (
    Member,
    MemberFile,
    get_member,
    list_members,
    viewer,
)
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import consented, consenting_to, give_consent, own_client, own_commune
from portal.people.service.clients import get_client
from portal.versions import revise

FIELD = "progress"
NEWEST = ProgressSheet.month.desc()


@dataclass(frozen=True)
class MonthOfMember:
    """A member in the list of a month: whether they let the club keep a sheet, and the sheet."""

    member: Member
    lets: bool
    sheet: ProgressSheet | None

    @property
    def state(self) -> str:
        """Where the sheet stands; what the member wrote is on its own page."""
        if self.sheet is None:
            return "missing" if self.lets else "not_let"
        if self.sheet.agreed_on:
            return "agreed"
        return "differs" if self.sheet.different_sealed else "open"


@dataclass(frozen=True)
class MonthToWrite:
    """A member and their sheet of a month, or the newest before it to start a new one from."""

    member: MemberFile
    lets: bool
    sheet: ProgressSheet | None
    before: ProgressSheet | None


@dataclass(frozen=True)
class OwnSheet:
    """A member's own sheet, under the neutral name of the club."""

    sheet: ProgressSheet
    club: str


def lets_write(member: MemberFile) -> bool:
    """Whether the member lets their club keep the sheet."""
    return consented(member.client.pid, viewer(member.club), FIELD)


def sheets_of_member(member: MemberFile) -> list[ProgressSheet]:
    """What the club wrote of a member whom the coordinator has opened, the newest month first."""
    return _written(member) if lets_write(member) else []


def get_month(actor: Actor, client_pid: str, month: date) -> MonthToWrite:
    """A month of the membership that has begun, with what the club wrote so far."""
    member = get_member(actor, client_pid)
    if not member.membership.joined_on.replace(day=1) <= month <= clock.today():
        raise NotFound
    lets = lets_write(member)
    sheets = _written(member) if lets else []
    sheet = next((sheet for sheet in sheets if sheet.month == month), None)
    before = next((sheet for sheet in sheets if sheet.month < month), None)
    return MonthToWrite(member, lets, sheet, None if sheet else before)


def month_of_members(actor: Actor, month: date) -> list[MonthOfMember]:
    """Where the month's sheets of the actor's own clubs stand, by member; reading is recorded."""
    written = {
        (sheet.client_id, sheet.club_id): sheet
        for sheet in session().scalars(
            select(ProgressSheet).where(
                ProgressSheet.month == month,
                ProgressSheet.club_id.in_([club.id for club in own_clubs(actor)]),
            )
        )
    }
    letting = {
        club.id: set(session().scalars(consenting_to([viewer(club)], FIELD)))
        for club in own_clubs(actor)
    }
    return [
        MonthOfMember(member, lets, written.get(key) if lets else None)
        for member in list_members(actor)
        if (key := (member.membership.client_id, member.club.id))
        for lets in [key[0] in letting[key[1]]]
    ]


def write_sheet(
    actor: Actor,
    client_pid: str,
    month: date,
    *,
    version: int | None,
    lets: bool,
    agreed_on: date | None,
    words: Mapping[str, Any],
) -> ProgressSheet:
    """Write or change the sheet of a month: `words` has each area and each area's remark.

    Changed words are not agreed yet, unless the two went through them in a talk on `agreed_on`;
    until one of that or the member's answer, what they saw differently stays beside the sheet. The
    first sheet needs the member's consent.
    """
    found = get_month(actor, client_pid, month)
    member, sheet = found.member, found.sheet
    if not found.lets:
        _let(actor, member, lets)
        sheet = next((one for one in _written(member) if one.month == month), None)
    _check(month, agreed_on, words)
    values = {**words, "agreed_on": agreed_on, "agreed_by": "talk" if agreed_on else ""}
    if sheet:
        revise(sheet, version, **values)
    else:
        sheet = ProgressSheet(client=member.client, club_id=member.club.id, month=month, **values)
        session().add(sheet)
    if agreed_on:
        sheet.different = ""
    sheet.written_at, sheet.by_pid = clock.now(), actor.user
    session().flush()
    _note(actor, "write_progress", sheet)
    return sheet


def own_sheets(actor: Actor) -> list[OwnSheet]:
    """The member's own, the newest first."""
    rows = session().execute(
        _of(own_client(actor))
        .join(Club, Club.id == ProgressSheet.club_id)
        .add_columns(Club)
        .order_by(NEWEST)
    )
    return [OwnSheet(sheet, shown_name(club)) for sheet, club in rows]


def get_own_sheet(actor: Actor, pid: str) -> OwnSheet:
    """One of them."""
    for own in own_sheets(actor):
        if own.sheet.pid == pid:
            return own
    raise NotFound


def answer_sheet(
    actor: Actor, pid: str, *, version: int | None, agrees: bool, different: str
) -> None:
    """The member agrees to the sheet that they have read, or says what they see differently."""
    sheet = get_own_sheet(actor, pid).sheet
    if not agrees and not different:
        raise RuleBroken(_("Mời viết điều anh/chị thấy khác."), field="different")
    revise(sheet, version, different="" if agrees else different)
    sheet.agreed_on = clock.today() if agrees else None
    sheet.agreed_by = "member" if agrees else ""
    _note(actor, "answer_progress", sheet)


def sheets_of_client(actor: Actor, client_pid: str) -> tuple[Client, list[ProgressSheet]]:
    """A person of the case officer's commune and all their sheets; the reading is recorded."""
    if session().scalar(own_commune(actor).where(Client.pid == client_pid)) is None:
        raise NotFound
    client = get_client(actor, client_pid)
    return client, list(session().scalars(_of(client).order_by(NEWEST)))


def _of(client: Client) -> Select[ProgressSheet]:
    return (
        select(ProgressSheet)
        .join(ProgressSheet.client)
        .options(contains_eager(ProgressSheet.client))
        .where(ProgressSheet.client_id == client.id)
    )


def _written(member: MemberFile) -> list[ProgressSheet]:
    own = _of(member.client).where(ProgressSheet.club_id == member.club.id)
    return list(session().scalars(own.order_by(NEWEST)))


def _check(month: date, agreed_on: date | None, words: Mapping[str, str]) -> None:
    for area in AREAS:
        if words[area] not in STATES:
            raise RuleBroken(_("Mời chọn một mức."), field=area)
    if agreed_on and not month <= agreed_on <= clock.today():
        raise RuleBroken(_("Ngày này phải từ đầu tháng đó đến hôm nay."), field="agreed_on")


def _let(actor: Actor, member: MemberFile, lets: bool) -> None:
    if not lets:
        raise RuleBroken(_("Cần người đó đồng ý trước."), field="lets")
    give_consent(
        actor,
        member.client,
        viewer=viewer(member.club),
        purpose="progress",
        fields=(FIELD,),
        given_how="to the coordinator",
    )


def _note(actor: Actor, act: str, sheet: ProgressSheet) -> None:
    changes.note("progress", sheet.pid, place=sheet.client.commune_code, day=sheet.month)
    audit.record(actor, act, f"progress/{sheet.pid}", client=sheet.client.pid)
