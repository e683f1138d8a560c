"""The verdict on a claim from its evidence, with its rule and its reason in one sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import Eligibility, Finding, Force, Stance, Verdict, VerdictLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Claim, Evidence, Part, SourceMatch

ENOUGH: Final = 2.5
"""Score below which a quote is too weak to move a verdict: a direct match with its subject but little else."""

OUTWEIGHS: Final = 2.0
"""How many times as heavy one side must be for the other not to make the claim disputed."""

CONTEXT_LIMIT: Final = 5
"""Nearest passages that are listed though they did not count."""

_OWN: Final = frozenset({Eligibility.OWN_WORDS, Eligibility.ECHO})
"""What is listed as the speaker's own."""

_FORCES: Final = {
    Force.PREDICTED: "a prediction",
    Force.JUDGED: "an opinion",
    Force.WISHED: "a wish",
    Force.REQUIRED: "a norm",
    Force.ASKED: "a question",
}


def reach_verdict(
    claim: Claim, parts: Sequence[Part], evidence: Sequence[Evidence], *, said: SourceMatch, cut: bool
) -> Verdict:
    """Return the verdict on a claim. `evidence` is all that was considered; `cut` says that a list of candidates was.

    Own words, copies and the claimant's side are listed apart and move nothing.
    """
    findings = tuple(_find(place, part, evidence) for place, part in enumerate(parts))
    label, rule, reason = _combine(findings)
    counted = [one for place in range(len(parts)) for one in _find_counted(place, evidence)]
    rest = [one for one in evidence if one not in counted]
    own = [one for one in rest if one.eligibility in _OWN]
    return Verdict(
        claim=claim,
        said=said,
        label=label,
        rule=rule,
        reason=reason,
        margin=round(sum(finding.margin for finding in findings), 3),
        fragile=_is_fragile(parts, evidence, label),
        parts=findings,
        supporting=_strongest(one for one in counted if one.stance is Stance.SUPPORTS),
        contradicting=_strongest(one for one in counted if one.stance is Stance.REFUTES),
        own_words=_strongest(one for one in own if one.stance is not Stance.NEUTRAL),
        context=_find_context(rest),
        candidates_cut=cut,
    )


def _find_context(rest: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What was considered and did not count: all that takes a side, and the nearest of what takes none."""
    others = [one for one in rest if one.eligibility not in _OWN]
    decided = _strongest(one for one in others if one.stance is not Stance.NEUTRAL)
    nearest = _strongest(one for one in others if one.stance is Stance.NEUTRAL and one.gate)
    return (*decided, *nearest[: max(0, CONTEXT_LIMIT - len(decided))])


def _find_counted(place: int, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence on one part that may move its finding."""
    return _of_one_mind([one for one in evidence if one.part == place and _counts(one)])


def _counts(one: Evidence) -> bool:
    return one.eligibility is Eligibility.INDEPENDENT and one.stance is not Stance.NEUTRAL and one.score >= ENOUGH


def _strongest(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (-round(one.score, 6), one.document, one.span)))


def _find(place: int, part: Part, evidence: Sequence[Evidence]) -> Finding:
    """What the eligible evidence says of one part."""
    if not part.reading.force.checkable:
        return _name_force(part)
    mine = [one for one in evidence if one.part == place]
    counted = _find_counted(place, evidence)
    support = _side(counted, Stance.SUPPORTS)
    against = _side(counted, Stance.REFUTES)
    label, rule, reason = _weigh(support, against, mine)
    if part.reading.force is Force.DUE:
        reason = f"It is {part.note}. {reason}"
    return Finding(
        part=part.text,
        read_as=part.reading.text,
        resolved=part.reading.resolutions,
        label=label,
        rule=rule,
        reason=reason,
        margin=round(sum(support.values()) - sum(against.values()), 3),
    )


