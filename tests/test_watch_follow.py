"""Verdicts follow their files, and what goes wrong on the way ends nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Settings
from factcheck.errors import FactcheckError, FaultsError, InputError, LockedError, RunError
from factcheck.model import Judge, VerdictLabel
from factcheck.watch import files
from factcheck.watch.follow import Change, Follower, How, Turn, Update
from factcheck.watch.notes import LISTED, describe
from tests.index_records import open_store
from tests.made_up_records import HARBOUR, UNRELATED
from tests.report_factory import SKIPPED, make_report, make_verdict
from tests.watched_files import Desk, write_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.watch.follow import Inputs


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in ("EVERY", "QUIET", "AGAIN"):
        monkeypatch.setattr(files, name, 0.01)
    return Desk(tmp_path, Settings(judge=Judge.RULES))


@pytest.fixture
def found(desk: Desk) -> Iterator[Update | FactcheckError]:
    following = iter(Follower(desk))
    first = next(following)
    assert isinstance(first, Update)
    assert len(first.verdicts) == len(first.report.verdicts)
    return following


def expect_update(found: Iterator[Update | FactcheckError], desk: Desk) -> Update:
    update = next(found)
    assert isinstance(update, Update), update
    assert write_report(update.report) == desk.start_from_nothing()
    return update


def test_every_change_gives_an_update(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    desk.write({"stamps.txt": UNRELATED})
    assert expect_update(found, desk).changes == (("stamps.txt", How.ADDED),)
    (desk.record / "stamps.txt").unlink()
    assert expect_update(found, desk).changes == (("stamps.txt", How.REMOVED),)
    desk.edit_claims("£9m", "£31m")
    update = expect_update(found, desk)
    assert update.turns == (("gap", VerdictLabel.CONTRADICTED, VerdictLabel.SUPPORTED),)


def test_broken_claims_are_told_and_mended(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    whole = desk.claims.read_text("utf-8")
    desk.claims.write_text(whole.replace("id: rating", "no: rating"), "utf-8")
    fault = next(found)
    assert isinstance(fault, FaultsError)
    assert fault.faults[0].line == 15
    desk.claims.write_text(whole.replace("id: rating", "nor: rating"), "utf-8")
    assert isinstance(next(found), FaultsError)
    desk.claims.write_text(whole, "utf-8")
    update = expect_update(found, desk)
    assert (update.checked, update.changes, update.verdicts) == ((), (), ())


def test_a_document_that_can_no_longer_be_read_is_skipped(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    (desk.record / "report.txt").write_bytes(b"")
    update = expect_update(found, desk)
    assert [(one.path, one.reason) for one in update.skipped] == [("report.txt", "empty file")]
    assert update.report.skipped == update.skipped
    assert "true-gap" in update.checked


def test_a_record_may_go_and_come_back(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    elsewhere = desk.record.with_name("elsewhere")
    desk.record.rename(elsewhere)
    gone = next(found)
    assert isinstance(gone, InputError)
    elsewhere.rename(desk.record)
    assert expect_update(found, desk).checked == ()


def test_a_record_may_be_emptied_and_filled(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    shutil.rmtree(desk.record)
    desk.record.mkdir()
    empty = next(found)
    assert isinstance(empty, RunError)
    desk.write(HARBOUR)
    assert expect_update(found, desk).turns == ()


def test_faults_of_what_is_stated_are_told(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    desk.write({"record.yaml": "documents:\n  none.txt:\n    kind: report\n"})
    assert isinstance(next(found), FaultsError)
    desk.write({"record.yaml": "documents:\n  post.txt:\n    published: 2018-06-15\n"})
    assert expect_update(found, desk).changes == (("record.yaml", How.ADDED),)


def test_an_index_that_has_gone_is_made_anew(desk: Desk, found: Iterator[Update | FactcheckError]) -> None:
    shutil.rmtree(desk.folder / "index")
    desk.write({"stamps.txt": UNRELATED})
    assert expect_update(found, desk).checked == ()


def test_what_is_wrong_at_the_start_is_raised(desk: Desk) -> None:
    desk.claims.unlink()
    with pytest.raises(InputError):
        next(iter(Follower(desk)))


def fail(desk: Desk, monkeypatch: pytest.MonkeyPatch, *errors: Exception) -> None:
    """Let reading fail as told, one time after the other, and then no more."""
    left, read = list(errors), desk.read

    def read_or_fail() -> Inputs:
        if left:
            raise left.pop(0)
        return read()

    monkeypatch.setattr(desk, "read", read_or_fail)


def test_what_lasts_is_told_once_and_tried_again(
    desk: Desk, found: Iterator[Update | FactcheckError], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(desk, monkeypatch, *[LockedError("another process writes")] * 5)
    desk.write({"stamps.txt": UNRELATED})
    assert isinstance(next(found), LockedError)
    assert expect_update(found, desk).changes == (("stamps.txt", How.ADDED),)


def test_a_file_that_goes_while_it_is_read_ends_nothing(
    desk: Desk, found: Iterator[Update | FactcheckError], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(desk, monkeypatch, FileNotFoundError(2, "No such file or directory", "record/a.txt"))
    desk.write({"stamps.txt": UNRELATED})
    told = next(found)
    assert isinstance(told, RunError)
    assert told.message == "record/a.txt: cannot be read: No such file or directory"
    assert expect_update(found, desk).changes == (("stamps.txt", How.ADDED),)


def test_a_fault_of_the_program_is_none_of_the_files(
    desk: Desk, found: Iterator[Update | FactcheckError], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(desk, monkeypatch, ZeroDivisionError())
    desk.write({"stamps.txt": UNRELATED})
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_half_a_file_is_never_told(
    desk: Desk, found: Iterator[Update | FactcheckError], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, read = desk.claims.read_text("utf-8"), desk.read

    def read_while_it_is_written() -> Inputs:
        try:
            return read()
        finally:
            desk.claims.write_text(f"{whole}\n", "utf-8")

    monkeypatch.setattr(desk, "read", read_while_it_is_written)
    desk.claims.write_text(whole.removesuffix("The bridge should be painted red.\n").removesuffix(" text: "), "utf-8")
    assert expect_update(found, desk).changes == (("claims.yaml", How.CHANGED),)


def test_another_process_at_the_index_is_waited_for(
    desk: Desk, found: Iterator[Update | FactcheckError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_LOCK_SECONDS", "0")
    other = open_store(desk.folder / "index")
    desk.write({"stamps.txt": UNRELATED})
    with other.written():
        assert isinstance(next(found), LockedError)
    other.close()
    assert expect_update(found, desk).changes == (("stamps.txt", How.ADDED),)


def make_update(**changes: object) -> Update:
    report = make_report(make_verdict(), make_verdict(), make_verdict())
    return Update(report=report, checked=("bridge",), **changes)  # type: ignore[arg-type] # as many types as names


CHANGED = tuple(Change(f"{name}.txt", How.CHANGED) for name in "abcde")
TURN = Turn("bridge", VerdictLabel.SUPPORTED, VerdictLabel.NOT_CHECKABLE)


@pytest.mark.parametrize(
    ("update", "told"),
    [
        (make_update(changes=CHANGED[:1]), "1 of 3 claims checked again: a.txt changed"),
        (
            make_update(changes=(Change("a.txt", How.ADDED), Change("b.txt", How.REMOVED)), turns=(TURN,)),
            "1 of 3 claims checked again: a.txt added, b.txt removed\n  bridge: not checkable, was supported",
        ),
        (
            make_update(changes=CHANGED[:4], gone=("tunnel",), skipped=SKIPPED),
            (
                "1 of 3 claims checked again: a.txt changed, b.txt changed, c.txt changed, and 1 more file\n"
                "  tunnel: no longer a claim\n  scan.tiff: not looked at: no reader for .tiff files"
            ),
        ),
        (make_update(), "1 of 3 claims checked again: all files are as they were"),
    ],
)
def test_what_is_told(update: Update, told: str) -> None:
    assert "\n".join(describe(update)) == told


def test_no_more_is_told_than_a_screen_holds() -> None:
    lines = list(describe(make_update(changes=CHANGED, turns=(TURN,) * 12)))
    assert lines[0].endswith("c.txt changed, and 2 more files")
    assert (len(lines), lines[-1]) == (LISTED + 2, "  and 2 more")
