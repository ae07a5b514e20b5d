"""The tasks of a plan."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.targets.forms.tasks import EditTaskForm, TaskForm
from portal.targets.labels import PROGRESS_LABELS
from portal.targets.service import plans as reading
from portal.targets.service import tasks
from portal.targets.views import bp
from portal.web import actor, page, to


@bp.get("/targets/plans/<slug>/tasks")
@allow(officer)
def plan_tasks(slug: str) -> Response:
    """The tasks by due date."""
    plan = reading.get_own_plan(actor(), slug)
    found = tasks.list_tasks(plan)
    return page("targets/plan_tasks.html", plan=plan, tasks=found, labels=PROGRESS_LABELS)


@bp.route("/targets/plans/<slug>/tasks/new", methods=["GET", "POST"])
@allow(officer)
def new_task(slug: str) -> BaseResponse:
    """Add a task."""
    plan = reading.get_own_plan(actor(), slug)
    form = TaskForm()
    form.offer_targets(plan)
    if form.validate_on_submit():
        with form.rules():
            tasks.add_task(actor(), slug, **form.values)
            return to(url_for("targets.plan_tasks", slug=slug), _("Đã lưu."))
    return page("targets/edit_task.html", form=form, plan=plan, steps=())


@bp.route("/targets/tasks/<pid>", methods=["GET", "POST"])
@allow(officer)
def edit_task(pid: str) -> BaseResponse:
    """Change a task or how far it is; its progress so far stands below."""
    plan, task = tasks.get_task(actor(), pid)
    form = EditTaskForm(obj=task)
    form.offer_targets(plan)
    if form.validate_on_submit():
        with form.rules():
            tasks.revise_task(actor(), pid, **form.values)
            return to(url_for("targets.plan_tasks", slug=plan.slug), _("Đã lưu."))
    steps = tasks.steps_of(task)
    return page("targets/edit_task.html", form=form, plan=plan, steps=steps, labels=PROGRESS_LABELS)
