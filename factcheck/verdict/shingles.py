"""The words of a document and its shingles: every run of a few words, by which shared text is found."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final

from factcheck.model import BlockKind
from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Document

SHINGLE: Final = 4
"""Words of a shingle. Measured on the articles in `tests/made_up_articles.py`: of six reports of one event, each in its
writer's own words, a sentence in four shares three words in a row with another report and a sentence in fourteen
four, names of bodies mostly; of a text with one word in ten changed, at least three words in four still stand in runs
of four."""

_BITS: Final = 32
"""Bits of a word's number: more words than any record has."""

_LAST: Final = (1 << _BITS) - 1
_WHOLE: Final = (1 << _BITS * SHINGLE) - 1

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")

_QUOTED: Final = re.compile(r"“[^“”\n]*”?|\"[^\"\n]*\"|(?<!\w)‘(?:[^‘’\n]|’(?=\w))*’")
"""Speech between quotation marks; a paragraph of a longer quotation opens it and need not close it."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a document in order, without its furniture and headings.

    `shingles` are those that end with each word, the numbers of its words in one integer: nothing is hashed down, so
    that equal shingles are equal words. `first` is where each first ends; `told` counts the words so far that stand
    outside quotation marks, which are the writer's own; `figures` are the numbers of words that have a digit.
    """

    text: str
    starts: array[int] = field(default_factory=lambda: array("L"))
    ends: array[int] = field(default_factory=lambda: array("L"))
    told: array[int] = field(default_factory=lambda: array("L", [0]))
    shingles: list[int] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
    figures: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, span: Span) -> range:
        """The places of the words that a span of the text touches."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def span(self, places: range) -> Span:
        """The span of the text from the first of some words to the last."""
        return Span(self.starts[places[0]], self.ends[places[-1]])

    def number(self, place: int) -> int:
        """The number of a word: the last of its shingle."""
        return self.shingles[place] & _LAST


class Shingler:
    """Reads the words of the documents that are asked for, once each; equal words have one number."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._free = count(1)
        self._numbers: dict[str, int] = {}
        self._figures: set[int] = set()
        self._read: dict[str, Words] = {}

    def __len__(self) -> int:
        return len(self._read)

    def __contains__(self, path: str) -> bool:
        return path in self._documents

    def words(self, path: str) -> Words:
        """Return the words of a document."""
        if path not in self._read:
            self._read[path] = self._shingle(self._documents[path])
        return self._read[path]

    def _shingle(self, document: Document) -> Words:
        words = Words(document.text)
        told = 0
        for section in document.sections:
            shingle = next(self._free)  # a number that no word has: no shingle crosses into a section
            for block in section.blocks:
                if block.kind is not BlockKind.PARAGRAPH:
                    continue
                for match, own in _find_words(document.text, block.span):
                    shingle = (shingle << _BITS | self._number(match[0])) & _WHOLE
                    words.first.setdefault(shingle, len(words.shingles))
                    words.shingles.append(shingle)
                    words.starts.append(match.start())
                    words.ends.append(match.end())
                    told += own
                    words.told.append(told)
        words.figures.update(self._figures.intersection(shingle & _LAST for shingle in words.shingles))
        return words

    def _number(self, word: str) -> int:
        """The number of a word, which its other spellings share; which number it is decides nothing."""
        number = self._numbers.get(word)
        if number is None:
            folded = fold(word).casefold()
            number = self._numbers.setdefault(folded, self._numbers.get(folded) or next(self._free))
            self._numbers[word] = number
            if any(map(str.isdigit, word)):
                self._figures.add(number)
        return number


def _find_words(text: str, span: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield the words of a paragraph, each with whether it stands outside quotation marks."""
    quoted = _QUOTED.finditer(text, span.start, span.end)
    start = end = -1
    for match in _WORD.finditer(text, span.start, span.end):
        while end <= match.start():
            found = next(quoted, None)
            start, end = found.span() if found else (span.end, span.end)
        yield match, not start <= match.start() < end
