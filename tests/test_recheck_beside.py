"""What a report tells beside its verdicts, rechecked: corrections, own words that differ, what people decided."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.cli import run
from factcheck.recheck import recheck
from factcheck.recheck.run import ANEW
from factcheck.report.json_text import write_json
from factcheck.report.reading import read_report
from factcheck.report.seal import seal
from tests.index_records import write_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Content = Any
"""A report as JSON, which the tests alter at any place."""

RECORD = {
    "bridge.txt": "Bridge bill\n\n1 March 2018\n\nThe new bridge in Dunmore cost £4 million.\n",
    "desk.txt": "Corrections\n\n1 May 2018\n\nThe new bridge in Dunmore cost £5 million.\n",
    "speech.txt": 'Speech\n\n1 June 2019\n\n"Dunmore Council had a £37m budget gap in 2016," Ann Lee said.\n',
    "record.yaml": (
        "documents:\n  bridge.txt:\n"
        "    corrected: [{by: desk.txt, passage: The new bridge in Dunmore cost £4 million.}]\n"
        "people: [{name: Ann Lee}]\n"
    ),
}
CLAIMS = """\
claims:
  - {id: gap-early, text: Dunmore Council had a £31m budget gap in 2016., speaker: Ann Lee, date: 2017-02-01}
  - {id: gap-late, text: Dunmore Council had a £44m budget gap in 2016., speaker: Ann Lee, date: 2018-03-01}
"""
DECISIONS = (
    "decisions: [{claim: gap-late, decision: contradicted, reason: It varies., by: Tom Hart, date: 2019-07-01}]\n"
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a record and a report on it that has a correction, own words that differ and a decision."""
    folder = tmp_path_factory.mktemp("beside")
    write_texts(folder / "record", RECORD)
    write_texts(folder, {"claims.yaml": CLAIMS, "decisions.yaml": DECISIONS})
    options = ["--record", str(folder / "record"), "--format", "json", "--output", str(folder / "report.json")]
    assert run(["verify", str(folder / "claims.yaml"), *options]) == 0
    return folder


def list_wrong(place: Path, folder: Path, change: Callable[[Content], object], *, anew: bool = False) -> list[str]:
    """Recheck a report that was altered, with its digest worked out anew, and return the fields that are told."""
    content = json.loads((place / "report.json").read_text("utf-8"))
    change(content)
    (folder / "altered.json").write_text(write_json(seal(content)), "utf-8")
    found = recheck(read_report(folder / "altered.json"), [place / "record"], anew=anew)
    return [one.field for one in found.discrepancies]


def said(report: Content, number: int) -> Content:
    return report["self_consistency"][0]["statements"][number]


def test_a_report_with_all_of_it_holds_and_comes_out_the_same_anew(place: Path) -> None:
    found = recheck(read_report(place / "report.json"), [place / "record"], anew=True)
    assert found.discrepancies == ()
    assert found.notes == ("What people decided was taken as it stands: no document shows it.", ANEW)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda r: r["corrections"][0].update(quote="All of it is wrong."), "corrections[0].quote"),
        (lambda r: r["corrections"][0].update(retired_quote="All of it."), "corrections[0].retired_quote"),
        (lambda r: r["corrections"][0].update(retired=[]), "corrections[0].retired_quote"),
        (lambda r: r["corrections"][0].update(corrects="nowhere.txt"), "corrections[0].retired_quote"),
        (lambda r: r["corrections"][0].update(published="some day"), "corrections[0].published"),
        (lambda r: said(r, 0).update(words="I was wrong."), "self_consistency[0].statements[0].words"),
        (lambda r: said(r, 0).update(date="2016"), "self_consistency[0].statements[0].date"),
        (lambda r: said(r, 0).update(claim="gap"), "self_consistency[0].statements[0].words"),
        (lambda r: said(r, 2).update(words="I was wrong."), "self_consistency[0].statements[2].words"),
        (lambda r: said(r, 2).update(date="some day"), "self_consistency[0].statements[2].date"),
        (lambda r: r["self_consistency"][0]["differences"][0].update(second=9), "self_consistency[0].differences[0]"),
        (lambda r: r["verdicts"][1].update(evidence_id="0" * 16), "verdicts[1].evidence_id"),
        (lambda r: r["verdicts"][1]["decision"].update(tie="current"), "verdicts[1].decision.tie"),
        (lambda r: r["verdicts"][1]["decision"].update(date="some day"), "verdicts[1].decision"),
    ],
)
def test_what_is_altered_beside_the_verdicts_shows(
    place: Path, tmp_path: Path, change: Callable[[Content], object], field: str
) -> None:
    assert field in list_wrong(place, tmp_path, change)


@pytest.mark.parametrize("name", ["corrections", "self_consistency"])
def test_what_is_left_out_shows_where_claims_are_checked_anew(place: Path, tmp_path: Path, name: str) -> None:
    assert list_wrong(place, tmp_path, lambda r: r[name].clear()) == []
    assert list_wrong(place, tmp_path, lambda r: r[name].clear(), anew=True) == [f"{name}[0]"]


def test_a_report_explains_a_claim_with_all_that_a_run_tells_beside_it(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "gap-late", "--report", str(place / "report.json")]) == 0
    reported = capsys.readouterr().out.splitlines()
    record = ["--record", str(place / "record")]
    assert run(["explain", "gap-late", str(place / "claims.yaml"), *record]) == 0
    ran = capsys.readouterr().out.splitlines()
    for told in ("Corrections:", "Own words that differ", "by Tom Hart on 2019-07-01"):
        assert any(told in line for line in reported)
        assert any(told in line for line in ran)
    blank = ran.index("Own words that differ (they move no verdict):")
    assert reported[:blank] == ran[:blank]
    assert reported[-8:-1] == ran[-8:-1]
