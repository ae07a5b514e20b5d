"""/me/calendar: one's calendar switched on and off; /calendar/<token>.ics: read by another
program, which signs in nowhere; /me/meetings/<pid>/hen.ics: one meeting to take along."""

from collections.abc import Iterable

from flask import Response, current_app, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone, club_people, member
from portal.clubs.calendar_file import Appointment, written
from portal.clubs.reminder_forms import CalendarForm
from portal.clubs.service import calendar_feeds
from portal.clubs.views import bp
from portal.errors import NotFound
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/me/calendar")
@allow(club_people)
def own_calendar() -> Response:
    """What it is, and whether it is on."""
    return page("clubs/own_calendar.html", form=CalendarForm(), since=_since())


@bp.post("/me/calendar")
@allow(club_people)
def switch_calendar_on() -> Response:
    """Make an address and show it, this once."""
    form = CalendarForm()
    if not form.validate_on_submit():
        return page("clubs/own_calendar.html", form=form, since=_since())
    token = calendar_feeds.switch_on(actor())
    address = url_for("clubs.calendar", token=token, _external=True)
    return page("clubs/calendar_address.html", address=address)


@bp.post("/me/calendar/off")
@allow(club_people)
def switch_calendar_off() -> BaseResponse:
    """End the address."""
    calendar_feeds.switch_off(actor())
    return to(url_for("clubs.own_calendar"), _("Đã tắt lịch. Địa chỉ cũ không dùng được nữa."))


@bp.get("/calendar/<token>.ics")
@allow(anyone)
def calendar(token: str) -> Response:
    """The calendar behind an address. Wrong words are not counted: 256 bits are not guessed, and
    a calendar asks for one that has ended every few hours, from where others sign in."""
    try:
        found = calendar_feeds.appointments(token)
    except NotFound:
        return _sent(Response(status=404))  # no page: one would repeat what was asked
    return _file(found, "inline")


@bp.get("/me/meetings/<pid>/hen.ics")
@allow(member)
def meeting_file(pid: str) -> Response:
    """One meeting, for the calendar of one's phone."""
    return _file([calendar_feeds.own_appointment(actor(), pid)], "attachment")


def _file(appointments: Iterable[Appointment], disposition: str) -> Response:
    name = current_app.config["SETTINGS"].site_name
    answer = Response(written(appointments, name=name), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f'{disposition}; filename="lich.ics"'
    return _sent(answer)


def _sent(answer: Response) -> Response:
    answer.cache_control.no_store = True
    return answer


def _since() -> object:
    return calendar_feeds.own_feed(actor())
