"""Outcomes → figures: nothing here knows how an answer was reached."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import Stance, VerdictLabel
from factcheck.model.evaluation import RuleFigures, Stage
from factcheck.model.figures import Calibration, CalibrationBin, CaseFigures, Confusion, CurvePoint, PairFigures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model.evaluation import ClaimOutcome, PairOutcome

STANCES: Final = tuple(stance.value for stance in Stance)
VERDICTS: Final = tuple(label.value for label in VerdictLabel)

NOT_SUPPORTS: Final = "not_supports"
"""The other of the two ways."""

BINS: Final = 10
"""Bins of equal width for calibration: as in Guo et al., On Calibration of Modern Neural Networks (2017)."""

POINTS: Final = 50
"""Most points kept of a curve: more than a page can show."""


def count_confusion(answers: Iterable[tuple[str, str]], labels: tuple[str, ...]) -> Confusion:
    """Count answers, each with the label that is right first and the one that was said second."""
    return Confusion(labels=labels, counts=dict(sorted(Counter(answers).items())))


def figure_pairs(outcomes: Sequence[PairOutcome]) -> PairFigures:
    """Return what the answers to pairs come to. A neutral answer decides nothing and is no rule's."""
    graded = [one for one in outcomes if not one.pair.binary]
    decided = [one for one in outcomes if one.said is not Stance.NEUTRAL]
    sure = [(one.probability, one.right) for one in graded if one.probability is not None]
    return PairFigures(
        pairs=len(outcomes),
        binary_pairs=len(outcomes) - len(graded),
        three_way=count_confusion(((one.pair.stance.value, one.said.value) for one in graded), STANCES),
        decided=len(decided),
        two_way=count_confusion(
            ((_two_way(one.pair.stance), _two_way(one.said)) for one in outcomes), (Stance.SUPPORTS.value, NOT_SUPPORTS)
        ),
        forced=_force([one for one in graded if one.pair.stance is not Stance.NEUTRAL]),
        curve=draw_curve([(one.score, one.right) for one in decided], total=len(outcomes)),
        rules=count_rules((one.rule, one.right) for one in decided if one.rule),
        calibration=calibrate(sure) if sure else None,
    )


def _force(sided: Sequence[PairOutcome]) -> Confusion | None:
    """Count the likelier of two stances where every answer weighed them."""
    answers = [(one.pair.stance.value, one.forced.value) for one in sided if one.forced]
    sides = (Stance.SUPPORTS.value, Stance.REFUTES.value)
    return count_confusion(answers, sides) if answers and len(answers) == len(sided) else None


def _two_way(stance: Stance) -> str:
    return stance.value if stance is Stance.SUPPORTS else NOT_SUPPORTS


def draw_curve(decided: Iterable[tuple[float, bool]], *, total: int) -> tuple[CurvePoint, ...]:
    """Return precision against coverage, the surest answers first; answers of one score come in together.

    `decided` holds each decided answer's score with whether it is right; `total` counts the undecided too.
    """
    points: list[CurvePoint] = []
    right = 0
    for count, (score, is_right) in enumerate(sorted(decided, key=lambda one: -one[0]), 1):
        right += is_right
        point = CurvePoint(score=score, coverage=count / total, precision=right / count)
        if points and points[-1].score == score:
            points[-1] = point
        else:
            points.append(point)
    if len(points) <= POINTS:
        return tuple(points)
    return tuple(points[round(place * (len(points) - 1) / (POINTS - 1))] for place in range(POINTS))


def calibrate(sure: Sequence[tuple[float, bool]]) -> Calibration:
    """Return how probabilities of the answers given hold up against how often those were right.

    The expected calibration error is that of Naeini, Cooper and Hauskrecht (2015), over bins of equal width.
    """
    filled: dict[int, list[tuple[float, bool]]] = {}
    for probability, right in sure:
        filled.setdefault(min(int(probability * BINS), BINS - 1), []).append((probability, right))
    bins = tuple(
        CalibrationBin(
            low=place / BINS,
            high=(place + 1) / BINS,
            count=len(held),
            confidence=sum(probability for probability, _ in held) / len(held),
            right=sum(right for _, right in held) / len(held),
        )
        for place, held in sorted(filled.items())
    )
    gap = sum(one.count * abs(one.confidence - one.right) for one in bins) / len(sure)
    return Calibration(bins=bins, expected_error=gap)


def count_rules(fired: Iterable[tuple[str, bool]]) -> tuple[RuleFigures, ...]:
    """Count how often each rule fired and was right, by its name."""
    counted: dict[str, list[bool]] = {}
    for name, right in fired:
        counted.setdefault(name, []).append(right)
    return tuple(RuleFigures(name=name, fired=len(all_), right=sum(all_)) for name, all_ in sorted(counted.items()))


def add_rules(several: Iterable[RuleFigures]) -> tuple[RuleFigures, ...]:
    """Add up the figures of the same rules."""
    fired, right = Counter[str](), Counter[str]()
    for one in several:
        fired[one.name] += one.fired
        right[one.name] += one.right
    return tuple(RuleFigures(name=name, fired=fired[name], right=right[name]) for name in sorted(fired))


def figure_claims(outcomes: Sequence[ClaimOutcome], rules: tuple[RuleFigures, ...]) -> CaseFigures:
    """Return what verdicts come to. Among confused verdicts, one that is accepted stands as if it were the label."""
    said = [(one, one.verdict.label) for one in outcomes]
    called = [one for one, label in said if label is VerdictLabel.CONTRADICTED]
    labelled = [one for one in outcomes if one.gold.verdict is VerdictLabel.CONTRADICTED]
    quotes = [quote for one in outcomes for quote in one.quotes]
    decided = [one for one in outcomes if one.verdict.supporting or one.verdict.contradicting]
    return CaseFigures(
        claims=len(outcomes),
        right=sum(one.right for one in outcomes),
        confusion=count_confusion(((_accepted(one), label.value) for one, label in said), VERDICTS),
        false_contradictions=sum(one.false_contradiction for one in outcomes),
        missed_contradictions=sum(one.verdict.label is VerdictLabel.SUPPORTED and not one.right for one in labelled),
        called_contradicted=len(called),
        rightly_contradicted=sum(one.right for one in called),
        labelled_contradicted=len(labelled),
        found_contradicted=sum(one.verdict.label is VerdictLabel.CONTRADICTED for one in labelled),
        quotes=len(quotes),
        quotes_found=sum(quote.stage is Stage.LISTED for quote in quotes),
        listed=sum(one.listed for one in outcomes),
        beside=sum(len(one.beside) for one in outcomes),
        beside_silent=sum(len(one.beside) for one in outcomes if one.gold.verdict is VerdictLabel.INSUFFICIENT),
        wrong_side=sum(len(one.wrong_side) for one in outcomes),
        own_words=sum(len(one.own_words) for one in outcomes),
        not_verbatim=sum(len(one.garbled) for one in outcomes),
        stages=_count_stages([quote.stage for quote in quotes]),
        causes=dict(Counter((one.blame.cause, one.blame.lost_after) for one in outcomes if one.blame)),
        rules=rules,
        curve=draw_curve([(abs(one.verdict.margin), one.right) for one in decided], total=len(outcomes)),
    )


def _accepted(one: ClaimOutcome) -> str:
    return one.verdict.label.value if one.right else one.gold.verdict.value


def _count_stages(reached: Sequence[Stage]) -> dict[Stage, int]:
    """Count how many came at least as far as each stage that can be passed."""
    order = list(Stage)
    return {stage: sum(order.index(one) >= order.index(stage) for one in reached) for stage in order[1:]}
