"""Letters by SMTP: plain text from a neutral sender, with nothing in it that reports back."""

import smtplib
import ssl
import unicodedata
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid

from portal.config import MailServer, Settings
from portal.i18n import _
from portal.messages.delivery import Undelivered

PATIENCE = 20  # seconds
TEMPORARY = range(400, 500)


def letter(settings: Settings, to: str, text: str) -> EmailMessage:
    """A letter under the site's name; neither subject nor headers say more than "appointment"."""
    assert settings.mail is not None
    sender = settings.mail.sender
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(settings.site_name, addr_spec=sender)
    made["To"] = Address(addr_spec=to)
    made["Subject"] = unicodedata.normalize("NFC", _("Lịch hẹn"))
    made["Date"] = formatdate()
    made["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(unicodedata.normalize("NFC", text))
    return made


def send(server: MailServer, made: EmailMessage) -> None:
    """Hand a letter in; Undelivered where the server does not take it.

    Until the text is handed over nothing was taken, so that may be tried again. A silence after
    it is not: the letter may be on its way, and a second one would be one too many.
    """
    line = _opened(server)
    try:
        _announce(line, server.sender, made["To"].addresses[0].addr_spec)
        _hand_over(line, made.as_bytes())
    finally:
        with suppress(OSError, smtplib.SMTPException):  # all was said before goodbye
            line.quit()


def _announce(line: smtplib.SMTP, sender: str, to: str) -> None:
    try:
        _check(line.mail(sender)[0])
        _check(line.rcpt(to)[0])
    except (OSError, smtplib.SMTPException) as error:
        raise Undelivered(f"mail server: {type(error).__name__}", again=True) from None


def _hand_over(line: smtplib.SMTP, text: bytes) -> None:
    try:
        code = line.data(text)[0]
    except smtplib.SMTPDataError as error:  # refused before the text was handed over
        code = error.smtp_code
    except (OSError, smtplib.SMTPException):
        raise Undelivered("the mail server fell silent", again=False) from None
    _check(code)


def _opened(server: MailServer) -> smtplib.SMTP:
    where = server.host, server.port
    line: smtplib.SMTP | None = None
    try:
        if server.scheme == "smtps":
            secret = ssl.create_default_context()
            line = smtplib.SMTP_SSL(*where, timeout=PATIENCE, context=secret)
        else:
            line = smtplib.SMTP(*where, timeout=PATIENCE)
        _greet(line, server)
    except (OSError, smtplib.SMTPException) as error:
        if line is not None:
            line.close()
        raise Undelivered(f"mail server: {type(error).__name__}", again=True) from None
    return line


def _greet(line: smtplib.SMTP, server: MailServer) -> None:
    line.ehlo_or_helo_if_needed()
    if server.scheme == "smtp+starttls":
        line.starttls(context=ssl.create_default_context())
    if server.user:
        line.login(server.user, server.password)


def _check(code: int) -> None:
    if not 200 <= code < 300:
        raise Undelivered(f"mail server: {code}", again=code in TEMPORARY)
