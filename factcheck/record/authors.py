"""Who is named as the author: by-lines, and what looks like a person's name."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text import fold

_WORD: Final = r"(?:(?:O'|Mc|Mac|[DdLl]')?[^\W\d_a-z][\w'-]*\.?|[A-Z]\.)"
_PARTICLE: Final = r"(?:de|del|della|di|da|van|von|der|den|la|le|bin|ibn|al|ap|y)"
_TITLE: Final = (
    r"(?:(?:Sir|Dame|Lord|Lady|Baroness|Dr|Prof(?:essor)?|Cllr|Coun(?:cillor)?|Rev(?:erend)?"
    r"|Mr|Mrs|Ms|Miss|Mx)\.?\s+)"
)
NAME: Final = rf"{_TITLE}*{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,3}}"
"""A person's name as a pattern: two to four words with capitals, titles before, particles between."""

_NAME_LINE: Final = re.compile(rf"{NAME}\Z")
_BYLINE: Final = re.compile(
    r"(?i:by|written by|words(?: by)?|author|posted by|published by|reported by|text by|story by|report by"
    rf"|blog by|column by|opinion by|comment by|analysis by|statement (?:by|from)"
    rf"|a message from)\s*:?\s+(?P<name>{NAME})(?P<after>.*)",
    re.DOTALL,
)
_PUBLISHED_BY: Final = re.compile(
    rf"(?i:posted|published|written|created)\b.{{0,60}}?\b(?i:by)\s+(?P<name>{NAME})(?P<after>.*)", re.DOTALL
)
_NO_PERSON: Final = re.compile(
    r"\b(?:council|committee|report|reporter|meeting|news|press|team|staff|desk|department|office"
    r"|service|services|group|university|ltd|limited"
    r"|plc|company|association|society|trust|board|agency|correspondent|editor|editorial|media|daily"
    r"|weekly|times|post"
    r"|release|statement|update|guide|review|plan|north|south|east|west|city|county|town|street|road"
    r"|home|about|contact|archive"
    r"|the|and|for|with|of|in|on|to|is|are|was|were|how|why|what|when|who|new|this|our|your|my"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_DESK: Final = re.compile(r"(?:By|BY|by|Author:)(?: [\w'-]+){0,3}\Z")
_WITH_POST: Final = re.compile(
    rf"(?P<name>{NAME})(?P<after>,? (?:[\w'&-]+ ){{0,5}}"
    r"(?i:reporter|correspondent|editor|writer|columnist))\Z"
)
_POSTS: Final = frozenset({"political", "senior", "chief", "local", "deputy", "education", "health"})
_EMPHASIS: Final = "*_ "
_LONGEST_BYLINE: Final = 160
"""Characters: a name, a post and a paper; a sentence that begins with "By" is mostly longer."""


def is_person_name(text: str) -> bool:
    """Whether a whole text looks like the name of one person.

    >>> is_person_name("Jo van der Berg"), is_person_name("Planning Committee")
    (True, False)
    """
    if len(text) > _LONGEST_BYLINE:
        return False
    plain = fold(text)
    return bool(_NAME_LINE.match(plain)) and not _NO_PERSON.search(plain)


def is_byline(text: str) -> bool:
    """Whether a text is a by-line, be it of a person, a desk or an account.

    >>> is_byline("By Jo Bloggs, Transport Editor"), is_byline("By Friday it was over.")
    (True, False)
    """
    if len(text) > _LONGEST_BYLINE or text.endswith((".", "!", "?", ":")):
        return False
    return byline_name(text) is not None or bool(_DESK.match(text))


def byline_name(text: str) -> str | None:
    """The name of the first person in a by-line, as written; None where it is none."""
    if len(text) > _LONGEST_BYLINE:
        return None
    text = text.strip(_EMPHASIS)
    plain = fold(text)
    match = _BYLINE.match(plain) or _PUBLISHED_BY.match(plain) or _WITH_POST.match(plain)
    if not match or _runs_on(match["after"]):
        return None
    name = _without_tail(match["name"])
    return text[match.start("name") : match.start("name") + len(name)] if is_person_name(name) else None


def _runs_on(after: str) -> bool:
    """Whether what follows a name makes the line a sentence rather than a by-line."""
    return bool(re.match(r"\s+(?!and\b|for\b|in\b|on\b|at\b|with\b)[a-z]", after)) or after.rstrip().endswith(
        (".", "?", "!")
    )


def _without_tail(name: str) -> str:
    """Cut a name before a post that follows it without a comma ("Jo Bloggs Political Editor")."""
    words = name.split(" ")
    for count in range(2, len(words)):
        if _NO_PERSON.search(words[count]) or words[count].lower() in _POSTS:
            return " ".join(words[:count])
    return name
