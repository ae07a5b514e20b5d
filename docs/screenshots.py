"""`make screenshots`: the two pictures of the README, taken from a fresh demo on a fixed day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from portal import schema
from portal.app import create_app
from portal.config import Settings
from portal.demo import province as demo
from portal.installation import open_installation
from tests.requirements import browser

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 21)
# login, address, width and height of the window, file
PICTURES = (
    ("member", "/", 360, 780, "member.png"),
    ("officer", "/targets", 1280, 860, "officer.png"),
)


def main() -> None:
    """Fill a demo, serve it on this machine, and take the pictures."""
    with (
        TemporaryDirectory() as folder,
        _served(Path(folder)) as address,
        sync_playwright() as play,
    ):
        chromium = play.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        for picture in PICTURES:
            _take(chromium, address, *picture)
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
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    installation.engine.dispose()


def _take(
    chromium: Browser, address: str, login: str, path: str, width: int, height: int, file: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": height})
    page.goto(f"{address}/login")
    page.fill("[name=login]", login)
    page.fill("[name=password]", demo.PASSWORD)
    page.click("main button")
    page.goto(address + path)
    page.screenshot(path=FOLDER / file)
    page.close()


if __name__ == "__main__":
    main()
