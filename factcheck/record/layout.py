"""What each line of a page is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import BlockKind
from factcheck.record.article_rules import ARTICLE_RULES, LISTING_RULE
from factcheck.record.date_lines import DateLine, is_bare_label, prefix_end, read_date_line
from factcheck.record.furniture import RuleBook
from factcheck.record.headline import find_body, find_headline
from factcheck.record.lines import Line, find_lines
from factcheck.record.marking import Draft, mark_furniture, mark_headings
from factcheck.record.page_rules import PAGE_RULES
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The lines of a page with their purposes; the sequences run in parallel.

    `reasons` names the rule that made a line furniture or a heading, "" for text; `dates` holds what a date
    line says. `headline` is the line of the headline, None where there is none; `body` the line where the
    running text begins; `listing` says that the page calls itself an archive or a list of articles.
    """

    lines: tuple[Line, ...]
    kinds: tuple[BlockKind, ...]
    reasons: tuple[str, ...]
    dates: tuple[DateLine | None, ...]
    headline: int | None
    body: int
    listing: bool

    def indexes(self, kind: BlockKind) -> list[int]:
        """The lines of one kind, in order."""
        return [index for index, found in enumerate(self.kinds) if found is kind]


@cache
def rule_book() -> RuleBook:
    """Every furniture rule that looks at one line, in order of precedence; compiled when first asked for."""
    return RuleBook((*ARTICLE_RULES, *PAGE_RULES))


def lay_out(text: str) -> Layout:
    """Find the lines of a text and what each is for."""
    lines = [part for line in find_lines(text) for part in _part_date(line)]
    book = rule_book()
    dates = _read_dates(lines)
    rules = [None if date else book.match(line.text) for line, date in zip(lines, dates, strict=True)]
    plain = [rule is None and date is None for rule, date in zip(rules, dates, strict=True)]
    body = find_body(lines, plain=plain)
    draft = Draft(
        lines=lines,
        rules=rules,
        dates=dates,
        headline=find_headline(lines[:body], plain=plain, dates=dates, after=lines[body : body + 1]),
        body=body,
        listing=any(rule is not None and rule.name == LISTING_RULE for rule in rules[:body]),
    )
    furniture = mark_furniture(draft)
    headings = mark_headings(draft, furniture)
    return _layout(draft, furniture=furniture, headings=headings)


def _read_dates(lines: list[Line]) -> list[DateLine | None]:
    """What each line says as a date line; a label on the line above belongs to it."""
    dates: list[DateLine | None] = []
    label = ""
    for line in lines:
        dates.append(read_date_line(f"{label} {line.text}" if label else line.text))
        label = line.text if is_bare_label(line.text) else ""
    return dates


def _part_date(line: Line) -> Iterator[Line]:
    """Part a labelled date from the text that it opens, each a line of its own."""
    end = prefix_end(line.text)
    if not end:
        yield line
        return
    head = line.text[:end].rstrip()
    for start, text, gap in ((0, head, line.gap), (end, line.text[end:], False)):
        begin = line.span.start + start
        yield Line(span=Span(begin, begin + len(text)), text=text, number=line.number, gap=gap)


def _layout(draft: Draft, *, furniture: list[str], headings: list[str]) -> Layout:
    kinds = [
        BlockKind.FURNITURE if mark else BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        for mark, heading in zip(furniture, headings, strict=True)
    ]
    return Layout(
        lines=tuple(draft.lines),
        kinds=tuple(kinds),
        reasons=tuple(mark or heading for mark, heading in zip(furniture, headings, strict=True)),
        dates=tuple(draft.dates),
        headline=draft.headline,
        body=draft.body,
        listing=draft.listing,
    )
