"""Addresses of signing in, of one's own account, and of the administrator's users."""

from portal.web import blueprint

bp = blueprint("accounts", __name__)
