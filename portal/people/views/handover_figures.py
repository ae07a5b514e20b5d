"""/handovers/figures and /handovers/rules: for programme officers, without anybody's name."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.i18n import _
from portal.people.handover_forms import HandoverRuleForm
from portal.people.models import HandoverRule
from portal.people.service import handover_figures, handover_rules, province_rules
from portal.people.views import bp
from portal.places.service import name_of
from portal.web import actor, page, to

FIRST_YEAR = 2024


@bp.get("/handovers/figures")
@allow(officer)
def handover_figures_page() -> Response:
    """How many papers each commune answered in time."""
    this_year = clock.today().year
    asked = request.args.get("year", this_year, type=int)
    year = asked if FIRST_YEAR <= asked <= this_year else this_year
    return page(
        "people/handover_figures.html",
        found=handover_figures.in_time(actor(), year),
        year=year,
        years=range(this_year, FIRST_YEAR - 1, -1),
    )


@bp.route("/handovers/rules", methods=["GET", "POST"])
@allow(officer)
def handover_rules_page() -> BaseResponse:
    """The days in force, those before, and a form for the next."""
    province = province_rules.own_province(actor())
    rule = handover_rules.rule_on(province, clock.today())
    form = HandoverRuleForm(meet_days=rule.meet_days, file_days=rule.file_days)
    if form.validate_on_submit():
        with form.rules():
            province_rules.set_rule(actor(), HandoverRule, **form.values)
            return to(url_for("people.handover_rules_page"), _("Đã lưu."))
    return page(
        "people/handover_rules.html",
        form=form,
        rule=rule,
        history=province_rules.rules_of(HandoverRule, province),
        sets=province_rules.sets_rules(actor()),
        place=name_of(province, clock.today()),
    )
