"""`factcheck decide` and what becomes of a decision in `factcheck verify`, on a small record."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.claims.decisions import load_decisions
from factcheck.cli import decide, run
from tests.made_up_records import HARBOUR, HARBOUR_CLAIMS

if TYPE_CHECKING:
    from factcheck.model import Decision

TYPED: Final = (
    "--decision",
    "contradicted",
    "--reason",
    "The audit: £31m.",
    "--by",
    "Tom Hart",
    "--date",
    "2018-07-01",
)

IMPRINT: Final = ("--publisher-name", "The Dunmore Desk", "--base-url", "https://desk.example/checks/")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with claims and their record, to work in."""
    for name, text in HARBOUR.items():
        path = tmp_path / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(HARBOUR_CLAIMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(folder: Path) -> tuple[Decision, ...]:
    return load_decisions(folder / "decisions.yaml").listed


def write_report(*options: str) -> dict[str, dict[str, object]]:
    assert run(["verify", "--format", "json", "--output", "report.json", *options]) == 0
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    return {one["claim"]["id"]: one for one in report["verdicts"]}


def test_a_decision_is_recorded_on_the_evidence_and_goes_stale_with_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["decide", "gap", *TYPED]) == 0
    (decision,) = read(desk)
    shown = capsys.readouterr().out
    assert shown.startswith(
        "decisions.yaml: “gap” is contradicted, by Tom Hart on 2018-07-01\nwhat was found: contradicted"
    )
    assert shown.endswith(f"on evidence {decision.evidence}\n")
    found = write_report("--claim", "gap")["gap"]
    assert found["evidence_id"] == decision.evidence
    assert isinstance(found["decision"], dict)
    assert found["decision"]["tie"] == "current"

    report = desk / "seeds" / "report.txt"
    other = report.read_text("utf-8").replace("1. Dunmore Council had a £31 million", "1. It had a £32 million")
    report.write_text(other, encoding="utf-8")
    found = write_report("--claim", "gap")["gap"]
    assert isinstance(found["decision"], dict)
    assert found["decision"]["tie"] == "stale"
    assert run(["verify", "--claim", "gap", "--format", "claimreview", *IMPRINT]) == 2
    told = capsys.readouterr().err
    assert "claimreview: “gap”: the decision by Tom Hart of 2018-07-01 is stale: the evidence under it has" in told


