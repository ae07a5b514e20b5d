"""How each refusal looks: one page with a sentence that says what to do, and the right status."""

from typing import Any

from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import HTTPException, InternalServerError

from portal import errors
from portal.constraints import conflict
from portal.i18n import lazy
from portal.search.protocol import IndexBusy, IndexUnusable

Answer = tuple[str, int] | tuple[str, int, dict[str, str]]

SAYS: dict[int, tuple[Any, Any]] = {
    400: (lazy("Trang đã cũ"), lazy("Mời quay lại, tải lại trang rồi gửi lần nữa.")),
    403: (lazy("Không có quyền vào"), lazy("Tài khoản này không dùng được trang này.")),
    404: (lazy("Không tìm thấy"), lazy("Trang này không có, hoặc anh/chị không được xem.")),
    405: (lazy("Không mở được"), lazy("Trang này không mở theo cách đó. Mời quay lại.")),
    409: (lazy("Đã có thay đổi"), lazy("Có người vừa sửa trước. Mời tải lại trang.")),
    413: (lazy("Nội dung quá lớn"), lazy("Mời gửi nội dung nhỏ hơn 10 MB.")),
    422: (lazy("Chưa làm được"), lazy("Mời quay lại và sửa nội dung đã nhập.")),
    429: (lazy("Xin đợi một lát"), lazy("Đã thử quá nhiều lần. Mời thử lại sau.")),
    500: (lazy("Có trục trặc"), lazy("Lỗi đã được ghi lại. Chưa có gì bị lưu dở.")),
    503: (
        lazy("Ô tìm kiếm đang hỏng"),
        lazy("Lúc này chưa tìm được bằng từ khóa. Các danh sách vẫn xem được. Mời thử lại sau."),
    ),
}
STATUS = {
    errors.NotFound: 404,
    errors.RuleBroken: 422,
    errors.Conflict: 409,
    errors.TooManyTries: 429,
}


def init_app(app: Flask) -> None:
    """Answer every refusal."""
    app.register_error_handler(errors.PortalError, _refused)
    app.register_error_handler(IndexUnusable, _no_search)
    app.register_error_handler(IndexBusy, _no_search)
    app.register_error_handler(IntegrityError, lambda error: _refused(conflict(error)))
    app.register_error_handler(CSRFError, lambda error: _page(400))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _crashed)


def _refused(refusal: errors.PortalError) -> Answer:
    status = STATUS.get(type(refusal), 422)
    if isinstance(refusal, errors.TooManyTries):
        return *_page(status, refusal.message), {"Retry-After": str(refusal.seconds)}
    return _page(status, refusal.message)


def _no_search(error: errors.PortalError) -> Answer:
    """The lists need no index and still work; whoever cares for the portal finds why in the log."""
    current_app.logger.error("%s", error)
    return _page(503)


def _http(error: HTTPException) -> Any:
    code = error.code or 500
    return error if code < 400 else _page(code)


def _crashed(error: Exception) -> tuple[str, int]:
    current_app.logger.error(
        "%s on %s %s", type(error).__name__, request.method, request.endpoint, exc_info=error
    )
    if current_app.testing:
        raise error
    return _page(InternalServerError.code)


def _page(status: int, message: str = "") -> tuple[str, int]:
    title, says = SAYS.get(status, SAYS[500 if status >= 500 else 400])
    return render_template("errors/error.html", title=title, says=message or says), status
