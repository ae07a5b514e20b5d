"""Tax codes, by which an employer is told apart from others of its name.

An organisation has 10 digits: a serial of 9 and a check digit; a branch has 3 more after a dash.
Since 1 July 2025 a household business goes by its owner's personal number, 12 digits (Circular
86/2024/TT-BTC). The check digit is 10 less the weighed sum modulo 11.
"""

import re

from portal.errors import RuleBroken
from portal.i18n import _

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
ORGANISATION, BRANCH, PERSON = 10, 13, 12
NO_BRANCH = "000"


def tax_code(typed: str) -> str:
    """The code as it is written; RuleBroken says exactly what is wrong with it."""
    bare = re.sub(r"[\s.]", "", typed)
    digits = bare.replace("-", "")
    fault = _fault(bare, digits)
    if fault:
        raise RuleBroken(fault, field="tax_code")
    branch = digits[ORGANISATION:] if len(digits) == BRANCH else ""
    return f"{digits[:ORGANISATION]}-{branch}" if branch else digits


def _fault(bare: str, digits: str) -> str:
    """What is wrong, or nothing."""
    if not (digits.isascii() and digits.isdigit()):
        return str(_("Mã số thuế chỉ gồm chữ số, và một gạch ngang nếu là chi nhánh."))
    if len(digits) not in (ORGANISATION, BRANCH, PERSON):
        return str(
            _(
                "Mã số thuế có 10 chữ số, 13 nếu là chi nhánh, 12 nếu là hộ kinh doanh; "
                "ở đây có %(n)s chữ số.",
                n=len(digits),
            )
        )
    if "-" in bare and not re.fullmatch(r"\d{10}-\d{3}", bare):
        return str(_("Gạch ngang chỉ đứng sau chữ số thứ 10, trước 3 số của chi nhánh."))
    return _personal_fault(digits) if len(digits) == PERSON else _organisation_fault(digits)


def _organisation_fault(digits: str) -> str:
    if _check_digit(digits) != int(digits[ORGANISATION - 1]):
        return str(
            _(
                "Mã số thuế sai ở một chữ số: chữ số thứ 10 (%(digit)s) không khớp với 9 số trước.",
                digit=digits[ORGANISATION - 1],
            )
        )
    if digits[ORGANISATION:] == NO_BRANCH:
        return str(_("Số chi nhánh bắt đầu từ 001."))
    return ""


def _personal_fault(digits: str) -> str:
    if not 1 <= int(digits[:3]) <= 96:
        return str(_("Số 12 chữ số bắt đầu bằng mã tỉnh, từ 001 đến 096."))
    return ""


def _check_digit(digits: str) -> int:
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return 10 - weighed % 11
