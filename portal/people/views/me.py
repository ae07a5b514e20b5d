"""/me/data/…: what a member puts right about themselves."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.forms import options
from portal.i18n import _
from portal.people import service
from portal.people.forms import PhoneForm, SkillsForm, WishesForm
from portal.people.service.clients import update_own_phone
from portal.people.views import bp
from portal.trades.service import occupation_groups, occupation_names, skill_options
from portal.web import actor, page, to


@bp.route("/me/data/phone", methods=["GET", "POST"])
@allow(member)
def own_phone() -> BaseResponse:
    """Put one's own number right."""
    form = PhoneForm(obj=service.own_client(actor()))
    if form.validate_on_submit():
        with form.rules():
            update_own_phone(actor(), **form.values)
            return _back()
    return page("people/own_phone.html", form=form)


@bp.route("/me/data/skills", methods=["GET", "POST"])
@allow(member)
def own_skills() -> BaseResponse:
    """Say what one can do."""
    held = service.wishes_of(service.own_client(actor())).skills
    form = SkillsForm(skills=[skill for skill, _proven in held])
    form.skills.choices = options(skill_options())
    if form.validate_on_submit():
        with form.rules():
            service.set_skills(actor(), **form.values)
            return _back()
    return page("people/own_skills.html", form=form)


@bp.route("/me/data/wishes", methods=["GET", "POST"])
@allow(member)
def own_wishes() -> BaseResponse:
    """Say what work one looks for."""
    client = service.own_client(actor())
    wanted = service.wishes_of(client).wanted
    form = WishesForm(obj=client, wanted=wanted)
    groups = dict(occupation_groups())
    finer = occupation_names([code for code in wanted if code not in groups])
    form.wanted.choices = options([*finer.items(), *groups.items()])
    if form.validate_on_submit():
        with form.rules():
            service.set_wishes(actor(), **form.values)
            return _back()
    return page("people/own_wishes.html", form=form)


def _back() -> BaseResponse:
    return to(url_for("people.my_data"), _("Đã lưu."))
