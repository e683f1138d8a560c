"""Paragraphs into sentences, with true offsets."""

from __future__ import annotations

import re
from typing import Final

import sentencex

from factcheck.values import Span

LONGEST: Final = 500
"""Code points of the longest passage: three long sentences; a quote beyond that is no longer read as one."""

_BREAKS: Final = tuple(re.compile(mark) for mark in (r"\s", r"[,:]\s", r"[;–—]\s", r"[.!?][\"”’']?\s"))
"""Where a sentence that is too long may be parted, the best place last."""

_UNMARKED: Final = str.maketrans(dict.fromkeys('“”"', " "))
"""Double quotation marks as spaces: with them the splitter takes a quotation of many sentences for one."""

_TAIL: Final = 40
"""Code points at the end of a sentence that show whether it is finished: the longest abbreviation, and spaces."""

_SIGNED: Final = re.compile(r"\s*[–—―-]\s*[A-Z][^\n]{0,80}\Z")
"""The name under a quotation, which is no sentence: "…" - Ann Lee."""

_UNFINISHED: Final = re.compile(
    r"(?:\b(?:Cllr|Coun|Hon|Rt|Supt|Insp|Sgt|Det|Ch|Ald|Ltd|Inc|Co|No|Nos|approx|est|dept|govt|St|Rev|Prof"
    r"|Gen|Col|Capt|Lt|Maj)"
    r"|\b[A-Z])\.\s*\Z"
)
"""Ends that a splitter takes for a sentence's and that are none: abbreviated titles and initials."""


def split_sentences(text: str, span: Span) -> list[Span]:
    """Return the sentences of `text[span]` in order, each stripped, as spans of `text`.

    Boundaries are sentencex's, inside quotations too; a piece that ends in an abbreviated title or that begins in
    lower case is joined to its neighbour, since no sentence ends there.
    """
    piece = span.of(text)
    found: list[Span] = []
    for boundary in sentencex.get_sentence_boundaries("en", piece.translate(_UNMARKED)):
        start, end = _with_opening_mark(piece, int(boundary["start_index"])), int(boundary["end_index"])
        end = _with_opening_mark(piece, end)
        if found and _continues(piece[max(found[-1].start, found[-1].end - _TAIL) : found[-1].end], piece[start:end]):
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    short = [part for sentence in found for part in _shorten(piece, sentence)]
    return [stripped.shift(span.start) for part in short if len(stripped := _strip(piece, part))]


def _with_opening_mark(text: str, at: int) -> int:
    """Move a boundary before a quotation mark that opens the next sentence and was left on this one."""
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    mark, after = text[max(0, end - 1) : end], text[end : end + 1]
    opens = (mark == "“" and not after.isspace()) or (mark == '"' and end > 1 and text[end - 2].isspace())
    return end - 1 if opens else at


def _shorten(text: str, span: Span) -> list[Span]:
    """Part a sentence that is too long to cite at the last inner stop, comma or space before the limit."""
    parts: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for mark in _BREAKS for match in mark.finditer(window) if match.end() > LONGEST // 4]
        cut = start + (ends[-1] if ends else LONGEST)
        parts.append(Span(start, cut))
        start = cut
    return [*parts, Span(start, span.end)]


def _continues(before: str, after: str) -> bool:
    if not after.strip():
        return True
    if before.endswith("\n\n"):
        return False
    return bool(_UNFINISHED.search(before)) or after.lstrip()[0].islower() or _SIGNED.match(after) is not None


def _strip(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
