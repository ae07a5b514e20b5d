"""A member's plain CV: filled in from what is known, edited by them, kept only if they say so."""

from dataclasses import dataclass

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.contact import phone_in_words
from portal.db import session
from portal.i18n import _, force_locale
from portal.journeys.models import PastWork, RelaySheet
from portal.papers.plain import Plain
from portal.people import service as people
from portal.people.labels import SCHOOLING_LABELS
from portal.people.models import Client
from portal.trades.labels import SHIFT_LABELS, in_words
from portal.trades.service import skill_names


@dataclass
class Draft:
    """What the form begins with."""

    name: str
    phone: str
    can_do: str
    schooling: str
    past_work: str
    keep: bool


def draft_cv(actor: Actor) -> Draft:
    """In Vietnamese, whatever language the member reads: the employer's."""
    client = people.own_client(actor)
    kept = _kept(client)
    with force_locale("vi"):
        skills = [code for code, _proven in people.wishes_of(client).skills]
        shifts = in_words(client.shifts, SHIFT_LABELS)
        hours = [str(_("Giờ làm được: %(what)s.", what=shifts))] if shifts else []
        return Draft(
            name=client.name,
            phone=phone_in_words(client.phone),
            can_do="\n".join([*skill_names(skills).values(), *hours]),
            schooling=str(SCHOOLING_LABELS[client.education]).capitalize(),
            past_work=kept.body if kept else "",
            keep=kept is not None,
        )


def write_cv(
    actor: Actor,
    *,
    name: str,
    phone: str,
    can_do: str,
    schooling: str,
    past_work: str,
    keep: bool,
) -> Plain:
    """The CV as it was typed. Past work is kept sealed for the next time, or forgotten."""
    _keep(people.own_client(actor), past_work if keep else "")
    with force_locale("vi"):
        parts = [
            (str(_("Biết làm")), can_do),
            (str(_("Học vấn")), schooling),
            (str(_("Việc đã làm")), past_work),
        ]
        return Plain(name, _reached_at(phone), [(title, said) for title, said in parts if said])


def sheet_for_centre(sheet: RelaySheet) -> Plain:
    """What a member takes to a centre, in the words of the preview."""
    with force_locale("vi"):
        parts = [(str(_("Việc muốn được giới thiệu")), sheet.work)]
        if sheet.about:
            parts.append((str(_("Về tôi")), sheet.about))
        return Plain(sheet.name, _reached_at(phone_in_words(sheet.phone)), parts)


def _reached_at(phone: str) -> str:
    return str(_("Điện thoại: %(phone)s", phone=phone)) if phone else ""


def _kept(client: Client) -> PastWork | None:
    return session().scalar(select(PastWork).where(PastWork.client_id == client.id))


def _keep(client: Client, body: str) -> None:
    row = _kept(client)
    if body:
        row = row or PastWork(client=client, kept_on=clock.today())
        row.body, row.kept_on = body, clock.today()
        session().add(row)
    elif row:
        session().delete(row)
    session().flush()
