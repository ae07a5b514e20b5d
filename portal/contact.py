"""Telephone numbers in one form, whoever typed them and wherever they are kept; and letters'
addresses."""

import phonenumbers

from portal.errors import RuleBroken
from portal.i18n import _

HOME = "VN"
MAIL = r"^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$"


def phone(typed: str) -> str:
    """A number as it is kept: 0912 345 678; blank stays blank, any other text is refused.

    Only what can be no number at all is refused: numbering plans change.
    """
    number = _parsed(typed)
    if typed and (number is None or not phonenumbers.is_possible_number(number)):
        raise RuleBroken(_("Số điện thoại chưa đúng. Ví dụ: 0912 345 678."), field="phone")
    return phone_in_words(typed)


def phone_in_words(kept: str) -> str:
    """A kept number as one reads it; an import may have brought it in another form."""
    number = _parsed(kept)
    if number is None:
        return kept
    style = phonenumbers.PhoneNumberFormat
    at_home = number.country_code == phonenumbers.country_code_for_region(HOME)
    return phonenumbers.format_number(number, style.NATIONAL if at_home else style.INTERNATIONAL)


def dialled(kept: str) -> str:
    """A number as a telephone dials it, +84912345678, however it was written; "" where it is
    none."""
    number = _parsed(kept)
    if number is None:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
