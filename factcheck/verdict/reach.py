"""The verdict on a claim from its evidence, with its rule and its reason in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Eligibility, FlipKind, Stance, Verdict
from factcheck.verdict.findings import find_answer, find_counted, strongest
from factcheck.verdict.flips import find_flips
from factcheck.verdict.silence import OWN, find_nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Evidence, PartRead, SourceMatch

CONTEXT_LIMIT: Final = 5
"""Nearest passages that are listed though they did not count, beside the nearest of each part."""


def reach_verdict(
    claim: Claim, parts: Sequence[PartRead], evidence: Sequence[Evidence], *, said: SourceMatch, cut: bool
) -> Verdict:
    """Return the verdict on a claim. `evidence` is all that was considered; `cut` says that a list of candidates was.

    Own words, copies and the claimant's side are listed apart and move nothing. What is listed is enough to reach the
    same verdict again.
    """
    answer = find_answer(parts, evidence)
    counted = [one for place in range(len(parts)) for one in find_counted(place, evidence)]
    rest = [one for one in evidence if one not in counted]
    own = [one for one in rest if one.eligibility in OWN]
    flips = find_flips(parts, evidence)
    return Verdict(
        claim=claim,
        said=said,
        label=answer.label,
        rule=answer.rule,
        reason=answer.reason,
        margin=round(sum(finding.margin for finding in answer.findings), 3),
        fragile=any(flip.kind is not FlipKind.THRESHOLD and len(flip.without) == 1 for flip in flips),
        flips=flips,
        parts=answer.findings,
        supporting=strongest(one for one in counted if one.stance is Stance.SUPPORTS),
        contradicting=strongest(one for one in counted if one.stance is Stance.REFUTES),
        own_words=strongest(one for one in own if one.stance is not Stance.NEUTRAL),
        context=_find_context(rest, parts=len(parts)),
        candidates_cut=cut,
    )


def _find_context(rest: Sequence[Evidence], *, parts: int) -> tuple[Evidence, ...]:
    """What was considered and did not count: all that takes a side, and the nearest of what takes none.

    The nearest of every part is among them, since the reason for its finding is taken from it.
    """
    others = [one for one in rest if one.eligibility not in OWN]
    decided = strongest(one for one in others if one.stance is not Stance.NEUTRAL)
    stand = [one for one in others if one.eligibility is not Eligibility.RETRACTED]
    near = strongest(one for one in stand if one.stance is Stance.NEUTRAL and one.gate)
    first = [find_nearest([one for one in near if one.part == place]) for place in range(parts)]
    kept = near[: max(0, CONTEXT_LIMIT - len(decided))]
    return (*decided, *(one for one in near if one in first or one in kept))
