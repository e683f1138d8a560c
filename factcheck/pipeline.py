"""The way of the data: read documents, index passages, and for each claim search, link, judge, reach a verdict."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.dates import parse_edtf
from factcheck.index import INDEXES
from factcheck.link import link_passage, query_terms
from factcheck.model import (
    BlockKind,
    Coverage,
    Evidence,
    Link,
    Office,
    Reading,
    Report,
    Skipped,
    VoiceKind,
)
from factcheck.reading import Background, find_offices, read_claim, read_document, read_passage
from factcheck.said import find_said
from factcheck.stance import RULES, RuleModel
from factcheck.text import tokenize
from factcheck.verdict import Side, find_eligibility, mark_origins, reach_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.config import Settings
    from factcheck.model import Claim, Document, Entity, Hit, Intake, Judgement, Part, SourceMatch, Verdict
    from factcheck.protocols import Index, StanceModel
    from factcheck.values import DateRange

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
) -> Report:
    """Hold claims against a record and return the report.

    `on_claim` is called with the number of claims done and their total, first when the record has been read. A
    claim alone gets what it gets among others.
    """
    as_of = parse_edtf(settings.as_of) if settings.as_of else _latest(intake.documents)
    documents, late = _as_of(intake.documents, as_of if settings.as_of else None)
    checker = _Checker(documents, intake.entities, settings)
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
        config={name: str(value) for name, value in sorted(settings.model_dump().items()) if value is not None},
        as_of=as_of,
        documents=documents,
        passages_by_document={document.path: len(checker.passages[document.path]) for document in documents},
        verdicts=tuple(verdicts),
        skipped=(*intake.skipped, *late),
        coverage=_coverage(documents, checker, verdicts),
        limits=LIMITS,
    )


class _Checker:
    """A record that was read once, against which claims are checked one by one."""

    def __init__(self, documents: Sequence[Document], entities: Sequence[Entity], settings: Settings) -> None:
        self._documents = {document.path: document for document in documents}
        self._entities = tuple(entities)
        self._limit = settings.candidates
        self.passages = {document.path: read_document(document, entities) for document in documents}
        self._index: Index = INDEXES.load(settings.index)()
        self._index.add(passage for path in sorted(self.passages) for passage in self.passages[path])
        self._model: StanceModel = RuleModel()
        self._read: Callable[[str], Reading] = cache(self._read_passage)
        self._words = frozenset(word for document in documents for word in document.text.split() if word.islower())
        self._offices: Callable[[str], tuple[Office, ...]] = cache(self._find_offices)
        self._by_id = {passage.id: passage for passages in self.passages.values() for passage in passages}

    def check(self, claim: Claim) -> Verdict:
        """Find, link, judge and weigh the evidence on one claim."""
        said = find_said(claim, self._documents.get(claim.source or ""))
        offices = self._offices(claim.speaker) if claim.speaker else ()
        case = _Case(claim, said, Side.of(claim, self._entities, offices))
        bodies = tuple(office.body for office in offices[:1] if office.body)
        parts = read_claim(claim, Background(entities=self._entities, words=self._words, bodies=bodies))
        found: list[Evidence] = []
        cut = False
        for place, part in enumerate(parts):
            hits = self._index.search(query_terms(part), limit=self._limit)
            cut = cut or len(hits) >= self._limit
            links = self._link(part, hits, claim.date)
            judgements = self._model.judge_all(links)
            found.extend(
                case.evidence(place, link, judgement) for link, judgement in zip(links, judgements, strict=True)
            )
        return reach_verdict(claim, parts, mark_origins(found), said=said, cut=cut)

    def _link(self, part: Part, hits: Sequence[Hit], said: DateRange | None) -> list[Link]:
        found = (link_passage(part, hit.passage, self._read(hit.passage.id), said=said) for hit in hits)
        return [link for link in found if link is not None]

    def _find_offices(self, speaker: str) -> tuple[Office, ...]:
        hits = self._index.search([token.stem for token in tokenize(speaker)], limit=self._limit)
        return find_offices([self._read(hit.passage.id) for hit in hits], speaker)

    def _read_passage(self, passage_id: str) -> Reading:
        return read_passage(self._by_id[passage_id])


@dataclass(frozen=True, slots=True)
class _Case:
    """One claim, where it was said, and who stands on which side."""

    claim: Claim
    said: SourceMatch
    side: Side

    def evidence(self, place: int, link: Link, judgement: Judgement) -> Evidence:
        """Turn a judged link into what a reader sees of it."""
        passage = link.passage
        eligibility, why = find_eligibility(passage, self.claim, self.said, self.side)
        return Evidence(
            document=passage.document,
            quote=passage.text,
            span=passage.span,
            stance=judgement.stance,
            eligibility=eligibility,
            rule=judgement.rule,
            published=passage.published,
            about=link.reading.period,
            speaker=passage.attribution.speaker,
            attribution=passage.attribution.reason,
            interested=passage.attribution.speaker in self.side.opponents,
            weights=(*link.weights, *((judgement.weight,) if judgement.weight else ())),
            gate=judgement.gate,
            note=why or judgement.note,
            part=place,
        )


def _latest(documents: Sequence[Document]) -> DateRange | None:
    """The latest publication date of the record: what "now" is, since the clock enters nowhere."""
    dated = [
        document.published.value for document in documents if document.published.value and document.published.value.last
    ]
    return max(dated, key=lambda period: (period.last, period.first), default=None)


def _as_of(documents: Sequence[Document], as_of: DateRange | None) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """The documents that were there on a day, and those that came later."""
    if as_of is None or as_of.last is None:
        return tuple(documents), ()
    late = [one for one in documents if (when := one.published.value) and when.first and when.first > as_of.last]
    kept = tuple(one for one in documents if one not in late)
    return kept, tuple(Skipped(path=one.path, reason=f"published {one.published.value}, after {as_of}") for one in late)


def _coverage(documents: Sequence[Document], checker: _Checker, verdicts: Sequence[Verdict]) -> Coverage:
    passages = [passage for path in checker.passages for passage in checker.passages[path]]
    blocks = [block for document in documents for section in document.sections for block in section.blocks]
    return Coverage(
        documents=len(documents),
        sections=sum(len(document.sections) for document in documents),
        passages=len(passages),
        own_voice_passages=sum(passage.attribution.voice is VoiceKind.DOCUMENT for passage in passages),
        furniture_blocks=sum(block.kind is BlockKind.FURNITURE for block in blocks),
        undated_documents=sum(document.published.value is None for document in documents),
        claims=len(verdicts),
        candidates_cut=sum(verdict.candidates_cut for verdict in verdicts),
    )


def _report_id(claims: Sequence[Claim], intake: Intake, settings: Settings) -> str:
    """A hash of inputs, configuration, rules and version: the same run has the same id, wherever it is done."""
    inputs = {
        "version": __version__,
        "settings": settings.model_dump(),
        "rules": [rule.name for rule in RULES],
        "claims": [repr(claim) for claim in claims],
        "documents": [[document.path, document.sha256, repr(document)] for document in intake.documents],
        "entities": [repr(entity) for entity in intake.entities],
        "skipped": [[one.path, one.reason] for one in intake.skipped],
    }
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
