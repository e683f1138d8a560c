"""The verdicts as SARIF 2.1.0, held against its schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

import factcheck.verdict
from factcheck.model import GATES, UNREAD, Decided, Decision, Fact, Skipped, SourceMatch, Tie, VerdictLabel
from factcheck.model.claims import Said
from factcheck.render.look import Look
from factcheck.render.report_sarif import make_sarif, write_message
from factcheck.render.verdict_rules import VERDICT_RULES
from factcheck.values import Span
from tests.hostile_texts import HOSTILE
from tests.report_factory import CLAIM, OUTLINE, SUPPORT, TEXT, make_report, make_verdict

if TYPE_CHECKING:
    from factcheck.model import Report

Log = dict[str, Any]
REPORT = make_report(*(make_verdict(label) for label in VerdictLabel))


def render(report: Report = REPORT) -> Log:
    written = make_sarif(Look())(report, width=80)
    log: Log = json.loads(written)
    SarifLog.model_validate(log)
    return log


def run_of(report: Report = REPORT) -> Log:
    run: Log = render(report)["runs"][0]
    return run


def test_it_is_valid_by_the_schema_and_a_spoilt_one_is_not() -> None:
    log = render()
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    for spoilt in ({**log, "mood": 1}, {**log, "version": "2.0.0"}, {**log, "runs": [{}]}):
        with pytest.raises(ValidationError):
            SarifLog.model_validate(spoilt)


def test_an_empty_report_is_valid_too() -> None:
    assert run_of(make_report(documents=(), skipped=(), limits=()))["results"] == []


def test_each_verdict_has_its_kind_and_only_what_fails_a_level() -> None:
    told = {one["properties"]["verdict"]: (one["kind"], one["level"]) for one in run_of()["results"]}
    assert told == {
        "supported": ("pass", "none"),
        "contradicted": ("fail", "error"),
        "disputed": ("review", "none"),
        "insufficient": ("open", "none"),
        "not_checkable": ("notApplicable", "none"),
    }


def test_the_rules_of_the_verdicts_are_described_and_pointed_to() -> None:
    run = run_of(make_report(make_verdict(rule="verdict/too-weak"), make_verdict(rule="verdict/both-sides")))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == ["verdict/too-weak", "verdict/both-sides"]
    assert all(rule["shortDescription"]["text"] == VERDICT_RULES[rule["id"]] for rule in rules)


def test_every_rule_that_a_verdict_may_name_is_described() -> None:
    folder = Path(str(factcheck.verdict.__file__)).parent
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    named = set(re.findall(r"\"(verdict/[a-z-]+)\"", source)) | {f"verdict/{gate}" for gate in GATES.keys() - {UNREAD}}
    assert named == VERDICT_RULES.keys()


def test_quotes_are_related_locations_at_their_places() -> None:
    around = replace(SUPPORT, prefix=TEXT[27:47], suffix=TEXT[121:140])
    result = run_of(make_report(make_verdict(supporting=(around,))))["results"][0]
    first = result["relatedLocations"][0]["physicalLocation"]
    assert first["artifactLocation"] == {"uri": "news/bridge.txt", "uriBaseId": "RECORD"}
    assert first["region"] == {"charOffset": 47, "charLength": 74, "snippet": {"text": SUPPORT.quote}}
    assert first["contextRegion"]["snippet"]["text"] == TEXT[27:140]
    for place in result["relatedLocations"]:
        for region in (place["physicalLocation"]["region"], place["physicalLocation"]["contextRegion"]):
            start, length = region["charOffset"], region["charLength"]
            assert TEXT[start : start + length] == region["snippet"]["text"]
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2, 3, 4]


def test_a_claim_stands_where_it_was_said() -> None:
    said = SourceMatch(said=Said.VERBATIM, span=Span(122, 166))
    known = make_verdict(claim=replace(CLAIM, source="news/bridge.txt"), said=said)
    first, second = run_of(make_report(known, make_verdict()))["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "news/bridge.txt"
    assert place["region"] == {"charOffset": 122, "charLength": 44}
    assert [one["logicalLocations"][0]["name"] for one in second["locations"]] == [CLAIM.id]
    assert "physicalLocation" not in second["locations"][0]


def test_fingerprints_follow_the_claim_and_what_counts() -> None:
    moved = replace(SUPPORT, span=Span(1, 75))
    verdicts = (make_verdict(), make_verdict(supporting=(moved,)), make_verdict(supporting=()))
    prints = [one["partialFingerprints"] for one in run_of(make_report(*verdicts))["results"]]
    assert prints[0] == prints[1] == {"claimId/v1": CLAIM.id, "evidenceId/v1": verdicts[0].evidence_id}
    assert prints[2] != prints[0]


def test_what_was_skipped_is_told_as_a_notification() -> None:
    invocation = run_of()["invocations"][0]
    assert invocation["executionSuccessful"] is True
    told = [(one["descriptor"]["id"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]]
    assert told == [
        ("record/skipped", "scan.tiff: no reader for .tiff files"),
        ("record/limit", "Only English is read."),
    ]
    place = invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "scan.tiff"


def test_documents_are_artifacts_with_their_hashes() -> None:
    assert run_of()["artifacts"][0]["hashes"] == {"sha-256": OUTLINE.sha256}


def test_a_decision_is_a_property_and_moves_nothing() -> None:
    decision = Decision(claim=CLAIM.id, decision=VerdictLabel.SUPPORTED, reason="R.", by="B", date=date(2018, 1, 1))
    decided = make_verdict(VerdictLabel.CONTRADICTED, decided=Decided(standing=decision, tie=Tie.CURRENT))
    plain, told = run_of(make_report(make_verdict(VerdictLabel.CONTRADICTED), decided))["results"]
    assert told["properties"].pop("decision").startswith("supported, by B on 2018-01-01: R.")
    assert told == plain


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_text(text: str) -> None:
    verdict = make_verdict(claim=replace(CLAIM, text=text), reason=text, supporting=(replace(SUPPORT, quote=text),))
    outline = replace(OUTLINE, path=text, title=Fact(value=text))
    report = make_report(verdict, documents=(outline,), skipped=(Skipped(path=text, reason=text),), limits=(text,))
    written = make_sarif(Look())(report, width=0)
    written.encode("utf-8")
    assert not {"\x1b", "\u202e", "\x9b", "\x00"} & set(written)
    log = json.loads(written)
    if "\ud800" not in text:  # which no other program can hold
        SarifLog.model_validate(log)
    region = log["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == text


def test_braces_and_brackets_of_a_message_are_no_placeholders_and_no_links() -> None:
    assert write_message("{0} [a](1)\nb") == {"text": "{{0}} \\[a\\](1) b"}
