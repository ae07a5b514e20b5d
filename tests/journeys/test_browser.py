"""The browser of the journeys starts and reads a page."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_browser_shows_vietnamese(page: Page) -> None:
    page.set_content("<h1>Nhịp Cầu</h1>")
    assert page.get_by_role("heading").inner_text() == "Nhịp Cầu"
