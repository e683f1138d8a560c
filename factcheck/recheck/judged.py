"""What is said of a quote, held against the rules by which it is said and the weights that they have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck.link.link import UNNAMED, WEIGHTS
from factcheck.model import Stance
from factcheck.model.recheck import Discrepancy
from factcheck.recheck.verdicts import list_ways
from factcheck.report.fields import write_value, write_way
from factcheck.stance import MODEL_RULES, RULES
from factcheck.stance.model import LEARNED, SUPPORTS
from factcheck.stance.rule import DIRECT, PARTLY, WORDED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from factcheck.report.fields import Way
    from factcheck.report.rows import EvidenceRow, VerdictRow, WeightRow

_MODEL: Final = "model"
"""The name of the weight of what the learned model says."""

_STANCES: Final = {rule.name: one.stance for rule in RULES for one in rule.examples if one.stance is not Stance.NEUTRAL}
"""The one stance that each rule gives, as its examples show."""

_BY_RULE: Final = frozenset({DIRECT, WORDED, PARTLY})
"""What the weight of a rule may be."""


def check_judged(number: int, row: VerdictRow, *, paths: Collection[str]) -> Iterator[Discrepancy]:
    """Yield what is said of the quotes of a verdict that this version of factcheck does not say of any.

    `paths` are those of the documents that the report lists.
    """
    for way, one in list_ways(number, row):
        tell = partial(Discrepancy, claim=row.claim.id, document=one.document)
        yield from _check_rule(way, one, tell)
        if one.origin not in (paths if one.stance is not Stance.NEUTRAL else {one.document}):
            told = "its text cannot be from there"
            yield tell(told=told, field=write_way((*way, "origin")), stands=one.origin)
        for place, weight in enumerate(one.weights):
            allowed = _find_values(weight, one)
            if weight.value not in allowed:
                told = f"“{weight.level}” of “{weight.name}” has another weight"
                field = write_way((*way, "weights", place, "value"))
                found = " or ".join(map(write_value, sorted(allowed))) or None
                yield tell(told=told, field=field, stands=write_value(weight.value), found=found)


def _check_rule(way: Way, one: EvidenceRow, tell: Callable[..., Discrepancy]) -> Iterator[Discrepancy]:
    """Whether the rule gives that stance, and has the one weight by which it does."""
    given = _find_stance(one.rule)
    if one.rule and given is None:
        yield tell(told="there is no such rule", field=write_way((*way, "rule")), stands=one.rule)
        return
    if one.stance is Stance.NEUTRAL:
        if not one.gate:
            told = "it takes no side, and nothing is said of why"
            yield tell(told=told, field=write_way((*way, "gate")), stands="")
        return
    if given is not one.stance:
        told = f"the rule “{one.rule}” says no such thing"
        yield tell(told=told, field=write_way((*way, "stance")), stands=one.stance.value, found=given and given.value)
    decisive = [weight for weight in one.weights if weight.name in {one.rule, _MODEL}]
    if len(decisive) != 1:
        told = "it takes a side by a rule whose weight is not there once"
        yield tell(told=told, field=write_way((*way, "weights")), stands=f"{len(decisive)} of them", found="1")


def _find_stance(rule: str) -> Stance | None:
    if rule in {one.name for one in MODEL_RULES}:
        return Stance.SUPPORTS if rule == SUPPORTS.name else Stance.REFUTES
    return _STANCES.get(rule)


def _find_values(weight: WeightRow, one: EvidenceRow) -> frozenset[float]:
    """What a weight of that name and level may be; nothing where there is none."""
    if weight.name == one.rule:
        return _BY_RULE
    if weight.name == _MODEL:
        return frozenset({LEARNED} if weight.level == one.stance else ())
    if weight.name == "voice":
        return frozenset({UNNAMED} if weight.level == "unnamed" else ())
    levels = next((levels for slot, levels in WEIGHTS.items() if slot.value == weight.name), {})
    return frozenset({levels[weight.level]} if weight.level in levels else ())
