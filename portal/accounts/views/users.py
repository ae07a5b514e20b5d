"""/users: the administrator's users and posts; nothing here shows a member."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import Role, admin, allow
from portal.accounts.forms import PostForm, UserForm
from portal.accounts.labels import ROLE_LABELS, SCOPE_HINTS
from portal.accounts.service import cards, posts
from portal.accounts.service import users as service
from portal.accounts.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, page_number, to


@bp.get("/users")
@allow(admin)
def users() -> Response:
    """Users by login."""
    text, members = request.args.get("q", ""), "members" in request.args
    found = service.list_users(actor(), page_number(), text=text, members=members)
    return page("accounts/users.html", found=found, text=text, members=members, roles=ROLE_LABELS)


@bp.route("/users/new", methods=["GET", "POST"])
@allow(admin)
def create_user() -> BaseResponse:
    """Make a user."""
    form = UserForm()
    if form.validate_on_submit():
        with form.rules():
            user = service.create_user(actor(), **form.values)
            return _to_user(user.pid, _("Đã tạo. Hãy giao vai trò rồi tạo đường dẫn."))
    return page("accounts/new_user.html", form=form)


@bp.get("/users/<pid>")
@allow(admin)
def user(pid: str) -> Response:
    """One user: posts, and what can be done."""
    found = service.get_user(actor(), pid)
    return page(
        "accounts/user.html",
        user=found,
        is_member=service.is_member(found),
        posts=posts.list_posts(actor(), pid),
        roles=ROLE_LABELS,
        today=clock.today(),
    )


@bp.route("/users/<pid>/posts/new", methods=["GET", "POST"])
@allow(admin)
def give_post(pid: str) -> BaseResponse:
    """Give a post."""
    form = PostForm(from_on=clock.today())
    form.role.choices = options(
        (role.value, f"{ROLE_LABELS[role]}: {SCOPE_HINTS[role]}")
        for role in Role
        if role in posts.SCOPES
    )
    if form.validate_on_submit():
        with form.rules():
            posts.give_post(actor(), pid, **form.values)
            return _to_user(pid, _("Đã giao vai trò."))
    return page("accounts/post.html", form=form, user=service.get_user(actor(), pid))


@bp.post("/users/<pid>/posts/<post_pid>/end")
@allow(admin)
def end_post(pid: str, post_pid: str) -> BaseResponse:
    """End a post."""
    posts.end_post(actor(), post_pid)
    return _to_user(pid, _("Đã kết thúc vai trò."))


@bp.post("/users/<pid>/disable")
@allow(admin)
def disable_user(pid: str) -> BaseResponse:
    """Lock a user out."""
    service.disable_user(actor(), pid)
    return _to_user(pid, _("Đã khóa tài khoản."))


@bp.post("/users/<pid>/enable")
@allow(admin)
def enable_user(pid: str) -> BaseResponse:
    """Let a user in again."""
    service.enable_user(actor(), pid)
    return _to_user(pid, _("Đã mở lại tài khoản."))


@bp.post("/users/<pid>/link")
@allow(admin)
def issue_link(pid: str) -> Response:
    """Show a one-time link, this once."""
    code = cards.issue_link(actor(), pid)
    address = url_for("accounts.link", code=code, _external=True)
    return page("accounts/one_time_link.html", user=service.get_user(actor(), pid), address=address)


def _to_user(pid: str, message: str) -> BaseResponse:
    return to(url_for("accounts.user", pid=pid), message)
