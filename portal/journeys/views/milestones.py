"""/clients/<pid>/milestones, /milestones/<pid>, /me/work/<pid>: what came about, and lasts."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer, member
from portal.i18n import _
from portal.journeys.milestone_forms import MilestoneForm, OwnJobForm
from portal.journeys.service import asking, milestones, retention
from portal.journeys.service.caseload import open_client
from portal.journeys.views import bp
from portal.web import actor, page, to


@bp.route("/clients/<pid>/milestones/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_milestone(pid: str) -> BaseResponse:
    """Write down what came about elsewhere."""
    person = open_client(actor(), pid)
    form = MilestoneForm(reached_on=clock.today())
    back = url_for("journeys.timeline", pid=pid)
    if form.validate_on_submit():
        with form.rules():
            milestones.record_milestone(actor(), pid, **form.values)
            return to(back, _("Đã ghi."))
    title = _("Ghi kết quả: %(name)s", name=person.name)
    lead = _("Kết quả không qua việc và lớp trên trang này. Việc nhận nơi khác cũng được hỏi lại.")
    return page("journeys/write.html", form=form, title=title, lead=lead, back=back)


@bp.post("/milestones/<pid>/take-back")
@allow(case_officer)
def take_back(pid: str) -> BaseResponse:
    """It was written down by mistake."""
    person = milestones.take_back(actor(), pid)
    return to(url_for("journeys.timeline", pid=person.pid), _("Đã xóa."))


@bp.route("/me/work/<pid>", methods=["GET", "POST"])
@allow(member)
def own_job(pid: str) -> BaseResponse:
    """Say whether one still works there."""
    job = retention.get_own_placement(actor(), pid)
    form = OwnJobForm()
    if form.validate_on_submit():
        with form.rules():
            retention.answer_own(actor(), pid, **form.values)
            return to(url_for("home.start"), _("Cảm ơn anh/chị đã trả lời."))
    return page("journeys/own_job.html", form=form, job=job, employer=asking.may_be_asked(job))


@bp.post("/me/work/<pid>/ask")
@allow(member)
def let_ask(pid: str) -> BaseResponse:
    """Agree that the employer is asked this one time."""
    asking.let_ask(actor(), pid)
    return to(url_for("home.start"), _("Đã hỏi nơi làm. Anh/chị rút lại lúc nào cũng được."))
