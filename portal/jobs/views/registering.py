"""/employers/register: an employer opens its own account."""

from flask import request
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone
from portal.accounts.service import signing_in
from portal.accounts.session import begin
from portal.i18n import _
from portal.jobs import service
from portal.jobs.employer_forms import RegisterForm
from portal.jobs.views import PUBLIC, bp
from portal.web import page, to


@bp.route("/employers/register", methods=["GET", "POST"], sites=PUBLIC)
@allow(anyone)
def register() -> BaseResponse:
    """Register and be signed in; the vacancies are shown once an officer has verified."""
    form = RegisterForm()
    if form.validate_on_submit():
        with form.rules():
            user = service.register_employer(**form.values, address=request.remote_addr or "")
            begin(signing_in.start(user))
            return to("/", _("Đã đăng ký. Anh/chị có thể soạn tin ngay trong lúc chờ duyệt."))
    return page("jobs/register.html", form=form)
