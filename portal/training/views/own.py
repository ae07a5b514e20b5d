"""A provider's own pages: registering, courses, classes."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, anyone, provider
from portal.accounts.service import signing_in
from portal.accounts.session import begin
from portal.i18n import _
from portal.places.service import name_of
from portal.trades.labels import LEVEL_LABELS
from portal.training import service
from portal.training.class_forms import ClassForm, lines_of
from portal.training.forms import CourseForm, RegisterForm
from portal.training.labels import class_state
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, page_number, to


@bp.route("/providers/register", methods=["GET", "POST"], sites=PUBLIC)
@allow(anyone)
def register() -> BaseResponse:
    """Register a provider and sign in to see that it waits."""
    form = RegisterForm()
    if form.validate_on_submit():
        with form.rules():
            user = service.register_provider(**form.values, address=request.remote_addr or "")
            begin(signing_in.start(user))
            return to("/", _("Đã gửi đăng ký. Cán bộ chương trình sẽ xem và trả lời."))
    return page("training/register.html", form=form)


@bp.get("/own/courses", sites=PUBLIC)
@allow(provider)
def own_courses() -> Response:
    """The provider's courses."""
    return page(
        "training/own_courses.html",
        provider=service.own_provider(actor()),
        refusal=service.refusal_reason(actor()),
        found=service.list_own_courses(actor(), page=page_number()),
        levels=LEVEL_LABELS,
    )


@bp.route("/own/courses/new", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def new_course() -> BaseResponse:
    """Publish a course."""
    form = CourseForm()
    del form.version
    if form.validate_on_submit():
        with form.rules():
            course = service.publish_course(actor(), **form.values)
            return to(_course(course.pid), _("Đã đăng khóa học. Mời mở lớp đầu tiên."))
    return page("training/course_form.html", form=form, back=url_for("training.own_courses"))


@bp.get("/own/courses/<pid>", sites=PUBLIC)
@allow(provider)
def own_course(pid: str) -> Response:
    """A course with all its classes."""
    day = clock.today()
    return page(
        "training/own_course.html",
        course=service.get_course(actor(), pid),
        classes=service.list_own_classes(actor(), pid),
        place=lambda code: name_of(code, day),
        state=class_state,
        levels=LEVEL_LABELS,
    )


@bp.route("/own/courses/<pid>/edit", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def edit_course(pid: str) -> BaseResponse:
    """Change a course."""
    course = service.get_course(actor(), pid)
    form = CourseForm(obj=course, teaches=service.taught_by(course.id))
    if form.validate_on_submit():
        with form.rules():
            service.edit_course(actor(), pid, **form.values)
            return to(_course(pid), _("Đã lưu."))
    return page("training/course_form.html", form=form, course=course, back=_course(pid))


@bp.route("/own/courses/<pid>/classes/new", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def new_class(pid: str) -> BaseResponse:
    """Open a class of a course."""
    course = service.get_course(actor(), pid)
    form = ClassForm(commune_code=service.own_provider(actor()).commune_code)
    del form.version
    if form.validate_on_submit():
        with form.rules():
            held = service.open_class(actor(), pid, **form.values)
            return to(url_for("training.roster", pid=held.pid), _("Đã mở lớp."))
    return page("training/class_form.html", form=form, course=course, back=_course(pid))


@bp.route("/own/classes/<pid>/edit", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def edit_class(pid: str) -> BaseResponse:
    """Change a class."""
    held = service.get_class(actor(), pid)
    form = ClassForm(obj=held, **lines_of(service.timetable_of(held.id)))
    roster = url_for("training.roster", pid=pid)
    if form.validate_on_submit():
        with form.rules():
            service.edit_class(actor(), pid, **form.values)
            return to(roster, _("Đã lưu."))
    return page("training/class_form.html", form=form, held=held, back=roster)


def _course(pid: str) -> str:
    return url_for("training.own_course", pid=pid)