def test_it_may_be_tied_to_a_report_that_was_read_before(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = write_report()
    (desk / "decisions.yaml").write_text("# ours\ndecisions:  # so far\n", encoding="utf-8")
    assert run(["decide", "wish", "--report", "report.json", *TYPED]) == 0
    assert run(["decide", "gap", "--report", "report.json", *TYPED]) == 0
    assert [one.evidence for one in read(desk)] == [found["wish"]["evidence_id"], found["gap"]["evidence_id"]]
    assert (desk / "decisions.yaml").read_text("utf-8").startswith("# ours\ndecisions:  # so far\n  - claim: wish\n")
    assert "what was found: not_checkable, on evidence" in capsys.readouterr().out

    (desk / "claims.yaml").write_text(HARBOUR_CLAIMS.replace("painted red", "painted blue"), encoding="utf-8")
    assert run(["decide", "wish", "--report", "report.json", *TYPED]) == 2
    assert "has “wish” in other words than the claims file" in capsys.readouterr().err
    assert len(read(desk)) == 2


@pytest.mark.usefixtures("desk")
def test_a_later_decision_stands_whichever_was_recorded_first(capsys: pytest.CaptureFixture[str]) -> None:
    found = write_report("--claim", "gap")
    assert found["gap"]["decision"] is None
    for day, label in (("2018-08-01", "disputed"), ("2018-07-01", "supported")):
        assert run(["decide", "gap", "--report", "report.json", *TYPED, "--date", day, "--decision", label]) == 0
    note = "note: what Tom Hart decided on 2018-08-01 is later, and stands: disputed\n"
    assert capsys.readouterr().err.endswith(note)
    decided = write_report("--claim", "gap")["gap"]["decision"]
    assert isinstance(decided, dict)
    assert (decided["decision"], [one["decision"] for one in decided["earlier"]]) == ("disputed", ["supported"])


@pytest.mark.usefixtures("desk")
def test_decisions_move_no_verdict_and_no_exit_code() -> None:
    plain = write_report()
    assert run(["decide", "gap", "--report", "report.json", *TYPED, "--decision", "supported"]) == 0
    told = write_report()
    assert told["gap"].pop("decision") != plain["gap"].pop("decision") is None
    assert told == plain
    assert run(["verify", "--fail-on", "contradicted", "--output", "table.txt"]) == 1


def test_every_format_is_written_alike_twice_and_has_the_decision(desk: Path) -> None:
    write_report()
    assert run(["decide", "gap", "--report", "report.json", *TYPED]) == 0
    for form in ("table", "csv", "markdown", "sarif", "claimreview", "annotations", "averitec", "json", "jsonl"):
        asked = ["verify", "--claim", "gap", "--format", form, *IMPRINT, "--output"]
        assert [run([*asked, name]) for name in ("one.txt", "two.txt")] == [0, 0]
        written = (desk / "one.txt").read_bytes()
        assert written == (desk / "two.txt").read_bytes()
        assert written.endswith(b"\n")
        assert ("The audit: £31m." in written.decode()) == (form not in {"annotations", "averitec"})


@pytest.mark.usefixtures("desk")
def test_jsonl_on_its_way_has_the_decision_too(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_report()
    assert run(["decide", "gap", "--report", "report.json", *TYPED]) == 0
    capsysbinary.readouterr()
    assert run(["verify", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [one["claim"]["id"] for one in lines if one["decision"]] == ["gap"]


def test_csv_of_a_real_run_has_every_quote_at_its_place(desk: Path) -> None:
    assert run(["verify", "--format", "csv", "--output", "report.csv"]) == 0
    content = (desk / "report.csv").read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), strict=True))
    assert len({row["claim_id"] for row in rows}) == HARBOUR_CLAIMS.count("- id:")
    quoted = [row for row in rows if row["quote"]]
    assert quoted
    for row in quoted:
        assert HARBOUR[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.usefixtures("desk")
def test_a_single_claim_may_be_asked_for_in_these_forms(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = ["query", "Dunmore Council had a £9m budget gap in 2016.", "--format"]
    assert run([*asked, "markdown"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"# Claims held against the record\n")
    assert run([*asked, "claimreview"]) == 2
    assert b"is for claims that somebody decided on" in capsysbinary.readouterr().err
    assert run([*asked, "jsn"]) == 2
    assert "did you mean “json”?".encode() in capsysbinary.readouterr().err


# --- what is refused, before the record is read -----------------------------------------------------


@pytest.fixture
def idle(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, where reading the record fails the test."""

    def open_record(*_given: object, **_named: object) -> None:
        pytest.fail("the record was read")

    monkeypatch.setattr(decide, "open_record", open_record)
    monkeypatch.setattr("factcheck.cli.verify.open_record", open_record)
    return desk


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"--decision": "wrong"}, "'wrong' is not one of 'supported', 'contradicted'"),
        ({"--date": "yesterday"}, "“yesterday” is no day; write it as in 2018-06-14"),
        ({"--date": "2018-02-30"}, "is no day"),
        ({"--reason": "  "}, "it is empty"),
        ({"--by": "A\x07"}, "it holds U+0007, which cannot be printed"),
        ({"--report": "none.json"}, "none.json: there is no such file"),
        ({"--claims": "none.yaml"}, "none.yaml: there is no such claims file"),
        ({"--decisions": "seeds/decisions.yaml"}, "lies in the record"),
        ({"--decisions": "claims.yaml"}, "is a file that is to be read"),
        ({"--decisions": "none/decisions.yaml"}, "there is no folder none"),
    ],
)
def test_what_cannot_be_recorded_is_told(
    changed: dict[str, str], told: str, idle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = {**dict(zip(TYPED[::2], TYPED[1::2], strict=True)), **changed}
    assert run(["decide", "gap", *(part for option in options.items() for part in option)]) == 2
    assert told in capsys.readouterr().err
    assert not (idle / "decisions.yaml").exists()


def test_a_claim_that_there_is_not_is_told(idle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decide", "gaps", *TYPED]) == 2
    assert "did you mean “gap”?" in capsys.readouterr().err
    assert not (idle / "decisions.yaml").exists()


def test_a_decisions_file_with_faults_stops_both_commands(idle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = idle / "decisions.yaml"
    path.write_text("decisions:\n  - claim: gap\n    decision: wrong\n", encoding="utf-8")
    before = path.read_bytes()
    assert run(["decide", "gap", *TYPED]) == 2
    assert "decisions.yaml:3:5: “wrong” is no decision\n" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert run(["verify"]) == 2
    assert "error: decisions.yaml: 4 faults\n" in capsys.readouterr().err


def test_a_decision_on_an_unknown_claim_stops_a_run(idle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "decisions:\n  - claim: gaps\n    decision: supported\n    reason: R\n    by: B\n    date: 2018-01-02\n"
    (idle / "ours.yaml").write_text(text, encoding="utf-8")
    assert run(["verify", "--decisions", "ours.yaml", "--claim", "wish"]) == 2
    assert "ours.yaml:2:5: no claim has the id “gaps”\n  hint: did you mean “gap”?\n" in capsys.readouterr().err
    assert run(["verify", "--decisions", "none.yaml"]) == 2
    assert "none.yaml: there is no such file" in capsys.readouterr().err
    assert run(["verify", "--decisions", "ours.yaml", "--output", "ours.yaml"]) == 2
    assert "is a file that is to be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--publisher-name", "The Desk"),
        ("--base-url", "https://desk.example"),
        ("--publisher-name", "", "--base-url", "https://desk.example"),
    ],
)
def test_claimreview_needs_a_publisher_before_anything_is_read(
    options: tuple[str, ...], idle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", "--format", "claimreview", *options]) == 2
    assert "claimreview needs the name of a publisher and a base URL" in capsys.readouterr().err
    assert idle.exists()


@pytest.mark.parametrize(
    "address",
    ["desk.example", "javascript:x", "https://", "https://a b", "https://a/?q", "https://[", "https://b@a", "ftp://a"],
)
def test_a_base_url_must_be_an_address(address: str, idle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "--base-url", address]) == 2
    assert "is no address such as https://" in capsys.readouterr().err
    assert idle.exists()


def test_what_was_written_meanwhile_is_not_lost(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_report()
    path = desk / "decisions.yaml"

    def add(*_given: object, **_named: object) -> str:
        path.write_text("# somebody else\n", encoding="utf-8")
        return "ours"

    monkeypatch.setattr("factcheck.claims.decision_file.add_decision", add)
    assert run(["decide", "gap", "--report", "report.json", *TYPED]) == 3
    assert "was written by somebody else in the meantime" in capsys.readouterr().err
    assert path.read_text("utf-8") == "# somebody else\n"
