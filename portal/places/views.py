"""/places: what became of units that have ended, for the administrator."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import admin, allow
from portal.errors import NotFound
from portal.i18n import _
from portal.paging import SIZE, Page
from portal.places import service
from portal.places.forms import SuccessorForm
from portal.places.service import Place
from portal.text import fold
from portal.web import actor, blueprint, page, page_number, to

bp = blueprint("places", __name__, sites=("inside",))


@bp.get("/places/successors")
@allow(admin)
def successors() -> Response:
    """The communes that have ended and of which nobody knows what they became."""
    text = request.args.get("q", "")
    found = [(place, _above(place)) for place in service.ended_without_successor()]
    shown = [(place, above) for place, above in found if fold(text) in fold(place.name + above)]
    number = max(1, page_number())
    rows = shown[(number - 1) * SIZE : number * SIZE]
    return page("places/successors.html", found=Page(rows, number, len(shown)), text=text)


@bp.route("/places/successors/<code>", methods=["GET", "POST"])
@allow(admin)
def successor(code: str) -> BaseResponse:
    """Enter what one of them became, by which decision."""
    old, form = _ended(code), SuccessorForm()
    if form.validate_on_submit():
        with form.rules():
            heir = service.tell_successor(actor(), code, ended_on=old.valid_to, **form.values)
            return to(
                url_for("places.successors"),
                _("Đã ghi: %(old)s nay là %(heir)s.", old=old.name, heir=heir.name),
            )
    return page("places/successor.html", form=form, old=old, above=_above(old))


def _ended(code: str) -> Place:
    for place in service.ended_without_successor():
        if place.code == code:
            return place
    raise NotFound(_("Không có xã nào mã này mà chưa rõ kế tiếp."))


def _above(place: Place) -> str:
    """ "Huyện Tân Phú, Tỉnh Đồng Nai", as on its last day."""
    codes = (place.parent_code, service.province_of(place.code, place.valid_to))
    return ", ".join(dict.fromkeys(service.name_of(code, place.valid_to) for code in codes if code))
