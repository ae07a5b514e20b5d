"""/targets/reviews and /targets/commendations."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.i18n import _
from portal.places.service import name_of
from portal.targets.forms.registers import (
    CommendationForm,
    NewCommendationForm,
    NewReviewForm,
    ReviewForm,
)
from portal.targets.plans import all_plans
from portal.targets.register_labels import FORMS, RECIPIENTS, REVIEW_KINDS
from portal.targets.service import reviews as service
from portal.targets.views import bp
from portal.web import actor, page, page_number, to


@bp.get("/targets/reviews")
@allow(officer)
def reviews() -> Response:
    """The reviews held in one's places."""
    return page(
        "targets/reviews.html",
        found=service.list_reviews(actor(), page_number()),
        kinds=REVIEW_KINDS,
        named=_named,
    )


@bp.route("/targets/reviews/new", methods=["GET", "POST"])
@allow(officer)
def record_review() -> BaseResponse:
    """Record a review."""
    form = NewReviewForm(held_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            row = service.record_review(actor(), **form.values)
            return to(url_for("targets.review", pid=row.pid), _("Đã ghi vào sổ."))
    return page("targets/review_form.html", form=form, pid=None)


@bp.get("/targets/reviews/<pid>")
@allow(officer)
def review(pid: str) -> Response:
    """One review."""
    row = service.get_review(actor(), pid)
    titles = {plan.number: plan.title for plan in all_plans()}
    return page(
        "targets/review.html",
        row=row,
        kinds=REVIEW_KINDS,
        place=_named(row.place_code),
        plan=titles.get(row.plan, row.plan),
    )


@bp.route("/targets/reviews/<pid>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_review(pid: str) -> BaseResponse:
    """Put a review right."""
    form = ReviewForm(obj=service.get_review(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.edit_review(actor(), pid, **form.values)
            return to(url_for("targets.review", pid=pid), _("Đã lưu."))
    return page("targets/review_form.html", form=form, pid=pid)


@bp.get("/targets/commendations")
@allow(officer)
def commendations() -> Response:
    """Who was commended in one's places."""
    return page(
        "targets/commendations.html",
        found=service.list_commendations(actor(), page_number()),
        recipients=RECIPIENTS,
        forms=FORMS,
        named=_named,
    )


@bp.route("/targets/commendations/new", methods=["GET", "POST"])
@allow(officer)
def record_commendation() -> BaseResponse:
    """Record a commendation."""
    form = NewCommendationForm()
    if form.validate_on_submit():
        with form.rules():
            service.record_commendation(actor(), **form.values)
            return to(url_for("targets.commendations"), _("Đã ghi vào sổ."))
    return page("targets/commendation_form.html", form=form, pid=None)


@bp.route("/targets/commendations/<pid>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_commendation(pid: str) -> BaseResponse:
    """Put a commendation right."""
    form = CommendationForm(obj=service.get_commendation(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.edit_commendation(actor(), pid, **form.values)
            return to(url_for("targets.commendations"), _("Đã lưu."))
    return page("targets/commendation_form.html", form=form, pid=pid)


def _named(code: str) -> str:
    return name_of(code, clock.today())
