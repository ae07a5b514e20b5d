"""`make screenshots`: the two pictures of the README, taken from a fresh demo on a fixed day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Page, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from portal import schema
from portal.app import create_app
from portal.config import Settings
from portal.demo import province as demo
from portal.installation import open_installation
from tests.requirements import browser

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 21)
# login, address, window, file
PICTURES: tuple[tuple[str, str, ViewportSize, str], ...] = (
    ("member", "/", {"width": 360, "height": 780}, "member.png"),
    ("officer", "/targets", {"width": 1280, "height": 860}, "officer.png"),
)


def main() -> None:
    """Fill a demo, serve it on this machine, and take the pictures."""
    with (
        TemporaryDirectory() as folder,
        _served(Path(folder)) as site,
        sync_playwright() as play,
    ):
        chromium = play.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        for login, path, window, file in PICTURES:
            page = chromium.new_page(viewport=window)
            _open(page, site, login, path)
            page.screenshot(path=FOLDER / file)
        chromium.close()


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    settings = Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'portal.db'}",
        secret_key="screenshots",
        data_key=b"k" * 32,
        demo=True,
        today=TODAY,
        second_factor=False,
    )
    installation = open_installation(settings)
    schema.upgrade(installation.engine)
    installation.search.rebuild({})
    demo.fill(installation, clients=demo.CLIENTS, seed=demo.SEED)
    server = make_server("127.0.0.1", 0, create_app(installation), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        installation.engine.dispose()


def _open(page: Page, site: str, login: str, path: str) -> None:
    page.goto(f"{site}/login")
    page.fill("[name=login]", login)
    page.fill("[name=password]", demo.PASSWORD)
    page.click("main button")
    page.goto(site + path)


if __name__ == "__main__":
    main()
