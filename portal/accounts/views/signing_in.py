"""/login, /second-factor and /logout."""

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, anyone, signed_in
from portal.accounts.forms import SecondFactorForm, SignInForm
from portal.accounts.service import signing_in
from portal.accounts.session import begin, end
from portal.accounts.views import bp
from portal.web import actor, page, safe_next, to

PENDING_SECONDS = 300  # to type the second factor after the password


@bp.route("/login", methods=["GET", "POST"])
@allow(anyone)
def login() -> BaseResponse:
    """Sign in with login and password."""
    if actor().user:
        return redirect(safe_next(request.args.get("next")))
    form = SignInForm()
    if form.validate_on_submit():
        with form.rules():
            user = signing_in.check_password(form.login.data, form.password.data, _address())
            following = safe_next(request.args.get("next"))
            if user.second_factor_sealed is not None:
                return _ask_second_factor(user.pid, following)
            begin(signing_in.start(user))
            return to(following)
    return page("accounts/login.html", form=form)


@bp.route("/second-factor", methods=["GET", "POST"])
@allow(anyone)
def second_factor() -> BaseResponse:
    """Type the code of the second factor, within five minutes of the password."""
    pending = session.get("pending")
    if not pending or pending["at"] < clock.now().timestamp() - PENDING_SECONDS:
        return to(url_for("accounts.login"))
    form = SecondFactorForm()
    if form.validate_on_submit():
        with form.rules():
            user = signing_in.check_second_factor(pending["user"], form.code.data, _address())
            begin(signing_in.start(user))
            return to(safe_next(pending["next"]))
    return page("accounts/second_factor.html", form=form)


@bp.post("/logout")
@allow(signed_in)
def logout() -> BaseResponse:
    """End this session and clear what the browser kept."""
    signing_in.sign_out(end())
    answer = to("/")
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def _ask_second_factor(user_pid: str, following: str) -> BaseResponse:
    session["pending"] = {"user": user_pid, "at": clock.now().timestamp(), "next": following}
    return to(url_for("accounts.second_factor"))


def _address() -> str:
    return request.remote_addr or ""
