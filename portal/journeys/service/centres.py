"""Employment centres: kept by the officers of their place, open while enough people come."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, or_, select

from portal import audit, changes, clock, contact
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.journeys.flow import DAYS, flow, month_before, state
from portal.journeys.models import CentreFlow, EmploymentCentre, RelaySheet
from portal.messages.service import notify
from portal.places import service as places
from portal.versions import revise

EARLIEST = date(2020, 1, 1)


def visible_centres(actor: Actor) -> Select[EmploymentCentre]:
    """Those of the officer's place, and of the communes in it."""
    day = clock.today()
    within = [
        EmploymentCentre.place_code.in_(places.communes_under(place, day))
        for place in actor.scopes(Role.OFFICER)
    ]
    own = EmploymentCentre.place_code.in_(actor.scopes(Role.OFFICER))
    return select(EmploymentCentre).where(or_(false(), own, *within))


def get_centre(actor: Actor, pid: str) -> EmploymentCentre:
    """A centre within the actor's scope."""
    found = session().scalar(visible_centres(actor).where(EmploymentCentre.pid == pid))
    if found is None:
        raise NotFound
    return found


def list_centres(actor: Actor) -> list[EmploymentCentre]:
    """Those that run first, by name."""
    query = visible_centres(actor).order_by(
        EmploymentCentre.to_on.is_not(None), EmploymentCentre.name, EmploymentCentre.id
    )
    return list(session().scalars(query))


def flows_of(centre: EmploymentCentre) -> list[CentreFlow]:
    """Its figures, the newest month first."""
    query = select(CentreFlow).where(CentreFlow.centre_id == centre.id)
    return list(session().scalars(query.order_by(CentreFlow.month.desc())))


def add_centre(actor: Actor, *, phone: str, **given: Any) -> EmploymentCentre:
    """A centre of the officer's own place; it takes no sheets before its figures are typed."""
    own = actor.scopes(Role.OFFICER)
    centre = EmploymentCentre(place_code=own[0], phone=contact.phone(phone), **given)
    session().add(centre)
    session().flush()
    audit.record(actor, "add_centre", f"centre/{centre.pid}")
    return centre


def edit_centre(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    phone: str,
    from_on: date,
    to_on: date | None,
    **given: Any,
) -> EmploymentCentre:
    """Put a centre right, or say until when it ran."""
    centre = get_centre(actor, pid)
    if to_on and to_on < from_on:
        raise RuleBroken(_("Ngày cuối phải từ ngày đầu trở đi."), field="to_on")
    given |= {"phone": contact.phone(phone), "from_on": from_on, "to_on": to_on}
    revise(centre, version, **given)
    audit.record(actor, "edit_centre", f"centre/{pid}")
    return centre


def enter_flow(actor: Actor, pid: str, *, month: date, applicants: int, source: str) -> CentreFlow:
    """The centre's own figure of a month that is over; one typed again replaces the first."""
    centre = _locked(get_centre(actor, pid))
    first = month.replace(day=1)
    if not EARLIEST <= first <= month_before(clock.today()):
        raise RuleBroken(_("Chỉ ghi số của tháng đã hết."), field="month")
    figure = session().scalar(
        select(CentreFlow).where(CentreFlow.centre_id == centre.id, CentreFlow.month == first)
    ) or CentreFlow(centre_id=centre.id, month=first)
    figure.applicants, figure.source, figure.entered_by = applicants, source, actor.user
    session().add(figure)
    session().flush()
    audit.record(actor, "enter_flow", f"centre/{pid}")
    changes.note("centre", pid, place=centre.place_code, day=first)
    judge(centre)
    return figure


def centres_around(commune_code: str) -> list[EmploymentCentre]:
    """Those that run for work in a commune, open or not: its own, or those of its province."""
    day = clock.today()
    around = [commune_code, places.province_of(commune_code, day)]
    query = _running(day).where(EmploymentCentre.place_code.in_(around))
    return list(session().scalars(query.order_by(EmploymentCentre.name)))


def take_sheet_at(pid: str, commune_code: str) -> EmploymentCentre:
    """The centre, if it may be given one sheet more now; the others who ask wait meanwhile."""
    if pid not in {centre.pid for centre in centres_around(commune_code)}:
        raise NotFound
    asked = select(EmploymentCentre).where(EmploymentCentre.pid == pid)
    centre = _locked(session().scalars(asked).one())
    if judge(centre) != "open":
        raise RuleBroken(_("Trung tâm này tạm ngừng nhận phiếu qua đây."))
    return centre


def judge(centre: EmploymentCentre) -> str:
    """Reckon anew whether the centre may be given one sheet more, and write it down."""
    today = clock.today()
    figures = {row.month: row.applicants for row in flows_of(centre)}
    sheets = select(func.count()).where(
        RelaySheet.centre_id == centre.id, RelaySheet.made_on > today - timedelta(days=DAYS)
    )
    found = state(session().scalar(sheets) or 0, flow(figures, today))
    centre.state, centre.stated_on = found, today
    session().flush()
    return found


def turn_of_day() -> None:
    """Once a day: judge each centre anew, tell its officers of one that closes for want of
    figures, and end the sheets whose day is over."""
    for centre in session().scalars(_running(clock.today())).all():
        before = _locked(centre).state
        if judge(centre) == "no_figures" and before != "no_figures":
            notify(Role.OFFICER, centre.place_code, "centre_closed", name=centre.name)
    end_sheets(RelaySheet.ends_on < clock.today())


def end_sheets(which: ColumnElement[bool]) -> None:
    """Their keys are destroyed; that they were made is still counted."""
    query = select(RelaySheet).where(RelaySheet.key_wrapped.is_not(None), which)
    for sheet in session().scalars(query).all():
        sheet.key_wrapped = None
        sheet.name_sealed = sheet.phone_sealed = sheet.about_sealed = sheet.work_sealed = None


def _running(day: date) -> Select[EmploymentCentre]:
    return select(EmploymentCentre).where(
        EmploymentCentre.from_on <= day,
        or_(EmploymentCentre.to_on.is_(None), EmploymentCentre.to_on >= day),
    )


def _locked(centre: EmploymentCentre) -> EmploymentCentre:
    """One at a time: whoever counts the sheets of a centre has the row to themselves."""
    session().refresh(centre, with_for_update=True)
    return centre
