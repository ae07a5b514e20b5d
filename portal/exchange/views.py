"""Import in the browser: the figures that officers report."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.exchange.figures import import_figures as read_figures
from portal.exchange.forms import ImportForm
from portal.exchange.report import BadFile, ImportRefused
from portal.exchange.wording import in_words
from portal.i18n import _
from portal.web import actor, blueprint, page, to

bp = blueprint("exchange", __name__, sites=("inside",))


@bp.route("/targets/figures/import", methods=["GET", "POST"])
@allow(officer)
def import_figures() -> BaseResponse:
    """Import figures of one's own places: every row, or none and all that is wrong."""
    form, report, flaws = ImportForm(), None, []
    if form.validate_on_submit():
        dry_run = form.dry_run.data
        try:
            report = read_figures(actor(), form.file.data.filename, form.content, dry_run=dry_run)
        except ImportRefused as refused:
            flaws = [in_words(flaw) for flaw in refused.lines()]
        except BadFile as bad:
            flaws = [bad.message]
        if report and not dry_run:
            return to(url_for("targets.figures"), _("Đã lưu."))
        form.file.errors = [_("Chưa lưu gì: tệp có chỗ sai.")] if flaws else []
    return page("targets/import_figures.html", form=form, report=report, flaws=flaws)
