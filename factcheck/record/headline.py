"""Where the running text of a page begins, and which line above it is the headline."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.record.authors import is_byline, is_person_name
from factcheck.record.lines import is_prose
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.record.date_lines import DateLine
    from factcheck.record.lines import Line

BODY_REACH: Final = 5
"""Lines within which a second sentence follows the first one of a text; a sentence alone is a banner."""

LONGEST_HEADLINE: Final = 250
"""Characters: above this a line is text, even where it stands twice."""

_TOP: Final = 60
"""Lines in which a headline is looked for that stands twice: the top of a page, menus included."""

_HEADLINE_WORDS: Final = 5
"""Words that make a line a headline without more: menu entries and section names are shorter."""

_FEWEST_WORDS: Final = 3


def find_body(lines: Sequence[Line], *, plain: Sequence[bool]) -> int:
    """Return the index of the line where the running text begins, 0 where there is no running text."""
    twice = _repeated(lines)
    prose = [
        index
        for index, line in enumerate(lines)
        if plain[index] and is_prose(line.text) and not (index < _TOP and _key(line) in twice)
    ]
    for index, following in itertools.pairwise(prose):
        if following - index <= BODY_REACH:
            return index
    return prose[0] if prose else 0


def find_headline(
    top: Sequence[Line], *, plain: Sequence[bool], dates: Sequence[DateLine | None], after: Sequence[Line]
) -> int | None:
    """Return the index of the headline among the lines above the running text, None where none is told.

    A line that stands twice is one, else a Markdown title, else the first of the lines just above a by-line
    or date (the others are its standfirst), else the first of five words or more, else the last of three.
    """
    labelled = [False, *(line.text.endswith(":") for line in top)]
    candidates = [index for index, line in enumerate(top) if plain[index] and not labelled[index] and _could_be(line)]
    twice = _repeated([*top, *after])
    ranked = (
        [index for index in candidates if _key(top[index]) in twice],
        [index for index in candidates if top[index].text.startswith("# ")],
        _above_byline(top, candidates=candidates, dates=dates),
        [index for index in candidates if len(top[index].text.split()) >= _HEADLINE_WORDS],
        candidates[-1:],
    )
    return next((found[0] for found in ranked if found), None)


def _could_be(line: Line) -> bool:
    words = len(line.text.split()) if len(line.text) <= LONGEST_HEADLINE else 0
    return words >= _FEWEST_WORDS and not is_byline(line.text) and not is_person_name(line.text)


def _above_byline(top: Sequence[Line], *, candidates: Sequence[int], dates: Sequence[DateLine | None]) -> list[int]:
    """The headline and standfirst above the first by-line or date that has any, other furniture aside."""
    found: list[int] = []
    eligible = set(candidates)
    for index, line in enumerate(top):
        if index in eligible:
            found.append(index)
        elif found and (dates[index] is not None or is_byline(line.text)):
            break
    else:
        return []
    run = [found[-1]]
    for before in reversed(found[:-1]):
        if before != run[-1] - 1 or len(top[before].text.split()) < _HEADLINE_WORDS:
            break
        run.append(before)
    return run[::-1]


def _repeated(lines: Sequence[Line]) -> set[str]:
    counts = Counter(_key(line) for line in lines[:_TOP] if len(line.text) <= LONGEST_HEADLINE)
    return {key for key, count in counts.items() if count > 1 and len(key.split()) >= _FEWEST_WORDS}


def _key(line: Line) -> str:
    return fold_loosely(line.text[: LONGEST_HEADLINE + 1])
