"""The script of the README that fails a build on a contradicted claim is run as it stands there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).parent.parent
MARK: Final = re.compile(r"<!-- run by the tests: check-claims\.sh -->\s*^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)

TRUE: Final = "Dunmore Council spent £49m on the harbour bridge in 2017."
FALSE: Final = "Dunmore Council spent £40m on the harbour bridge in 2017."
AUDIT: Final = (
    "Audit of the harbour bridge\n\nPublished 3 May 2018\n\n"
    "Dunmore Council spent £49 million on the harbour bridge in 2017, the auditors found.\n"
)

pytestmark = [
    pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed (Debian: apt install jq)"),
    pytest.mark.skipif(not shutil.which("sh"), reason="there is no sh"),
]

Ran = subprocess.CompletedProcess[str]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Ran]:
    """Run a script, or a command, in a folder with a record, claims, and factcheck on the path."""
    commands = tmp_path / "bin"
    commands.mkdir()
    ours = commands / "factcheck"
    ours.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    ours.chmod(0o755)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "audit.txt").write_text(AUDIT, encoding="utf-8")
    path = os.pathsep.join([str(commands), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}

    def start(*command: str, claims: str) -> Ran:
        rows = [f"  - id: claim-{place}\n    text: {text}\n" for place, text in enumerate(claims.splitlines(), 1)]
        (tmp_path / "claims.yaml").write_text("claims:\n" + "".join(rows), encoding="utf-8")
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return start


@pytest.fixture
def script(tmp_path: Path) -> str:
    """The script as the README has it."""
    found = MARK.findall((ROOT / "README.md").read_text("utf-8"))
    assert len(found) == 1
    path = tmp_path / "check-claims.sh"
    path.write_text(found[0], encoding="utf-8")
    return str(path)


def test_the_script_passes_where_nothing_is_contradicted(script: str, run: Callable[..., Ran]) -> None:
    ran = run("sh", script, claims=TRUE)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_the_script_fails_and_names_the_claim_and_the_quote(script: str, run: Callable[..., Ran]) -> None:
    ran = run("sh", script, claims=f"{TRUE}\n{FALSE}")
    assert ran.returncode == 1
    assert [json.loads(line) for line in ran.stdout.splitlines()] == [
        {"claim": "claim-2", "document": "audit.txt", "quote": AUDIT.splitlines()[-1]}
    ]


def test_the_script_fails_otherwise_where_nothing_could_be_checked(script: str, run: Callable[..., Ran]) -> None:
    ran = run("sh", script, claims="")
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr


@pytest.mark.parametrize(("claims", "code"), [(TRUE, 0), (FALSE, 1)])
def test_the_option_fails_a_build_by_itself(claims: str, code: int, run: Callable[..., Ran]) -> None:
    command = "factcheck verify --record documents --format json --output report.json --fail-on contradicted"
    ran = run("sh", "-c", command, claims=claims)
    assert ran.returncode == code
