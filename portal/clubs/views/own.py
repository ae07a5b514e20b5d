"""/me/club: what a member sees, in neutral words throughout."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.clubs import service
from portal.clubs.forms import AnswerForm
from portal.clubs.labels import MARK_LABELS
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, is_swap, page, to


@bp.get("/me/club")
@allow(member)
def my_club() -> Response:
    """The next meeting, and those one was at."""
    return page(
        "clubs/my_club.html",
        clubs=service.my_clubs(actor()),
        invitation=service.next_meeting(actor()),
        history=service.own_history(actor()),
        stays=service.own_stays(actor()),
        labels=MARK_LABELS,
    )


@bp.get("/me/meetings/<pid>")
@allow(member)
def invitation(pid: str) -> Response:
    """One meeting, and one's answer."""
    return _invitation(pid, AnswerForm())


@bp.post("/me/meetings/<pid>")
@allow(member)
def answer(pid: str) -> BaseResponse:
    """Say "I come" or "I can't"; a tap is answered with the new state of the buttons."""
    form = AnswerForm()
    if form.validate_on_submit():
        with form.rules():
            comes = form.comes.data == "yes"
            service.answer_invitation(actor(), pid, comes=comes, apology=form.apology.data)
            if not is_swap():
                return to(url_for("clubs.invitation", pid=pid), _("Đã ghi câu trả lời."))
    return _invitation(pid, form)


def _invitation(pid: str, form: AnswerForm) -> Response:
    found = service.get_invitation(actor(), pid)
    return page("clubs/invitation.html", fragment="clubs/_answer.html", form=form, invitation=found)
