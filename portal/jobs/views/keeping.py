"""/questions/<pid>: what an employer answers about somebody they hired."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, employer
from portal.i18n import _
from portal.jobs.service import keeping
from portal.jobs.views import PUBLIC, bp
from portal.web import actor, to


@bp.post("/questions/<pid>/<any(yes, no):answer>", sites=PUBLIC)
@allow(employer)
def answer_question(pid: str, answer: str) -> BaseResponse:
    """Yes or no, once."""
    keeping.answer_question(actor(), pid, still=answer == "yes")
    return to(url_for("home.start"), _("Cảm ơn anh/chị đã trả lời."))
