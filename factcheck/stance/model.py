"""A learned model of stance: it has the nearest passages of a claim read, as far as no gate is shut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import UNREAD, Judgement, Slot, Stance, Weight
from factcheck.stance.gates import ANY_TOPIC, gate_for_outcome, gate_for_refutal, gate_for_support
from factcheck.stance.rule import stopped
from factcheck.stance.texts import claim_to_read, texts_to_read
from factcheck.stance.thresholds import BAND, REFUTES_AT, SUPPORTS_AT, reaches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.learned import PairScore
    from factcheck.model import Link
    from factcheck.protocols import PairModel
    from factcheck.stance.rule import Example

READ_AT_MOST: Final = 8
"""Passages of one part of a claim that are read: reading costs the most of all, and what lies further off seldom
bears on it. What reads alike counts as one."""

READ_TOPIC: Final = frozenset({"full", "strong", "most"})
"""How much of a claim's content a passage must have to refute by what was read: one word is shared by chance."""

READ_PERIOD: Final = frozenset({"same", "part", "open"})
"""When a passage may refute by what was read: both sides say the same time, or neither says any."""

LEARNED: Final = 0.8
"""The weight of what the model says: less than that of any rule, which can show why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedRule:
    """What the learned model may say of a passage, as it is listed beside the rules."""

    name: str
    source: str
    examples: tuple[Example, ...] = ()


SUPPORTS: Final = LearnedRule(
    name="model/supports",
    source="a small network that learned from labelled pairs of public sets, where it is sure",
)

REFUTES: Final = LearnedRule(
    name="model/refutes",
    source="the same, where it is surer still, and the passage has all that a contradiction must share",
)

MODEL_RULES: Final = (SUPPORTS, REFUTES)
"""What the learned model may say."""


class LearnedModel:
    """A stance model that has passages read by a `PairModel`."""

    def __init__(self, pairs: PairModel, *, disabled: Collection[str] = ()) -> None:
        self._pairs = pairs
        self._disabled = frozenset(disabled)

    def judge(self, link: Link) -> Judgement:
        """Judge one link by itself."""
        return self.judge_all([link])[0]

    def judge_all(self, links: Sequence[Link]) -> list[Judgement]:
        """Judge the links of one part of a claim: the nearest by what they read like, the others by their gates."""
        candidates = [_Candidate.of(link) for link in links]
        pairs = sorted({pair for one in _choose_nearest(candidates) for pair in one.pairs})
        scores = dict(zip(pairs, self._pairs.score(pairs), strict=True)) if pairs else {}
        return [self._decide(one, scores) for one in candidates]

    def _decide(self, one: _Candidate, scores: Mapping[tuple[str, str], PairScore]) -> Judgement:
        """Say what the sentence or its clause says, whichever says it more plainly; neutral where they say both."""
        if not one.open:
            return stopped(SUPPORTS.name, one.gates[Stance.SUPPORTS])
        if not scores.keys() >= set(one.pairs):
            return Judgement(stance=Stance.NEUTRAL, rule="", gate=UNREAD)
        read = [scores[pair] for pair in one.pairs]
        sure = {
            Stance.SUPPORTS: (SUPPORTS.name, max(score.supports for score in read), SUPPORTS_AT),
            Stance.REFUTES: (REFUTES.name, max(score.refutes for score in read), REFUTES_AT),
        }
        said = [stance for stance, (_, probability, at) in sure.items() if reaches(probability, at)]
        if len(said) > 1:
            return stopped(SUPPORTS.name, "polarity")
        stance = said[0] if said else max(sure, key=lambda stance: sure[stance][1])
        name, probability, at = sure[stance]
        if one.gates[stance]:
            return stopped(name, one.gates[stance])
        if not said:
            needed = f"more than {at + BAND:.2f} that it {stance.value} the claim"
            return stopped(name, "unsure", needed=needed, there=f"{probability:.2f}")
        if name in self._disabled:
            return stopped(name, "unsure", needed="the rule to be asked", there="it is disabled")
        weight = Weight("model", stance.value, LEARNED, one.claim, f"{probability:.2f}")
        return Judgement(stance=stance, rule=name, weight=weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A link as the model reads it; `gates` are what is shut for each stance, "" where nothing is."""

    link: Link
    claim: str
    texts: tuple[str, ...]
    gates: Mapping[Stance, str]

    @classmethod
    def of(cls, link: Link) -> _Candidate:
        return cls(link=link, claim=claim_to_read(link.part), texts=texts_to_read(link), gates=_find_gates(link))

    @property
    def open(self) -> bool:
        return not all(self.gates.values())

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(text, self.claim) for text in self.texts]


def _find_gates(link: Link) -> dict[Stance, str]:
    """What keeps a passage from counting for each stance, whatever it says. What cannot be checked is not read for."""
    if not link.part.reading.force.checkable:
        return dict.fromkeys((Stance.SUPPORTS, Stance.REFUTES), "force")
    return {
        Stance.SUPPORTS: gate_for_support(link, topic=ANY_TOPIC) or gate_for_outcome(link, Stance.SUPPORTS),
        Stance.REFUTES: _gate_for_read_refutal(link) or gate_for_outcome(link, Stance.REFUTES),
    }


def _gate_for_read_refutal(link: Link) -> str:
    """What keeps a passage from refuting by what was read: all that keeps it from refuting by a rule, and more.

    The model is told nothing but the sentence, so that its topic and its time must stand there.
    """
    if gate := gate_for_refutal(link):
        return gate
    if link.outcome(Slot.TOPIC) not in READ_TOPIC:
        return "measure"
    return "" if link.outcome(Slot.PERIOD) in READ_PERIOD else "period"


def _choose_nearest(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The open ones that come first, ties by passage; all of them that read like one of the first few."""
    ranked = sorted((one for one in candidates if one.open), key=lambda one: one.link.place)
    first = set(list(dict.fromkeys(one.texts for one in ranked))[:READ_AT_MOST])
    return [one for one in ranked if one.texts in first]
