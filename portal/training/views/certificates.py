"""Certificates: giving one, the register, the sheet, revoking; and the open check of a code."""

from flask import Response, make_response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, anyone, provider
from portal.errors import NotFound
from portal.i18n import _
from portal.training import codes, service
from portal.training.certificate_book import XLSX, as_book
from portal.training.certificate_forms import CertificateForm, CheckForm
from portal.training.roster_forms import CertificatesForm, ExportForm, ReasonForm
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.route("/own/learners/<pid>/certificate", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def certificate(pid: str) -> BaseResponse:
    """Give a learner a certificate."""
    found, _held = service.read_learner(actor(), pid)
    form = CertificateForm(obj=found)
    if form.validate_on_submit():
        with form.rules():
            given = service.give_certificate(actor(), pid, **form.values)
            return to(url_for("training.given", pid=given.pid), _("Đã cấp và vào sổ."))
    return page("training/certificate.html", learner=found, form=form)


@bp.route("/own/classes/<pid>/certificates", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def class_certificates(pid: str) -> BaseResponse:
    """Give those who completed a class their certificates, all at once."""
    form = CertificatesForm()
    if form.validate_on_submit():
        with form.rules():
            day = form.certified_on.data
            number = service.give_certificates(actor(), pid, form.sent, certified_on=day)
            told = _("Đã cấp và vào sổ %(n)s chứng chỉ.", n=number)
            return to(url_for("training.roster", pid=pid), told)
    return page(
        "training/class_certificates.html",
        form=form,
        held=service.get_class(actor(), pid),
        rows=service.uncertified(actor(), pid),
    )


@bp.get("/own/certificates", sites=PUBLIC)
@allow(provider, opens_file=True)
def certificates() -> Response:
    """The register of a year."""
    year = _year()
    return page(
        "training/certificates.html",
        rows=service.read_register(actor(), year),
        years=service.years_of_register(actor()),
        year=year,
        form=ExportForm(formdata=None),
    )


@bp.get("/own/certificates/print", sites=PUBLIC)
@allow(provider, opens_file=True)
def print_certificates() -> Response:
    """The register of a year on paper."""
    year = _year()
    return page(
        "training/certificate_book.html",
        rows=service.read_register(actor(), year),
        year=year,
        provider=service.own_provider(actor()),
    )


@bp.post("/own/certificates/file", sites=PUBLIC)
@allow(provider)
def export_certificates() -> BaseResponse:
    """The register of a year as a workbook, for a reason that stays on record."""
    form, year = ExportForm(), _year()
    if form.validate_on_submit():
        with form.rules():
            rows = service.export_register(actor(), year, **form.values)
            answer = make_response(as_book(rows, year, service.own_provider(actor()).name))
            answer.mimetype = XLSX
            answer.headers["Content-Disposition"] = f'attachment; filename="so-{year}.xlsx"'
            return answer
    years = service.years_of_register(actor())
    rows = service.read_register(actor(), year)
    return page("training/certificates.html", rows=rows, years=years, year=year, form=form)


@bp.get("/own/certificates/<pid>", sites=PUBLIC)
@allow(provider, opens_file=True)
def given(pid: str) -> Response:
    """One certificate: its line in the register, its code."""
    found = service.read_certificate(actor(), pid)
    return page("training/given.html", given=found, code=codes.grouped(found.code))


@bp.get("/own/certificates/<pid>/sheet", sites=PUBLIC)
@allow(provider, opens_file=True)
def certificate_sheet(pid: str) -> Response:
    """The certificate on paper; one that was revoked is not printed again."""
    found = service.read_certificate(actor(), pid)
    if found.revoked_on is not None:
        raise NotFound
    return page(
        "training/certificate_sheet.html",
        given=found,
        code=codes.grouped(found.code),
        provider=service.own_provider(actor()),
        where=url_for("training.check_certificate", _external=True).partition("://")[2],
    )


@bp.route("/own/certificates/<pid>/revoke", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def revoke_certificate(pid: str) -> BaseResponse:
    """Ask why, then revoke."""
    form = ReasonForm()
    if form.validate_on_submit():
        with form.rules():
            service.revoke(actor(), pid, **form.values)
            return to(url_for("training.given", pid=pid), _("Đã thu hồi."))
    return page("training/revoke.html", given=service.read_certificate(actor(), pid), form=form)


@bp.route("/certificates", methods=["GET", "POST"], sites=PUBLIC)
@allow(anyone)
def check_certificate() -> BaseResponse:
    """Whether the paper in hand is in force: that and nothing more."""
    form, valid = CheckForm(), None
    if form.validate_on_submit():
        with form.rules():
            valid = service.is_valid(form.code.data, request.remote_addr or "")
    return page("training/check_certificate.html", form=form, valid=valid)


def _year() -> int:
    """The year that the address asks for, or this one."""
    asked = request.args.get("year", 0, type=int)
    return asked if asked in service.years_of_register(actor()) else clock.today().year
