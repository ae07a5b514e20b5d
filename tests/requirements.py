"""What a test needs of the machine: without it the test is skipped and says why.

PORTAL_REQUIRE_ALL=1 turns each such skip into a failure, so that no check is lost in silence.
"""

import os
import shutil
from typing import NoReturn

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where everything is required."""
    if os.environ.get("PORTAL_REQUIRE_ALL") == "1":
        pytest.fail(f"required by PORTAL_REQUIRE_ALL: {reason}")
    pytest.skip(reason)


def browser() -> str:
    """The path of a Chromium."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or missing(f"no browser: none of {', '.join(BROWSERS)} is installed")
