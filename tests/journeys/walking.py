"""Someone who walks through the site; every page they come to is looked at.

The look: no serious fault found by axe, nothing wrong in the console (a breach of the content
policy is told there), no request that leaves this machine, nothing wider than a telephone, and
weight: HTML within 14 kB, with all that a first visit loads within 50 kB, both gzipped.
"""

import gzip
import os
import re
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from portal.config import ROOT
from tests.pages import MOST_HTML, PASSWORD

MOST_BYTES = 50 * 1024
GRAVE = ("serious", "critical")
STATUS = "Failed to load resource"  # the browser tells of a 404 or 422 that is looked at anyway
SHOTS = os.environ.get("PORTAL_SHOTS")  # a folder for a picture of every page, to look at by eye


class Walk:
    """A browser of one's own, in which each step ends with a look at the page."""

    def __init__(self, page: Page, javascript: bool) -> None:
        self.page = page
        self.javascript = javascript
        self.main = page.locator("main")
        self.faults: list[str] = []
        self.loaded: set[str] = set()
        self.answer: Response | None = None
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._follow)
        page.on("response", self._keep)

    def go(self, path: str, status: int = 200) -> Self:
        """Type an address."""
        self.page.goto(path)
        return self.look(status)

    def sign_in(self, login: str, password: str = PASSWORD) -> Self:
        """Sign in by hand."""
        self.go("/login").fill({"Tên đăng nhập": login, "Mật khẩu hoặc mã PIN": password})
        return self.press("Đăng nhập", within=self.main)

    def follow(self, words: str, within: Locator | None = None) -> Self:
        """Follow the first link that begins with these words."""
        (within or self.page.locator("body")).get_by_role("link", name=_begins(words)).first.click()
        return self.look()

    def press(self, words: str, status: int = 200, within: Locator | None = None) -> Self:
        """Press the first button that begins with these words, and see what that leads to."""
        (within or self.main).get_by_role("button", name=_begins(words)).first.click()
        return self.look(status)

    def back(self, status: int = 200) -> Self:
        """Go back to the page before."""
        with self.page.expect_event("load"):
            self.page.go_back(wait_until="commit")
        return self.look(status)

    def fill(self, typed: dict[str, str]) -> Self:
        """Type or choose under the labels."""
        for label, value in typed.items():
            control = self.main.get_by_label(re.compile(f"^{re.escape(label)}( \\(|$)")).first
            if control.evaluate("element => element.tagName") == "SELECT":
                control.select_option(value)
            else:
                control.fill(value)
        return self

    def tick(self, *labels: str) -> Self:
        """Tick boxes or choose radio buttons."""
        for label in labels:
            self.main.get_by_label(label).first.check()
        return self

    def sees(self, *words: str) -> Self:
        """The page says all this."""
        for said in words:
            expect(self.main).to_contain_text(said, ignore_case=True)
        return self

    def sees_not(self, *words: str) -> Self:
        """The page says nothing of the kind."""
        for said in words:
            expect(self.main).not_to_contain_text(said, ignore_case=True)
        return self

    def look(self, status: int = 200) -> Self:
        """Find fault with the page that stands there."""
        self.page.wait_for_load_state()
        expect(self.page.locator(".htmx-request")).to_have_count(0)  # a swap under way is pale
        assert self.answer is not None
        self._photograph()
        faults = [*self.faults, *self._too_wide(), *self._too_heavy(), *self._barriers()]
        assert not faults, f"{self.page.url}: {'; '.join(faults)}"
        said = f"{self.page.url}: {self.answer.status}\n{self.main.inner_text()}"
        assert self.answer.status == status, said
        return self

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(STATUS):
            self.faults.append(f"console: {message.text}")

    def _follow(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.hostname != "127.0.0.1" and asked.scheme != "data":
            self.faults.append(f"leaves this machine: {request.url}")
        if asked.path.startswith("/static/"):
            self.loaded.add(asked.path)

    def _keep(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.answer = response

    def _too_wide(self) -> list[str]:
        width = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return [f"{width} px too wide"] if width > 0 else []

    def _too_heavy(self) -> list[str]:
        assert self.answer is not None
        html = len(gzip.compress(self.answer.body()))
        assets = sum(len(gzip.compress((ROOT / path[1:]).read_bytes())) for path in self.loaded)
        faults = [f"{html} bytes of HTML"] if html > MOST_HTML else []
        return faults + ([f"{html + assets} bytes in all"] if html + assets > MOST_BYTES else [])

    def _barriers(self) -> list[str]:
        if not self.javascript:
            return []  # axe needs it; the same pages are looked at with JavaScript
        found = Axe().run(self.page).response["violations"]
        return [
            f"axe: {one['id']} at {[node['target'] for node in one['nodes'][:3]]}"
            for one in found
            if one["impact"] in GRAVE
        ]

    def _photograph(self) -> None:
        if SHOTS:
            name = re.sub(r"\W+", "_", urlsplit(self.page.url).path)[:40]
            number = len(list(Path(SHOTS).glob("*.png")))
            path = Path(SHOTS, f"{number:03}{name}_{self.page.viewport_size['width']}.png")
            self.page.screenshot(path=path, full_page=True, caret="initial")


def _begins(words: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(words)}".replace("/", r"\/"))
