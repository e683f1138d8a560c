"""What a rule of stance is, and how one decides.

Weights are orders of directness set on development cases: a stated figure, date, holder or grade says more than
shared wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Judgement, Slot, Stance, Weight
from factcheck.stance.gates import ON_TOPIC, gate_for_support

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Link

DIRECT: Final = 2.0
"""A stated value of the asserted slot: figure, date, holder, grade."""

WORDED: Final = 1.5
"""Shared wording, or its reversal."""

PARTLY: Final = 1.0
"""A statement about the whole against one about a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A claim, a passage, and the stance that the rule must give; NEUTRAL where it must stay silent."""

    claim: str
    passage: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to see what a passage says of a claim."""

    name: str
    source: str
    decide: Callable[[Link], Judgement | None]
    examples: tuple[Example, ...]


def stopped(name: str, gate: str, *, needed: str = "", there: str = "") -> Judgement:
    """A neutral judgement that names the gate which stopped a rule, and where that alone knows it, why."""
    return Judgement(stance=Stance.NEUTRAL, rule=name, gate=gate, needed=needed, there=there)


def support(link: Link, name: str, slot: Slot, *, value: float = DIRECT, topic: frozenset[str] = ON_TOPIC) -> Judgement:
    """Support by the value of one slot, where the gates for support are open."""
    gate = gate_for_support(link, topic=topic)
    return stopped(name, gate) if gate else judge(link, name, Stance.SUPPORTS, value, slot)


def refute(link: Link, name: str, slot: Slot, *, gate: str, value: float = DIRECT) -> Judgement:
    """Refute by the value of one slot, unless a gate is shut."""
    return stopped(name, gate) if gate else judge(link, name, Stance.REFUTES, value, slot)


def judge(link: Link, name: str, stance: Stance, value: float, slot: Slot) -> Judgement:
    """Decide by the comparison of one slot, with its weight."""
    compared = link.comparison(slot)
    weight = Weight(name, compared.outcome, value, compared.ours, compared.theirs)
    return Judgement(stance=stance, rule=name, weight=weight, note=compared.note)
