"""How far labelled quotes came through the pipeline, and what lost them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Eligibility, Stance
from factcheck.model.evaluation import Cause, QuoteOutcome, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Evidence, Passage, Trace
    from factcheck.model.labels import GoldQuote, Trap
    from factcheck.values import Span

HALF: Final = 0.5
"""Share of a labelled quote that a listed one must cover to be it: labels are often a telling part of a sentence."""

_GATES: Final = {"subject": Cause.RESOLUTION, "period": Cause.TIME, "force": Cause.ATTRIBUTION}
"""What a gate is laid to that stops a passage; all others stop what the passage says."""

_NO_ANSWER: Final = "no rule has an answer"
_SILENT: Final = {"unread": "not among the passages that the model read"}
"""Why nobody has an answer, by the gate of a judgement that no rule gave."""

_AMOUNTS: Final = "quantity/"
"""How the rules are called that compare amounts."""


def covers(span: Span, document: str, *, gold: GoldQuote | Trap) -> bool:
    """Whether a span of a document covers at least half of a labelled quote, wherever that stands in it."""
    return document == gold.document and any(
        min(span.end, stand.end) - max(span.start, stand.start) >= HALF * len(stand) for stand in gold.spans
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way of one claim's quotes: the passages of the documents that they stand in, and what became of those."""

    trace: Trace
    passages: dict[str, Sequence[Passage]]

    def follow(self, quote: GoldQuote) -> QuoteOutcome:
        """Return the last stage that a quote passed, and why it came no further."""
        listed = self.trace.verdict.supporting if quote.side is Stance.SUPPORTS else self.trace.verdict.contradicting
        if _covering(listed, quote):
            return QuoteOutcome(gold=quote, stage=Stage.LISTED)
        found = _covering(self.trace.evidence, quote)
        on_its_side = [one for one in found if one.stance is quote.side]
        if on_its_side:
            return _not_listed(quote, _best(on_its_side))
        if found:
            return _not_judged(quote, _best(found))
        hits = [hit for part in self.trace.hits for hit in part]
        if any(covers(hit.passage.span, hit.passage.document, gold=quote) for hit in hits):
            told = "shares neither topic, role nor scale with the claim"
            return QuoteOutcome(gold=quote, stage=Stage.RETRIEVED, cause=Cause.RETRIEVAL, why=told)
        if any(covers(one.span, one.document, gold=quote) for one in self.passages[quote.document]):
            told = f"not among the {len(hits):,} passages nominated"
            return QuoteOutcome(gold=quote, stage=Stage.PASSAGE, cause=Cause.RETRIEVAL, why=told)
        told = "no passage holds half of it: page furniture, or cut in two"
        return QuoteOutcome(gold=quote, stage=Stage.LOST, cause=Cause.RETRIEVAL, why=told)


def _not_judged(quote: GoldQuote, best: Evidence) -> QuoteOutcome:
    if best.stance is not Stance.NEUTRAL:
        why = f"said to be on the other side by {best.rule}"
        return QuoteOutcome(gold=quote, stage=Stage.LINKED, cause=Cause.STANCE, why=why)
    by_gate = _GATES.get(best.gate, Cause.STANCE)
    cause = Cause.QUANTITY if best.rule.startswith(_AMOUNTS) and by_gate is Cause.STANCE else by_gate
    why = f"stopped by the gate “{best.gate}” of {best.rule}" if best.rule else _SILENT.get(best.gate, _NO_ANSWER)
    return QuoteOutcome(gold=quote, stage=Stage.LINKED, cause=cause, why=why)


def _not_listed(quote: GoldQuote, best: Evidence) -> QuoteOutcome:
    if best.eligibility is Eligibility.INDEPENDENT:
        cause, why = Cause.VERDICT, f"judged rightly by {best.rule} and not counted, at {best.score:.1f}"
    elif best.eligibility is Eligibility.SAME_ORIGIN:
        cause, why = Cause.VERDICT, f"taken for a copy of {best.origin}"
    else:
        cause, why = Cause.ATTRIBUTION, f"taken for {best.eligibility.value.replace('_', ' ')}"
    return QuoteOutcome(gold=quote, stage=Stage.JUDGED, cause=cause, why=why)


def _covering(evidence: Iterable[Evidence], quote: GoldQuote) -> list[Evidence]:
    return [one for one in evidence if covers(one.span, one.document, gold=quote)]


def _best(evidence: Iterable[Evidence]) -> Evidence:
    """The strongest; of equals, the first in its document."""
    return min(evidence, key=lambda one: (-round(one.score, 6), one.span, one.part))
