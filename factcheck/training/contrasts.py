"""Pairs that differ in one thing, so that a model learns the thing and not the set's habits.

From a passage that supports a claim: a value that both state is changed on one side, and then on both. Changed on
one side it refutes (a figure, a date, a direction, a holder of an office) or says nothing (another subject); changed on
both it supports again, so that no changed wording tells the label. What may be changed is found by the project's own
reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import EntityKind
from factcheck.training.examples import Example, Label
from factcheck.training.read import read_alone
from factcheck.values import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from factcheck.model import Reading

OPPOSITES: Final = tuple(
    tuple(pair.split("/"))
    for pair in """
rose/fell rise/fall rises/falls rising/falling increased/decreased increase/decrease increases/decreases
increasing/decreasing higher/lower more/fewer more/less highest/lowest largest/smallest larger/smaller bigger/smaller
better/worse best/worst improved/worsened gained/lost won/lost wins/loses winning/losing opened/closed opening/closing
before/after earlier/later early/late first/last began/ended begins/ends started/finished started/stopped north/south
northern/southern east/west eastern/western passed/failed passes/fails succeeded/failed success/failure
approved/rejected accepted/refused supported/opposed supports/opposes strong/weak stronger/weaker positive/negative
above/below maximum/minimum profit/loss surplus/deficit hired/dismissed appointed/dismissed joined/left
male/female married/divorced alive/dead older/younger oldest/youngest longest/shortest longer/shorter good/bad
acquitted/convicted guilty/innocent allowed/banned legal/illegal public/private built/demolished bought/sold
buys/sells majority/minority fully/partly always/never all/none both/neither true/false
effective/ineffective safe/unsafe common/rare likely/unlikely adequate/inadequate
""".split()
)
"""Words of general English that cannot both hold of one thing."""

CLASSES: Final = tuple(
    tuple(words.split("/"))
    for words in (
        "American/British/Canadian/French/German/Italian/Spanish/Russian/Chinese/Japanese/Indian/Irish/Australian/Mexican",
        "England/Scotland/Wales/Ireland/France/Germany/Italy/Spain/Russia/China/Japan/India/Canada/Australia/Brazil",
        "London/Lisbon/Berlin/Rome/Madrid/Moscow/Tokyo/Chicago/Boston/Toronto/Sydney/Dublin",
        "Monday/Tuesday/Wednesday/Thursday/Friday/Saturday/Sunday",
        "Europe/Asia/Africa/Oceania/Antarctica",
        "spring/summer/autumn/winter",
        "first/second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth",
        "one/two/three/four/five/six/seven/eight/nine/ten",
        "father/mother/brother/sister/son/daughter/uncle/aunt/cousin",
        "actor/singer/painter/lawyer/engineer/journalist/teacher/physician/footballer/politician",
        "comedy/drama/horror/thriller/documentary/musical/western",
        "novel/album/film/play/poem/opera/painting",
        "king/queen/prince/duke/emperor/president",
        "red/blue/green/yellow/black/white/brown",
        "gold/silver/bronze/copper/iron",
        "football/basketball/baseball/tennis/cricket/hockey/rugby/golf",
        "bank/school/hospital/museum/library/church/factory/theatre",
        "Republican/Democratic/Conservative/Labour/Liberal/Green",
    )
)
"""Words of general English and knowledge of which a thing is mostly one and not another."""

AUXILIARIES: Final = frozenset("is are was were has have had did does do will would can could should".split())
_NEGATION: Final = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|fail\w*)\b|n't\b", re.IGNORECASE
)
_FIGURE: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTHS: Final = "January February March April May June July August September October November December".split()
OTHER_SUBJECTS: Final = 0.5
"""Share of the pairs in which nothing but the subject can be changed that are contrasted: there are many."""

NEAR_START: Final = 12
"""Characters within which a claim's first name is what it is about."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that both sides state, what takes their place, and what a change on one side says of the claim."""

    kind: str
    old: str
    new: str
    label: Label


def contrast(example: Example, names: Mapping[EntityKind, Sequence[str]], draw: Random) -> list[Example]:
    """Return the contrasts of a supporting pair by one change drawn among those that it allows, none where none."""
    if example.label is not Label.SUPPORTS or example.binary:
        return []
    changes = list(_find_changes(example, names, draw))
    if not changes:
        return []
    change = draw.choice([one for one in changes if one.label is Label.REFUTES] or changes)
    if change.label is Label.NEUTRAL and draw.random() > OTHER_SUBJECTS:
        return []
    claim, passage = _swap(example.claim, change), _swap(example.passage, change)
    source = f"{example.source}/{change.kind}"
    return [
        Example(source=source, passage=example.passage, claim=claim, label=change.label),
        Example(source=source, passage=passage, claim=example.claim, label=change.label),
        Example(source=source, passage=passage, claim=claim, label=Label.SUPPORTS),
    ]


