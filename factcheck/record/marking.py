"""Which lines are furniture, and which are headings: the rules that look beyond one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.record.authors import is_byline, is_person_name
from factcheck.record.furniture import Extent
from factcheck.record.lines import PROSE_WORDS, ends_sentence, is_heading_like, is_prose
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.record.date_lines import DateLine
    from factcheck.record.furniture import FurnitureRule
    from factcheck.record.lines import Line

DATE_LINE: Final = "date line"
BYLINE: Final = "author/byline"
REPEATED: Final = "headline/repeated"
ABOVE_HEADLINE: Final = "menu/above-headline"
UNDER_HEADLINE: Final = "menu/under-headline"
BELOW_TEXT: Final = "menu/below-text"
SHORT_LINES: Final = "menu/short-lines"
TWEET_LINE: Final = "tweet/line"
TWEET_TEXT: Final = "tweet/text"

HEADLINE: Final = "headline"
SUBHEADING: Final = "subheading"

RESUME_LENGTH: Final = 80
"""Characters of each of two whole sentences in a row that show that the text goes on after teasers: a teaser
stands under its headline, or is cut off."""

MENU_RUN: Final = 3
"""Short lines in a row, none a sentence, that make a menu: a heading has no two fellows."""

MENU_WORDS: Final = 5
"""Words of the longest line of such a menu within the text."""

EARLY_TEXT: Final = 3
"""Sentences of text after which a bare "Comments" ends the article; before, it is a counter or a link."""

COMMENTS_REACH: Final = 6
"""Lines within which another sign of comments confirms an early "Comments"."""

BYLINE_REACH: Final = 3
"""Lines after the beginning of the text, or after a heading, in which a by-line may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page as far as its lines tell one by one: the lists run in parallel."""

    lines: list[Line]
    rules: list[FurnitureRule | None]
    dates: list[DateLine | None]
    headline: int | None
    body: int
    listing: bool

    def plain(self, index: int) -> bool:
        """Whether no rule of one line says that it is furniture."""
        return self.rules[index] is None and self.dates[index] is None


def mark_furniture(draft: Draft) -> list[str]:
    """Return for each line the name of the rule that makes it furniture, "" for the others."""
    marks = [_own_mark(draft, index) for index in range(len(draft.lines))]
    _mark_repeated(draft, marks)
    _mark_regions(draft, marks)
    _mark_tweets(draft, marks)
    _mark_bylines(draft, marks)
    if any(not mark and is_prose(line.text) for mark, line in zip(marks, draft.lines, strict=True)):
        _mark_top(draft, marks)
        _mark_runs(draft, marks)
        _mark_bottom(draft, marks)
    return marks


def mark_headings(draft: Draft, marks: Sequence[str]) -> list[str]:
    """Return for each line "headline" or "subheading" where it is one, "" for the others."""
    headings = ["" if marks[index] else _subheading(draft, index) for index in range(len(draft.lines))]
    for start, end in _runs(headings):
        if end - start >= MENU_RUN:
            headings[start:end] = [""] * (end - start)
    if draft.headline is not None:
        headings[draft.headline] = HEADLINE
    return headings


def _own_mark(draft: Draft, index: int) -> str:
    rule = draft.rules[index]
    if draft.dates[index] is not None:
        return DATE_LINE
    return rule.name if rule is not None else ""


def _mark_repeated(draft: Draft, marks: list[str]) -> None:
    if draft.headline is None:
        return
    headline = draft.lines[draft.headline].text
    key = fold_loosely(headline)
    for index, line in enumerate(draft.lines):
        if (
            index != draft.headline
            and abs(len(line.text) - len(headline)) <= len(headline)
            and fold_loosely(line.text) == key
        ):
            marks[index] = REPEATED


def _mark_regions(draft: Draft, marks: list[str]) -> None:
    """Mark what teasers, boxes and comments reach over; above the text they are single lines."""
    index, seen = draft.body, 0
    while index < len(marks):
        rule = draft.rules[index]
        if rule is None:
            seen += draft.plain(index) and is_prose(draft.lines[index].text)
        end = _region_end(draft, index, seen=seen) if rule is not None else index + 1
        if rule is not None and end > index + 1:
            for inner in range(index, end):
                marks[inner] = rule.name if draft.dates[inner] or not marks[inner] else marks[inner]
        index = end


def _region_end(draft: Draft, start: int, *, seen: int) -> int:
    rule = draft.rules[start]
    if rule is None or rule.extent is Extent.LINE:
        return start + 1
    if rule.extent is Extent.TO_END and not draft.listing:
        early = seen < EARLY_TEXT and not _comments_follow(draft, start)
        return start + 1 if early else len(draft.lines)
    for index in range(start + 1, len(draft.lines)):
        inner = draft.rules[index]
        if inner is not None and inner.extent is Extent.TO_END and not draft.listing:
            return len(draft.lines)
        if _resumes(draft, index):
            return _with_heading(draft, index, after=start) if draft.listing else index
    return len(draft.lines)


def _comments_follow(draft: Draft, start: int) -> bool:
    following = draft.rules[start + 1 : start + 1 + COMMENTS_REACH]
    return any(rule is not None and rule.extent is Extent.TO_END for rule in following)


def _resumes(draft: Draft, index: int) -> bool:
    """Whether text goes on here: two whole sentences of some length with nothing plain between them."""
    if not _is_full(draft, index):
        return False
    following = next(
        (after for after in range(index + 1, min(index + 4, len(draft.lines))) if draft.plain(after)), None
    )
    return following is not None and _is_full(draft, following)


def _is_full(draft: Draft, index: int) -> bool:
    text = draft.lines[index].text
    return draft.plain(index) and len(text) >= RESUME_LENGTH and ends_sentence(text)


def _with_heading(draft: Draft, index: int, *, after: int) -> int:
    """Step back over the heading, date and by-line under which the text of the next article begins."""
    start = index
    while start - 1 > after and index - start < BYLINE_REACH:
        line = draft.lines[start - 1].text
        if (
            draft.dates[start - 1] is None
            and not is_byline(line)
            and not (draft.plain(start - 1) and is_heading_like(line))
        ):
            break
        start -= 1
    return start


def _mark_tweets(draft: Draft, marks: list[str]) -> None:
    """Mark the line above a tweet's signature: somebody's tweet is not the page's own voice."""
    for index in range(1, len(marks)):
        signed = marks[index] == TWEET_LINE and draft.lines[index].text.lstrip().startswith(("—", "–", "-"))
        if signed and not marks[index - 1]:
            marks[index - 1] = TWEET_TEXT


