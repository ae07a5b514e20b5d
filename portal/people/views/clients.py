"""/clients: the people of a commune, for its case officer."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import Role, allow, case_officer
from portal.i18n import _
from portal.people import service
from portal.people.forms import CaseFileForm, ContactForm, NoteForm, RegisterForm
from portal.people.service import phones
from portal.people.views import bp
from portal.web import actor, page, page_number, to


@bp.get("/clients")
@allow(case_officer, opens_file=True)
def clients() -> Response:
    """The people of the commune, by name."""
    text, under_aftercare = request.args.get("q", ""), "aftercare" in request.args
    found = service.list_clients(actor(), page_number(), text=text, under_aftercare=under_aftercare)
    return page("people/clients.html", found=found, text=text, under_aftercare=under_aftercare)


@bp.route("/clients/new", methods=["GET", "POST"])
@allow(case_officer)
def register() -> BaseResponse:
    """Register a person."""
    form = RegisterForm(commune_code=actor().scopes(Role.CASE_OFFICER)[0])
    if form.validate_on_submit():
        with form.rules():
            client = service.register_client(actor(), **form.values)
            return _to_file(client.pid, _("Đã lập hồ sơ."))
    return page("people/register.html", form=form)


@bp.route("/clients/<pid>/contact", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def edit_contact(pid: str) -> BaseResponse:
    """Put name, phone and commune right."""
    client = service.get_client(actor(), pid)
    form = ContactForm(obj=client)
    if form.validate_on_submit():
        with form.rules():
            saved = service.update_contact(actor(), pid, **form.values)
            if saved.commune_code not in actor().scopes(Role.CASE_OFFICER):
                return to(url_for("people.clients"), _("Đã lưu. Hồ sơ đã chuyển sang xã mới."))
            return _to_file(pid, _("Đã lưu."))
    return page("people/contact.html", form=form, client=client)


@bp.route("/clients/<pid>/notes/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_note(pid: str) -> BaseResponse:
    """Write down a visit or a consultation."""
    client = service.get_client(actor(), pid)
    form = NoteForm(held_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            service.write_note(actor(), pid, **form.values)
            return _to_file(pid, _("Đã ghi."))
    return page("people/note.html", form=form, client=client)


@bp.route("/clients/<pid>/files/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_case_file(pid: str) -> BaseResponse:
    """Open an aftercare file."""
    client = service.get_client(actor(), pid)
    form = CaseFileForm()
    if form.validate_on_submit():
        with form.rules():
            service.open_case_file(actor(), pid, **form.values)
            return _to_file(pid, _("Đã mở hồ sơ theo dõi."))
    return page("people/case_file.html", form=form, client=client)


@bp.post("/phone-clashes/<pid>")
@allow(case_officer)
def settle_clash(pid: str) -> BaseResponse:
    """The number has been looked at."""
    phones.settle_clash(actor(), pid)
    return to(url_for("home.start"), _("Đã xem xong số trùng."))


def _to_file(pid: str, message: str) -> BaseResponse:
    return to(url_for("journeys.client", pid=pid), message)
