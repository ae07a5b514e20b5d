"""Letters and short messages, handed to real servers on this machine."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from portal.config import MailServer, SettingError, Settings, SmsGateway, from_environment
from portal.messages.channels import Channel, Channels
from portal.messages.delivery import Undelivered
from tests.messages.servers import Post, gateway, mail_server

TEXT = "Nhắc hẹn: Câu lạc bộ Trảng Dài Xanh, 19:30 23/11/2026, tại Nhà văn hóa."
ADDRESS, NUMBER = "an.nguyen@thu.example", "+84912345678"


@pytest.fixture
def plain(tmp_path: Path) -> Settings:
    return Settings(tmp_path, "sqlite://", "secret", b"k" * 32)


@pytest.fixture
def mail() -> Iterator[Post]:
    with mail_server() as post:
        yield post


@pytest.fixture
def sms() -> Iterator[Post]:
    with gateway() as post:
        yield post


def send_letter(plain: Settings, post: Post, text: str = TEXT, to: str = ADDRESS) -> None:
    server = MailServer("smtp", "127.0.0.1", post.port, "hen@cau.example")
    Channels(replace(plain, mail=server)).sender(Channel.EMAIL, to, text)()


def send_text(plain: Settings, post: Post, text: str = TEXT, **how: str) -> None:
    way = SmsGateway(f"http://127.0.0.1:{post.port}/send", **how)
    Channels(replace(plain, sms=way)).sender(Channel.SMS, NUMBER, text)()


def test_a_letter_is_plain_neutral_and_from_the_site(plain: Settings, mail: Post) -> None:
    send_letter(plain, mail, unicodedata.normalize("NFD", TEXT))
    (taken,) = mail.taken
    letter = message_from_bytes(taken.content, policy=policy.default)
    assert (taken.sender, taken.to) == ("hen@cau.example", ADDRESS)
    assert letter.get_content().strip() == TEXT
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content_charset() == "utf-8"
    assert letter["Subject"] == "Lịch hẹn"
    assert str(letter["From"]) == "Nhịp Cầu <hen@cau.example>"
    assert set(letter.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted",
        "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert "http" not in letter.get_content()


@pytest.mark.parametrize(
    ("word", "answer", "again"),
    [
        ("RCPT", "450 later", True),
        ("RCPT", "550 nobody", False),
        ("DATA", "451 later", True),
        ("DATA", "554 no", False),
        ("EHLO", "421 closing", True),
    ],
)
def test_a_refusal_says_whether_to_try_again_and_names_nobody(
    plain: Settings, mail: Post, word: str, answer: str, again: bool
) -> None:
    mail.refuses[word] = answer
    mail.refuses["HELO"] = answer if word == "EHLO" else "250 fine"
    with pytest.raises(Undelivered) as refused:
        send_letter(plain, mail)
    assert refused.value.again is again
    assert ADDRESS not in str(refused.value)
    assert mail.taken == []


def test_silence_after_the_text_is_not_tried_again(plain: Settings, mail: Post) -> None:
    mail.dies_after_text = True
    with pytest.raises(Undelivered) as unsure:
        send_letter(plain, mail)
    assert len(mail.taken) == 1
    assert not unsure.value.again


def test_nobody_listening_is_tried_again(plain: Settings) -> None:
    with mail_server() as post:
        pass
    with pytest.raises(Undelivered) as refused:
        send_letter(plain, post)
    assert refused.value.again
    with pytest.raises(Undelivered) as refused:
        send_text(plain, post)
    assert refused.value.again


@pytest.mark.parametrize("to", ["an@thu.example\r\nBcc: other@thu.example", "không@thư.vn"])
def test_an_address_that_would_break_the_letter_is_refused_unsaid(
    plain: Settings, mail: Post, to: str
) -> None:
    with pytest.raises(Undelivered) as refused:
        send_letter(plain, mail, to=to)
    assert "thu" not in str(refused.value)
    assert mail.taken == []


def test_a_short_message_is_json_with_a_token(plain: Settings, sms: Post) -> None:
    text = 'Hẹn "tối nay" {to} {token} \\'
    send_text(plain, sms, text, token="tok", body='{"m": [{"to": "{to}"}], "text": "NC: {text}"}')
    (taken,) = sms.taken
    assert json.loads(taken.body) == {"m": [{"to": NUMBER}], "text": f"NC: {text}"}
    assert taken.headers["Authorization"] == "Bearer tok"
    assert NUMBER not in taken.path


def test_a_short_message_may_be_a_form(plain: Settings, sms: Post) -> None:
    send_text(plain, sms, token="tok", body="phone={to}&content={text}&key={token}&type=2")
    (taken,) = sms.taken
    sent = parse_qs(taken.body.decode())
    assert sent == {"phone": [NUMBER], "content": [TEXT], "key": ["tok"], "type": ["2"]}
    assert "Authorization" not in taken.headers


@pytest.mark.parametrize(
    ("status", "again"), [(503, True), (429, True), (500, False), (400, False)]
)
def test_a_gateway_that_says_it_took_nothing_is_asked_again(
    plain: Settings, sms: Post, status: int, again: bool
) -> None:
    sms.status = status
    with pytest.raises(Undelivered) as refused:
        send_text(plain, sms)
    assert refused.value.again is again
    assert NUMBER not in str(refused.value)


def test_a_gateway_cannot_send_a_message_elsewhere(plain: Settings, sms: Post) -> None:
    with gateway() as elsewhere:
        for sms.status in (301, 302, 307, 308):
            sms.location = f"http://127.0.0.1:{elsewhere.port}/"
            with pytest.raises(Undelivered):
                send_text(plain, sms)
        assert elsewhere.taken == []


def test_only_what_is_set_up_is_offered(plain: Settings) -> None:
    assert Channels(plain).offered == ["notice"]
    way = SmsGateway("https://gateway.example/")
    assert Channels(replace(plain, sms=way)).offered == ["notice", "sms"]


@pytest.mark.parametrize(
    ("url", "scheme", "port"),
    [
        ("smtps://an:p%40ss@mail.example", "smtps", 465),
        ("smtp+starttls://mail.example", "smtp+starttls", 587),
        ("smtp://localhost:2525", "smtp", 2525),
    ],
)
def test_the_settings_name_a_mail_server(tmp_path: Path, url: str, scheme: str, port: int) -> None:
    env = {"PORTAL_DATA_DIR": str(tmp_path), "PORTAL_SMTP_URL": url, "PORTAL_MAIL_FROM": "a@b.vn"}
    found = from_environment(env).mail
    assert found is not None
    assert (found.scheme, found.port) == (scheme, port)
    assert found.password in ("", "p@ss")
    assert "p@ss" not in repr(found)


@pytest.mark.parametrize(
    "env",
    [
        {"PORTAL_SMTP_URL": "smtp://mail.example", "PORTAL_MAIL_FROM": "a@b.vn"},
        {"PORTAL_SMTP_URL": "smtps://mail.example"},
        {"PORTAL_SMTP_URL": "smtps://mail.example", "PORTAL_MAIL_FROM": "a@b\r\nBcc: c@d.vn"},
        {"PORTAL_SMTP_URL": "https://mail.example", "PORTAL_MAIL_FROM": "a@b.vn"},
        {"PORTAL_SMTP_URL": "smtps://mail.example:port", "PORTAL_MAIL_FROM": "a@b.vn"},
        {"PORTAL_SMTP_URL": "smtps://[", "PORTAL_MAIL_FROM": "a@b.vn"},
        {"PORTAL_SMS_URL": "http://gateway.example/"},
        {"PORTAL_SMS_URL": "file:///etc/passwd"},
        {"PORTAL_SMS_URL": "https://gateway.example/", "PORTAL_SMS_BODY": "to={to}"},
        {"PORTAL_SMS_URL": "https://gateway.example/", "PORTAL_SMS_BODY": '{"a": {to} {text}}'},
    ],
)
def test_a_wrong_setting_stops_the_program(tmp_path: Path, env: dict[str, str]) -> None:
    with pytest.raises(SettingError, match="PORTAL_"):
        from_environment({"PORTAL_DATA_DIR": str(tmp_path), **env})
