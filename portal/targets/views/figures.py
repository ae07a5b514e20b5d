"""The figures that officers report."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.targets.forms.figures import CorrectionForm, NewFigureForm
from portal.targets.labels import FIGURE_LABELS
from portal.targets.service import figures as service
from portal.targets.views import bp
from portal.web import actor, page, page_number, to


@bp.get("/targets/figures")
@allow(officer)
def figures() -> Response:
    """The figures of one's own places, with how each was corrected."""
    asked = {name: request.args.get(name, "") for name in ("indicator", "period")}
    return page(
        "targets/figures.html",
        figures=service.list_figures(actor(), page_number(), **asked),
        asked=asked,
        reported=FIGURE_LABELS,
        labels=FIGURE_LABELS,
    )


@bp.route("/targets/figures/new", methods=["GET", "POST"])
@allow(officer)
def new_figure() -> BaseResponse:
    """Enter a figure; the address may say of what, where and when."""
    known = ("indicator", "place", "period")
    form = NewFigureForm(data={name: request.args.get(name) for name in known})
    if form.validate_on_submit():
        with form.rules():
            service.enter_figure(actor(), **form.values)
            return to(url_for("targets.figures"), _("Đã lưu."))
    return page("targets/new_figure.html", form=form)


@bp.route("/targets/figures/<pid>", methods=["GET", "POST"])
@allow(officer)
def correct_figure(pid: str) -> BaseResponse:
    """Correct a figure; the old one stays below."""
    standing = service.get_figure(actor(), pid)
    version = service.times_entered(standing.figure)
    form = CorrectionForm(data={**service.values_of(standing.figure), "version": version})
    if form.validate_on_submit():
        with form.rules():
            service.correct_figure(actor(), pid, **form.values)
            return to(url_for("targets.figures"), _("Đã lưu."))
    return page("targets/correct_figure.html", form=form, row=standing, labels=FIGURE_LABELS)
