"""One run: every claim against the record, and the report on it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.dates import parse_edtf
from factcheck.lexicon import load_lexicon
from factcheck.model import BlockKind, Coverage, Report
from factcheck.pipeline.checker import Checker
from factcheck.record import find_latest_date, read_as_of
from factcheck.stance import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.config import Settings
    from factcheck.model import Claim, Document, Intake, Verdict

LIMITS: Final = (
    "Only the documents of the record were looked at; nothing else was asked.",
    "The judge is made of rules: paraphrase, irony and inference over several sentences are beyond it.",
)


def verify(
    claims: Sequence[Claim],
    intake: Intake,
    settings: Settings,
    *,
    on_claim: Callable[[int, int], None] | None = None,
    on_text: Callable[[int, int], None] | None = None,
) -> Report:
    """Hold claims against a record and return the report.

    `on_text` is called with the characters of the record that have been read and their total, then `on_claim` with
    the number of claims done and their total, first when the record has been read. A claim alone gets what it gets
    among others.

    Raises:
        RunError: all of the record was published after the day it is read as of.
    """
    as_of = parse_edtf(settings.as_of) if settings.as_of else find_latest_date(intake.documents)
    record = read_as_of(intake, as_of) if settings.as_of and as_of else intake
    checker = Checker(record, settings, on_text=on_text)
    verdicts = []
    if on_claim:
        on_claim(0, len(claims))
    for done, claim in enumerate(claims, 1):
        verdicts.append(checker.check(claim))
        if on_claim:
            on_claim(done, len(claims))
    return Report(
        report_id=_report_id(claims, intake, settings),
        version=__version__,
        config={name: _write_setting(value) for name, value in sorted(_list_settings(settings).items()) if value},
        as_of=as_of,
        documents=record.documents,
        passages_by_document=checker.passages_by_document,
        verdicts=tuple(verdicts),
        skipped=record.skipped,
        coverage=_coverage(record.documents, checker, verdicts),
        limits=LIMITS,
    )


def _list_settings(settings: Settings) -> dict[str, object]:
    """The settings, and the content hashes of the files that a user added to the lexicon, where there are any."""
    own = load_lexicon().own
    return settings.model_dump() | ({"lexicon": own} if own else {})


def _write_setting(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _coverage(documents: Sequence[Document], checker: Checker, verdicts: Sequence[Verdict]) -> Coverage:
    blocks = [block for document in documents for section in document.sections for block in section.blocks]
    return Coverage(
        documents=len(documents),
        sections=sum(len(document.sections) for document in documents),
        passages=sum(checker.passages_by_document.values()),
        own_voice_passages=checker.own_voice_passages,
        furniture_blocks=sum(block.kind is BlockKind.FURNITURE for block in blocks),
        undated_documents=sum(document.published.value is None for document in documents),
        claims=len(verdicts),
        candidates_cut=sum(verdict.candidates_cut for verdict in verdicts),
    )


def _report_id(claims: Sequence[Claim], intake: Intake, settings: Settings) -> str:
    """A hash of inputs, configuration, rules and version: the same run has the same id, wherever it is done."""
    inputs = {
        "version": __version__,
        "settings": _list_settings(settings),
        "rules": [rule.name for rule in RULES],
        "claims": [repr(claim) for claim in claims],
        "documents": [_identity(document) for document in intake.documents],
        "entities": [repr(entity) for entity in intake.entities],
        "skipped": [[one.path, one.reason] for one in intake.skipped],
    }
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _identity(document: Document) -> list[str]:
    """What makes a document this one, as read: its bytes, its text, and what was inferred or stated of it."""
    facts = (document.title, document.publisher, document.author, document.published, document.kind, document.spoken)
    blocks = "".join(block.kind[0] for section in document.sections for block in section.blocks)
    sections = [
        repr((section.span, section.heading, section.published, section.author)) for section in document.sections
    ]
    return [document.path, document.sha256, document.text_sha256, repr(facts), blocks, *sections]
