"""portal run, portal worker, portal routes."""

import argparse
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from threading import Event, Thread
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from portal import access
from portal.app import create_app
from portal.chores import JOBS, ask_for_care
from portal.commands import ground
from portal.commands.ground import add, say
from portal.demo import province as demo
from portal.errors import RuleBroken
from portal.messages import worker

THREADS = 8
PAUSE = 1.0  # seconds between two looks into the outbox


def add_commands(commands: ground.Commands) -> None:
    """Add what serves."""
    run = add(commands, "run", _run, "make or upgrade the database, and serve")
    run.add_argument("--demo", action="store_true", help="invented data where it is empty")
    run.add_argument("--host", default="127.0.0.1")
    run.add_argument("--port", type=ground.port, default=8000)
    work = add(commands, "worker", _work, "send messages, follow the index, remind")
    work.add_argument("--while-input-is-open", action="store_true", help="end when stdin closes")
    routes = add(commands, "routes", _routes, "every address with its rule")
    routes.add_argument("--json", action="store_true")


def _run(asked: argparse.Namespace) -> None:
    _check_free(asked.host, asked.port)
    if asked.demo:
        os.environ["PORTAL_DEMO"] = "1"
    installation = ground.installation(upgrade=True)
    if asked.demo:
        demo.fill_when_empty(installation)
    with installation.transaction(writes=True):
        ask_for_care()
    site = create_app(installation)
    say(f"The portal is at http://{asked.host}:{asked.port}/  (stop it with Ctrl-C)")
    if installation.settings.demo:
        say(f"Demo accounts, password {demo.PASSWORD}: {', '.join(demo.LOGINS)}")
    installation.engine.dispose()  # what was opened here must not be shared with the children
    with _worker_beside():
        _Server(site, f"{asked.host}:{asked.port}").run()


def _check_free(host: str, port: int) -> None:
    """Say so before anything else is done where something already listens there."""
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise RuleBroken(
                f"cannot listen on {host}:{port} ({error.strerror}); choose another with --port"
            ) from error


class _Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with one process of several threads: SQLite and the index stand in one process."""

    def __init__(self, site: Flask, address: str) -> None:
        self._site, self._address = site, address
        super().__init__()

    def load_config(self) -> None:
        chosen = {
            "bind": self._address,
            "workers": 1,
            "threads": THREADS,
            "worker_class": "gthread",
            "control_socket_disable": True,
            "loglevel": "warning",
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._site


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A worker that lives as long as the server: it ends when its standard input closes."""
    command = [sys.executable, "-m", "portal.cli", "worker", "--while-input-is-open"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as child:
        try:
            yield
        finally:
            child.terminate()


def _work(asked: argparse.Namespace) -> None:
    installation = ground.installation()
    begin = partial(installation.transaction, writes=True)
    stop = Event()
    if asked.while_input_is_open:
        Thread(target=_stop_at_end_of_input, args=[stop], daemon=True).start()
    while not stop.is_set():
        worker.drain(begin, JOBS)
        stop.wait(PAUSE)


def _stop_at_end_of_input(stop: Event) -> None:
    sys.stdin.read()
    stop.set()


def _routes(asked: argparse.Namespace) -> None:
    rows = list(_addresses(create_app(ground.installation())))
    if asked.json:
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            methods = ",".join(row["methods"])
            say(f"{row['endpoint']:40} {methods:10} {row['rule']:14} {row['address']}")


def _addresses(site: Flask) -> Iterator[dict[str, Any]]:
    for route in sorted(site.url_map.iter_rules(), key=lambda route: str(route.endpoint)):
        rule = access.rule_of(site, route.endpoint)
        assert rule is not None  # sealed
        yield {
            "endpoint": route.endpoint,
            "address": route.rule,
            "methods": sorted((route.methods or set()) - {"HEAD", "OPTIONS"}),
            "rule": rule.__name__,
            "roles": list(access.roles_for(rule)),
        }
