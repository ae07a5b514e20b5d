"""The rule of a province, and how each club stands to it."""

from dataclasses import asdict

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, club_side, officer
from portal.i18n import _
from portal.targets.forms.rules import RuleForm
from portal.targets.report_labels import CUTS
from portal.targets.service import club_standing, rules
from portal.targets.stable_words import said
from portal.targets.views import bp
from portal.web import actor, page, to


@bp.route("/targets/rules", methods=["GET", "POST"])
@allow(officer)
def rules_page() -> BaseResponse:
    """The rule in force, those before it, and a form for the next."""
    known = rules.rules_of_own(actor())
    form = RuleForm(data={**asdict(known.in_force), "from_on": None})
    if form.validate_on_submit():
        with form.rules():
            rules.set_rule(actor(), **form.values)
            return to(url_for("targets.rules_page"), _("Đã lưu."))
    sets = rules.sets_rules(actor())
    return page("targets/rules.html", known=known, form=form, sets=sets, cuts=CUTS)


@bp.get("/targets/clubs")
@allow(officer)
def clubs() -> Response:
    """Every club of the own places: stable, or what it lacks."""
    found = club_standing.own_standings(actor())
    return page("targets/clubs.html", standings=found, said=said)


@bp.get("/targets/clubs/<pid>")
@allow(club_side)
def club(pid: str) -> Response:
    """One club: each part, and what is to be done so that it counts."""
    found = club_standing.club_standing(actor(), pid)
    return page("targets/club.html", standing=found, parts=[said(part) for part in found.parts])
