"""What the evidence says of each part of a claim, and what that makes of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Counted, Eligibility, Finding, Force, Stance, VerdictLabel, Weighing
from factcheck.verdict.silence import why_insufficient

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Evidence, PartRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What evidence must reach.

    `enough` is the score below which a quote is too weak to move a verdict: a direct match with its subject but little
    else. `outweighs` is how many times as heavy one side must be for the other not to make the claim disputed.
    """

    enough: float = 2.5
    outweighs: float = 2.0


BAR: Final = Bar()
"""What evidence must reach in every run."""

_FORCES: Final = {
    Force.PREDICTED: "a prediction",
    Force.JUDGED: "an opinion",
    Force.WISHED: "a wish",
    Force.REQUIRED: "a norm",
    Force.ASKED: "a question",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What all parts together come to."""

    findings: tuple[Finding, ...]
    label: VerdictLabel
    rule: str
    reason: str


def find_answer(parts: Sequence[PartRead], evidence: Sequence[Evidence], *, bar: Bar = BAR) -> Answer:
    """Return the findings on the parts of a claim, and what they come to together."""
    findings = tuple(_find(place, part, evidence, bar) for place, part in enumerate(parts))
    label, rule, reason = _combine(findings)
    return Answer(findings=findings, label=label, rule=rule, reason=reason)


def find_counted(place: int, evidence: Sequence[Evidence], *, bar: Bar = BAR) -> list[Evidence]:
    """Return the evidence on one part that may move its finding."""
    return _of_one_mind([one for one in evidence if one.part == place and counts(one, bar=bar)])


def is_eligible(one: Evidence) -> bool:
    """Whether a quote takes a side and may be counted, if it is strong enough."""
    return one.eligibility is Eligibility.INDEPENDENT and one.stance is not Stance.NEUTRAL


def counts(one: Evidence, *, bar: Bar = BAR) -> bool:
    """Whether a quote may move a verdict."""
    return is_eligible(one) and one.score >= bar.enough


def weigh_sides(counted: Sequence[Evidence], *, bar: Bar = BAR) -> Weighing:
    """Return what speaks for it and what speaks against it: the best quote of each origin counts once."""
    return Weighing(
        supporting=_side(counted, Stance.SUPPORTS),
        contradicting=_side(counted, Stance.REFUTES),
        enough=bar.enough,
        outweighs=bar.outweighs,
    )


def strongest(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence strongest first, ties by where it stands."""
    return tuple(sorted(evidence, key=lambda one: (-round(one.score, 6), one.document, one.span)))


def _find(place: int, part: PartRead, evidence: Sequence[Evidence], bar: Bar) -> Finding:
    """What the eligible evidence says of one part."""
    if not part.force.checkable:
        return _name_force(part)
    mine = [one for one in evidence if one.part == place]
    weighing = weigh_sides(find_counted(place, evidence, bar=bar), bar=bar)
    label, rule, reason = _weigh(weighing, mine)
    if part.force is Force.DUE:
        reason = f"It is {part.note}. {reason}"
    return Finding(
        part=part,
        label=label,
        rule=rule,
        reason=reason,
        margin=round(weighing.pro - weighing.con, 3),
        weighing=weighing,
    )


def _name_force(part: PartRead) -> Finding:
    """Say why a part cannot be checked: what it is, by which cue, and of a prediction for what time."""
    kind = f"{_FORCES[part.force]} (“{part.cue}”)"
    told = f"{part.note}: not checkable yet" if part.note else "which no record can confirm or refute today"
    return Finding(
        part=part,
        label=VerdictLabel.NOT_CHECKABLE,
        rule="verdict/not-checkable",
        reason=f"It is {kind}{' ' if part.note else ', '}{told}.",
    )


def _of_one_mind(counted: Sequence[Evidence]) -> list[Evidence]:
    """Leave out what speaks of some time against a claim of none, unless the record is of one mind about it.

    It is not where something bears the claim out, or where what speaks against it speaks of several times.
    """
    timed = [one for one in counted if one.stance is Stance.REFUTES and _is_timed(one)]
    borne_out = any(one.stance is Stance.SUPPORTS for one in counted)
    if not borne_out and len({str(one.about) for one in timed}) <= 1:
        return list(counted)
    return [one for one in counted if one not in timed]


def _is_timed(one: Evidence) -> bool:
    """Whether a quote is dated and the claim is not, or names one of perhaps several terms of office."""
    return one.rule == "role/other-term" or any(
        weight.name == "period" and weight.level == "dated" for weight in one.weights
    )


def _side(evidence: Sequence[Evidence], stance: Stance) -> tuple[Counted, ...]:
    """The best quote of each origin on one side: origins count, not articles."""
    best: dict[str, Counted] = {}
    for one in strongest(one for one in evidence if one.stance is stance):
        best.setdefault(one.origin, Counted(origin=one.origin, quote=one.place, score=one.score))
    return tuple(counted for _, counted in sorted(best.items()))


def _weigh(weighing: Weighing, mine: Sequence[Evidence]) -> tuple[VerdictLabel, str, str]:
    support, against = weighing.supporting, weighing.contradicting
    pro, con = weighing.pro, weighing.con
    if pro and con and max(pro, con) < weighing.outweighs * min(pro, con):
        reason = f"For it: {_sources(support)}; against it: {_sources(against)}; neither side outweighs the other."
        return VerdictLabel.DISPUTED, "verdict/both-sides", reason
    if pro > con:
        tail = f", which outweighs {_sources(against)} against it" if con else ""
        return VerdictLabel.SUPPORTED, "verdict/supported", f"The record says the same: {_sources(support)}{tail}."
    if con:
        tail = f", which outweighs {_sources(support)} for it" if pro else ""
        return (
            VerdictLabel.CONTRADICTED,
            "verdict/contradicted",
            f"The record says otherwise: {_sources(against)}{tail}.",
        )
    return VerdictLabel.INSUFFICIENT, *why_insufficient(mine)


def _sources(side: Sequence[Counted]) -> str:
    return "one independent source" if len(side) == 1 else f"{len(side)} independent sources"


def _combine(findings: Sequence[Finding]) -> tuple[VerdictLabel, str, str]:
    """One label for all parts: a part that falls takes the claim with it; what cannot be checked is left aside."""
    checkable = [finding for finding in findings if finding.label is not VerdictLabel.NOT_CHECKABLE]
    if len(findings) == 1 or not checkable:
        return findings[0].label, findings[0].rule, findings[0].reason
    for label in (VerdictLabel.CONTRADICTED, VerdictLabel.DISPUTED, VerdictLabel.INSUFFICIENT):
        fallen = [finding for finding in checkable if finding.label is label]
        if fallen:
            return label, fallen[0].rule, f"{_tell(fallen)}{_tell_aside(findings)}"
    return VerdictLabel.SUPPORTED, checkable[0].rule, f"{_tell(checkable)}{_tell_aside(findings)}"


def _tell(findings: Sequence[Finding]) -> str:
    """The reasons of parts that share an answer, each with the part's own words."""
    return " ".join(f"Of “{finding.part.text}”: {finding.reason}" for finding in findings)


def _tell_aside(findings: Sequence[Finding]) -> str:
    """Which parts were left aside, with the reason of each."""
    aside = [finding for finding in findings if finding.label is VerdictLabel.NOT_CHECKABLE]
    return "".join(f" Left aside, “{finding.part.text}”: {finding.reason}" for finding in aside)
