"""What happens around every request: transaction, actor, rule, one-time forms, headers.

An unsafe request, or one by which a person signed in opens another's file, begins IMMEDIATE. It
commits if its status is below 400; what must stand all the same (tries, session times, the audit
of a reading whose answer leaves) is written in a transaction of its own right after.
"""

from contextlib import ExitStack
from hashlib import sha256
from typing import Any

from flask import Flask, Response, abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import access, audit, db
from portal.access import VISITOR
from portal.accounts import session as sign_in
from portal.accounts.service import one_time
from portal.installation import Installation

SAFE = ("GET", "HEAD", "OPTIONS")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def init_app(app: Flask, installation: Installation) -> None:
    """Put the steps around every request of the application, in order."""
    app.before_request(lambda: _open(app, installation))
    app.before_request(_know_actor)
    app.before_request(lambda: _enforce(app))
    app.before_request(_answer_replay)
    app.after_request(lambda answer: _close(answer, installation))
    app.after_request(_harden)
    app.teardown_request(_give_up)


def _open(app: Flask, installation: Installation) -> None:
    g.actor, g.host, g.is_secure = VISITOR, request.host, request.is_secure
    if request.endpoint == "static":
        return
    g.stack = ExitStack()
    g.stack.enter_context(installation.transaction(writes=_may_write(app)))


def _may_write(app: Flask) -> bool:
    """A visitor opens nobody's file: their reading never waits for a writer."""
    if request.method not in SAFE:
        return True
    return "_user_id" in session and access.opens_file(app, request.endpoint)


def _know_actor() -> None:
    known = sign_in.present() if "stack" in g else None
    if known:
        g.actor, g.language, g.person = known.actor, known.language, known


def _enforce(app: Flask) -> BaseResponse | None:
    if request.endpoint is None:
        return None
    rule = access.rule_of(app, request.endpoint)
    if rule is not None and rule(g.actor):
        return _ask_to_set_second_factor(app)
    if g.actor.user is None and request.method in SAFE:
        return redirect(url_for("accounts.login", next=request.full_path.rstrip("?")))
    abort(403)


def _ask_to_set_second_factor(app: Flask) -> BaseResponse | None:
    """Whoever holds a post that needs a second factor sets it up before anything else."""
    known = g.get("person")
    if not app.config["SECOND_FACTOR"] or known is None or known.has_second_factor:
        return None
    own_room = str(request.endpoint).startswith("accounts.") or request.endpoint == "static"
    if not known.privileged or own_room:
        return None
    return redirect(url_for("accounts.set_second_factor"))


def _answer_replay() -> BaseResponse | None:
    """A form that was answered before is sent to that answer."""
    form_id = request.form.get("form_id") if request.method == "POST" else None
    if not form_id:
        return None
    g.form_hash = sha256(f"{g.actor.user}/{form_id}".encode()).digest()
    answered = one_time.claim(g.form_hash)
    return redirect(answered, 303) if answered else None


def _close(answer: Response, installation: Installation) -> Response:
    """Commit or roll back, then write what stands all the same; only then may the answer leave."""
    if "stack" not in g:
        return answer
    stack: ExitStack = g.pop("stack")
    info: dict[str, Any] = db.session().info
    if answer.status_code < 400:
        if "form_hash" in g:
            one_time.settle(g.form_hash, _where_to_see(answer))
    else:
        db.session().rollback()
        info.setdefault("afterwards", []).extend(audit.readings_again())
    stack.close()
    _run_afterwards(info, installation)
    return answer


def _where_to_see(answer: Response) -> str:
    """Where the same form sent again is led: never to an address that only takes forms.

    What is shown once, as a card or a link, is not shown again.
    """
    if answer.location:
        return answer.location
    routes = current_app.create_url_adapter(request)
    readable = routes is not None and routes.test(method="GET")
    return request.full_path if readable else "/"


def _run_afterwards(info: dict[str, Any], installation: Installation) -> None:
    work = info.pop("afterwards", [])
    if work:
        with installation.transaction(writes=True):
            for act in work:
                act()


def _give_up(error: BaseException | None) -> None:
    """Roll back what a crash left open."""
    stack: ExitStack | None = g.pop("stack", None)
    if stack is not None:
        db.session().rollback()
        stack.close()


def _harden(answer: Response) -> Response:
    answer.headers.extend(HEADERS)
    if request.endpoint != "static":
        secret = g.actor.user or answer.cache_control.no_store
        answer.headers["Cache-Control"] = "no-store" if secret else "private, no-cache"
    if request.is_secure:
        answer.headers["Strict-Transport-Security"] = "max-age=31536000"
    return answer
