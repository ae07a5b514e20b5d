"""Addresses of signing in, of one's own account, and of the administrator's users."""

from portal.web import blueprint

bp = blueprint("accounts", __name__)

# they hang their addresses on the room
from portal.accounts.views import account, cards, signing_in, users
