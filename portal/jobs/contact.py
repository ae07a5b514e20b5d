"""How one is reached, in one form: telephone, e-mail, tax code."""

import re

import phonenumbers

from portal.errors import RuleBroken
from portal.i18n import _

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
TAX_CODE = re.compile(r"(\d{10})(?:-?(\d{3}))?|\d{12}")
WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def phone(typed: str) -> str:
    """A Vietnamese number as +84…; blank stays blank."""
    if not typed:
        return ""
    try:
        number = phonenumbers.parse(typed, "VN")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise RuleBroken(_("Số điện thoại chưa đúng, ví dụ: 0251 3822 501."), field="phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_in_words(number: str) -> str:
    """A kept number as it is dialled at home: 0251 3822 501."""
    try:
        parsed = phonenumbers.parse(number, "VN")
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code != 84:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def email(typed: str) -> str:
    """An address that looks like one; blank stays blank."""
    if typed and not EMAIL.fullmatch(typed):
        raise RuleBroken(_("Địa chỉ e-mail chưa đúng, ví dụ: tuyendung@congty.vn."), field="email")
    return typed


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
