"""The report as JSON keeps its contract."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from factcheck.dates import parse_edtf
from factcheck.model import Coverage, VerdictLabel, Weight
from factcheck.render.look import Look
from factcheck.render.report_json import make_json, render_json
from factcheck.values import DateRange
from tests.report_factory import CLAIM, SUPPORT, TEXT, make_report, make_verdict

REPORT_KEYS = {
    "schema", "report_id", "tool", "config", "as_of", "record", "verdicts", "skipped", "coverage", "limits",
    "digest", "corrections", "self_consistency",
}  # fmt: skip
RECORD_KEYS = {
    "path", "sha256", "text_sha256", "reader", "title", "publisher", "author", "published", "published_from",
    "kind", "passages",
}  # fmt: skip
VERDICT_KEYS = {
    "claim", "said", "verdict", "margin", "fragile", "rule", "reason", "parts", "supporting", "contradicting",
    "own_words", "context", "flips",
}  # fmt: skip
CLAIM_KEYS = {"id", "text", "quote", "speaker", "date", "source", "about"}
PART_KEYS = {
    "part", "read_as", "resolved", "force", "cue", "note", "about", "about_from", "names", "quantities", "grades",
    "verdict", "rule", "reason", "margin", "weighing",
}  # fmt: skip
EVIDENCE_KEYS = {
    "document", "quote", "start", "end", "page", "time", "row", "published", "about", "speaker", "eligibility",
    "stance", "origin", "shared", "score", "weights", "rule", "gate", "attribution", "resolved", "interested", "note",
    "part", "prefix", "suffix", "needed", "there",
}  # fmt: skip
REPORT = make_report(*(make_verdict(label) for label in VerdictLabel))


def test_every_name_of_the_contract_is_there() -> None:
    report = json.loads(render_json(REPORT, width=0))
    verdict = report["verdicts"][0]
    assert set(report) == REPORT_KEYS
    assert report["schema"] == "factcheck.report/1"
    assert set(report["tool"]) == {"name", "version"}
    assert set(report["record"][0]) >= RECORD_KEYS
    assert set(verdict) >= VERDICT_KEYS
    assert set(verdict["claim"]) >= CLAIM_KEYS
    assert set(verdict["parts"][0]) == PART_KEYS
    for side in ("supporting", "contradicting", "own_words", "context"):
        assert set(verdict[side][0]) == EVIDENCE_KEYS
    assert set(verdict["supporting"][0]["weights"][0]) == {"name", "level", "value", "ours", "theirs"}
    assert set(report["skipped"][0]) == {"path", "reason"}
    assert set(report["coverage"]) == {field.name for field in fields(Coverage)}


def test_values_are_those_of_the_report() -> None:
    report = json.loads(render_json(REPORT, width=0))
    evidence = report["verdicts"][0]["supporting"][0]
    assert [verdict["verdict"] for verdict in report["verdicts"]] == [label.value for label in VerdictLabel]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert evidence["score"] == sum(weight["value"] for weight in evidence["weights"])
    assert report["record"][0]["passages"] == 3
    assert report["as_of"] == "2018-12-31"


def test_a_sum_reads_as_people_add_and_nought_has_no_sign() -> None:
    weights = (Weight("a", "x", 0.1), Weight("b", "x", 0.2), Weight("c", "x", -0.0))
    report = make_report(make_verdict(supporting=(replace(SUPPORT, weights=weights),)))
    written = render_json(report, width=0)
    assert '"score": 0.3,' in written
    assert "-0.0" not in written


def test_keys_are_sorted_characters_unescaped_and_the_end_is_a_newline() -> None:
    written = make_json(Look())(REPORT, width=80)
    assert written == json.dumps(json.loads(written), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert "£9 million" in written


def test_every_quote_is_there_to_the_last_character() -> None:
    raw = "[b]\x1b[31m\r\n“é”\u202e\x9b 👍"
    many = tuple(replace(SUPPORT, quote=f"{number}{raw}") for number in range(12))
    written = render_json(make_report(make_verdict(supporting=many)), width=0)
    quotes = [evidence["quote"] for evidence in json.loads(written)["verdicts"][0]["supporting"]]
    assert quotes == [f"{number}{raw}" for number in range(12)]
    assert not {"\x1b", "\u202e", "\x9b"} & set(written)


def test_claims_worded_alike_have_a_key_of_their_own() -> None:
    asked = json.loads(render_json(REPORT, width=0, similar=[(CLAIM, 91.5)]))
    assert set(asked) == REPORT_KEYS | {"similar_claims"}
    assert asked["similar_claims"][0]["likeness"] == 91.5
    assert asked["similar_claims"][0]["claim"]["id"] == CLAIM.id
    assert json.loads(render_json(REPORT, width=0, similar=[]))["similar_claims"] == []


@pytest.mark.parametrize("approximate", [False, True])
@pytest.mark.parametrize(
    "period",
    [
        DateRange.year(2016),
        DateRange.month(2016, 2),
        DateRange.day(date(2016, 2, 29)),
        DateRange(first=date(2014, 1, 1), last=date(2016, 6, 30)),
        DateRange(first=date(2014, 1, 1), last=None),
        DateRange(first=None, last=date(2016, 6, 30)),
    ],
)
def test_a_written_period_reads_back_as_itself(period: DateRange, *, approximate: bool) -> None:
    period = replace(period, approximate=approximate)
    assert parse_edtf(period.edtf) == period
