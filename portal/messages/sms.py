"""Short messages by the HTTP gateway that the settings name: always POST, for an address of a web
page stands in the logs of whoever passes it on."""

import json
import re
import socket
import unicodedata
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qsl, urlencode
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from portal.config import SmsGateway
from portal.messages.delivery import Undelivered

PATIENCE = 20  # seconds
REFUSED = (429, 503)  # the gateway says that it took nothing, and that it may later

NOT_REACHED = (ConnectionRefusedError, socket.gaierror)
PLACE = re.compile(r"\{(?:to|text|token)\}")


class _StaysHere(HTTPRedirectHandler):
    """Number and text are given to the gateway that was named, and to nobody it points at."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def send(gateway: SmsGateway, to: str, text: str) -> None:
    """Hand a message in; what it answered is not read, only whether it took it."""
    try:
        with _opener().open(_request(gateway, to, text), timeout=PATIENCE):
            return
    except HTTPError as error:
        with error:
            raise Undelivered(f"gateway: {error.code}", again=error.code in REFUSED) from None
    except URLError as error:
        unreached = isinstance(error.reason, NOT_REACHED)
        kind = type(error.reason).__name__
        raise Undelivered(f"gateway: {kind}", again=unreached) from None
    except (OSError, HTTPException) as error:
        raise Undelivered(f"gateway: {type(error).__name__}", again=False) from None


def _opener() -> OpenerDirector:
    return build_opener(ProxyHandler({}), _StaysHere)


def _request(gateway: SmsGateway, to: str, text: str) -> Request:
    words = {"{to}": to, "{text}": unicodedata.normalize("NFC", text), "{token}": gateway.token}
    if gateway.body.lstrip().startswith("{"):
        kind = "application/json"
        body = json.dumps(_filled(json.loads(gateway.body), words), ensure_ascii=False)
    else:
        kind = "application/x-www-form-urlencoded"
        body = urlencode(_filled(dict(parse_qsl(gateway.body, keep_blank_values=True)), words))
    headers = {"Content-Type": f"{kind}; charset=utf-8"}
    if gateway.token and "{token}" not in gateway.body:
        headers["Authorization"] = f"Bearer {gateway.token}"
    return Request(gateway.url, body.encode(), headers, method="POST")


def _filled(part: Any, words: dict[str, str]) -> Any:
    """The template with its words in place, in texts only: what is put in can break nothing."""
    if isinstance(part, dict):
        return {name: _filled(value, words) for name, value in part.items()}
    if isinstance(part, list):
        return [_filled(value, words) for value in part]
    return PLACE.sub(lambda found: words[found[0]], part) if isinstance(part, str) else part
