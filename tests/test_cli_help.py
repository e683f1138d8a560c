"""Help is light, complete and has an example everywhere."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from factcheck import __version__
from factcheck.cli.group import COMMANDS as LISTED
from factcheck.cli.group import cli

COMMANDS: tuple[list[str], ...] = (
    [],
    ["verify"],
    ["query"],
    ["decide"],
    ["explain"],
    ["record"],
    ["record", "list"],
    ["record", "show"],
    ["recheck"],
    ["diff"],
)
HEAVY = {"pydantic", "rich", "tantivy", "rapidfuzz", "ruamel", "Stemmer", "sentencex", "charset_normalizer"}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_has_an_example_and_the_exit_codes(command: list[str]) -> None:
    shown = CliRunner().invoke(cli, [*command, "--help"], terminal_width=80)
    assert shown.exit_code == 0
    assert "Example" in shown.output
    assert f"  factcheck {' '.join(command)}".rstrip() in shown.output
    assert "Exit codes: 0 done;" in shown.output
    assert max(len(line) for line in shown.output.splitlines()) <= 90


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    code = (
        "import sys; from factcheck.cli import run; code = run(sys.argv[1:]);"
        "print(code, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *command, "--help"], check=True, capture_output=True, encoding="utf-8"
    )
    code, *modules = ran.stderr.split()
    assert code == "0"
    assert not HEAVY & set(modules)


def test_the_whole_command_is_documented() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"  {command[0]} " in shown for command in COMMANDS if command)
    assert "_FACTCHECK_COMPLETE=bash_source" in shown


def test_the_list_of_commands_says_what_their_help_does() -> None:
    shown = CliRunner().invoke(cli, ["--help"], terminal_width=100).output
    for name, summary in LISTED.items():
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        assert (command.help or "").startswith(f"{summary}\n") or command.help == summary
        assert f"  {name}" in shown
        assert summary in shown


def test_help_imports_no_command() -> None:
    code = "import sys; from factcheck.cli import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    ours = {name for name in ran.stderr.split() if name.startswith("factcheck")}
    assert ours == {
        "factcheck",
        "factcheck.cli",
        "factcheck.cli.boundary",
        "factcheck.cli.epilog",
        "factcheck.cli.group",
        "factcheck.cli.lazy",
        "factcheck.errors",
    }


def test_the_version() -> None:
    assert CliRunner().invoke(cli, ["--version"]).output == f"factcheck, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_their_completion(shell: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()"],
        env={"_FACTCHECK_COMPLETE": f"{shell}_source", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "_factcheck_completion" in ran.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("factcheck verify --fail-on disputed,contra", {"disputed,contradicted"}),
        ("factcheck verify --format j", {"json", "jsonl"}),
        ("factcheck rec", {"record", "recheck"}),
    ],
)
def test_completion_offers_what_there_is(typed: str, offered: set[str]) -> None:
    words = typed.split()
    ran = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()"],
        env={
            "_FACTCHECK_COMPLETE": "bash_complete",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert {line.partition(",")[2] for line in ran.stdout.split()} == offered
