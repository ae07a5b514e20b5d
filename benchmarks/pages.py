"""Pages against a bare Flask answer, queries a page, bytes on the wire."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from benchmarks.timing import say, seconds
from portal import schema
from portal.app import create_app
from portal.config import ROOT, Settings
from portal.demo import province as demo
from portal.installation import Installation, open_installation

ROUNDS = 5
OWN_QUERIES = 6  # at most, session, user, posts and audit apart
ASSETS = ("portal.css", "portal.js", "vendor/htmx.min.js")
PAGES = {
    None: ("/jobs", "/courses", "/clubs"),
    "member": ("/", "/me/offers", "/me/club", "/me/data"),
    "coordinator": ("/", "/meetings", "/members"),
    "case_officer": ("/", "/clients"),
    "employer": ("/", "/vacancies"),
    "provider": ("/", "/own/courses"),
    "officer": ("/", "/targets", "/targets/gaps", "/employers", "/providers"),
    "admin": ("/users",),
}


def measure() -> None:
    """Fill a demo province, then measure."""
    with TemporaryDirectory() as folder, _installation(Path(folder)) as installation:
        site = create_app(installation)
        say(f"open job list against a bare Flask answer: {_ratio(site):.1f} times (aim: at most 8)")
        say(f"{'page':28} {'role':13} queries  gzipped")
        for role, addresses in PAGES.items():
            _measure(site, installation, role, addresses)
        say(f"assets, gzipped: {sum(map(_asset_bytes, ASSETS)):,} bytes")


@contextmanager
def _installation(folder: Path) -> Iterator[Installation]:
    settings = Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'portal.db'}",
        secret_key="benchmark",
        data_key=b"k" * 32,
        demo=True,
        second_factor=False,
    )
    installation = open_installation(settings)
    schema.upgrade(installation.engine)
    installation.search.rebuild({})
    demo.fill(installation, clients=demo.CLIENTS, seed=demo.SEED)
    yield installation
    installation.engine.dispose()


def _ratio(site: Flask) -> float:
    bare = Flask("bare")
    bare.add_url_rule("/", "hello", lambda: "hello")
    page, hello = site.test_client(), bare.test_client()
    page.get("/jobs")  # warm
    return median(
        seconds(lambda: page.get("/jobs")) / seconds(lambda: hello.get("/")) for _ in range(ROUNDS)
    )


def _measure(
    site: Flask, installation: Installation, role: str | None, addresses: tuple[str, ...]
) -> None:
    client = site.test_client()
    site.config["WTF_CSRF_ENABLED"] = False
    if role:
        client.post("/login", data={"login": role, "password": demo.PASSWORD})
    own = _fixed_queries(installation, client)
    for address in addresses:
        count, size = _counted(installation, client, address)
        say(f"{address:28} {role or 'visitor':13} {count - own:7}  {size:7,}")


def _fixed_queries(installation: Installation, client: FlaskClient) -> int:
    """Those that every page asks for the session, the user and the posts."""
    return _counted(installation, client, "/nowhere")[0]


def _counted(installation: Installation, client: FlaskClient, address: str) -> tuple[int, int]:
    asked: list[str] = []

    def count(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    client.get(address)  # warm: what a process reads once is not counted
    event.listen(installation.engine, "before_cursor_execute", count)
    answer = client.get(address)
    event.remove(installation.engine, "before_cursor_execute", count)
    ours = [s for s in asked if s.startswith("SELECT") and "audit" not in s]
    return len(ours), len(gzip.compress(answer.data))


def _asset_bytes(name: str) -> int:
    return len(gzip.compress((ROOT / "static" / name).read_bytes()))
