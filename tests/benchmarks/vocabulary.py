"""Words of made-up records: English ones in a realistic order of frequency, and as many as a large record has.

The words are those of the repository's own examples, most frequent first, and after them new ones that are made of
these with prefixes and suffixes ("reinspection", "overfunded"), for 4,000 words are soon used up. They are drawn by a
Zipf law of two regimes (Ferrer i Cancho and Solé 2001): a word's share falls with its rank, beyond some thousands of
ranks with the square of it. The square gives Heaps' law with an exponent of one half: four times the text has twice
the words, as in large collections of news.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parent.parent.parent
FORMS: Final = 300_000
"""Words in all: beyond this rank a word is not expected once in twenty million, which a million passages have."""

BEND: Final = 8_000
"""The rank from which a word's share falls with the square of its rank: that of the core vocabulary of English."""

_WORD: Final = re.compile(r"(?<![^\W_])[a-z]{2,}(?![^\W_]|['’])")
_ABBREVIATIONS: Final = frozenset(
    "al am approx apr aug ave bn ch cllr cm co col corp dec dept dr ed eg est etc feb fig fri ft gen gov hon ie inc "
    "jan jr jul jun kg km lb ll ltd mar may messrs min mm mon mr mrs ms no nos nov oct op oz para pm pp prof re rep "
    "rev sat sec sen sep sept sq sr st sun thu tue ve vol vs wed www com http https org uk".split()
)
"""What a full stop after it may not end a sentence: every sentence of a record ends where it is meant to."""

_FIRST_PERSON: Final = frozenset("my me our us we mine ours myself ourselves".split())
"""What would make the teller of an article speak of himself."""

_STEM: Final = range(4, 10)
"""Letters of the words that new ones are made of."""

_COMMON: Final = 150
"""The most frequent words, of which no new ones are made: they are mostly "their" and "about"."""

_PREFIXES: Final = (
    "anti co counter cross de dis fore hyper in inter macro micro mid mini mis multi non out over post pre pro re semi "
    "sub super trans ultra un under up".split()
)
_SUFFIXES: Final = (
    "able age al ance ant ary dom ed en er ers ery ful hood ian ible ify ing ings ion ise ish ism ist ity ive ward "
    "ways less let like ling ly ment ments ness or ory ous s ship ships some ster".split()
)


@cache
def list_words() -> tuple[str, ...]:
    """Return all words, the most frequent first; the same ones every time."""
    stock = _stock()
    words = dict.fromkeys(stock)
    for word in _made_of([word for word in stock[_COMMON:] if len(word) in _STEM]):
        if len(words) == FORMS:
            break
        words.setdefault(word)
    return tuple(words)


@cache
def cumulate_shares() -> tuple[float, ...]:
    """Return how often each word and those before it are drawn, to draw from."""
    shares = (1 / (rank + 2.7) if rank < BEND else BEND / rank**2 for rank in range(1, len(list_words()) + 1))
    return tuple(accumulate(shares))


def draw_words(chance: random.Random, count: int) -> list[str]:
    """Draw so many words by their shares."""
    return chance.choices(list_words(), cum_weights=cumulate_shares(), k=count)


def _stock() -> list[str]:
    """The words that the examples write in small letters, most frequent first, ties by the alphabet."""
    paths = [*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/cases/*/record/*.txt")]
    counts = Counter(word for path in paths for word in _WORD.findall(path.read_text(encoding="utf-8")))
    return sorted(counts.keys() - _ABBREVIATIONS - _FIRST_PERSON, key=lambda word: (-counts[word], word))


def _made_of(stems: list[str]) -> Iterator[str]:
    """New words without end, in an order of chance."""
    chance = random.Random(0)
    while True:
        prefix = chance.choice(_PREFIXES) if chance.random() < 0.7 else ""
        suffix = chance.choice(_SUFFIXES) if not prefix or chance.random() < 0.6 else ""
        yield prefix + chance.choice(stems) + suffix
