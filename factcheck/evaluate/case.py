"""Labelled claims against their record: verdicts, quotes, and what every error is laid to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from factcheck.evaluate.figures import count_rules
from factcheck.evaluate.stages import HALF, Way, covers
from factcheck.model import Stance, VerdictLabel
from factcheck.model.evaluation import Blame, CaseEvaluation, Cause, ClaimOutcome, Stage
from factcheck.model.labels import TrapKind
from factcheck.names import NameMatch, match_names
from factcheck.pipeline.held import hold
from factcheck.pipeline.look import look_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.config import Settings
    from factcheck.model import Evidence, Intake, Passage, Trace, Verdict
    from factcheck.model.evaluation import QuoteOutcome
    from factcheck.model.labels import Gold, GoldClaim, OwnWords, Trap
    from factcheck.pipeline.checker import Checker

LONGEST_QUOTE: Final = 600
"""Code points: one to three sentences, which is what a quote may be."""

SHOWN: Final = 80
"""Code points of a quote that say which it is."""

TRAPPED: Final = {
    TrapKind.DISAGREEMENT: Cause.VERDICT,
    TrapKind.COPY: Cause.VERDICT,
    TrapKind.REWRITE: Cause.VERDICT,
    TrapKind.PART: Cause.VERDICT,
    TrapKind.ECHO: Cause.ATTRIBUTION,
    TrapKind.RUMOUR: Cause.ATTRIBUTION,
    TrapKind.OPPONENT: Cause.ATTRIBUTION,
    TrapKind.INTERVIEW: Cause.ATTRIBUTION,
    TrapKind.LOOK_ALIKE: Cause.RESOLUTION,
    TrapKind.PERIOD: Cause.TIME,
    TrapKind.MEASURE: Cause.QUANTITY,
}
"""What it is laid to that a trap was walked into."""

_STAGES: Final = tuple(Stage)

_SIDES: Final = {
    VerdictLabel.SUPPORTED: frozenset({Stance.SUPPORTS}),
    VerdictLabel.CONTRADICTED: frozenset({Stance.REFUTES}),
    VerdictLabel.DISPUTED: frozenset({Stance.SUPPORTS, Stance.REFUTES}),
    VerdictLabel.INSUFFICIENT: frozenset[Stance](),
}
"""The sides whose evidence leads to a verdict."""

_BORNE_OUT: Final = {
    Stance.SUPPORTS: {VerdictLabel.SUPPORTED, VerdictLabel.DISPUTED},
    Stance.REFUTES: {VerdictLabel.CONTRADICTED, VerdictLabel.DISPUTED},
}
"""The verdicts with which evidence on a side agrees."""


def evaluate_case(
    name: str, gold: Gold, intake: Intake, settings: Settings, *, on_claim: Callable[[int, int], None] | None = None
) -> CaseEvaluation:
    """Check every labelled claim against the record and hold the verdict, and all that led to it, against the label.

    `on_claim` is called with the claims done and their total, first when the record has been read.
    """
    outcomes: list[ClaimOutcome] = []
    with look_at(hold(intake), settings) as look:
        checker = look.make_checker()
        grader = _Grader(gold, checker, {document.path: document.text for document in intake.documents})
        for done, one in enumerate(gold.claims):
            if on_claim:
                on_claim(done, len(gold.claims))
            outcomes.append(grader.grade(one, checker.trace(one.claim)))
    fired = ((one.rule, right) for outcome in outcomes for one, right in grade_evidence(outcome.gold, outcome.verdict))
    return CaseEvaluation(
        name=name,
        outcomes=tuple(outcomes),
        rules=count_rules(fired),
        skipped=intake.skipped,
        traps=gold.traps,
    )


def grade_evidence(gold: GoldClaim, verdict: Verdict) -> Iterator[tuple[Evidence, bool]]:
    """Yield all that was listed with whether its side is right: by the quote's own label, or else by the verdict's."""
    for one in (*verdict.supporting, *verdict.contradicting):
        sides = _label_sides(one, gold)
        yield one, one.stance in sides if sides else bool(_BORNE_OUT[one.stance] & gold.accept)


def _label_sides(one: Evidence, gold: GoldClaim) -> set[Stance]:
    """The sides on which labelled quotes stand that a listed one covers."""
    return {quote.side for quote in gold.quotes if covers(one.span, one.document, gold=quote)}


class _Grader:
    """Holds verdicts of one case against its labels."""

    def __init__(self, gold: Gold, checker: Checker, texts: dict[str, str]) -> None:
        self._gold = gold
        self._texts = texts
        self._split: Callable[[str], Sequence[Passage]] = cache(checker.split)

    def grade(self, gold: GoldClaim, trace: Trace) -> ClaimOutcome:
        verdict = trace.verdict
        wanted = [quote for quote in gold.quotes if not quote.optional]
        way = Way(trace=trace, passages={quote.document: self._split(quote.document) for quote in wanted})
        quotes = tuple(way.follow(quote) for quote in wanted)
        listed = (*verdict.supporting, *verdict.contradicting)
        sides = [_label_sides(one, gold) for one in listed]
        return ClaimOutcome(
            gold=gold,
            verdict=verdict,
            quotes=quotes,
            listed=len(listed),
            beside=tuple(one for one, labelled in zip(listed, sides, strict=True) if not labelled),
            wrong_side=tuple(one for one, labelled in zip(listed, sides, strict=True) if labelled - {one.stance}),
            own_words=tuple(one for one in listed if self._is_own(one, gold.claim.speaker)),
            garbled=tuple(one for one in listed if self._is_garbled(one)),
            blame=self._find_cause(gold, verdict, quotes),
        )

    def _is_garbled(self, one: Evidence) -> bool:
        return one.span.of(self._texts[one.document]) != one.quote or not 0 < len(one.quote) <= LONGEST_QUOTE

    def _is_own(self, one: Evidence, speaker: str | None) -> bool:
        """Whether the claim's speaker said it, by the label of at least half of it or by what factcheck itself says."""
        if speaker is None:
            return False
        if one.speaker and _is_same(one.speaker, speaker):
            return True
        mine = [own for own in self._gold.own_words if _is_same(own.speaker, speaker) and own.document == one.document]
        return sum(_shared(one, own) for own in mine) >= HALF * len(one.span)

    def _find_cause(self, gold: GoldClaim, verdict: Verdict, quotes: tuple[QuoteOutcome, ...]) -> Blame | None:
        """Return what a wrong verdict is laid to, and why."""
        if verdict.label in gold.accept:
            return None
        if VerdictLabel.NOT_CHECKABLE in {verdict.label, gold.verdict}:
            return Blame(cause=Cause.STANCE, why=f"what sort of statement it is: {verdict.reason}")
        towards = _SIDES[verdict.label]
        misled = [one for one, right in grade_evidence(gold, verdict) if not right and one.stance in towards]
        if misled:
            return self._blame(max(misled, key=lambda one: round(one.score, 6)), gold)
        missed = [quote for quote in quotes if quote.cause and quote.gold.side in _SIDES[gold.verdict]]
        if missed:
            furthest = max(missed, key=lambda quote: _STAGES.index(quote.stage))
            why = f"{furthest.why}: “{_shorten(furthest.gold.text)}”"
            return Blame(cause=furthest.cause or Cause.VERDICT, why=why, lost_after=furthest.stage)
        return Blame(cause=Cause.VERDICT, why=verdict.reason)

    def _blame(self, one: Evidence, gold: GoldClaim) -> Blame:
        """Lay a wrong verdict to the strongest quote that misled it: to the trap it is, where it is labelled as one."""
        told = f"{one.rule} took it that “{_shorten(one.quote)}” {one.stance.value} it"
        trap = next((trap for trap in self._gold.traps if self._springs(trap, one, gold)), None)
        if trap:
            return Blame(cause=TRAPPED[trap.kind], why=f"{told}; labelled as a trap, {trap.kind.value}")
        if self._is_own(one, gold.claim.speaker):
            return Blame(cause=Cause.ATTRIBUTION, why=f"{told}; the speaker's own words")
        return Blame(cause=Cause.STANCE, why=told)

    def _springs(self, trap: Trap, one: Evidence, gold: GoldClaim) -> bool:
        return gold.claim.id in trap.claims and covers(one.span, one.document, gold=trap)


def _is_same(name: str, other: str) -> bool:
    return match_names(name, other) is not NameMatch.DIFFERENT


def _shared(one: Evidence, own: OwnWords) -> int:
    """Code points of a quote that lie in what a speaker said."""
    if own.span is None:
        return len(one.span)
    return max(0, min(one.span.end, own.span.end) - max(one.span.start, own.span.start))


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN].rstrip()}…"
