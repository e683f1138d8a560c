"""Queries that passages of a record answer, the same ones every time."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from tests.benchmarks.rows import Query

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.rows import Row

FEWEST_TERMS: Final = 8
MOST_TERMS: Final = 15
"""Content words of a query; claims have about as many."""

SHORTEST_PERIOD: Final = 30
LONGEST_PERIOD: Final = 5 * 365
"""Days that a query's period may have."""

_DRAWN: Final = 10
"""Rows that are looked at for one query: one in five is quoted, and not all are long enough."""

_WORD: Final = re.compile(r"(?<!\w)[a-z]{3,}(?!\w)")


def make_queries(rows: Iterable[Row], count: int, *, of: int, seed: int = 0) -> list[Query]:
    """Make queries of the words of passages taken by chance, every second one for what its speaker said.

    `of` is how many rows there are: they are read once, and not kept.
    """
    chance = random.Random(seed)
    places = set(chance.sample(range(of), k=min(of, _DRAWN * count)))
    drawn = ((number, row) for number, row in enumerate(rows) if number in places)
    asked = [query for number, row in drawn if (query := _ask(chance, row, number=number))]
    chance.shuffle(asked)
    quoted = [query for query in asked if query.speaker][: count // 2]
    plain = [query for query in asked if not query.speaker][: count - len(quoted)]
    queries = [*quoted, *plain]
    chance.shuffle(queries)
    assert len(queries) == count, f"{of} rows give {len(queries)} queries only"
    return queries


def _ask(chance: random.Random, row: Row, *, number: int) -> Query | None:
    """A query that the row answers; none for a row with too few words."""
    skip = load_lexicon().function_words
    words = [word for word in dict.fromkeys(_WORD.findall(row.text)) if word not in skip]
    if len(words) < FEWEST_TERMS:
        return None
    since = row.day - chance.randint(0, LONGEST_PERIOD - SHORTEST_PERIOD)
    return Query(
        terms=chance.sample(words, k=min(len(words), chance.randint(FEWEST_TERMS, MOST_TERMS))),
        since=since,
        until=max(row.day, since + SHORTEST_PERIOD),
        speaker=row.speaker,
        row=number,
    )
