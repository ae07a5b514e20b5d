"""Codes that stand on paper and are typed by hand: 16 signs of 32, which is 80 bits.

The signs are Crockford's: no I, L, O or U. Read as typed, with or without dashes, in small letters,
with O for 0 and I or L for 1.
"""

import secrets

from portal.errors import RuleBroken
from portal.i18n import _

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 16, 4
ALIKE = str.maketrans("OIL", "011", " -–—‑.")


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))


def code_from(digest: bytes) -> str:
    """The code that a keyed hash gives, each byte a sign."""
    return "".join(SIGNS[byte % len(SIGNS)] for byte in digest[:LENGTH])


def read_code(typed: str) -> str:
    """A code as it is kept, however it was typed; what cannot be one is refused."""
    code = typed.upper().translate(ALIKE)
    if len(code) != LENGTH or not set(code) <= set(SIGNS):
        raise RuleBroken(_("Mã có 16 chữ và số. Mời gõ lại như trên giấy."), field="code")
    return code


def grouped(code: str) -> str:
    """A code as one reads it: 7K2M-…"""
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))
