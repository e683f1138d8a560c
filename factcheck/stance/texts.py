"""Claims and passages as a learned model reads them: by themselves, with what they refer to put in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.text import fold, tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Link, NameMention, Part, Reading

LEAST_WORDS: Final = 4
"""Words that a clause has at the least: fewer say nothing by themselves."""

_JOINT: Final = re.compile(r";\s+|,\s+(?:and|but|while|whereas|although|though|yet)\s+")
"""What parts clauses that each can stand by themselves, in folded text."""

_FIRST_PERSON: Final = frozenset("i me my mine myself we us our ours ourselves".split())
_OWNING: Final = frozenset({"his", "its", "their", "theirs", "hers", "my", "mine", "our", "ours"})
_POSSESSIVE: Final = re.compile(r"'s?\Z")


def texts_to_read(link: Link) -> tuple[str, ...]:
    """Return the sentence of a passage, and the clause of it that has most of the claim where it has several."""
    reading = link.reading
    whole = read_out(reading, Span(0, len(reading.text)))
    clause = _find_clause(link)
    return (whole, read_out(reading, clause)) if clause else (whole,)


def claim_to_read(part: Part) -> str:
    """Return a part of a claim with what it leans on: "we" as the body that is meant."""
    return read_out(part.reading, Span(0, len(part.reading.text)))


def read_out(reading: Reading, span: Span) -> str:
    """Return a piece of a text, folded, with names in full, and with a name for what stands for it.

    Where the name stands before, that tells enough: "Ann Lee said she would go"; but not of "I" and "we".
    """
    written: list[str] = []
    at = span.start
    for mention in _outermost(reading, span):
        before = "".join([*written, reading.text[at : mention.span.start]])
        if mention.name not in before or mention.span.of(reading.text).lower() in _FIRST_PERSON:
            written += [reading.text[at : mention.span.start], _name(mention, reading.text)]
            at = mention.span.end
    return " ".join(fold("".join([*written, reading.text[at : span.end]])).split())


def _outermost(reading: Reading, span: Span) -> Iterator[NameMention]:
    """What is to be replaced, in order; of what overlaps, the longest that begins first."""
    end = span.start
    told = set(reading.resolved)
    for mention in sorted(reading.named, key=lambda one: (one.span.start, -one.span.end)):
        inside = end <= mention.span.start and mention.span.end <= span.end
        if inside and (mention in told or _is_short(mention, reading.text)):
            yield mention
            end = mention.span.end


def _is_short(mention: NameMention, text: str) -> bool:
    """Whether a name is written with some of its words only: "Lee" for "Ann Lee"."""
    words = {token.lower for token in tokenize(mention.span.of(text))}
    return words < {token.lower for token in tokenize(mention.name)}


def _name(mention: NameMention, text: str) -> str:
    """The full name, as an owner where what it replaces is one."""
    surface = fold(mention.span.of(text)).lower()
    owns = surface in _OWNING or _POSSESSIVE.search(surface) or (surface == "her" and _has_noun(mention, text))
    return f"{mention.name}'s" if owns else mention.name


def _has_noun(mention: NameMention, text: str) -> bool:
    """Whether the word after "her" is what she has: "her report", not "her in 2016"."""
    after = re.match(r"\s+([^\W\d_]+)", text[mention.span.end :])
    return after is not None and fold(after[1]).lower() not in load_lexicon().function_words


def _find_clause(link: Link) -> Span | None:
    """The clause with most of the claim's content, None where there is only one, or none is long enough."""
    text = link.reading.text
    ends = [match.span() for match in _JOINT.finditer(fold(text))]
    starts = [0, *(end for _, end in ends)]
    spans = [Span(*pair) for pair in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)]
    long = [span for span in spans if len(tokenize(span.of(text))) >= LEAST_WORDS]
    if len(spans) == 1 or not long:
        return None
    ours = link.part.reading.keys
    shared = {span: len({term.key for term in link.reading.terms if span.contains(term.span)} & ours) for span in long}
    return max(long, key=lambda span: (shared[span], -span.start))