def _mark_bylines(draft: Draft, marks: list[str]) -> None:
    since = 0
    for index, line in enumerate(draft.lines):
        if index > draft.body and not marks[index]:
            since = 0 if is_heading_like(line.text) and not is_byline(line.text) else since + 1
        named = (draft.headline or index) < index < draft.body and is_person_name(line.text)
        if not marks[index] and since <= BYLINE_REACH and (named or is_byline(line.text)):
            marks[index] = BYLINE


def _mark_top(draft: Draft, marks: list[str]) -> None:
    """Mark short lines above the text, other than the headline."""
    above = draft.headline if draft.headline is not None else draft.body
    for index in range(draft.body):
        text = draft.lines[index].text
        if marks[index] or index == draft.headline or text.startswith("#"):
            continue
        short = len(text.split()) < PROSE_WORDS
        if index < above and (short or not ends_sentence(text)):
            marks[index] = ABOVE_HEADLINE
        elif index > above and short and not ends_sentence(text):
            marks[index] = UNDER_HEADLINE


def _mark_runs(draft: Draft, marks: list[str]) -> None:
    """Mark menus within the text: several short lines in a row that hold no figure and no sentence."""
    short = ["" if marks[index] else _menu_entry(draft, index) for index in range(len(marks))]
    for start, end in _runs(short):
        if end - start >= MENU_RUN:
            marks[start:end] = short[start:end]


def _menu_entry(draft: Draft, index: int) -> str:
    text = draft.lines[index].text
    entry = index > draft.body and is_heading_like(text) and len(text.split()) <= MENU_WORDS
    return SHORT_LINES if entry and not any(char.isdigit() or char == ":" for char in text) else ""


def _mark_bottom(draft: Draft, marks: list[str]) -> None:
    """Mark the labels, links and cut-off teasers that stand below the last sentence of the text."""
    for index in range(len(marks) - 1, draft.body, -1):
        text = draft.lines[index].text
        if not marks[index] and not is_heading_like(text) and not _is_cut_off(draft, index):
            return
        if not marks[index]:
            marks[index] = BELOW_TEXT


def _is_cut_off(draft: Draft, index: int) -> bool:
    """Whether a line is half a sentence under a headline, as teasers are."""
    text = draft.lines[index].text
    whole = ends_sentence(text) or is_prose(text) or text.endswith((":", ";", ","))
    return not whole and text[0].isalnum() and is_heading_like(draft.lines[index - 1].text)


def _runs(names: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of lines that have a name, as start and end."""
    found, start = [], None
    for index, name in enumerate([*names, ""]):
        if name and start is None:
            start = index
        elif not name and start is not None:
            found.append((start, index))
            start = None
    return found


def _subheading(draft: Draft, index: int) -> str:
    text = draft.lines[index].text
    return SUBHEADING if (index >= draft.body or text.startswith("#")) and is_heading_like(text) else ""
