"""/employers: the officer looks at papers and decides; one table says what can be decided."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.errors import NotFound
from portal.i18n import _, lazy
from portal.jobs import service
from portal.jobs.employer_forms import PledgeForm, ReasonForm, SeenForm
from portal.jobs.views import INSIDE, bp
from portal.jobs.words import DECIDED, PAPERS, STANDINGS
from portal.web import actor, page, page_number, to


@dataclass(frozen=True)
class Decision:
    """What the officer types, which verb it leads to, and the words on the page."""

    form: type[Any]
    verb: Callable[..., object]
    title: Any
    lead: Any
    kind: str = "main"


READS = lazy("Doanh nghiệp đọc được lý do.")
DECISIONS = {
    "verify": Decision(
        SeenForm,
        service.verify_employer,
        lazy("Duyệt doanh nghiệp này"),
        lazy("Duyệt khi đã xem giấy tờ và kiểm tra địa chỉ, người liên hệ."),
    ),
    "refuse": Decision(
        ReasonForm, service.refuse_employer, lazy("Không duyệt"), READS, "danger"
    ),
    "suspend": Decision(
        ReasonForm,
        service.suspend_employer,
        lazy("Tạm ngưng"),
        lazy("Mọi tin của doanh nghiệp không hiện nữa; bản cam kết hết hiệu lực. Doanh nghiệp đọc "
             "được lý do."),
        "danger",
    ),
    "restore": Decision(
        ReasonForm, service.restore_employer, lazy("Cho hoạt động lại"), lazy("Các tin hiện lại.")
    ),
    "rename": Decision(
        SeenForm,
        service.rename_employer,
        lazy("Ghi nhận tên hoặc mã số thuế mới"),
        lazy("Ghi nhận khi đã xem giấy tờ mang tên hoặc mã số mới."),
    ),
    "keep-name": Decision(
        ReasonForm, service.keep_name, lazy("Giữ tên và mã số thuế cũ"), READS, "danger"
    ),
    "pledge": Decision(
        PledgeForm,
        service.sign_pledge,
        lazy("Đã nhận bản cam kết ký tên"),
        lazy("Doanh nghiệp đã ký cam kết được nhận hồ sơ mà người ứng tuyển tự chọn gửi."),
    ),
    "end-pledge": Decision(
        ReasonForm,
        service.end_pledge,
        lazy("Cam kết đã hết hiệu lực"),
        lazy("Từ lúc này doanh nghiệp không xem được hồ sơ ứng tuyển nào. Doanh nghiệp đọc được "
             "lý do."),
        "danger",
    ),
}  # fmt: skip


@bp.get("/employers", sites=INSIDE)
@allow(officer)
def employers() -> Response:
    """The employers of the officer's place; those who wait are asked for first."""
    asked = request.args.get("standing", "pending")
    return page(
        "jobs/employers.html",
        found=service.list_employers(actor(), asked, page_number()),
        warned=service.list_warned(actor()),
        reports=service.reports_waiting(actor()),
        asked=asked,
        standings=STANDINGS,
    )


@bp.get("/employers/<pid>", sites=INSIDE)
@allow(officer)
def employer(pid: str) -> Response:
    """One employer, its history, and what can be decided."""
    found = service.get_employer(actor(), pid)
    return page(
        "jobs/employer.html",
        employer=found,
        file=service.employer_file(found),
        vacancies=service.list_vacancies_of(actor(), found, page_number()),
        open_decisions=[(name, DECISIONS[name]) for name in service.decisions_open(found)],
        decided=DECIDED,
        papers=PAPERS,
    )


@bp.route("/employers/<pid>/<decision>", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def decide_employer(pid: str, decision: str) -> BaseResponse:
    """One decision, with the paper seen or the reason."""
    chosen = DECISIONS.get(decision)
    if chosen is None:
        raise NotFound
    found = service.get_employer(actor(), pid)
    form = chosen.form()
    if form.validate_on_submit():
        with form.rules():
            chosen.verb(actor(), pid, **form.values)
            return to(url_for("jobs.employer", pid=pid), _("Đã lưu."))
    return page("jobs/decide.html", employer=found, decision=chosen, form=form)
