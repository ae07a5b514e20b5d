"""A visitor: open pages in both languages, and the pages that say that something is wrong."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser

OPEN = ("/", "/jobs", "/courses", "/clubs", "/login", "/card", "/employers/register")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_visitor_looks_around_in_two_languages(walk: Walks, width: int) -> None:
    visitor = walk(width)
    for path in OPEN:
        visitor.go(path)
    visitor.press("English", within=visitor.page.locator("header"))
    expect(visitor.page).to_have_url(re.compile(f"{OPEN[-1]}$"))
    for path in OPEN:
        visitor.go(path)
        expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    visitor.go("/jobs")
    visitor.main.get_by_role("listitem").first.get_by_role("link").click()
    visitor.look().go("/courses")
    visitor.main.get_by_role("listitem").first.get_by_role("link").click()
    visitor.look()


def test_what_is_not_there_is_said_plainly(walk: Walks) -> None:
    visitor = walk(360).go("/nowhere", status=404)
    visitor.go("/jobs/0000000000000000000000", status=404)
    walk(360).sign_in("member").go("/users", status=403)
