"""Tax codes, by which an employer is told apart from others of its name."""

import re

from portal.errors import RuleBroken
from portal.i18n import _

TAX_CODE = re.compile(r"(\d{10})(?:-?(\d{3}))?|\d{12}")
WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def tax_code(typed: str) -> str:
    """10 digits of which the last is a check, with 3 more for a branch; 12 for a household."""
    bare = typed.replace(" ", "").replace(".", "")
    found = TAX_CODE.fullmatch(bare)
    if not found or (found[1] and not _checks(found[1])):
        raise RuleBroken(
            _("Mã số thuế chưa đúng. Mã có 10 chữ số, thêm 3 số nếu là chi nhánh, hoặc 12 chữ số."),
            field="tax_code",
        )
    return f"{found[1]}-{found[2]}" if found[2] else bare


def _checks(code: str) -> bool:
    weighed = sum(int(digit) * weight for digit, weight in zip(code, WEIGHTS, strict=False))
    return 10 - weighed % 11 == int(code[9])
