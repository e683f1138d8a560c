"""Asks every rule and takes the heaviest answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Judgement, Stance
from factcheck.stance.gates import gate_for_outcome
from factcheck.stance.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Link
    from factcheck.stance.rule import Rule

_SILENT: Final = Judgement(stance=Stance.NEUTRAL, rule="", gate="topic")


class RuleModel:
    """A stance model made of rules."""

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        self._rules = tuple(rules)

    def judge(self, link: Link) -> Judgement:
        """Return the heaviest judgement of the rules.

        A refutal and a support of equal weight cancel out: the passage then says neither. When no rule
        decides, the judgement is neutral with the first gate that stopped one. Of a prediction whose time has come
        only what tells of the outcome decides.
        """
        answers = [answer for rule in self._rules if (answer := rule.decide(link)) is not None]
        decided = [answer for answer in answers if answer.weight is not None]
        if not decided:
            return next(iter(answers), _SILENT)
        best = max(decided, key=_value)
        if gate := gate_for_outcome(link, best.stance):
            return Judgement(stance=Stance.NEUTRAL, rule=best.rule, gate=gate)
        rivals = [answer for answer in decided if answer.stance is not best.stance and _value(answer) == _value(best)]
        return Judgement(stance=Stance.NEUTRAL, rule=best.rule, gate="polarity") if rivals else best

    def judge_all(self, links: Sequence[Link]) -> list[Judgement]:
        """Judge many links one by one."""
        return [self.judge(link) for link in links]


def _value(answer: Judgement) -> float:
    return answer.weight.value if answer.weight else 0.0
