"""Rules and a learned model: the rules decide where they can, and the model where they leave it open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import UNREAD, Judgement, Stance
from factcheck.stance.gates import differs
from factcheck.stance.rule import stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Link
    from factcheck.protocols import StanceModel

LEFT_OPEN: Final = frozenset({"topic", "measure"})
"""The gates by which rules leave a link to the model: they saw nothing that they could compare. By any other they saw
what keeps the passage from counting, and the model is not asked."""


class CombinedModel:
    """A stance model whose rules decide or veto, and whose learned model is asked where they do neither."""

    def __init__(self, rules: StanceModel, learned: StanceModel) -> None:
        self._rules = rules
        self._learned = learned

    def judge(self, link: Link) -> Judgement:
        """Judge one link by itself."""
        return self.judge_all([link])[0]

    def judge_all(self, links: Sequence[Link]) -> list[Judgement]:
        """Judge the links of one part of a claim. Where the model says neither, the answer is that of the rules.

        A link that is too far off to be read says so, since the answer might be another one if it were.
        """
        judged = self._rules.judge_all(links)
        left = [place for place, one in enumerate(judged) if _is_left_open(one)]
        for place, one in zip(left, self._learned.judge_all([links[place] for place in left]), strict=True):
            if one.stance is not Stance.NEUTRAL or one.gate == UNREAD:
                judged[place] = _veto(links[place], one) or one
        return judged


def _is_left_open(judgement: Judgement) -> bool:
    return judgement.stance is Stance.NEUTRAL and judgement.gate in LEFT_OPEN


def _veto(link: Link, said: Judgement) -> Judgement | None:
    """Refuse a support by a passage that leaves out what the claim asserts: a figure, a grade, a date, a holder."""
    return stopped(said.rule, "unit") if said.stance is Stance.SUPPORTS and differs(link) else None
