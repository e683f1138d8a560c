"""The real command line over a pretend pipeline, for tests that need a process, a pipe or a terminal.

Run as `python tests/pretend_cli.py verify`. The environment says what the pipeline does: PRETEND_SECONDS how
long it takes, PRETEND_ERROR what it raises.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from factcheck.cli import build, main
from factcheck.cli.progress import show_progress
from factcheck.errors import RunError
from factcheck.model import VerdictLabel
from factcheck.pipeline.held import hold
from tests.report_factory import CLAIM, SUPPORT, make_intake, make_report, make_verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Report

QUOTE = "The bridge opened in May 2017, four months after the date in the contract. " * 3


def read_claims(path: Path, *, ids: Sequence[str] = (), speakers: Sequence[str] = ()) -> tuple[Claim, ...]:
    """Pretend to read claims."""
    del path, ids, speakers
    return (CLAIM,)


def open_record(
    folder: Path, index: Path | None, *, jobs: int | None = None, reading: bool = False, opened: Store | None = None
) -> Store:
    """Pretend to read a record."""
    del folder, index, jobs, reading, opened
    return hold(make_intake())


def check_claims(claims: Sequence[Claim], store: Store, settings: Settings, *, jobs: int | None = None) -> Report:
    """Pretend to check claims, for as long and as badly as the environment says."""
    del claims, store, settings, jobs
    with show_progress("checking claims") as on_claim:
        if on_claim:
            on_claim(1, 2)
        time.sleep(float(os.environ.get("PRETEND_SECONDS", "0")))
    match os.environ.get("PRETEND_ERROR", ""):
        case "run":
            raise RunError("the index is broken", hint="delete it")
        case "interrupt":
            raise KeyboardInterrupt
        case "crash":
            raise ZeroDivisionError
    many = tuple(replace(SUPPORT, quote=f"{number} {QUOTE.strip()}") for number in range(1, 6))
    return make_report(
        make_verdict(VerdictLabel.SUPPORTED, supporting=many, contradicting=()),
        make_verdict(VerdictLabel.CONTRADICTED),
    )


if __name__ == "__main__":
    build.read_claims, build.open_record, build.check_claims = read_claims, open_record, check_claims
    main()
