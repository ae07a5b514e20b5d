"""The application, put together from top to bottom; it ends with the seal on its addresses."""

from datetime import timedelta

from flask import Flask
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import access, edge, failures, i18n
from portal.accounts import session as sign_in
from portal.config import ROOT
from portal.home import context
from portal.installation import Installation
from portal.rooms import blueprints

LARGEST_UPLOAD = 10 * 1024 * 1024


def create_app(installation: Installation) -> Flask:
    """The site that the installation's settings ask for: all, public or inside."""
    settings = installation.settings
    app = Flask(
        "portal", static_folder=str(ROOT / "static"), template_folder=str(ROOT / "templates")
    )
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key,
        SETTINGS=settings,
        SECOND_FACTOR=settings.second_factor,
        SESSION_COOKIE_NAME=f"portal_{settings.site}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        MAX_CONTENT_LENGTH=LARGEST_UPLOAD,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # our pages send no referrer that could be compared
    )
    if settings.proxies:
        trusted = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted)  # type: ignore[method-assign]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["installation"] = installation
    i18n.init_app(app)
    sign_in.init_app(app)
    edge.init_app(app, installation)
    CSRFProtect(app)
    Htmx(app)
    access.allow(access.anyone)(app.view_functions["static"])
    for blueprint in blueprints(settings.site):
        app.register_blueprint(blueprint)
    context.init_app(app, settings)
    failures.init_app(app)
    access.seal(app)
    return app
