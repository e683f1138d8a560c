"""Files written by the programs that people write them with, where these are installed."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OFFICE: Final = shutil.which("soffice")
BROWSER: Final = shutil.which("chromium") or shutil.which("google-chrome")

needs_office: Final = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_browser: Final = pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")

_PATIENCE: Final = 180
"""Seconds: a first start makes a profile."""


def convert(files: Sequence[Path], folder: Path, *, to: str) -> None:
    """Have LibreOffice write files in another format into a folder, all at one start, with a profile beside it.

    `to` is a suffix; a page is opened as a text to be written.
    """
    assert OFFICE is not None
    profile = (folder.parent / "office").resolve().as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--writer", "--convert-to", to]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)


def print_off(page: Path, path: Path, *, margins: bool) -> None:
    """Have a browser print a page; in the `margins` it writes when, the title, the address and the number."""
    assert BROWSER is not None
    profile = path.parent.parent / "browser"
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    command += [] if margins else ["--no-pdf-header-footer"]
    command += [f"--print-to-pdf={path}", page.resolve().as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
