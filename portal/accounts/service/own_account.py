"""What people change about their own account: password or PIN, second factor, sessions."""

import pyotp
import segno

from portal import audit
from portal.access import Actor
from portal.accounts.models import User
from portal.accounts.service import passwords, tries
from portal.accounts.service.signing_in import matching_step, sign_out_everywhere
from portal.accounts.service.users import is_member, own_user
from portal.errors import RuleBroken
from portal.i18n import _


def change_password(actor: Actor, *, present: str, password: str, address: str) -> User:
    """Change the password, or a member the PIN; every other session ends."""
    user = own_user(actor)
    _check_present(user, present, address)
    check = passwords.check_pin if is_member(user) else passwords.check_password
    check(password)
    user.password_hash = passwords.hashed(password)
    sign_out_everywhere(user.id)
    audit.record(actor, "set_password", f"user/{user.pid}")
    return user


def new_secret() -> str:
    """A secret for an application that shows codes."""
    return pyotp.random_base32()


def qr_code(actor: Actor, secret: str, site_name: str) -> str:
    """The secret as a picture to scan: an SVG element, dark on light in any scheme."""
    uri = pyotp.TOTP(secret).provisioning_uri(name=own_user(actor).login, issuer_name=site_name)
    return segno.make(uri, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff")


def set_second_factor(actor: Actor, *, secret: str, code: str, present: str, address: str) -> User:
    """Take the secret as second factor once a code shows that the application has it."""
    user = own_user(actor)
    _check_present(user, present, address)
    step = matching_step(secret, code, after=0)
    if step is None:
        raise RuleBroken(_("Mã không đúng. Mời xem lại mã đang hiện."), field="code")
    user.second_factor, user.second_factor_step = secret, step
    sign_out_everywhere(user.id)
    audit.record(actor, "set_second_factor", f"user/{user.pid}")
    return user


def leave_everywhere(actor: Actor) -> None:
    """End every session of the actor, this one too."""
    sign_out_everywhere(own_user(actor).id)
    audit.record(actor, "sign_out_everywhere", f"user/{actor.user}")


def _check_present(user: User, present: str, address: str) -> None:
    """A session left open must not be enough to take the account over."""
    keys = {"account": user.login, "address": address, "overall": ""}
    tries.check(keys)
    if not passwords.matches(user.password_hash, present):
        tries.failed(keys)
        raise RuleBroken(_("Mật khẩu hoặc mã PIN hiện nay không đúng."), field="present")
