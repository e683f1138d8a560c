"""A speaker's own words held against each other: claims against claims, and against own words of the record.

They are judged by the rules, one claim read as a passage of the other's record, with gates of time that are stricter
than those of a verdict: when something was said stands in for no time that it speaks of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.link import link_passage
from factcheck.model import (
    Attribution,
    Eligibility,
    Force,
    OwnStatement,
    Passage,
    Slot,
    Stance,
)
from factcheck.names import NameMatch, match_names
from factcheck.text import fold_loosely, tokenize
from factcheck.values import Span
from factcheck.verdict import Pair, gather_inconsistencies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Claim, Entity, Evidence, Inconsistency, Judgement, Part, Verdict
    from factcheck.protocols import StanceModel
    from factcheck.values import DateRange

NEAREST: Final = 12
"""Other statements that one is held against at the most, those that share most of its words: what differs is on one
topic, and five hundred claims on one topic would be a hundred thousand pairs."""

_COST: Final = re.compile(r"(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\ba )(?<!total )\bcost (?!of\b)", re.IGNORECASE)
"""The verb: what one thing cost does not change, as the cost of a thing may."""

_ONGOING: Final = frozenset("service services running year years annual annually week month day per".split())
"""Words of what is paid for again and again."""

_NEGATING: Final = frozenset({"not", "never", "no", "nobody", "none", "nothing", "neither"})
_PRESENT: Final = frozenset(
    "is are am has have now today currently still isn't aren't hasn't haven't i'm i've we're we've it's".split()
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One proposition of a claim, and the words by which others are looked for that may be on its topic."""

    claim: Claim
    part: Part
    place: int
    keys: frozenset[str]

    @property
    def passage(self) -> Passage:
        """The proposition as a passage that vouches for itself; when it was said is no time that it speaks of."""
        reading = self.part.reading
        return Passage(
            id=f"{self.claim.id}:{self.place}",
            document="",
            span=Span(0, len(reading.text)),
            text=reading.text,
            section=0,
            published=None,
            attribution=Attribution(),
            names=reading.names,
            names_before=reading.context_names,
        )


