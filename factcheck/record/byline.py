"""Who wrote an article: its by-line, the page's head, or the lines at its end."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Basis, BlockKind, Fact
from factcheck.record.authors import NAME, byline_name, is_person_name
from factcheck.record.marking import BYLINE, DATE_LINE
from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.record.articles import Article
    from factcheck.record.layout import Layout
    from factcheck.record.lines import Line

BYLINE_REACH: Final = 4
"""Lines after the beginning of an article's text in which its by-line may stand."""

END_REACH: Final = 6
"""Lines before the end of a text in which its author is introduced or signs."""

HEAD_REACH: Final = 200
"""Lines at the top of a page in which whose page it is may stand, menus included."""

_LONGEST: Final = 300
"""Characters of the longest line that introduces an author."""

_HEAD_FORMS: Final = (
    re.compile(rf"(?P<name>{NAME}) (?:articles|columns|posts|blogs?) published elsewhere\b"),
    re.compile(
        rf"(?:(?:All|Latest|Recent|More) )?(?:[Pp]osts|[Aa]rticles|[Ss]tories|[Cc]olumns|[Bb]logs?"
        rf"|[Ee]ntries) (?:by|from):? (?P<name>{NAME})\s*\Z"
    ),
    re.compile(rf"Author(?: [Aa]rchives?| page| profile)?\s*:\s*(?P<name>{NAME})\s*\Z"),
    re.compile(
        rf"(?:The )?(?P<name>{NAME})'s? (?:[Bb]log|[Cc]olumn|[Dd]iary|[Ww]eblog|[Ss]ite"
        rf"|[Ww]ebsite)\b.{{0,60}}\Z"
    ),
    re.compile(
        rf"(?:[Bb]log|[Cc]olumn|[Ss]tatement|[Ss]peech|[Dd]iary|[Oo]pinion|[Cc]omment)(?: (?:by|from|of)"
        rf"|:) (?P<name>{NAME})\s*\Z"
    ),
)
_OPINION_TITLE: Final = re.compile(rf"(?P<name>{NAME})\s?:\s\S")
_INTRODUCED: Final = re.compile(
    rf"(?P<name>{NAME})(?:, [^,]{{1,80}},)? (?:is|was|has been) (?:the |a |an |currently |now |interim )?\w"
)
_SIGNED: Final = re.compile(
    r"(?:yours|kind regards|regards|best wishes|signed|sincerely|with best wishes)\b.{0,30}\Z", re.IGNORECASE
)


def find_author(layout: Layout, article: Article, *, first_person: bool) -> Fact:
    """Return who wrote an article, with the line that says so; unknown where none does plainly.

    In a text in the first person the author may also be introduced at its end, or sign it.
    """
    found = _from_byline(layout, article) or _from_head(layout)
    if found is None and first_person:
        found = _from_title(layout, article) or _from_end(layout, article)
    if found is None:
        return Fact()
    name, line = found
    shown = line.text if len(line.text) <= _LONGEST else f"{line.text[:_LONGEST]}…"
    return Fact(value=" ".join(name.split()), basis=Basis.INFERRED, source=f"line {line.number}: “{shown}”")


def _from_byline(layout: Layout, article: Article) -> tuple[str, Line] | None:
    for index in range(article.start, min(article.body + BYLINE_REACH, article.end)):
        line, dated = layout.lines[index], layout.dates[index]
        if layout.reasons[index] == BYLINE and (name := _signed_name(line.text)):
            return name, line
        if dated is not None and layout.reasons[index] == DATE_LINE and (name := _beside_date(dated.rest)):
            return name, line
    return None


def _signed_name(text: str) -> str | None:
    return byline_name(text) or (text if is_person_name(text) else None)


def _beside_date(rest: str) -> str | None:
    """The name in what stands beside a date."""
    return byline_name(rest) or _signed_name(rest.partition(",")[0].strip())


def _from_head(layout: Layout) -> tuple[str, Line] | None:
    for line in layout.lines[: min(layout.body, HEAD_REACH)]:
        if len(line.text) <= _LONGEST and (name := _first_name(line, _HEAD_FORMS)):
            return name, line
    return None


def _from_title(layout: Layout, article: Article) -> tuple[str, Line] | None:
    if article.heading is None:
        return None
    line = layout.lines[article.heading]
    name = _first_name(line, (_OPINION_TITLE,))
    return (name, line) if name else None


def _from_end(layout: Layout, article: Article) -> tuple[str, Line] | None:
    lines = list(_last_lines(layout, article))
    for line in lines:
        if len(line.text) <= _LONGEST and (name := _first_name(line, (_INTRODUCED,))):
            return name, line
    for before, line in itertools.pairwise(lines):
        if _SIGNED.match(before.text) and is_person_name(line.text):
            return line.text, line
    return None


def _last_lines(layout: Layout, article: Article) -> Iterator[Line]:
    """The last lines of the text, and those that follow it at once, in order."""
    text = [index for index in range(article.start, article.end) if layout.kinds[index] is BlockKind.PARAGRAPH]
    if text:
        start = text[-min(len(text), END_REACH // 2)]
        yield from layout.lines[max(start, article.body) : min(text[-1] + END_REACH, article.end)]


def _first_name(line: Line, forms: tuple[re.Pattern[str], ...]) -> str | None:
    plain = fold(line.text)
    for form in forms:
        match = form.match(plain)
        if match and is_person_name(match["name"]):
            return line.text[match.start("name") : match.end("name")]
    return None
