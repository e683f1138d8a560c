"""The example record against labels that people gave: verdicts, quotes, and the speaker's own words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, copytree
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from factcheck.config import Settings
from factcheck.dates import parse_edtf
from factcheck.model import Claim, Report, VerdictLabel
from factcheck.names import NameMatch, match_names
from factcheck.pipeline import verify
from factcheck.record import read_folder
from factcheck.text import fold_loosely
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Evidence, Verdict

LEAST_RIGHT = 17
"""Verdicts that are right today, of 19: to be raised, never lowered."""

LEAST_SHARE_OF_QUOTES = 1 / 3
"""Share of the labelled quotes that must be listed on their side."""

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Label:
    """What people say of one claim: verdicts that count as right, and quotes (document, text) by side."""

    claim: Claim
    right: frozenset[str]
    quotes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """Where a speaker speaks; the whole document when there is no span."""

    speaker: str
    document: str
    span: Span | None


def _text(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    return None if value is None else str(value)


def _rows(table: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    rows = table.get(key, [])
    assert isinstance(rows, list)
    return rows


def _label(row: Mapping[str, object]) -> Label:
    date = _text(row, "date")
    claim = Claim(
        id=str(row["id"]),
        text=str(row["text"]),
        speaker=_text(row, "speaker"),
        date=parse_edtf(date) if date else None,
        source=_text(row, "source"),
    )
    accept = row.get("accept", [row["verdict"]])
    assert isinstance(accept, list)
    quotes = tuple(
        (side, str(quote["document"]), str(quote["quote"]))
        for side in ("supporting", "contradicting")
        for quote in _rows(row, side)
        if not quote.get("optional")
    )
    return Label(claim=claim, right=frozenset(map(str, accept)), quotes=quotes)


def _own_words(row: Mapping[str, object]) -> OwnWords:
    span = Span(int(str(row["start"])), int(str(row["end"]))) if "start" in row else None
    return OwnWords(speaker=str(row["speaker"]), document=str(row["document"]), span=span)


GOLD: Mapping[str, object] = YAML(typ="safe", pure=True).load((HERE / "gold" / "rogers.yaml").read_text("utf-8"))
LABELS = {str(row["id"]): _label(row) for row in _rows(GOLD, "claims")}
OWN_WORDS = [_own_words(row) for row in _rows(GOLD, "own_words")]


@pytest.fixture(scope="module", params=["as it is", "with what a reader states of it"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = HERE.parent / "seeds"
    if request.param != "as it is":
        folder = copytree(folder, tmp_path_factory.mktemp("stated") / "seeds")
        copyfile(HERE / "gold" / "record.yaml", folder / "record.yaml")
    return verify([label.claim for label in LABELS.values()], read_folder(folder), Settings())


def _counted(verdict: Verdict) -> tuple[Evidence, ...]:
    return (*verdict.supporting, *verdict.contradicting)


def test_the_labels_are_whole() -> None:
    assert len(LABELS) == 19
    assert len(OWN_WORDS) > 15


def test_most_verdicts_are_right(report: Report) -> None:
    wrong = [
        f"{verdict.claim.id}: {verdict.label}, not {'/'.join(sorted(LABELS[verdict.claim.id].right))}"
        for verdict in report.verdicts
        if verdict.label.value not in LABELS[verdict.claim.id].right
    ]
    assert len(LABELS) - len(wrong) >= LEAST_RIGHT, "; ".join(wrong)


def test_no_contradiction_is_false(report: Report) -> None:
    false = [
        verdict.claim.id
        for verdict in report.verdicts
        if verdict.label is VerdictLabel.CONTRADICTED and "contradicted" not in LABELS[verdict.claim.id].right
    ]
    assert false == []


def test_no_own_words_count(report: Report) -> None:
    for verdict in report.verdicts:
        for one in _counted(verdict):
            for own in OWN_WORDS:
                same = (
                    verdict.claim.speaker and match_names(verdict.claim.speaker, own.speaker) is not NameMatch.DIFFERENT
                )
                if same and own.document == one.document:
                    assert own.span is not None, one.quote
                    assert not own.span.overlaps(one.span), one.quote


def test_every_quote_is_verbatim(report: Report) -> None:
    texts = {document.path: document.text for document in report.documents}
    for verdict in report.verdicts:
        for one in (*_counted(verdict), *verdict.own_words, *verdict.context):
            assert one.span.of(texts[one.document]) == one.quote


def test_the_labelled_quotes_stand_in_the_record(report: Report) -> None:
    texts = {document.path: fold_loosely(document.text) for document in report.documents}
    for label in LABELS.values():
        for _, document, quote in label.quotes:
            assert fold_loosely(quote) in texts[document]


def test_enough_of_the_labelled_quotes_are_found(report: Report) -> None:
    found, missed = 0, []
    for verdict in report.verdicts:
        sides = {"supporting": verdict.supporting, "contradicting": verdict.contradicting}
        for side, document, quote in LABELS[verdict.claim.id].quotes:
            wanted = fold_loosely(quote)
            listed = [fold_loosely(one.quote) for one in sides[side] if one.document == document]
            hit = any(wanted in text or text in wanted for text in listed)
            found += hit
            missed += [] if hit else [f"{verdict.claim.id}: {quote}"]
    assert found >= LEAST_SHARE_OF_QUOTES * (found + len(missed)), "\n".join(missed)
