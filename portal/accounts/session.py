"""The cookie's side of a session: Flask-Login carries the token that a row on the server backs."""

from flask import Flask, g, session
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from portal.accounts.service.signing_in import SignedIn, find_signed_in

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Bearer(UserMixin):  # type: ignore[misc]
    """Whoever bears a token in the cookie."""

    def __init__(self, token: str, signed_in: SignedIn | None = None) -> None:
        self.id = token
        self.signed_in = signed_in


class Cookies(SecureCookieSessionInterface):
    """Secure cookies, except over plain HTTP on this machine itself."""

    def get_cookie_secure(self, app: Flask) -> bool:
        from_here = g.get("host", "").rsplit(":", 1)[0] in LOOPBACK
        return not (from_here and not g.get("is_secure"))


def init_app(app: Flask) -> None:
    """Attach Flask-Login; sessions name no address or browser."""
    app.session_interface = Cookies()
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None
    manager.user_loader(_load)


def begin(token: str) -> None:
    """Start anew with this token: nothing of the visitor's session is kept but the language."""
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    login_user(Bearer(token))


def end() -> str:
    """Drop the token from the cookie and return it."""
    token = str(current_user.get_id() or "")
    logout_user()
    session.clear()
    return token


def present() -> SignedIn | None:
    """Who the cookie of this request stands for."""
    signed_in: SignedIn | None = getattr(current_user, "signed_in", None)
    return signed_in


def _load(token: str) -> Bearer | None:
    found = find_signed_in(token)
    return Bearer(token, found) if found else None
