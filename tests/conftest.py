"""Settings for all tests, and the one browser that they share."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# A busy machine must not fail a test: time is measured in benchmarks/, never here.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser, or a skip that says why; under CI=true a browser has to be there."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        named = os.environ.get("ARGMAP_CHROMIUM") or next(
            filter(None, map(shutil.which, NAMES)), None
        )
        try:
            chromium = playwright.chromium.launch(executable_path=named, args=ARGUMENTS)
        except Error as problem:
            reason = (
                "BROWSER TESTS DID NOT RUN: no browser could be started. Set ARGMAP_CHROMIUM, or"
                " install one: apt-get install chromium, or playwright install chromium."
                f" ({str(problem).splitlines()[0]})"
            )
            if os.environ.get("CI", "").lower() == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        yield chromium
        chromium.close()
