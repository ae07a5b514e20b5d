"""/me/data: what is kept about a member, who may see it, who did, and how to take it back."""

import json

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.accounts.labels import ROLE_LABELS
from portal.clubs.labels import CHANNEL_LABELS
from portal.home.own_data import Shared, download, own_data, shared_by
from portal.i18n import _
from portal.journeys.labels import NEED_LABELS
from portal.journeys.service import withdraw_consent
from portal.people.labels import FIELD_LABELS, PURPOSE_LABELS, skill_words
from portal.people.service.readings import Reading
from portal.people.views import bp
from portal.trades.labels import DEMAND_LABELS, SHIFT_LABELS, in_words
from portal.trades.service import names_together
from portal.web import actor, page, to


@bp.get("/me/data")
@allow(member)
def my_data() -> Response:
    """All of it in plain words."""
    own = own_data(actor())
    held = [skill for skill, _proven in own.wishes.skills]
    wanted, skills = names_together(own.wishes.wanted, held)
    return page(
        "people/my_data.html",
        own=own,
        skills=skill_words(own.wishes.skills, skills),
        wanted=wanted,
        shifts=in_words(own.client.shifts, SHIFT_LABELS),
        limits=in_words(own.client.limits, DEMAND_LABELS),
        need_kinds=NEED_LABELS,
        roles_of=_roles_of,
        words_of=_words_of,
        purposes=PURPOSE_LABELS,
        channels=CHANNEL_LABELS,
    )


@bp.post("/me/data/file")
@allow(member)
def download_my_data() -> Response:
    """The same as a file, under a name that tells nothing."""
    text = json.dumps(download(actor()), ensure_ascii=False, indent=2, default=str)
    answer = Response(text, mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="du-lieu.json"'
    return answer


@bp.get("/me/data/consents/<pid>")
@allow(member)
def withdraw(pid: str) -> BaseResponse:
    """Ask once more, then withdraw a consent."""
    return page("people/withdraw.html", shared=shared_by(actor(), pid), words_of=_words_of)


@bp.post("/me/data/consents/<pid>/withdraw")
@allow(member)
def withdraw_now(pid: str) -> BaseResponse:
    """Withdraw it; what stood on it ends with it."""
    withdraw_consent(actor(), pid)
    return to(url_for("people.my_data"), _("Đã rút. Từ giờ họ không xem được nữa."))


def _words_of(shared: Shared) -> str:
    return ", ".join(str(FIELD_LABELS.get(name, name)) for name in shared.consent.fields.split())


def _roles_of(reading: Reading) -> str:
    return ", ".join(str(ROLE_LABELS[role]) for role in reading.roles)