def compare_own_words(
    verdicts: Sequence[Verdict],
    *,
    read: Callable[[Claim], tuple[Part, ...]],
    rules: StanceModel,
    entities: Sequence[Entity],
) -> tuple[Inconsistency, ...]:
    """Return where speakers said one thing and, at another time, another; `read` parts a claim.

    Predictions, wishes and opinions may change and are left out; so is what may not be the speaker's own words.
    """
    names = _Names(entities)
    pairs = [pair for verdict in verdicts for pair in _list_recorded(verdict, names)]
    by_speaker: defaultdict[str, list[Claim]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.claim.speaker:
            by_speaker[names.of(verdict.claim.speaker)].append(verdict.claim)
    for speaker, claims in by_speaker.items():
        said = [one for claim in claims for one in _split(claim, read)] if len(claims) > 1 else []
        pairs += (pair for one, other in _nominate(said) if (pair := _differ(one, other, rules, speaker)))
    return gather_inconsistencies(pairs)


class _Names:
    """The full names of speakers, by any name that the record states of them."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._full = {fold_loosely(name): entity.name for entity in reversed(entities) for name in entity.names}

    def of(self, speaker: str) -> str:
        return self._full.get(fold_loosely(speaker), " ".join(speaker.split()))

    def is_same(self, one: str, other: str) -> bool:
        return match_names(self.of(one), self.of(other)) is not NameMatch.DIFFERENT


def _split(claim: Claim, read: Callable[[Claim], tuple[Part, ...]]) -> Iterator[_Said]:
    for place, part in enumerate(read(claim)):
        reading = part.reading
        if reading.force is Force.ASSERTED:
            marks = {*(role.role for role in reading.roles), *(grade.scale for grade in reading.grades)}
            named = replace(reading, names=reading.named, resolved=())  # "I" is as good as the name
            yield _Said(claim, replace(part, reading=named), place, reading.keys | marks)


def _nominate(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield the pairs that share half of the words of the shorter, of each the nearest; their order decides nothing."""
    ordered = sorted(said, key=lambda one: (one.claim.id, one.place))
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(ordered):
        for key in one.keys:
            by_key[key].append(number)
    near: set[tuple[int, int]] = set()
    for number, one in enumerate(ordered):
        shared = Counter(other for key in one.keys for other in by_key[key])
        fitting = [
            (-common, other)
            for other, common in shared.items()
            if ordered[other].claim.id != one.claim.id and 2 * common >= min(len(one.keys), len(ordered[other].keys))
        ]
        near.update((min(number, other), max(number, other)) for _, other in sorted(fitting)[:NEAREST])
    yield from ((ordered[one], ordered[other]) for one, other in sorted(near))


def _differ(one: _Said, other: _Said, rules: StanceModel, speaker: str) -> Pair | None:
    """How two claims differ, None where the one does not contradict the other in either way of reading them."""
    first, second = sorted((one, other), key=lambda said: (_state(said.claim).place, said.place))
    judged = [_judge(first, second, rules), _judge(second, first, rules)]
    refuting = next((place for place, one in enumerate(judged) if one and one.stance is Stance.REFUTES), None)
    if refuting is None or any(one and one.stance is Stance.SUPPORTS for one in judged):
        return None
    judgement = judged[refuting]
    weight = judgement.weight if judgement else None
    ours, theirs = (weight.ours, weight.theirs) if weight else ("", "")
    return Pair(
        speaker=speaker,
        first=_state(first.claim),
        second=_state(second.claim),
        rule=judgement.rule if judgement else "",
        ours=theirs if refuting else ours,
        theirs=ours if refuting else theirs,
        note=judgement.note if judgement else "",
    )


def _judge(ours: _Said, theirs: _Said, rules: StanceModel) -> Judgement | None:
    """What one claim says of the other, None where they have nothing in common or may be of different times."""
    link = link_passage(ours.part, theirs.passage, theirs.part.reading, said=None)
    if link is None:
        return None
    judgement = rules.judge(link)
    if judgement.stance is not Stance.REFUTES:
        return judgement
    period = link.outcome(Slot.PERIOD)
    if period == "open":
        return judgement if _may_compare(_state(ours.claim), _state(theirs.claim), judgement.rule) else None
    if period == "dated":  # what was denied may have come about since
        return judgement if _is_before(theirs.part.reading.period, ours.claim.date) else None
    return judgement


def _may_compare(one: OwnStatement, other: OwnStatement, rule: str) -> bool:
    """Whether two statements that name no time are of one.

    They are where they were said on one day, where they say what one thing cost, and where what was told is denied
    later: a figure may change from day to day, and what was denied may come about.
    """
    if one.date is not None and one.date == other.date:
        return True
    texts = [{token.lower.replace("’", "'") for token in tokenize(said.words)} for said in (one, other)]
    if rule.startswith("quantity/"):
        costs = _COST.search(one.words) and _COST.search(other.words)
        return bool(costs) and all(words.isdisjoint(_PRESENT | _ONGOING) for words in texts)
    denials = [said for said, words in zip((one, other), texts, strict=True) if _denies(words)]
    told = [said for said in (one, other) if said not in denials]
    return rule.startswith("polarity/") and len(told) == 1 and _is_before(told[0].date, denials[0].date)


def _denies(words: set[str]) -> bool:
    return not words.isdisjoint(_NEGATING) or any(word.endswith("n't") for word in words)


def _is_before(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether a time had begun when something was said; not where either is not known."""
    return bool(one and other and one.first and other.last and one.first <= other.last)


def _list_recorded(verdict: Verdict, names: _Names) -> Iterator[Pair]:
    """Yield where the speaker's words in the record, known to be theirs, contradict a claim."""
    claim = verdict.claim
    for one in verdict.own_words:
        known = claim.speaker and one.speaker and names.is_same(one.speaker, claim.speaker)
        if one.eligibility is not Eligibility.OWN_WORDS or one.stance is not Stance.REFUTES or not known:
            continue
        if not _is_of_one_time(verdict, one):
            continue
        weight = one.weights[-1] if one.weights else None
        yield Pair(
            speaker=names.of(claim.speaker or ""),
            first=_state(claim),
            second=_quote(one),
            rule=one.rule,
            ours=weight.ours if weight else "",
            theirs=weight.theirs if weight else "",
            note=f"{weight.ours} against {weight.theirs}: {weight.level}" if weight else "",
        )


def _is_of_one_time(verdict: Verdict, one: Evidence) -> bool:
    """Whether a claim and own words of the record speak of one time by their texts, and not by when they were said."""
    part = verdict.parts[one.part].part
    if part.force is not Force.ASSERTED:
        return False
    if part.about is None and one.about is None:
        return _may_compare(_state(verdict.claim), _quote(one), one.rule)
    if part.about and one.about:
        return True
    return all(weight.name != Slot.PERIOD for weight in one.weights)  # a date is what the claim asserts


def _quote(one: Evidence) -> OwnStatement:
    return OwnStatement(words=one.quote, date=one.published, document=one.document, span=one.span)


def _state(claim: Claim) -> OwnStatement:
    return OwnStatement(words=claim.text, date=claim.date, claim=claim.id, document=claim.source)
