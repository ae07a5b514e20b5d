"""/account: one's own password, second factor and sessions."""

from flask import current_app, request, session, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, signed_in
from portal.accounts.forms import ChangePasswordForm, SetSecondFactorForm
from portal.accounts.service import own_account, signing_in
from portal.accounts.service.users import is_member, own_user
from portal.accounts.session import begin, end
from portal.accounts.views import bp
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/account")
@allow(signed_in)
def account() -> BaseResponse:
    """What one can change about signing in."""
    user = own_user(actor())
    return page("accounts/account.html", user=user, is_member=is_member(user))


@bp.route("/account/password", methods=["GET", "POST"])
@allow(signed_in)
def change_password() -> BaseResponse:
    """Change it, and stay signed in here only."""
    form = ChangePasswordForm()
    if form.validate_on_submit():
        with form.rules():
            user = own_account.change_password(
                actor(),
                present=form.present.data,
                password=form.password.data,
                address=request.remote_addr or "",
            )
            begin(signing_in.start(user))
            return to(url_for("accounts.account"), _("Đã đổi. Các máy khác đã bị đăng xuất."))
    return page("accounts/password.html", form=form, is_member=is_member(own_user(actor())))


@bp.route("/account/second-factor", methods=["GET", "POST"])
@allow(signed_in)
def set_second_factor() -> BaseResponse:
    """Show a secret to scan, and take it once a code proves that it was."""
    secret = session.setdefault("new_secret", own_account.new_secret())
    form = SetSecondFactorForm()
    if form.validate_on_submit():
        with form.rules():
            user = own_account.set_second_factor(
                actor(),
                secret=secret,
                code=form.code.data,
                present=form.present.data,
                address=request.remote_addr or "",
            )
            begin(signing_in.start(user))
            return to(url_for("accounts.account"), _("Đã bật mã xác nhận hai bước."))
    picture = own_account.qr_code(actor(), secret, current_app.config["SETTINGS"].site_name)
    return page(
        "accounts/set_second_factor.html", form=form, picture=Markup(picture), secret=secret
    )


@bp.post("/account/sign-out-everywhere")
@allow(signed_in)
def sign_out_everywhere() -> BaseResponse:
    """End every session, this one too."""
    own_account.leave_everywhere(actor())
    end()
    answer = to(url_for("accounts.login"), _("Đã đăng xuất ở mọi máy."))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
