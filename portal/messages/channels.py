"""How a message leaves the portal: by letter or by short message, where the settings say how."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from portal.config import Settings
from portal.db import session
from portal.messages import mail, sms
from portal.messages.delivery import Undelivered


class Channel(StrEnum):
    """By what a member wants to be reminded."""

    NOTICE = "notice"  # on their start page
    EMAIL = "email"
    SMS = "sms"


@dataclass(frozen=True)
class Channels:
    """The ways out that the settings open."""

    settings: Settings

    @property
    def offered(self) -> list[Channel]:
        """Those that can be chosen here."""
        there = {Channel.EMAIL: self.settings.mail, Channel.SMS: self.settings.sms}
        return [channel for channel in Channel if there.get(channel, True)]

    def sender(self, channel: Channel, to: str, text: str) -> Callable[[], None]:
        """The sending, to be done once no transaction is open: it may take its time."""

        def send() -> None:
            try:
                self._send(channel, to, text)
            except Undelivered:
                raise
            except Exception as error:  # its words may hold the address: only its kind is told
                raise Undelivered(type(error).__name__, again=False) from None

        return send

    def _send(self, channel: Channel, to: str, text: str) -> None:
        if channel is Channel.EMAIL and self.settings.mail:
            mail.send(self.settings.mail, mail.letter(self.settings, to, text))
        elif channel is Channel.SMS and self.settings.sms:
            sms.send(self.settings.sms, to, text)
        else:
            raise Undelivered("no such channel", again=False)


def current() -> Channels:
    """The channels that the edge opened the current transaction with."""
    channels: Channels = session().info["channels"]
    return channels
