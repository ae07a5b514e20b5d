"""/providers for the programme officer."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.i18n import _
from portal.places.service import commune_written, name_of
from portal.trades.labels import in_words
from portal.training import service
from portal.training.labels import (
    APPROVAL_KINDS,
    APPROVAL_LABELS,
    ASKED_LABELS,
    OPINION_LABELS,
    PAPER_LABELS,
)
from portal.training.provider_forms import DecisionForm
from portal.training.views import INSIDE, bp
from portal.web import actor, page, page_number, to


@bp.get("/providers", sites=INSIDE)
@allow(officer)
def providers() -> Response:
    """The providers of the officer's place, who waits first."""
    asked = request.args.get("approval", "")
    day = clock.today()
    return page(
        "training/providers.html",
        found=service.list_providers(actor(), approval=asked, page=page_number()),
        asked=asked,
        place=lambda code: name_of(code, day),
        labels=APPROVAL_LABELS,
        kinds=APPROVAL_KINDS,
    )


@bp.route("/providers/<pid>", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def provider(pid: str) -> BaseResponse:
    """One provider: approve, or refuse with a reason."""
    found = service.get_provider(actor(), pid)
    form = DecisionForm()
    if form.validate_on_submit():
        with form.rules():
            service.decide(actor(), pid, **form.values)
            return to(url_for("training.providers"), _("Đã lưu và báo cho cơ sở."))
    return page(
        "training/provider.html",
        provider=found,
        form=form,
        checks=service.checks_of(found),
        papers=lambda bits: in_words(bits, PAPER_LABELS),
        opinions=service.opinions_by_course(found),
        asked=ASKED_LABELS,
        marks=OPINION_LABELS,
        place=commune_written(found.commune_code, clock.today()),
        labels=APPROVAL_LABELS,
        kinds=APPROVAL_KINDS,
    )
