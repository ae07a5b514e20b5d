"""/me/calendar: one's calendar switched on and off; /calendar/<token>.ics: read by another
program, which signs in nowhere."""

from flask import Response, current_app, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone, club_people
from portal.accounts.service import tries
from portal.clubs.calendar_file import written
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
    """The calendar behind an address; guessing is slowed down."""
    guesser = {"calendar": request.remote_addr or ""}
    tries.check(guesser)
    try:
        found = calendar_feeds.appointments(token)
    except NotFound:
        tries.failed(guesser)
        return _sent(Response(status=404))  # no page: one would repeat what was asked
    name = current_app.config["SETTINGS"].site_name
    answer = Response(written(found, name=name), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = 'inline; filename="lich.ics"'
    return _sent(answer)


def _sent(answer: Response) -> Response:
    answer.cache_control.no_store = True
    return answer


def _since() -> object:
    return calendar_feeds.own_feed(actor())
