"""/clubs/<pid>/cash… and /resources…: a club's cash, and what was raised for it."""

from datetime import date

from flask import Response, make_response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, club_side, coordinator
from portal.clubs import service as clubs
from portal.clubs.cash_forms import ClosingForm, EntryForm, ReasonForm, ResourceForm
from portal.clubs.cash_xlsx import MIMETYPE, as_xlsx
from portal.clubs.labels import PURPOSE_LABELS, RESOURCE_LABELS
from portal.clubs.service import cash as service
from portal.clubs.service import resources as gifts
from portal.clubs.service.cash_sheets import cash_of, lines_of, month_of
from portal.clubs.service.months import month_in
from portal.clubs.views import bp
from portal.i18n import _, day, number
from portal.web import actor, page, to


@bp.get("/clubs/<pid>/cash")
@allow(club_side, opens_file=True)
def cash(pid: str) -> Response:
    """A year by months, and for coordinators the entries of one of them."""
    month = _month()
    club, months, whole = cash_of(actor(), pid, month.year)
    keeps = club in clubs.own_clubs(actor())
    last = clock.month_end(month)
    return page(
        "clubs/cash.html",
        club=club,
        months=months,
        year=whole,
        month=next((row for row in months if row.first == month), None),
        keeps=keeps,
        lines=lines_of(actor(), pid, month, last) if keeps else [],
        closed_to=service.closed_to(club),
        raised=gifts.raised(club, month.replace(month=1, day=1), last.replace(month=12, day=31)),
        purposes=PURPOSE_LABELS,
        today=clock.today(),
    )


@bp.route("/clubs/<pid>/cash/new", methods=["GET", "POST"])
@allow(coordinator)
def add_entry(pid: str) -> BaseResponse:
    """Write down what came in or went out."""
    club = clubs.get_own_club(actor(), pid)
    form = EntryForm(day=clock.today())
    if form.validate_on_submit():
        with form.rules():
            entry = service.add_entry(actor(), pid, **form.values)
            return _to_cash(pid, entry.day)
    return page("clubs/add_entry.html", form=form, club=club)


@bp.route("/cash/<pid>/reverse", methods=["GET", "POST"])
@allow(coordinator)
def reverse_entry(pid: str) -> BaseResponse:
    """Take an entry back."""
    entry = service.get_entry(actor(), pid)
    club = service.club_of(actor(), entry)
    form = ReasonForm()
    if form.validate_on_submit():
        with form.rules():
            service.reverse_entry(actor(), pid, **form.values)
            return _to_cash(club.pid, clock.today())
    back = url_for("clubs.cash", pid=club.pid, month=f"{entry.day:%Y-%m}")
    facts = [
        (_("Ngày"), day(entry.day)),
        (_("Khoản"), PURPOSE_LABELS[entry.purpose]),
        (_("Diễn giải"), entry.words),
        (_("Số tiền (đồng)"), number(abs(entry.amount))),
    ]
    return page("clubs/take_back.html", form=form, club=club, back=back, facts=facts, cash=True)


@bp.route("/clubs/<pid>/cash/close", methods=["GET", "POST"])
@allow(coordinator)
def close_cash(pid: str) -> BaseResponse:
    """Close a month with the cash as counted."""
    month = month_in(request.args.get("month", ""), clock.months_before(clock.today(), 1))
    club = clubs.get_own_club(actor(), pid)
    form = ClosingForm()
    if form.validate_on_submit():
        with form.rules():
            service.close_month(actor(), pid, month=month, **form.values)
            return _to_cash(pid, month)
    balance = service.balance_on(club, clock.month_end(month))
    return page("clubs/close_cash.html", form=form, club=club, month=month, balance=balance)


@bp.get("/clubs/<pid>/cash/print")
@allow(coordinator, opens_file=True)
def cash_sheet(pid: str) -> Response:
    """The book of a month on A4."""
    club, month, lines = month_of(actor(), pid, _month())
    return page(
        "clubs/cash_sheet.html",
        club=club,
        commune=clubs.commune_name(club),
        month=month,
        last=min(clock.month_end(month.first), clock.today()),
        lines=lines,
    )


@bp.get("/clubs/<pid>/cash/file.xlsx")
@allow(coordinator, opens_file=True)
def cash_file(pid: str) -> Response:
    """The book of a year as a workbook, under a name that says no more than the year."""
    year = _month().year
    club, months, whole = cash_of(actor(), pid, year)
    lines = lines_of(actor(), pid, date(year, 1, 1), date(year, 12, 31))
    answer = make_response(as_xlsx(club.name, whole, months, lines))
    answer.mimetype = MIMETYPE
    answer.headers["Content-Disposition"] = f'attachment; filename="so-thu-chi-{year}.xlsx"'
    return answer


@bp.get("/clubs/<pid>/resources")
@allow(club_side, opens_file=True)
def resources(pid: str) -> Response:
    """What was raised in a year; who gave it is for the coordinators."""
    year = _month().year
    club = clubs.get_club(actor(), pid)
    keeps = club in clubs.own_clubs(actor())
    return page(
        "clubs/resources.html",
        club=club,
        year=year,
        raised=gifts.raised(club, date(year, 1, 1), date(year, 12, 31)),
        rows=gifts.list_resources(actor(), pid, year) if keeps else [],
        keeps=keeps,
        labels=RESOURCE_LABELS,
        today=clock.today(),
    )


@bp.route("/clubs/<pid>/resources/new", methods=["GET", "POST"])
@allow(coordinator)
def add_resource(pid: str) -> BaseResponse:
    """Write down what somebody gave."""
    club = clubs.get_own_club(actor(), pid)
    form = ResourceForm(day=clock.today())
    if form.validate_on_submit():
        with form.rules():
            given = gifts.add_resource(actor(), pid, **form.values)
            return _to_resources(pid, given.day)
    return page("clubs/add_resource.html", form=form, club=club)


@bp.route("/resources/<pid>/take-back", methods=["GET", "POST"])
@allow(coordinator)
def take_back_resource(pid: str) -> BaseResponse:
    """It counts no more."""
    given, club = gifts.get_resource(actor(), pid)
    form = ReasonForm()
    if form.validate_on_submit():
        with form.rules():
            gifts.take_back(actor(), pid, **form.values)
            return _to_resources(club.pid, given.day)
    back = url_for("clubs.resources", pid=club.pid, month=f"{given.day:%Y-%m}")
    facts = [
        (_("Ngày"), day(given.day)),
        (_("Loại"), RESOURCE_LABELS[given.kind]),
        (_("Diễn giải"), given.words),
        (_("Giá trị (đồng)"), number(given.value)),
    ]
    cash = given.entry_id is not None
    return page("clubs/take_back.html", form=form, club=club, back=back, facts=facts, cash=cash)


def _month() -> date:
    """The month that the address asks for, else this one."""
    return month_in(request.args.get("month", ""), clock.today())


def _to_cash(pid: str, on: date) -> BaseResponse:
    return to(url_for("clubs.cash", pid=pid, month=f"{on:%Y-%m}"), _("Đã lưu."))


def _to_resources(pid: str, on: date) -> BaseResponse:
    return to(url_for("clubs.resources", pid=pid, month=f"{on:%Y-%m}"), _("Đã lưu."))
