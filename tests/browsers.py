"""A browser for the tests, where there is one, and everything that a page says or asks for while it is open."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What systems call a Chromium that can be run without a window."""

PATIENCE: Final = 120_000
"""Milliseconds that the browser is waited for: a machine that runs other tests beside it takes its time."""

_WATCH: Final = """
addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open page; `asked` are the addresses that it wanted anything from, `told` what stands in its console.

    `stopped` are those of which nothing was let go or come, and why.
    """

    page: Page
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    stopped: list[tuple[str, str | None]] = field(default_factory=list)

    @property
    def violations(self) -> list[str]:
        """What its policy did not let happen."""
        found: list[str] = self.page.evaluate("window.violations ?? []")
        return found

    def find_barriers(self) -> list[str]:
        """Return what axe finds to be serious or critical for people who cannot see, point or tell colours apart."""
        self.page.evaluate(_axe())
        found = self.page.evaluate("axe.run({resultTypes: ['violations']})")
        return [
            f"{one['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
            for one in found["violations"]
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]


@contextmanager
def run_browser() -> Iterator[Browser]:
    """Run a browser, or skip where there is none."""
    with sync_playwright() as player:
        own = player.chromium.executable_path
        path = next(filter(None, map(shutil.which, NAMES)), None) or (own if Path(own).exists() else None)
        if path is None:
            pytest.skip(f"there is no browser to open the page in: none of {', '.join(NAMES)} is installed")
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = player.chromium.launch(executable_path=path, args=arguments, timeout=PATIENCE)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_file(browser: Browser, path: Path, **options: Any) -> Iterator[Opened]:  # noqa: ANN401 - Playwright's own
    """Open a page from a file, as somebody does to whom it was sent; the browser is offline."""
    context = browser.new_context(offline=True, **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    opened = Opened(page)
    page.on("request", lambda request: opened.asked.append(request.url))
    page.on("requestfailed", lambda request: opened.stopped.append((request.url, request.failure)))
    page.on("console", lambda message: opened.told.append(message.text))
    page.on("pageerror", lambda error: opened.told.append(str(error)))
    page.add_init_script(_WATCH)
    try:
        page.goto(path.as_uri())
        yield opened
    finally:
        context.close()


def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