def _name_force(part: Part) -> Finding:
    """Say why a part cannot be checked: what it is, by which cue, and of a prediction for what time."""
    kind = f"{_FORCES[part.reading.force]} (“{part.reading.cue}”)"
    told = f"{part.note}: not checkable yet" if part.note else "which no record can confirm or refute today"
    return Finding(
        part=part.text,
        read_as=part.reading.text,
        resolved=part.reading.resolutions,
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


def _side(evidence: Sequence[Evidence], stance: Stance) -> dict[str, float]:
    """The best score of each origin on one side: origins count, not articles."""
    best: dict[str, float] = {}
    for one in evidence:
        if one.stance is stance:
            best[one.origin] = max(best.get(one.origin, 0.0), one.score)
    return dict(sorted(best.items()))


def _weigh(
    support: dict[str, float], against: dict[str, float], mine: Sequence[Evidence]
) -> tuple[VerdictLabel, str, str]:
    pro, con = sum(support.values()), sum(against.values())
    if pro and con and max(pro, con) < OUTWEIGHS * min(pro, con):
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
    return VerdictLabel.INSUFFICIENT, *_why_insufficient(mine)


def _sources(side: dict[str, float]) -> str:
    return "one independent source" if len(side) == 1 else f"{len(side)} independent sources"


_GATES: Final = {
    "subject": "what comes nearest is about somebody or something else",
    "period": "what comes nearest speaks of another time",
    "measure": "what comes nearest is about something else on the same topic",
    "force": "what comes nearest is hedged, or nobody vouches for it",
    "polarity": "what comes nearest does not say it either way",
    "unit": "what comes nearest leaves out the figure, grade or date",
    "scope": "what comes nearest lacks a word that narrows the claim, or has one that the claim lacks",
    "topic": "what comes nearest says neither the one nor the other",
    "unsure": "what comes nearest says too little of it, either way",
}


def _why_insufficient(mine: Sequence[Evidence]) -> tuple[str, str]:
    """The rule and the sentence for why a part could not be decided."""
    decided = [one for one in mine if one.stance is not Stance.NEUTRAL]
    own = [one for one in decided if one.eligibility in _OWN]
    if own and all(one.stance is Stance.REFUTES for one in own):
        return (
            "verdict/self-contradicted",
            "Only the speaker’s own words bear on it; they say otherwise, and never count.",
        )
    if own:
        return "verdict/own-words-only", "Only the speaker’s own words say so, and they never count."
    if any(one.eligibility is Eligibility.CLAIMANT_SIDE for one in decided):
        return "verdict/own-side-only", "Only the speaker’s own side says so, and that is not independent."
    if decided:
        return (
            "verdict/too-weak",
            "What bears on it is hedged, unnamed or too far from the claim to decide it.",
        )
    gates = Counter(one.gate for one in mine if one.gate in _GATES)
    if not gates:
        return "verdict/nothing-on-topic", "Nothing in the record speaks of it."
    nearest = max(mine, key=lambda one: (one.gate in _GATES, one.score, one.document, -one.span.start))
    return f"verdict/{nearest.gate}", f"Nothing in the record settles it: {_GATES[nearest.gate]}."


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
    return " ".join(f"Of “{finding.part}”: {finding.reason}" for finding in findings)


def _tell_aside(findings: Sequence[Finding]) -> str:
    """Which parts were left aside, with the reason of each."""
    aside = [finding for finding in findings if finding.label is VerdictLabel.NOT_CHECKABLE]
    return "".join(f" Left aside, “{finding.part}”: {finding.reason}" for finding in aside)


def _is_fragile(parts: Sequence[Part], evidence: Sequence[Evidence], label: VerdictLabel) -> bool:
    """Whether the verdict would be another one without a single one of its origins."""
    for origin in sorted({one.origin for one in evidence if _counts(one)}):
        rest = [one for one in evidence if one.origin != origin]
        if _combine(tuple(_find(place, part, rest) for place, part in enumerate(parts)))[0] is not label:
            return True
    return False
