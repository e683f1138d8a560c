"""What users and systems do to the real command: closed streams, other locales, outputs that are inputs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

RUN = (sys.executable, "-m", "factcheck")
ROOT = Path(__file__).parent.parent

REPORT = "Hill Harbour\n\n3 May 2017\n\nThe Hill council cut 40 jobs in 2016, auditors said.\n"
CLAIMS = "claims:\n  - id: jobs\n    text: The Hill council cut 50 jobs in 2016.\n    speaker: Ann Lee\n"

C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

posix = pytest.mark.skipif(os.name != "posix", reason="needs a shell and signals")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a claims file and a record of one document."""
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def factcheck(
    *arguments: str | bytes, desk: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder."""
    settings = os.environ | {"PYTHONPATH": str(ROOT)} | dict(environment or {})
    return subprocess.run([*RUN, *arguments], cwd=desk, env=settings, capture_output=True, check=False)


# --- an output that is an input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "output", ["claims.yaml", "seeds/../claims.yaml", "link.yaml", "seeds/report.txt", "seeds/new.json"]
)
def test_what_is_read_is_never_written_over(desk: Path, output: str) -> None:
    (desk / "link.yaml").symlink_to(desk / "claims.yaml")
    ran = factcheck("verify", "--output", output, desk=desk)
    assert ran.returncode == 2
    error, hint = ran.stderr.decode().splitlines()
    assert error.startswith(f"error: {output}: ")
    assert hint.startswith("hint: name ")
    assert (desk / "claims.yaml").read_text(encoding="utf-8") == CLAIMS
    assert [path.name for path in (desk / "seeds").iterdir()] == ["report.txt"]
    assert (desk / "seeds" / "report.txt").read_text(encoding="utf-8") == REPORT


def test_a_link_into_the_record_and_one_out_of_it_are_refused(desk: Path) -> None:
    (desk / "way-in").symlink_to(desk / "seeds")
    (desk / "seeds" / "way-out.txt").symlink_to(desk / "out.txt")
    for output in ("way-in/new.json", "seeds/way-out.txt"):
        assert b"lies in the record" in factcheck("verify", "--output", output, desk=desk).stderr
    assert not (desk / "out.txt").exists()


def test_it_is_refused_before_anything_is_read(desk: Path) -> None:
    (desk / "claims.yaml").write_text("no claims", encoding="utf-8")
    assert b"is a file that is to be read" in factcheck("verify", "--output", "claims.yaml", desk=desk).stderr


@pytest.mark.parametrize("output", ["report.json", "-", os.devnull])
def test_other_outputs_are_written(desk: Path, output: str) -> None:
    ran = factcheck("verify", "--output", output, desk=desk)
    assert (ran.returncode, ran.stderr) == (0, b"")


# --- streams that are closed ---------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("command", ["verify", 'query "It rained."', "record list"])
def test_a_closed_stdout_is_one_line_and_3(desk: Path, command: str) -> None:
    ran = _shell(f"{command} >&-", desk=desk)
    assert ran.returncode == 3
    assert ran.stderr.splitlines()[0] == b"error: stdout is closed: there is nowhere to write to"
    assert b"Traceback" not in ran.stderr


@posix
def test_a_file_is_written_though_stdout_is_closed(desk: Path) -> None:
    ran = _shell("verify --output report.txt >&-", desk=desk)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (desk / "report.txt").read_bytes() == factcheck("verify", desk=desk).stdout


@posix
def test_a_closed_stderr_hinders_nothing(desk: Path) -> None:
    ran = _shell("verify 2>&-", desk=desk)
    assert (ran.returncode, ran.stdout) == (0, factcheck("verify", desk=desk).stdout)
    assert _shell("verify none.yaml 2>&-", desk=desk).returncode == 2


def _shell(command: str, *, desk: Path) -> subprocess.CompletedProcess[bytes]:
    line = f'"{sys.executable}" -m factcheck {command}'
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(["sh", "-c", line], cwd=desk, env=settings, capture_output=True, check=False)  # noqa: S607


# --- Ctrl-C --------------------------------------------------------------------------------------------


@posix
def test_ctrl_c_is_answered_in_words_while_the_command_is_imported(desk: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from factcheck.cli import main\n"
        "class Early:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Early())\n"
        "main()"
    )
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], cwd=desk, env=settings, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"interrupted\n")


@posix
@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.5])
def test_ctrl_c_is_answered_in_words_at_any_time(desk: Path, seconds: float) -> None:
    (desk / "seeds" / "long.txt").write_text(REPORT * 20_000, encoding="utf-8")
    code = "from factcheck.cli import main; print(flush=True); main()"
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, "verify"]
    with subprocess.Popen(command, cwd=desk, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()  # Python itself has started
        time.sleep(seconds + 0.02)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert (process.returncode, told.strip()) == (130, b"interrupted")


# --- locales -------------------------------------------------------------------------------------------


@posix
def test_the_locale_changes_nothing(desk: Path) -> None:
    (desk / "seeds" / "Küste – 2016.txt").write_text(REPORT.replace("40", "44"), encoding="utf-8")
    (desk / "seeds" / "küche").mkdir()
    (desk / "seeds" / "küche" / "brief.pdf").write_bytes(b"%PDF")
    reports = {
        factcheck("verify", "--format", "json", desk=desk, environment=environment).stdout
        for environment in ({}, C_LOCALE)
    }
    assert len(reports) == 1
    report = json.loads(reports.pop())
    assert [document["path"] for document in report["record"]] == ["Küste – 2016.txt", "report.txt"]
    assert [skipped["path"] for skipped in report["skipped"]] == ["küche/brief.pdf"]


@posix
def test_what_is_typed_is_utf_8_whatever_the_locale(desk: Path) -> None:
    (desk / "seeds" / "Küste.txt").write_text(REPORT, encoding="utf-8")
    for command in (("query", "Küste paid £9m.", "--speaker", "Zoë Lee"), ("record", "show", "Küs")):
        ran = [
            factcheck(*command, "--format", "json", desk=desk, environment=environment)
            for environment in ({}, C_LOCALE)
        ]
        assert ran[0].stdout == ran[1].stdout
        assert ran[1].returncode == 0


@posix
def test_what_is_typed_and_is_no_utf_8_is_refused(desk: Path) -> None:
    assert b"the claim is not readable text" in factcheck("query", b"caf\xe9", desk=desk).stderr
    assert b"no document is called" in factcheck("record", "show", b"caf\xe9", desk=desk).stderr


# --- a day before the record ---------------------------------------------------------------------------


def test_a_day_before_the_record_is_3(desk: Path) -> None:
    ran = factcheck("verify", "--as-of", "2010", desk=desk)
    assert (ran.returncode, ran.stdout) == (3, b"")
    error, hint = ran.stderr.decode().splitlines()
    assert "there was nothing to look at" in error
    assert "2017-05-03" in hint


# --- the same words again and again --------------------------------------------------------------------


def test_the_same_words_of_one_document_are_shown_once_and_counted(desk: Path) -> None:
    sentence = "The Hill council cut 40 jobs in 2016, auditors said."
    (desk / "seeds" / "report.txt").write_text(f"Hill Harbour\n\n{' '.join([sentence] * 60)}\n", encoding="utf-8")
    (desk / "seeds" / "other.txt").write_text(f"Hill Gazette\n\n{sentence}\n", encoding="utf-8")
    report = json.loads(factcheck("verify", "--format", "json", desk=desk).stdout)
    assert report["coverage"]["passages"] == 61
    verdict = report["verdicts"][0]
    shown = {side: verdict[side] for side in ("supporting", "contradicting", "own_words", "context")}
    quotes = [evidence for side in shown.values() for evidence in side if evidence["document"] == "report.txt"]
    assert [evidence["quote"] for evidence in quotes] == [sentence]
    assert "these words stand 60 times in the document" in quotes[0]["note"]
    assert quotes[0]["start"] == len("Hill Harbour\n\n")
    others = [evidence for side in shown.values() for evidence in side if evidence["document"] == "other.txt"]
    assert others
    assert not any("these words stand" in evidence["note"] for evidence in others)
