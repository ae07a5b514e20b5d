"""What the environment says: one frozen Settings, read once; a wrong value stops the program."""

import json
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent.parent
SITES = ("all", "public", "inside")
DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")


MAIL_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
SMS_BODY = '{"to": "{to}", "text": "{text}"}'


class SettingError(Exception):
    """A setting is missing or wrong; the message is one line that names it and says what to do."""


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed in, and from whom they are; `scheme` is one of MAIL_PORTS."""

    scheme: str
    host: str
    port: int
    sender: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class SmsGateway:
    """Where short messages are handed in; `body` is JSON or a form with {to}, {text}, {token}."""

    url: str = field(repr=False)  # it may hold a secret
    body: str = SMS_BODY
    token: str = field(default="", repr=False)


@dataclass(frozen=True)
class Settings:
    """Everything that differs from one installation to the next."""

    data_dir: Path
    database_url: str
    secret_key: str = field(repr=False)
    data_key: bytes = field(repr=False)
    site: str = "all"
    site_name: str = "Nhịp Cầu"
    demo: bool = False
    today: date | None = None
    second_factor: bool = True
    proxies: int = 0  # how many stand before the portal and name the visitor's address
    mail: MailServer | None = None
    sms: SmsGateway | None = None


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; raise SettingError on the first that cannot be used."""
    env = os.environ if environ is None else environ
    folder = data_dir(env)
    demo = _yes_no(env, "PORTAL_DEMO")
    return Settings(
        data_dir=folder,
        database_url=_database_url(
            env.get("PORTAL_DATABASE_URL") or f"sqlite:///{folder}/portal.db"
        ),
        secret_key=env.get("PORTAL_SECRET_KEY") or _kept_key(folder / "secret.key"),
        data_key=_data_key(env.get("PORTAL_DATA_KEY") or _kept_key(folder / "data.key")),
        site=_one_of(env, "PORTAL_SITE", SITES),
        site_name=env.get("PORTAL_SITE_NAME") or "Nhịp Cầu",
        demo=demo,
        today=_fixed_day(env, demo=demo),
        second_factor=_yes_no(env, "PORTAL_SECOND_FACTOR", default=not demo),
        proxies=int(_one_of(env, "PORTAL_PROXIES", ("0", "1", "2"))),
        mail=_mail_server(env),
        sms=_sms_gateway(env),
    )


def data_dir(environ: Mapping[str, str] | None = None) -> Path:
    """The data folder, made where there is none."""
    env = os.environ if environ is None else environ
    path = Path(env.get("PORTAL_DATA_DIR") or "var").absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(
            f"PORTAL_DATA_DIR: cannot make the folder {path}: {error.strerror}"
        ) from error
    return path


def _kept_key(path: Path) -> str:
    """The key kept in `path`, made there once, readable by the owner only."""
    try:
        if not path.exists():
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(urlsafe_b64encode(secrets.token_bytes(32)).decode())
        return path.read_text().strip()
    except OSError as error:
        raise SettingError(f"cannot keep a key in {path}: {error.strerror}") from error


def _data_key(text: str) -> bytes:
    try:
        key = urlsafe_b64decode(text)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise SettingError("PORTAL_DATA_KEY must be 32 bytes in URL-safe base64")
    return key


def _database_url(text: str) -> str:
    try:
        known = make_url(text).drivername in DRIVERS
    except (ArgumentError, ValueError):
        known = False
    if not known:  # the address may hold a password: it is not repeated
        raise SettingError(
            "PORTAL_DATABASE_URL must be like postgresql+psycopg://user@host/name or "
            "sqlite:////folder/portal.db"
        )
    return text


def _one_of(env: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = env.get(name) or allowed[0]
    if value not in allowed:
        raise SettingError(f"{name} must be one of {', '.join(allowed)}, not {value!r}")
    return value


def _yes_no(env: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    value = env.get(name) or ("1" if default else "0")
    if value not in ("0", "1"):
        raise SettingError(f"{name} must be 1 or 0, not {value!r}")
    return value == "1"


def _fixed_day(env: Mapping[str, str], *, demo: bool) -> date | None:
    value = env.get("PORTAL_TODAY")
    if not value:
        return None
    if not demo:
        raise SettingError("PORTAL_TODAY is for invented data only: set PORTAL_DEMO=1 as well")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SettingError(f"PORTAL_TODAY must be a day like 2026-11-21, not {value!r}") from None


def _mail_server(env: Mapping[str, str]) -> MailServer | None:
    """Plain SMTP only within this machine: members' addresses go over no wire in the clear."""
    text = env.get("PORTAL_SMTP_URL")
    if not text:
        return None
    try:
        url = urlsplit(text)
        port = url.port or MAIL_PORTS[url.scheme]
    except (KeyError, ValueError):
        url, port = urlsplit(""), 0
    if not url.hostname or (url.scheme == "smtp" and url.hostname not in THIS_MACHINE):
        raise SettingError(
            "PORTAL_SMTP_URL must be like smtps://user:password@host or smtp+starttls://host:587 "
            "(smtp:// is for this machine only)"
        )
    sender = env.get("PORTAL_MAIL_FROM") or ""
    if "@" not in sender.strip("@") or not sender.isascii() or not sender.isprintable():
        raise SettingError("PORTAL_MAIL_FROM must be the address that letters are from")
    return MailServer(
        scheme=url.scheme,
        host=url.hostname,
        port=port,
        sender=sender,
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
    )


def _sms_gateway(env: Mapping[str, str]) -> SmsGateway | None:
    """HTTPS, or HTTP within this machine."""
    text = env.get("PORTAL_SMS_URL")
    if not text:
        return None
    try:
        url = urlsplit(text)
        good = bool(url.hostname) and url.port != 0
    except ValueError:
        url, good = urlsplit(""), False
    within = url.scheme == "http" and url.hostname in THIS_MACHINE
    if not good or not (url.scheme == "https" or within):
        raise SettingError("PORTAL_SMS_URL must be like https://gateway.example/send")
    body = env.get("PORTAL_SMS_BODY") or SMS_BODY
    if "{to}" not in body or "{text}" not in body:
        raise SettingError("PORTAL_SMS_BODY must say where {to} and {text} stand")
    if body.lstrip().startswith("{"):
        _refuse_broken_json(body)
    return SmsGateway(url=text, body=body, token=env.get("PORTAL_SMS_TOKEN") or "")


def _refuse_broken_json(body: str) -> None:
    try:
        json.loads(body)
    except ValueError:
        raise SettingError("PORTAL_SMS_BODY begins like JSON and is none") from None
