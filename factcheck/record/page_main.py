"""Which blocks of a page are its main text: trafilatura says what, the page itself gives the words."""

from __future__ import annotations

import copy
import itertools
import logging
import re
from typing import TYPE_CHECKING, Final

from factcheck.record.authors import is_byline, is_person_name
from factcheck.record.date_lines import read_date_line
from factcheck.record.lines import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from factcheck.record.page_blocks import PageBlock

_LONG: Final = 20
"""Letters and figures from which a run of them is no coincidence; a shorter block must be a line of its own."""

_MOST: Final = 0.6
"""Share of such runs of a block that are of the text, where the whole block is not: one link or note aside."""

_HEAD_REACH: Final = 8
"""Blocks above the text among which a page has its headline, by-line and date."""

_GAP: Final = 2
"""Blocks left out in a row within the text that may be of it: boxes of links have more."""

_NEAR: Final = 4
"""Blocks above the text among which a lesser heading is its own: those of boxes and menus stand further away."""

_HEADINGS: Final = frozenset({"h2", "h3", "h4"})

_APART: Final = re.compile(r"[\W_]+")


def find_main(tree: HtmlElement, blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """Return the blocks of the main text, with the headline, by-line and date above it; none where it is not found.

    The tree may be changed.
    """
    body = _extract(tree)
    if body is None:
        return []
    whole = _squeeze("".join(body.itertext()))
    lines = {_squeeze("".join(element.itertext())) for element in body.iter()} | set(map(_squeeze, body.itertext()))
    kept = [index for index, block in enumerate(blocks) if _is_in(_squeeze(block.text), whole, lines=lines)]
    return [blocks[index] for index in sorted({*_heads(blocks, kept), *_gaps(blocks, kept), *kept})]


def _extract(tree: HtmlElement) -> _Element | None:
    """What trafilatura takes for the main text, rather too much than too little: the furniture rules come after."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it warns of shows in the result
    found = bare_extraction(copy.deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True)
    return found.body if found is not None and not isinstance(found, dict) else None


def _is_in(block: str, whole: str, *, lines: set[str]) -> bool:
    """Whether a block is of the text: as it stands, or most of it where something within it was left out."""
    if block in lines or (len(block) >= _LONG and block in whole):
        return True
    runs = [block[start : start + _LONG] for start in range(0, len(block) - _LONG + 1, _LONG)]
    return bool(runs) and sum(run in whole for run in runs) > _MOST * len(runs)


def _gaps(blocks: Sequence[PageBlock], kept: Sequence[int]) -> Iterator[int]:
    """Whole sentences between two blocks of the text: they are of it too, however many links are in them."""
    for last, first in itertools.pairwise(kept):
        if first - last <= _GAP + 1:
            yield from (index for index in range(last + 1, first) if is_prose(blocks[index].text))


def _heads(blocks: Sequence[PageBlock], kept: Sequence[int]) -> Iterator[int]:
    """What heads each stretch of text: a page may hold several articles, each with a headline and a date."""
    for last, first in itertools.pairwise((-1, *kept)):
        if first > last + 1:
            yield from _head(blocks, last=last, first=first)


def _head(blocks: Sequence[PageBlock], *, last: int, first: int) -> list[int]:
    """The headline above a stretch, which may be the last block kept, and the names and dates between them."""
    above = range(first - 1, max(first - 1 - _HEAD_REACH, last - 1, -1), -1)
    headline = next((index for index in above if blocks[index].tag == "h1"), None)
    if headline is None:
        headline = next((index for index in above[:_NEAR] if blocks[index].tag in _HEADINGS), None)
    if headline is None:
        return []
    between = range(headline + 1, first)
    return [headline, *(index for index in between if _is_of_head(blocks[index].text))]


def _is_of_head(text: str) -> bool:
    return is_byline(text) or is_person_name(text) or read_date_line(text) is not None


def _squeeze(text: str) -> str:
    """Letters and figures alone: white space and marks differ between two ways of taking down a page."""
    return _APART.sub("", text)
