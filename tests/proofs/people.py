"""The seven of the demo, each with a session that a test may carry."""

import json

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from portal.access import Role
from portal.accounts.models import Post, User
from portal.accounts.service import signing_in
from portal.db import session
from portal.installation import Installation

VISITOR = "visitor"
LOGINS = tuple(role.value for role in Role)
EVERYONE = (VISITOR, *LOGINS)
KEPT = "tokens.json"


def sign_everyone_in(installation: Installation) -> None:
    """Start a session for each account and keep the tokens beside the database."""
    with installation.transaction(writes=True):
        users = session().scalars(select(User).where(User.login.in_(LOGINS)))
        tokens = {user.login: signing_in.start(user) for user in users}
    (installation.settings.data_dir / KEPT).write_text(json.dumps(tokens))


def client_of(app: Flask, login: str, language: str = "vi") -> FlaskClient:
    """A browser that bears the session of one of the seven, or nobody's."""
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["language"] = language
    if login != VISITOR:
        folder = app.extensions["installation"].settings.data_dir
        with client.session_transaction() as cookie:
            cookie["_user_id"] = json.loads((folder / KEPT).read_text())[login]
            cookie["_fresh"] = True
    return client


def scope_of(login: str) -> str:
    """Where the account holds its post: a public id or a place's code."""
    held = select(Post.scope).join(User, User.id == Post.user_id).where(User.login == login)
    return session().scalars(held.order_by(Post.id)).first() or ""
