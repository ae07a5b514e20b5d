"""Someone who opens every page they can get at: all links, all addresses, all harmless forms."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from tests.proofs.addresses import own
from tests.proofs.people import client_of

MOST_OF_A_KIND = 10  # addresses of one endpoint with the same query fields
TYPED = "thợ"
_LINK = re.compile(r'\b(?:href|src|action)="(/[^"#]*)"')
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_FIELD = re.compile(r'<(?:input|select)\b[^>]*\bname="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """One answer as it went over the wire, and where it was got."""

    address: str
    endpoint: str
    status: int
    headers: str
    body: str

    @property
    def all(self) -> str:
        """Everything that whoever asked has seen."""
        return unescape(f"{self.address}\n{self.headers}\n{self.body}")

    @property
    def text(self) -> str:
        """What a page says, without its tags."""
        return unescape(re.sub(r"<[^>]*>", " ", self.body))


def crawl(app: Flask, login: str, language: str = "vi") -> Iterator[Answer]:
    """Each answer that the person (or a visitor) can get by GET."""
    client, asked, kinds = client_of(app, login, language), set[str](), Counter[tuple[str, ...]]()
    waiting = deque(_all_addresses(app))
    while waiting:
        address = waiting.popleft()
        kind = _kind(app, address)
        if address in asked or kinds[kind] >= MOST_OF_A_KIND:
            continue
        asked.add(address)
        kinds[kind] += 1
        answer = fetch(client, address, kind[0])
        waiting.extend(_leads(answer))
        yield answer


def fetch(client: FlaskClient, address: str, endpoint: str) -> Answer:
    """What one address answers."""
    answer: TestResponse = client.get(address)
    body = answer.data.decode("utf-8", "replace")
    return Answer(address, endpoint, answer.status_code, str(answer.headers), body)


def _all_addresses(app: Flask) -> Iterator[str]:
    with app.extensions["installation"].transaction(writes=False):
        rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
        yield from sorted({own(rule.rule) for rule in rules})


def _kind(app: Flask, address: str) -> tuple[str, ...]:
    """Endpoint and query fields: addresses of one kind are built alike."""
    parts = urlsplit(address)
    try:
        endpoint, _ = app.url_map.bind("localhost").match(parts.path)
    except HTTPException:
        endpoint = ""
    return (endpoint, *sorted({pair.partition("=")[0] for pair in parts.query.split("&")}))


def _leads(answer: Answer) -> Iterator[str]:
    if "text/html" not in answer.headers and "Location" not in answer.headers:
        return
    yield from (unescape(link) for link in _LINK.findall(answer.body))
    yield from re.findall(r"^Location: (/.*?)\s*$", answer.headers, re.MULTILINE)
    for head, body in _FORM.findall(answer.body):
        if 'method="post"' not in head.lower():
            yield _submitted(answer.address, head, body)


def _submitted(address: str, head: str, body: str) -> str:
    """A form that only asks, as one would send it with a word typed."""
    action = re.search(r'action="([^"]*)"', head)
    to = (action[1] if action else "") or urlsplit(address).path
    named = {name: TYPED if name == "q" else "" for name in _FIELD.findall(body)}
    return f"{to}?{urlencode(named)}"
