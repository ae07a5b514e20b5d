"""/targets/staff: the register of trained staff."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.targets.forms.registers import EnrolForm, NewStaffForm, RemoveForm, StaffForm
from portal.targets.scope import own_units
from portal.targets.service import staff as service
from portal.targets.views import bp
from portal.web import actor, page, page_number, to


@bp.get("/targets/staff")
@allow(officer)
def staff() -> Response:
    """Who has to complete which course; `?place=`, `?course=` and `?unfinished=1` narrow it."""
    place, course = request.args.get("place", ""), request.args.get("course", "")
    unfinished = "unfinished" in request.args
    return page(
        "targets/staff.html",
        found=service.list_staff(
            actor(), page_number(), place=place, course=course, unfinished=unfinished
        ),
        places=own_units(actor()),
        courses=service.list_courses(actor()),
        place=place,
        course=course,
        unfinished=unfinished,
    )


@bp.get("/targets/staff/untrained")
@allow(officer)
def untrained() -> Response:
    """Who of which place has a course left."""
    return page("targets/untrained.html", places=service.untrained(actor()))


@bp.route("/targets/staff/new", methods=["GET", "POST"])
@allow(officer)
def add_staff() -> BaseResponse:
    """Add a person with a course."""
    form = NewStaffForm()
    if form.validate_on_submit():
        with form.rules():
            service.add_staff(actor(), **form.values)
            return to(url_for("targets.staff"), _("Đã ghi vào sổ."))
    courses = service.list_courses(actor())
    return page("targets/staff_form.html", form=form, courses=courses, pid=None)


@bp.route("/targets/staff/enrol", methods=["GET", "POST"])
@allow(officer)
def enrol_staff() -> BaseResponse:
    """Enter one course for several people."""
    form = EnrolForm()
    if form.validate_on_submit():
        with form.rules():
            number = service.enrol_staff(actor(), **form.values)
            return to(url_for("targets.staff"), _("Đã ghi khóa học cho %(n)s người.", n=number))
    return page("targets/enrol_staff.html", form=form, courses=service.list_courses(actor()))


@bp.route("/targets/staff/<pid>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_staff(pid: str) -> BaseResponse:
    """Put a row right, or mark it completed."""
    form = StaffForm(obj=service.get_staff(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.edit_staff(actor(), pid, **form.values)
            return to(url_for("targets.staff"), _("Đã lưu."))
    courses = service.list_courses(actor())
    return page("targets/staff_form.html", form=form, courses=courses, pid=pid)


@bp.route("/targets/staff/<pid>/remove", methods=["GET", "POST"])
@allow(officer)
def remove_staff(pid: str) -> BaseResponse:
    """Take a wrong row out."""
    form, row = RemoveForm(), service.get_staff(actor(), pid)
    if form.validate_on_submit():
        with form.rules():
            service.remove_staff(actor(), pid, **form.values)
            return to(url_for("targets.staff"), _("Đã bỏ khỏi sổ."))
    return page("targets/remove_staff.html", form=form, row=row)
