"""/card and /link: where a one-time code becomes a PIN or a password."""

from flask import request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone
from portal.accounts.forms import CardForm, LinkForm
from portal.accounts.service import cards, signing_in
from portal.accounts.session import begin
from portal.accounts.views import bp
from portal.i18n import _
from portal.web import page, to


@bp.route("/card", methods=["GET", "POST"], sites=("inside",))
@allow(anyone)
def card() -> BaseResponse:
    """A member sets the PIN with the code on the card, and is signed in."""
    form = CardForm()
    if form.validate_on_submit():
        with form.rules():
            user = cards.redeem_card(
                form.login.data, form.code.data, form.password.data, request.remote_addr or ""
            )
            begin(signing_in.start(user))
            return to("/", _("Xong. Lần sau anh/chị dùng số thẻ và mã PIN này."))
    return page("accounts/card.html", form=form)


@bp.route("/link/<code>", methods=["GET", "POST"])
@allow(anyone)
def link(code: str) -> BaseResponse:
    """A member of staff sets a password; whether the link is good is not told before."""
    form = LinkForm()
    if form.validate_on_submit():
        with form.rules():
            cards.redeem_link(code, form.password.data, request.remote_addr or "")
            return to(url_for("accounts.login"), _("Đã đặt mật khẩu. Mời đăng nhập."))
    return page("accounts/link.html", form=form)
