"""`factcheck recheck`: what it writes and exits with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import run
from factcheck.report.json_text import write_json
from factcheck.report.seal import seal
from tests.index_records import write_claims, write_texts
from tests.made_up_records import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a record and a report on it."""
    folder = tmp_path_factory.mktemp("cli_recheck")
    record = write_texts(folder / "record", HARBOUR)
    options = ["--record", str(record), "--format", "json", "--output", str(folder / "report.json")]
    assert run(["verify", str(write_claims(folder)), *options]) == 0
    return folder


def forge(place: Path, folder: Path, *, text: str) -> Path:
    content = json.loads((place / "report.json").read_text("utf-8"))
    content["verdicts"][0]["reason"] = text
    (folder / "forged.json").write_text(write_json(seal(content)), "utf-8")
    return folder / "forged.json"


def test_what_holds_is_said_in_a_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["recheck", str(place / "report.json"), "--record", str(place / "record")]) == 0
    assert capsys.readouterr().out.startswith("It all holds: 3 documents, 21 quotes, 8 verdicts.\n")


def test_what_differs_is_told_with_its_place(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forged = forge(place, tmp_path, text="\x1b[31mNo reason\u202e at all.")
    assert run(["recheck", str(forged), "--record", str(place / "record")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "gap  verdicts[0].reason: the reason is not what follows from what is listed",
        r"    in the report: \x1b[31mNo reason\u202e at all.",
        "    found:         The record says otherwise: 2 independent sources.",
    ]
    assert lines[4].startswith("1 thing differs. Looked at: 3 documents")


def test_json_has_everything(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place / "record", tmp_path / "record")
    (tmp_path / "record" / "report.txt").unlink()
    written = tmp_path / "rechecked.json"
    options = ["--record", str(tmp_path / "record"), "--format", "json", "--output", str(written)]
    assert run(["recheck", str(place / "report.json"), *options]) == 1
    content = json.loads(written.read_text("utf-8"))
    assert (content["schema"], content["holds"], content["documents"]) == ("factcheck.recheck/1", False, 2)
    (one,) = content["discrepancies"]
    assert sorted(one) == ["claim", "document", "field", "found", "rests_on_it", "stands", "told"]
    assert (one["document"], one["claim"], one["found"]) == ("report.txt", None, None)
    assert "rating" in one["rests_on_it"]


@pytest.mark.parametrize(
    ("report", "record", "code", "told"),
    [
        ("none.json", "record", 2, "there is no such file"),
        ("claims.yaml", "record", 2, "this is not JSON"),
        ("report.json", "nowhere", 3, "there is no folder"),
        ("report.json", "claims.yaml", 3, "can be read; 1 file was skipped"),
        ("report.json", "empty", 3, "empty is empty"),
    ],
)
def test_what_cannot_be_looked_at_is_told(  # noqa: PLR0913, PLR0917 - a case has as many sides
    place: Path, report: str, record: str, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "empty").mkdir(exist_ok=True)
    assert run(["recheck", str(place / report), "--record", str(place / record)]) == code
    assert told in capsys.readouterr().err


def test_nothing_is_written_over_what_is_read(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = str(place / "report.json")
    assert run(["recheck", report, "--record", str(place / "record"), "--output", report]) == 2
    assert "is a file that is to be read" in capsys.readouterr().err


def test_it_holds_on_another_machine(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place / "record", tmp_path / "Ärger im Amt", copy_function=shutil.copyfile)
    shutil.copyfile(place / "report.json", tmp_path / "copy.json")
    told = []
    for zone, locale in (("Asia/Tokyo", "C"), ("America/Lima", "C.UTF-8")):
        env = {**os.environ, "TZ": zone, "LC_ALL": locale, "HOME": str(tmp_path), "PYTHONHASHSEED": "7"}
        command = [sys.executable, "-m", "factcheck", "recheck", "copy.json", "--record", "Ärger im Amt"]
        env["PYTHONPATH"] = os.pathsep.join(sys.path)
        ran = subprocess.run([*command, "--format", "json"], cwd=tmp_path, env=env, check=False, capture_output=True)
        assert (ran.returncode, ran.stderr) == (0, b"")
        told.append(ran.stdout)
    assert told[0] == told[1]


def test_the_answer_to_a_question_is_rechecked_as_a_report_is(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, asked = ["--record", str(place / "record")], tmp_path / "asked.json"
    claim = "Dunmore Council had a £31m budget gap in 2016."
    assert run(["query", claim, *record, "--format", "json"]) == 0
    asked.write_text(capsys.readouterr().out, "utf-8")
    assert run(["recheck", str(asked), *record]) == 0
    assert "1 verdict.\n" in capsys.readouterr().out


def test_a_report_with_words_of_ones_own_is_rechecked_with_them(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, report = tmp_path / "words.yaml", tmp_path / "report.json"
    example = "{text: They desilted it., reads: desilted}"
    words.write_text(f"synonyms:\n  - {{name: dredge, words: [dredged, desilted], examples: [{example}]}}\n", "utf-8")
    record, own = ["--record", str(place / "record")], ["--lexicon", str(words)]
    written = ["--format", "json", "--output", str(report)]
    assert run(["verify", str(place / "claims.yaml"), *record, *own, *written]) == 0
    assert run(["recheck", str(report), *record, *own]) == 0
    assert "--lexicon" not in capsys.readouterr().out
    assert run(["recheck", str(report), *record]) == 0
    assert "with other words of the user’s own than are given now (--lexicon)" in capsys.readouterr().out
