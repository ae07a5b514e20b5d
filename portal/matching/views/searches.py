"""/me/job-searches: what a member has looked for day by day, and what is new."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.i18n import _
from portal.journeys.service import searches
from portal.matching.views import bp
from portal.matching.views.offers import asked_of_jobs
from portal.trades.labels import SHIFT_LABELS
from portal.trades.service import occupation_names
from portal.web import actor, page, to


@bp.get("/me/job-searches")
@allow(member)
def job_searches() -> Response:
    """What is new, and the searches."""
    kept = searches.own_searches(actor())
    return page(
        "matching/job_searches.html",
        found=searches.new_jobs(actor()),
        kept=kept,
        most=searches.MOST_KEPT,
        groups=occupation_names({search.occupation for search in kept if search.occupation}),
        shifts=SHIFT_LABELS,
    )


@bp.post("/me/job-searches/new")
@allow(member)
def save_search() -> BaseResponse:
    """Look for this from now on; the address says for what, as that of the list does."""
    text, asked = asked_of_jobs(request.args)
    searches.save_search(actor(), text=text, **asked)
    said = _("Đã ghi. Có tin mới sẽ báo ở trang Hôm nay.")
    return to(url_for("matching.job_searches"), said)


@bp.post("/me/job-searches/<pid>/renew")
@allow(member)
def renew_search(pid: str) -> BaseResponse:
    """Look for it for another year."""
    searches.renew_search(actor(), pid)
    return to(url_for("matching.job_searches"), _("Tìm tiếp một năm nữa."))


@bp.post("/me/job-searches/<pid>/pause")
@allow(member)
def pause_search(pid: str) -> BaseResponse:
    """Tell nothing of it for now."""
    searches.pause_search(actor(), pid)
    return to(url_for("matching.job_searches"), _("Đã tạm dừng."))


@bp.post("/me/job-searches/<pid>/drop")
@allow(member)
def drop_search(pid: str) -> BaseResponse:
    """Forget it."""
    searches.drop_search(actor(), pid)
    return to(url_for("matching.job_searches"), _("Đã xóa."))
