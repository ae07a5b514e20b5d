"""/clients/<pid>/plan, /goals/<pid>, /me/plan: the integration plan."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer, member
from portal.forms import options
from portal.i18n import _, force_locale
from portal.journeys.labels import GOAL_STATES, WHO_LABELS
from portal.journeys.service import plans
from portal.journeys.service.caseload import open_client
from portal.journeys.views import bp
from portal.journeys.way_forms import AgreeForm, GoalForm, GoalMoveForm, PlanForm
from portal.places.service import name_of
from portal.web import actor, page, to


@bp.route("/clients/<pid>/plan", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def plan(pid: str) -> BaseResponse:
    """The plan of a person; a post notes that it was signed on paper."""
    whole = plans.open_plan(actor(), pid)
    form = AgreeForm(obj=whole.plan)
    if form.validate_on_submit():
        with form.rules():
            plans.agree_on_paper(actor(), pid, **form.values)
            return to(_plan(pid), _("Đã ghi là đồng ý trên giấy."))
    return page("journeys/plan.html", whole=whole, form=form, who=WHO_LABELS, states=GOAL_STATES)


@bp.get("/clients/<pid>/plan/paper")
@allow(case_officer, opens_file=True)
def plan_paper(pid: str) -> Response:
    """The plan on A4, to be signed."""
    whole = plans.open_plan(actor(), pid)
    place = name_of(whole.client.commune_code, clock.today())
    with force_locale("vi"):  # a paper for the file, whatever the language of the screen
        who = {key: str(label) for key, label in WHO_LABELS.items()}
    return page(
        "journeys/plan_paper.html",
        whole=whole,
        place=place,
        today=clock.today(),
        who=who,
    )


@bp.route("/clients/<pid>/plan/edit", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def edit_plan(pid: str) -> BaseResponse:
    """Begin the plan, or change its aim."""
    whole = plans.open_plan(actor(), pid)
    form = PlanForm(obj=whole.plan)
    if form.validate_on_submit():
        with form.rules():
            plans.write_plan(actor(), pid, **form.values)
            return to(_plan(pid), _("Đã lưu. Mời người đó đọc và đồng ý."))
    title = _("Kế hoạch hòa nhập: %(name)s", name=whole.client.name)
    lead = _("Viết cùng người đó. Sửa xong thì phải hỏi đồng ý lại.")
    return page("journeys/write.html", form=form, title=title, lead=lead, back=_plan(pid))


@bp.route("/clients/<pid>/goals/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_goal(pid: str) -> BaseResponse:
    """Add a goal."""
    person = open_client(actor(), pid)
    form = GoalForm()
    if form.validate_on_submit():
        with form.rules():
            values = {name: value for name, value in form.values.items() if name != "version"}
            plans.set_goal(actor(), pid, **values)
            return to(_plan(pid), _("Đã thêm mục tiêu."))
    title = _("Mục tiêu: %(name)s", name=person.name)
    return page("journeys/write.html", form=form, title=title, back=_plan(pid))


@bp.route("/goals/<pid>/edit", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def edit_goal(pid: str) -> BaseResponse:
    """Put a goal right."""
    goal = plans.get_goal(actor(), pid)
    form = GoalForm(obj=goal)
    if form.validate_on_submit():
        with form.rules():
            plans.edit_goal(actor(), pid, **form.values)
            return to(_plan(goal.client.pid), _("Đã lưu."))
    title = _("Mục tiêu: %(name)s", name=goal.client.name)
    return page("journeys/write.html", form=form, title=title, back=_plan(goal.client.pid))


@bp.route("/goals/<pid>", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def goal(pid: str) -> BaseResponse:
    """What became of a goal."""
    found = plans.get_goal(actor(), pid)
    form = GoalMoveForm()
    form.to.choices = options((move, GOAL_STATES[move][1]) for move in plans.moves_of(found))
    back = _plan(found.client.pid)
    if form.validate_on_submit():
        with form.rules():
            plans.move_goal(actor(), pid, **form.values)
            return to(back, _("Đã ghi."))
    return page("journeys/write.html", form=form, title=found.title, back=back)


@bp.route("/me/plan", methods=["GET", "POST"])
@allow(member)
def own_plan() -> BaseResponse:
    """Read one's plan, and agree to it."""
    whole = plans.own_plan(actor())
    form = AgreeForm(obj=whole.plan)
    if form.validate_on_submit():
        with form.rules():
            plans.agree(actor(), **form.values)
            return to(url_for("journeys.own_plan"), _("Anh/chị đã đồng ý với kế hoạch."))
    return page(
        "journeys/own_plan.html", whole=whole, form=form, who=WHO_LABELS, states=GOAL_STATES
    )


def _plan(pid: str) -> str:
    return url_for("journeys.plan", pid=pid)
