"""What a provider says of itself, and what anyone sees of it."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone, provider
from portal.i18n import _
from portal.training import service
from portal.training.labels import APPROVAL_LABELS
from portal.training.provider_forms import ProfileForm
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.get("/courses/providers/<pid>")
@allow(anyone)
def school(pid: str) -> Response:
    """An approved provider."""
    return page("training/school.html", shown=service.show_provider(pid))


@bp.route("/own/profile", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def profile() -> BaseResponse:
    """Edit what everyone reads."""
    own = service.own_provider(actor())
    form = ProfileForm(obj=own)
    if form.validate_on_submit():
        with form.rules():
            service.edit_profile(actor(), **form.values)
            return to(url_for("training.profile"), _("Đã lưu."))
    return page("training/profile.html", form=form, provider=own, labels=APPROVAL_LABELS)
