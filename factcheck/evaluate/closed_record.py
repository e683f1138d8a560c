"""A closed record of abstracts with claims whose evidence in it is known: the benchmark of SciFact.

Wadden et al., Fact or Fiction: Verifying Scientific Claims (2020), name the task and its measures: find the abstracts
that bear on a claim, say what they say of it, and select the sentences that show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.evaluate.figures import count_rules
from factcheck.evaluate.texts import make_document
from factcheck.model import Claim, Intake, Stance
from factcheck.model.figures import ClosedRecordFigures, Match, share
from factcheck.pipeline.held import hold
from factcheck.pipeline.look import look_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.config import Settings
    from factcheck.evaluate.closed_files import Benchmark, ResearchClaim
    from factcheck.model import Evidence, Trace
    from factcheck.values import Span

MOST_SENTENCES: Final = 3
"""Sentences of an abstract that may show its label: the paper reads the first three that a system selects."""

DEPTHS: Final = (1, 3, 5, 10, 20, 50, 100)
"""How far down a list of abstracts is looked for those with evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What was said of one abstract: its stance, and the sentences that show it, the strongest first."""

    stance: Stance
    sentences: tuple[int, ...]
    rule: str


def evaluate_closed_record(
    benchmark: Benchmark,
    settings: Settings,
    *,
    on_text: Callable[[int, int], None] | None = None,
    on_claim: Callable[[int, int], None] | None = None,
) -> ClosedRecordFigures:
    """Check every claim against all abstracts at once, and hold what was found against the known evidence.

    The calls are those of `verify`: characters read so far and their total, then claims.
    """
    documents = tuple(make_document(one.id, one.sentences, title=one.title) for one in benchmark.abstracts)
    places = {document.path: [block.span for block in document.sections[0].blocks] for document in documents}
    predictions: list[dict[str, Prediction]] = []
    ranks: list[dict[str, list[str]]] = []
    with look_at(hold(Intake(documents=documents), on_text=on_text), settings) as look:
        checker = look.make_checker()
        for done, claim in enumerate(benchmark.claims):
            if on_claim:
                on_claim(done, len(benchmark.claims))
            trace = checker.trace(Claim(id=claim.id, text=claim.text))
            predictions.append(predict(trace, places))
            ranks.append(_rank_by_stage(trace))
    return figure_closed_record(benchmark, predictions, ranks)


def figure_closed_record(
    benchmark: Benchmark, predictions: Sequence[dict[str, Prediction]], ranks: Sequence[dict[str, list[str]]]
) -> ClosedRecordFigures:
    """Return what was said of the abstracts comes to, and where each stage had them."""
    label, rationale = match_abstracts(benchmark.claims, predictions)
    selection, labelled = match_sentences(benchmark.claims, predictions)
    return ClosedRecordFigures(
        claims=len(benchmark.claims),
        abstracts=len(benchmark.abstracts),
        abstract_label=label,
        abstract_rationale=rationale,
        sentence_selection=selection,
        sentence_label=labelled,
        recall_at=measure_recall(benchmark.claims, ranks),
        rules=count_rules(_grade_rules(benchmark.claims, predictions)),
    )


def predict(trace: Trace, places: dict[str, list[Span]]) -> dict[str, Prediction]:
    """Return what the listed evidence says of each abstract; where one says both, the stronger side is its stance."""
    by_abstract: dict[str, list[Evidence]] = {}
    for one in (*trace.verdict.supporting, *trace.verdict.contradicting):
        by_abstract.setdefault(one.document, []).append(one)
    found = {}
    for name, listed in sorted(by_abstract.items()):
        best = min(listed, key=lambda one: (-round(one.score, 6), one.span))
        mine = sorted((one for one in listed if one.stance is best.stance), key=lambda one: -round(one.score, 6))
        sentences = dict.fromkeys(
            number for one in mine for number, span in enumerate(places[name]) if span.overlaps(one.span)
        )
        found[name] = Prediction(stance=best.stance, sentences=tuple(sentences), rule=best.rule)
    return found


def match_abstracts(
    claims: Sequence[ResearchClaim], predictions: Sequence[dict[str, Prediction]]
) -> tuple[Match, Match]:
    """Return the paper's two measures of abstracts: by label only, and with a whole rationale among the sentences."""
    right = shown = said = 0
    for claim, found in zip(claims, predictions, strict=True):
        said += len(found)
        for name, one in found.items():
            known = claim.evidence.get(name)
            if known and known.stance is one.stance:
                right += 1
                first = set(one.sentences[:MOST_SENTENCES])
                shown += any(rationale <= first for rationale in known.rationales)
    gold = sum(len(claim.evidence) for claim in claims)
    return Match(right=right, said=said, gold=gold), Match(right=shown, said=said, gold=gold)


def match_sentences(
    claims: Sequence[ResearchClaim], predictions: Sequence[dict[str, Prediction]]
) -> tuple[Match, Match]:
    """Return the paper's two measures of sentences: selected, and selected with the right label.

    A sentence is rightly selected with all others of a rationale that it belongs to.
    """
    right = labelled = said = 0
    for claim, found in zip(claims, predictions, strict=True):
        for name, one in found.items():
            chosen = set(one.sentences)
            said += len(chosen)
            known = claim.evidence.get(name)
            if known:
                whole = set().union(*(rationale for rationale in known.rationales if rationale <= chosen))
                right += len(whole)
                labelled += len(whole) if known.stance is one.stance else 0
    gold = sum(len(set().union(*known.rationales)) for claim in claims for known in claim.evidence.values())
    return Match(right=right, said=said, gold=gold), Match(right=labelled, said=said, gold=gold)


def measure_recall(
    claims: Sequence[ResearchClaim], ranks: Sequence[dict[str, list[str]]]
) -> dict[str, dict[int, float | None]]:
    """Return by stage which share of the abstracts with evidence stand among the first 1, 3, 5, … of that stage."""
    wanted = sum(len(claim.evidence) for claim in claims)
    stages = list(dict.fromkeys(stage for one in ranks for stage in one))
    return {
        stage: {
            depth: share(
                sum(
                    len(claim.evidence.keys() & set(by_stage.get(stage, ())[:depth]))
                    for claim, by_stage in zip(claims, ranks, strict=True)
                ),
                wanted,
            )
            for depth in DEPTHS
        }
        for stage in stages
    }


def _rank_by_stage(trace: Trace) -> dict[str, list[str]]:
    """Abstracts in the order in which each stage has them, best first."""
    hits = sorted((hit for part in trace.hits for hit in part), key=lambda hit: hit.place)
    linked = sorted(trace.evidence, key=lambda one: (-round(one.score, 6), one.document, one.span))
    judged = (one for one in linked if one.stance is not Stance.NEUTRAL)
    counted = (*trace.verdict.supporting, *trace.verdict.contradicting)
    listed = sorted(counted, key=lambda one: (-round(one.score, 6), one.document, one.span))
    return {
        "retrieved": list(dict.fromkeys(hit.passage.document for hit in hits)),
        "linked": list(dict.fromkeys(one.document for one in linked)),
        "judged": list(dict.fromkeys(one.document for one in judged)),
        "listed": list(dict.fromkeys(one.document for one in listed)),
    }


def _grade_rules(
    claims: Sequence[ResearchClaim], predictions: Sequence[dict[str, Prediction]]
) -> Iterable[tuple[str, bool]]:
    for claim, found in zip(claims, predictions, strict=True):
        for name, one in found.items():
            known = claim.evidence.get(name)
            yield one.rule, known is not None and known.stance is one.stance