def deny(example: Example, draw: Random) -> Example | None:
    """Return the pair with the claim's polarity turned, by which supports and refutes change places; None if unsure."""
    if example.binary or _NEGATION.search(example.claim):
        return None
    words = example.claim.split(" ")
    at = next((place for place, word in enumerate(words) if word in AUXILIARIES), None)
    if at is None or at == 0:
        return None
    turned = " ".join([*words[: at + 1], draw.choice(("not", "not", "not", "never")), *words[at + 1 :]])
    if draw.random() < WRAPPED:
        turned = (
            f"{draw.choice(('It is not true that', 'It is false that', 'It is not the case that'))} {example.claim}"
        )
    label = {Label.SUPPORTS: Label.REFUTES, Label.REFUTES: Label.SUPPORTS}.get(example.label, example.label)
    return Example(source=f"{example.source}/denied", passage=example.passage, claim=turned, label=label)


WRAPPED: Final = 0.15
"""Share of denials that stand before the claim instead of in it."""


def _find_changes(example: Example, names: Mapping[EntityKind, Sequence[str]], draw: Random) -> Iterator[Change]:
    ours = read_alone(example.claim)
    yield from _change_figures(example, ours, draw)
    yield from _change_years(example, draw)
    yield from _change_months(example, draw)
    yield from _change_directions(example)
    yield from _change_classes(example, draw)
    yield from _change_names(example, ours, names, draw)


def _change_figures(example: Example, ours: Reading, draw: Random) -> Iterator[Change]:
    for mention in ours.quantities:
        found = _FIGURE.search(mention.span.of(example.claim))
        if found and mention.quantity.bound is Bound.EXACT and _stands_once(found[0], example):
            new = _other_figure(found[0], draw)
            if new != found[0] and not _stands(new, example.passage):
                yield Change("figure", found[0], new, Label.REFUTES)


def _other_figure(old: str, draw: Random) -> str:
    """Another figure of the same form, mostly near it: a model must not learn that far ones alone refute."""
    value = float(old.replace(",", ""))
    decimals = len(old.partition(".")[2])
    factor = draw.choice((0.5, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5, 2.0, 3.0))
    new = value * factor if value > SMALL else value + draw.choice((1, 2, 3, 5))
    return f"{new:,.{decimals}f}" if "," in old else f"{new:.{decimals}f}"


SMALL: Final = 12
"""Counts up to here are changed by adding."""


def _change_years(example: Example, draw: Random) -> Iterator[Change]:
    for year in dict.fromkeys(_YEAR.findall(example.claim)):
        new = str(int(year) + draw.choice((-20, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10)))
        if _stands_once(year, example) and not _stands(new, example.passage):
            yield Change("year", year, new, Label.REFUTES)


def _change_months(example: Example, draw: Random) -> Iterator[Change]:
    for month in _MONTHS:
        if month != "May" and _stands_once(month, example):
            yield Change("month", month, draw.choice([one for one in _MONTHS if one != month]), Label.REFUTES)


def _change_directions(example: Example) -> Iterator[Change]:
    for pair in OPPOSITES:
        for old, new in (pair, pair[::-1]):
            if _stands_once(old, example) and not _stands(new, example.passage) and not _stands(new, example.claim):
                yield Change("direction", old, new, Label.REFUTES)


def _change_classes(example: Example, draw: Random) -> Iterator[Change]:
    for words in CLASSES:
        there = [word for word in words if _stands(word, example.passage) or _stands(word, example.claim)]
        if len(there) == 1 and _stands_once(there[0], example):
            yield Change("class", there[0], draw.choice([word for word in words if word != there[0]]), Label.REFUTES)


def _change_names(
    example: Example, ours: Reading, names: Mapping[EntityKind, Sequence[str]], draw: Random
) -> Iterator[Change]:
    """Another subject is another matter; another holder of the one office is a contradiction."""
    holders = {role.holder for role in ours.roles if role.body}
    for mention in ours.names:
        old = mention.span.of(example.claim)
        pool = names.get(mention.kind, ())
        if not pool or not _stands_once(old, example):
            continue
        new = draw.choice(pool)
        if {*new.split()} & {*old.split()} or _stands(new, example.passage):
            continue
        if mention.name in holders and mention.kind is EntityKind.PERSON:
            yield Change("holder", old, new, Label.REFUTES)
        elif mention.span.start <= NEAR_START:
            yield Change("subject", old, new, Label.NEUTRAL)


def _stands_once(words: str, example: Example) -> bool:
    """Whether both sides state some words, the claim once."""
    pattern = _as_words(words)
    return len(re.findall(pattern, example.claim)) == 1 and bool(re.search(pattern, example.passage))


def _stands(words: str, text: str) -> bool:
    return bool(re.search(_as_words(words), text))


def _swap(text: str, change: Change) -> str:
    return re.sub(_as_words(change.old), change.new.replace("\\", ""), text)


def _as_words(words: str) -> str:
    return rf"(?<![\w.,])(?:{re.escape(words)})(?![\w]|[.,]\d)" if words[:1].isdigit() else rf"\b{re.escape(words)}\b"
