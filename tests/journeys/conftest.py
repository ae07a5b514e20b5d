"""Walks through a live site in Chromium: every page that is come to is looked at.

def test_…(walk):
    officer = walk(1280).sign_in("officer")
    officer.follow("Chỉ tiêu")
    officer.sees("11/11")
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext
from werkzeug.serving import WSGIRequestHandler, make_server

from portal import clock
from portal.app import create_app
from portal.chores import JOBS
from portal.installation import Installation, open_installation
from portal.messages import worker
from tests.journeys.walking import Walk
from tests.proofs.conftest import filled_folder, settings_in

__all__ = ["filled_folder"]

Walks = Callable[[int], Walk]


class Quiet(WSGIRequestHandler):
    """Serves without a line for each request."""

    def log(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """With JavaScript, and without."""
    return bool(request.param)


@pytest.fixture
def second_factor() -> bool:
    """Whether those in office need one to work."""
    return False


@pytest.fixture
def province(filled_folder: Path, tmp_path: Path, second_factor: bool) -> Iterator[Installation]:
    """A copy of the demo province."""
    shutil.copytree(filled_folder, tmp_path / "data")
    settings = replace(settings_in(tmp_path / "data"), second_factor=second_factor)
    opened = open_installation(settings)
    yield opened
    opened.engine.dispose()
    clock.fix(None)


@pytest.fixture
def address(province: Installation) -> Iterator[str]:
    """Where the copy is served, on this machine only."""
    site = create_app(province)
    server = make_server("127.0.0.1", 0, site, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def walk(new_context: Callable[..., BrowserContext], address: str, javascript: bool) -> Walks:
    """Makes someone with a browser of their own, whose window is so many pixels wide."""

    def begin(width: int) -> Walk:
        context = new_context(
            base_url=address,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            locale="vi-VN",
            reduced_motion="reduce",
        )
        return Walk(context.new_page(), javascript)

    return begin


@pytest.fixture
def work_off(province: Installation) -> Callable[[], None]:
    """Does what the worker would do by now: the index follows, notices are sent."""
    return lambda: worker.drain(partial(province.transaction, writes=True), JOBS)
