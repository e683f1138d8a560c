"""Several processes at one record: one writes, others read the last commit, and who is killed harms nobody."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.pipeline.check import check_record
from factcheck.pipeline.refresh import refresh
from tests.index_records import (
    OTHERWISE,
    TEXTS,
    ask,
    build_at_once,
    find,
    open_store,
    read_claims,
    write_claims,
    write_texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW_ADD: Final = Path(__file__).parent / "slow_add.py"
CHILDREN: Final = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
MANY: Final = 40


def start(folder: Path, index: Path, *more: str, at: str = "", seconds: float = 0) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(SLOW_ADD.parent.parent), "SLOW_AT": at, "SLOW_SECONDS": str(seconds)}
    command = [sys.executable, str(SLOW_ADD), "record", "add", str(folder), "--index", str(index), *more]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def write_many(folder: Path) -> Path:
    write_texts(folder)
    for number in range(MANY):
        write_texts(folder, {f"many/{number}.txt": TEXTS["post.txt"].replace("Dunmore", f"Marsh{number}")})
    return folder


@pytest.fixture
def stopped(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that stands still in the middle of the second batch of the index `index` of the folder `record`."""
    folder = write_texts(tmp_path / "record")
    store = open_store(tmp_path / "index")
    refresh(store, [folder])
    store.close()
    write_texts(folder, {"post.txt": OTHERWISE, "more.txt": OTHERWISE.replace("44", "45")})
    writer = start(folder, tmp_path / "index", at=request.param, seconds=30)
    assert writer.stdout
    assert writer.stdout.readline() == "stopped\n"
    yield writer
    writer.kill()
    writer.communicate()


@pytest.mark.parametrize("stopped", ["index", "show"], indirect=True)
def test_who_reads_sees_the_last_commit(
    stopped: subprocess.Popen[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_LOCK_SECONDS", "0.2")
    before = build_at_once([write_texts(tmp_path / "before")], read_claims(tmp_path), tmp_path / "fresh")
    assert find(open_store(tmp_path / "index")) == before[1]
    given = ["--record", str(tmp_path / "record"), "--index", str(tmp_path / "index")]
    for command in (["list"], ["stats"], ["search", "budget gap"], ["show", "post.txt"]):
        assert run(["record", *command, *given]) == 0
        written = capsys.readouterr()
        assert f"process {stopped.pid} on " in written.err
        assert "this is the record as of its last commit" in written.err
        assert "44m" not in written.out
    for command in (["verify", str(write_claims(tmp_path))], ["record", "add", str(tmp_path / "record")]):
        assert run([*command, *given[-2:]]) == 3
        written = capsys.readouterr()
        assert f"process {stopped.pid} on " in written.err
        assert "hint: wait until it has ended" in written.err


@pytest.mark.parametrize("stopped", ["show"], indirect=True)
def test_a_writer_that_was_killed_keeps_nobody_waiting(stopped: subprocess.Popen[str], tmp_path: Path) -> None:
    stopped.kill()
    stopped.wait()
    claims, folder = read_claims(tmp_path), tmp_path / "record"
    store = open_store(tmp_path / "index")
    refresh(store, [folder])
    assert ask(store, claims) == build_at_once([folder], claims, tmp_path / "fresh")


def test_a_second_writer_waits(tmp_path: Path) -> None:
    folder = write_texts(tmp_path / "record")
    first = start(folder, tmp_path / "index", at="show", seconds=1.0)
    assert first.stdout
    assert first.stdout.readline() == "stopped\n"
    second = start(folder, tmp_path / "index", "--format", "json")
    assert second.communicate()[1] == ""
    assert second.returncode == 0
    assert first.communicate()[1] == ""
    assert first.returncode == 0


def test_killed_by_chance(tmp_path: Path) -> None:
    folder, claims = write_many(tmp_path / "record"), read_claims(tmp_path)[:2]
    chance = random.Random(7)
    for turn in range(5):
        write_texts(folder, {f"many/{turn}.txt": OTHERWISE, f"turn{turn}.txt": TEXTS["blog.txt"]})
        (folder / f"many/{MANY - 1 - turn}.txt").unlink(missing_ok=True)
        writer = start(folder, tmp_path / "index", "--jobs", chance.choice("12"))
        time.sleep(chance.uniform(0.4, 1.6))
        os.killpg(writer.pid, signal.SIGKILL)
        writer.communicate()
    store = open_store(tmp_path / "index")
    refresh(store, [folder])
    assert ask(store, claims) == build_at_once([folder], claims, tmp_path / "fresh")
    assert list(check_record(store)) == []


@pytest.mark.skipif(not CHILDREN.exists(), reason="the system does not tell a process's children")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_no_process_is_left_behind(sign: signal.Signals, tmp_path: Path) -> None:
    writer = start(write_many(tmp_path / "record"), tmp_path / "index", "--jobs", "2")
    listed = Path(f"/proc/{writer.pid}/task/{writer.pid}/children")
    children: list[str] = []
    while len(children) < 3 and writer.poll() is None:  # two, and one that clears up after them
        children = listed.read_text("utf-8").split()
    assert len(children) == 3
    os.kill(writer.pid, sign) if sign == signal.SIGKILL else os.killpg(writer.pid, sign)
    told = writer.communicate()[1]
    if sign == signal.SIGINT:
        assert (told.strip(), writer.returncode) == ("interrupted", 130)
    for _ in range(100):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            break
        time.sleep(0.1)
    else:
        pytest.fail("a process goes on")
    store = open_store(tmp_path / "index")
    refresh(store, [tmp_path / "record"])
    assert list(check_record(store)) == []
