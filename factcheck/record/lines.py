"""Text to lines: stripped spans in order, hard-wrapped lines taken together."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

from factcheck.values import Span

_ONE_LINE: Final = re.compile(r"([^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]|\Z)")
_EDGE: Final = (
    "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\u200b\u200e\u200f\u2060\ufeff\xad"
)
"""White space and invisible marks, which no block begins or ends with."""

_CLOSERS: Final = "\"'”’»)]}*_"
_ENDERS: Final = (".", "!", "?", "…", "。")

WIDEST_WRAP: Final = 120
"""Columns: text wrapped by hand or by a mailer is narrower; a longer line is a paragraph of its own."""

_WRAPPED_PAIRS: Final = 3
"""Line breaks in mid-sentence that show a text to be hard-wrapped, rather than one odd break."""

_SHORTEST_BROKEN: Final = 30
"""Characters: a line shorter than this that a lower-case line follows is a label, not half a sentence."""

PROSE_WORDS: Final = 8
"""Words that make a punctuated line a sentence of the text: shorter ones are often slogans and captions."""

PROSE_LENGTH: Final = 200
"""Characters beyond which a line is text even without a full stop: no menu entry or headline is so long."""

HEADING_WORDS: Final = 16
HEADING_LENGTH: Final = 120
"""The longest heading: the longest newspaper headlines run to some fifteen words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, or lines wrapped as one: stripped, and numbered from 1.

    `gap` says that a blank line or the start of the file stands before it.
    """

    span: Span
    text: str
    number: int
    gap: bool


def find_lines(text: str) -> list[Line]:
    """Find the lines that are not blank, in order; lines of hard-wrapped paragraphs are joined."""
    return _join_wrapped(_split(text), text)


def is_blank(text: str) -> bool:
    """Whether a text has no lines but blank ones: every line break is white space."""
    return not text.strip(_EDGE)


def ends_sentence(text: str) -> bool:
    """Whether the last mark is a full stop, a question or an exclamation mark, closing quotes aside."""
    return text[-8:].rstrip(_CLOSERS).endswith(_ENDERS)


def is_prose(text: str) -> bool:
    """Whether a line is running text by its own looks: a whole sentence, or too long for anything else."""
    if len(text) >= PROSE_LENGTH:
        return True
    return ends_sentence(text) and len(text.split()) >= PROSE_WORDS


def is_heading_like(text: str) -> bool:
    """Whether a line could be a heading by its own looks: short, begun with a capital, not a sentence."""
    if len(text) > HEADING_LENGTH or text.endswith((".", ",", ";", ":", "…", "...")):
        return False
    if text[:2] in {"Q:", "A:"}:  # turns of an interview
        return False
    first = next((char for char in text if char.isalnum()), "")
    return (first.isupper() or first.isdigit()) and len(text.split()) <= HEADING_WORDS and not _is_spoken(text)


def _is_spoken(text: str) -> bool:
    """Whether the line is a sentence in quotation marks, or the beginning of a longer quotation."""
    closing = {"“": "”", '"': '"'}.get(text[0])
    return closing is not None and (ends_sentence(text) or closing not in text[1:])


def _split(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = True
    for number, match in enumerate(_ONE_LINE.finditer(text), 1):
        content = match[1]
        stripped = content.strip(_EDGE)
        if not stripped:
            gap = True
            continue
        start = match.start() + len(content) - len(content.lstrip(_EDGE))
        lines.append(Line(span=Span(start, start + len(stripped)), text=stripped, number=number, gap=gap))
        gap = False
    return lines


def _join_wrapped(lines: list[Line], text: str) -> list[Line]:
    width = _wrap_width(lines)
    joined: list[Line] = []
    last = ""
    for line in lines:
        if joined and not line.gap and _continues(last, line.text, width=width):
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = Line(span=span, text="", number=joined[-1].number, gap=joined[-1].gap)
        else:
            joined.append(line)
        last = line.text
    return [line if line.text else _filled(line, text) for line in joined]


def _filled(line: Line, text: str) -> Line:
    return Line(span=line.span, text=line.span.of(text), number=line.number, gap=line.gap)


def _wrap_width(lines: list[Line]) -> int:
    """The longest line's length where the text is hard-wrapped, else 0."""
    width = breaks = 0
    for before, after in itertools.pairwise(lines):
        if not after.gap:
            width = max(width, len(before.text), len(after.text))
            breaks += _breaks_sentence(before.text, after.text)
    return width if breaks >= _WRAPPED_PAIRS and width <= WIDEST_WRAP else 0


def _continues(before: str, after: str, *, width: int) -> bool:
    """Whether `after` goes on with the paragraph of `before`: its first word would not have fitted there."""
    if width:
        return len(before) + 1 + len(after.split(maxsplit=1)[0]) > width
    return _breaks_sentence(before, after)


def _breaks_sentence(before: str, after: str) -> bool:
    return len(before) >= _SHORTEST_BROKEN and after[0].islower() and not ends_sentence(before) and before[-1] != ":"
