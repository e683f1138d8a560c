"""Where output goes: pipes, terminals and files, whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import output
from factcheck.cli.output import open_page, write_whole
from factcheck.errors import InputError, RunError

PRETEND = str(Path(__file__).with_name("pretend_cli.py"))
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

pty = pytest.importorskip("pty", reason="terminals are tested where there are pseudo-terminals")


def pretend(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command over a pretend pipeline, its output in pipes."""
    return subprocess.run(
        [sys.executable, PRETEND, *arguments], env=os.environ | environment, capture_output=True, check=False
    )


def on_terminal(*arguments: str, columns: int = 80, **environment: str) -> str:
    """Run it on a terminal of so many columns; returns all that came to the screen."""
    ours, theirs = pty.openpty()
    size = {"COLUMNS": str(columns), "LINES": "50", "TERM": "xterm-256color", "NO_COLOR": ""}
    with subprocess.Popen(
        [sys.executable, PRETEND, *arguments],
        env=os.environ | size | environment,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = _read_all(ours)
    os.close(ours)
    assert process.returncode == 0
    return shown.decode("utf-8").replace("\r\n", "\n")


def _read_all(terminal: int) -> bytes:
    """Read until the other end is closed, which Linux reports as an error."""
    chunks = []
    try:
        while chunk := os.read(terminal, 65536):
            chunks.append(chunk)
    except OSError:
        pass
    return b"".join(chunks)


def test_a_pipe_gets_the_same_bytes_whatever_the_terminal_is_said_to_be() -> None:
    written = {
        pretend("verify", COLUMNS=columns, TERM=term, FORCE_COLOR="1").stdout
        for columns, term in [("20", "xterm"), ("80", "dumb"), ("160", "xterm-256color")]
    }
    assert len(written) == 1
    assert b"\x1b" not in written.pop()


@pytest.mark.parametrize("columns", [80, 160])
def test_a_terminal_is_filled_and_coloured(columns: int) -> None:
    shown = on_terminal("verify", columns=columns)
    assert ESCAPE.search(shown)
    rows = ESCAPE.sub("", shown).splitlines()
    assert 0.9 * columns < max(map(len, rows)) <= columns
    assert ("Claim" in rows[1]) == (columns == 160)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_escapes_gets_none(environment: dict[str, str]) -> None:
    shown = on_terminal("verify", columns=160, PRETEND_SECONDS="0", **environment)
    assert "\x1b" not in shown
    assert "✗ contradicted" in shown
    assert max(map(len, shown.splitlines())) <= 160


def test_a_long_run_shows_its_progress_and_clears_it_away() -> None:
    shown = on_terminal("verify", PRETEND_SECONDS="1.2")
    assert "checking claims" in shown
    assert "checking claims" not in on_terminal("verify", TERM="dumb", PRETEND_SECONDS="1.2")
    assert b"checking claims" not in pretend("verify", PRETEND_SECONDS="1.2").stderr


def test_a_quick_run_shows_no_progress() -> None:
    assert "checking claims" not in on_terminal("verify")


def test_signs_that_the_encoding_lacks_are_replaced_by_ascii() -> None:
    written = pretend("verify", PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "x contradicted  We opened the harbour bridge in 2017 for \\xa39 million.\n" in written


def test_json_is_utf8_whatever_the_encoding_of_the_terminal() -> None:
    plain, odd = (pretend("verify", "--format", "json", PYTHONIOENCODING=name).stdout for name in ("utf-8", "ascii"))
    assert plain == odd
    assert "£9 million" in odd.decode("utf-8")


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([sys.executable, PRETEND, "verify"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert ran.stderr == b""
    assert ran.returncode not in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line_and_3() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([sys.executable, PRETEND, "verify"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.stderr == b"error: the output cannot be written: No space left on device\n"
    assert ran.returncode == 3


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        ("run", 3, b"error: the index is broken\nhint: delete it\n"),
        ("interrupt", 130, b"interrupted\n"),
        ("crash", 3, b"error: this is a fault in factcheck, not in your input\n"),
    ],
)
def test_errors_leave_stdout_empty(error: str, code: int, told: bytes) -> None:
    ran = pretend("verify", PRETEND_ERROR=error)
    assert (ran.returncode, ran.stdout) == (code, b"")
    assert told in ran.stderr


def test_a_file_gets_what_a_pipe_gets(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    assert pretend("verify", "--output", str(target)).returncode == 0
    assert target.read_bytes() == pretend("verify").stdout == pretend("verify", "--output", "-").stdout
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_breaks_off_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    target.write_bytes(b"old")

    def fail(_path: Path) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "_mode_of", fail)
    with pytest.raises(RunError, match=r"report\.txt: cannot be written: No space left on device"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    new, usual, old = tmp_path / "new", tmp_path / "usual", tmp_path / "old"
    usual.touch()
    old.touch(mode=0o600)
    write_whole(new, b"x")
    write_whole(old, b"x")
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    write_whole(link, b"x")
    assert link.is_symlink()
    assert target.read_bytes() == b"x"


def test_a_device_is_written_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device()
    assert open_page(Path(os.devnull)).file == Path(os.devnull)


def test_a_folder_and_a_path_through_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a folder, not a file"):
        open_page(tmp_path)
    with pytest.raises(InputError, match="cannot be written: Not a directory"):
        open_page(tmp_path / "file" / "report.json")
    with pytest.raises(InputError, match="cannot be written: File name too long"):
        open_page(tmp_path / ("x" * 300))
