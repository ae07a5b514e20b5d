"""/clients/<pid>/offers/<kind>/<opening>: what staff do for a member, by the member's word."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, caseload
from portal.forms import options
from portal.i18n import _
from portal.journeys.service import standing_in
from portal.matching.forms import ActForForm
from portal.matching.labels import ACT_LABELS
from portal.matching.views import bp
from portal.web import actor, page, to


@bp.route("/clients/<pid>/offers/<any(vacancy, class):kind>/<opening_pid>", methods=["GET", "POST"])
@allow(caseload, opens_file=True)
def act_for(pid: str, kind: str, opening_pid: str) -> BaseResponse:
    """Enrol, note an application or turn down, for a member who said so."""
    found = standing_in.stand_in(actor(), pid, kind, opening_pid)
    form = ActForForm()
    form.act.choices = options((act, ACT_LABELS[act]) for act in found.acts)
    back = url_for("matching.offers_of_client", pid=pid)
    if form.validate_on_submit():
        with form.rules():
            standing_in.act_for(actor(), pid, kind, opening_pid, **form.values)
            return to(back, _("Đã ghi. Thành viên thấy ai đã làm giúp."))
    return page(
        "journeys/write.html",
        form=form,
        title=_("Làm giúp: %(name)s", name=found.client.name),
        lead=_("%(title)s. Chỉ làm khi thành viên đã nói rõ.", title=found.title),
        back=back,
    )
