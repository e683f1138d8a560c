"""The one error boundary: words on stderr, nothing on stdout, the right exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from factcheck import cli
from factcheck.cli import group
from factcheck.errors import Fault, FaultsError, InputError, RunError

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return a call that lets a command raise an error, and returns the exit code and stderr."""

    def run(error: BaseException) -> tuple[int, str]:
        def raise_it(*_args: object, **_options: object) -> NoReturn:
            raise error

        monkeypatch.setattr(group.cli, "invoke", raise_it)
        code = cli.run(["verify"])
        written = capsys.readouterr()
        assert written.out == ""
        return code, written.err

    return run


def test_an_input_error_is_two_lines_and_2(fail: Callable[..., tuple[int, str]]) -> None:
    assert fail(InputError("no such file", hint="make one")) == (2, "error: no such file\nhint: make one\n")


def test_a_run_error_is_3_and_needs_no_hint(fail: Callable[..., tuple[int, str]]) -> None:
    assert fail(RunError("the index broke")) == (3, "error: the index broke\n")


def test_every_fault_has_its_place_and_hint(fail: Callable[..., tuple[int, str]]) -> None:
    faults = [
        Fault(line=7, column=3, message="unknown key “tetx”", hint="did you mean “text”?"),
        Fault(line=2, column=5, message="no id"),
        Fault(line=0, column=0, message="no claims"),
    ]
    code, told = fail(FaultsError("claims.yaml", faults, hint="see the manual"))
    assert code == 2
    assert told.splitlines() == [
        "claims.yaml: no claims",
        "claims.yaml:2:5: no id",
        "claims.yaml:7:3: unknown key “tetx”",
        "  hint: did you mean “text”?",
        "error: claims.yaml: 3 faults",
        "hint: see the manual",
    ]


def test_ctrl_c_says_interrupted(fail: Callable[..., tuple[int, str]]) -> None:
    code, told = fail(KeyboardInterrupt())
    assert (code, told.strip()) == (130, "interrupted")


def test_a_crash_is_3_and_never_looks_like_a_tripped_gate(fail: Callable[..., tuple[int, str]]) -> None:
    code, told = fail(ZeroDivisionError("oh"))
    assert code == 3
    assert "ZeroDivisionError: oh\nerror: this is a fault in factcheck, not in your input\n" in told


def test_what_an_error_quotes_is_never_obeyed(fail: Callable[..., tuple[int, str]]) -> None:
    assert fail(InputError("no \x1b[31m", hint="\x9b")) == (2, "error: no \\x1b[31m\nhint: \\x9b\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["frob"], "error: No such command 'frob'"),
        (["verify", "--frob"], "error: No such option '--frob'"),
        (["verify", "--as-of", "2018-13"], "“2018-13” has no month 13"),
        (
            ["verify", "--fail-on", "disputed,suported"],
            "“suported” is not a verdict; did you mean “supported”?",
        ),
        (["verify", "--width", "3"], "Invalid value for '--width'"),
        (["query"], "Missing argument 'TEXT'"),
        (["query", "x", "--date", "soon"], "“soon” is not a date"),
        (["rules", "--format", "xml"], "'xml' is not one of 'table', 'json'"),
    ],
)
def test_a_mistyped_command_is_2(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert told in written.err
    assert "hint: factcheck" in written.err
    assert "--help shows what it takes" in written.err


def test_no_command_at_all_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    assert "Commands:" in capsys.readouterr().err
