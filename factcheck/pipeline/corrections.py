"""Corrections tied to the passages that they retire: one passage with certainty, or none, and why."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from factcheck.link import Content, find_stating, has_value
from factcheck.model import STATED_FILE, Correction
from factcheck.text import fold_loosely
from factcheck.values import Span, Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.index.view import View
    from factcheck.model import Hit, Notice, Outline, Passage
    from factcheck.values import DateRange

_SCHEME: Final = re.compile(r"\A(?:https?://)?(?:www\.)?", re.IGNORECASE)

_QUOTED: Final = "quoted by a correction as what was wrong, or speaks of the correction itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What corrections took out of a record: `spans` by the paths of documents, each with why it does not count."""

    corrections: tuple[Correction, ...] = ()
    spans: Mapping[str, Sequence[tuple[Span, str]]] = field(default_factory=dict)

    def why(self, passage: Passage) -> str:
        """Return by which correction a passage was withdrawn, "" where none did."""
        found = (why for span, why in self.spans.get(passage.document, ()) if span.overlaps(passage.span))
        return next(found, "")


NOTHING: Final = Withdrawn()
"""What is withdrawn from a record that has no corrections."""


def settle_corrections(view: View, outlines: Sequence[Outline]) -> Withdrawn:
    """Tie the corrections that some documents print, or that the user states, to passages of these documents.

    One is tied only where the document that it corrects is known, says what it calls wrong in one wording and does not
    yet say what is right: a passage that is retired wrongly is evidence that nobody sees.
    """
    if not any(outline.notices or outline.corrected for outline in outlines):
        return NOTHING
    desk = _Desk(view, {outline.path: outline for outline in outlines})
    corrections = [*desk.settle_stated()]
    spans: dict[str, list[tuple[Span, str]]] = {}
    for outline in outlines:
        for notice in desk.list_notices(outline):
            spans.setdefault(outline.path, []).extend((span, _QUOTED) for span in notice.withdrawn)
            corrections.extend(desk.settle(outline, notice))
    for one in corrections:
        spans.setdefault(one.corrects, []).extend((span, _tell(one)) for span in one.retired)
    corrections.sort(key=lambda one: (one.document, one.span, one.corrects, one.retired))
    return Withdrawn(corrections=tuple(corrections), spans={path: sorted(some) for path, some in spans.items()})


def _tell(correction: Correction) -> str:
    """By which correction a passage was retired, with its words."""
    when = f", {correction.published}" if correction.published else ""
    states = f", as {STATED_FILE} states" if correction.stated else ""
    quote = f": “{correction.quote}”" if correction.quote else ""
    return f"corrected by {correction.document}{when}{states}{quote}"


class _Desk:
    """The documents that are looked at by path, with what was read in those that a correction leads to."""

    def __init__(self, view: View, outlines: Mapping[str, Outline]) -> None:
        self._view = view
        self._outlines = outlines
        self._names = _Names(outlines.values())
        self._hits: dict[str, list[Hit]] = {}
        self._bodies: dict[tuple[str, int | None], list[Hit]] = {}
        self._led: dict[str, list[str]] = {}
        for outline in outlines.values():
            for stated in outline.corrected:
                if stated.span is None:
                    self._led.setdefault(stated.by, []).append(outline.path)

    def list_notices(self, outline: Outline) -> list[Notice]:
        """The corrections of a document in those of its sections that are looked at."""
        spans = [section.span for section in outline.sections]
        return [notice for notice in outline.notices if any(span.contains(notice.span) for span in spans)]

    def settle_stated(self) -> Iterator[Correction]:
        """Yield the corrections of passages that the user states."""
        for outline in self._outlines.values():
            for stated in outline.corrected:
                by = self._outlines.get(stated.by)
                if by is None:
                    continue
                notices = self.list_notices(by)
                if stated.span is None:
                    if not notices:
                        reason = f"what is wrong is not said in it: state the passage in {STATED_FILE}"
                        yield replace(_begin(by, Span(0, 0), "", outline.path), stated=True, reason=reason)
                    continue
                span = notices[0].span if len(notices) == 1 else Span(0, 0)
                begun = _begin(by, span, span.of(self._view[by.path].text), outline.path)
                hits = [hit for hit in self._list(outline.path) if hit.passage.span.overlaps(stated.span)]
                yield _retire(replace(begun, stated=True), hits)

    def settle(self, outline: Outline, notice: Notice) -> Iterator[Correction]:
        """Yield what becomes of a correction that a document prints: one for each document in which it retires."""
        begun = _begin(outline, notice.span, notice.span.of(self._view[outline.path].text), "")
        targets = list(self._find_targets(outline, notice))
        if len(targets) == 1:
            begun = replace(begun, corrects=targets[0])
        ours = self._list_within(outline.path, notice.span)
        wrong, right = _read_wrong(notice, ours), Content.of(notice.right, ours)
        reason = _find_obstacle(notice, targets)
        section = {outline.path: notice.section}
        there = {path: self._list_body(path, section.get(path)) for path in targets} if not reason else {}
        stating = {path: found for path, hits in there.items() if (found := find_stating(wrong, hits))}
        wordings = {fold_loosely(hit.passage.text) for found in stating.values() for hit in found}
        if not reason and len(wordings) != 1:
            many = f"{len(wordings)} passages say" if wordings else "no passage says"
            reason = f"{many} what it calls wrong, in so many words"
        if not reason and any(has_value(right.values - wrong.values, there[path]) for path in stating):
            reason = "the text that it corrects says what is right already"
        if reason:
            yield replace(begun, reason=reason)
            return
        for path, found in stating.items():
            yield _retire(replace(begun, corrects=path), found)

    def _list(self, path: str) -> list[Hit]:
        if path not in self._hits:
            self._hits[path] = self._view.list_passages(path)
        return self._hits[path]

    def _list_within(self, path: str, span: Span) -> list[Hit]:
        """The passages of a document that lie in a span."""
        hits = self._list(path)
        first = bisect_left(hits, span.start, key=lambda hit: hit.passage.span.start)
        last = bisect_left(hits, span.end, key=lambda hit: hit.passage.span.start)
        return hits[first:last]

    def _list_body(self, path: str, section: int | None) -> list[Hit]:
        """The passages of a document, or of one of its sections, outside its corrections."""
        if (path, section) not in self._bodies:
            notices = Taken(notice.span for notice in self._outlines[path].notices)
            mine = [hit for hit in self._list(path) if section in {None, hit.passage.section}]
            self._bodies[path, section] = [hit for hit in mine if not notices.overlaps(hit.passage.span)]
        return self._bodies[path, section]

    def _find_targets(self, outline: Outline, notice: Notice) -> Iterator[str]:
        """The documents that a correction may correct: its own, those that it names, those that the user states."""
        if notice.own:
            yield outline.path
        elif outline.path in self._led:
            yield from self._led[outline.path]
        elif not (notice.titles or notice.urls or notice.days):
            yield outline.path
        else:
            named = (one for one in self._names.find(notice) if one is not outline and _is_named(one, notice, outline))
            yield from (one.path for one in named if not _is_later(one.published.value, outline.published.value))


class _Names:
    """The documents by what a correction may call them: address, title or heading, and day."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self._called: dict[object, dict[str, Outline]] = {}
        for outline in outlines:
            for name in (*_list_titles(outline), *_list_days(outline), _clean(outline.url.value or "")):
                self._called.setdefault(name, {})[outline.path] = outline

    def find(self, notice: Notice) -> list[Outline]:
        """Those that a correction may mean, in the order of their paths."""
        names = [_clean(url) for url in notice.urls] or [fold_loosely(one) for one in notice.titles] or notice.days
        found = {path: outline for name in names for path, outline in self._called.get(name, {}).items()}
        return [found[path] for path in sorted(found)]


def _list_titles(outline: Outline) -> set[str]:
    return {fold_loosely(title) for title in (outline.title.value, *(one.heading for one in outline.sections)) if title}


def _list_days(outline: Outline) -> set[DateRange]:
    dates = (outline.published.value, *(one.published.value for one in outline.sections))
    return {date for date in dates if date}


def _find_obstacle(notice: Notice, targets: Sequence[str]) -> str:
    """Why a correction cannot retire anything, before any passage is looked at, "" where it may."""
    if not notice.wrong:
        return "it does not say what was wrong"
    if not (notice.right or notice.admits):
        return "it does not say that it was wrong"
    return "" if targets else "what it corrects is no document of the record, or none that is certain"


def _begin(outline: Outline, span: Span, quote: str, corrects: str) -> Correction:
    dates = (one.published.value for one in outline.sections if one.span.contains(span))
    when = next(dates, None) or outline.published.value
    return Correction(document=outline.path, span=span, quote=quote, published=when, corrects=corrects)


def _retire(correction: Correction, hits: Sequence[Hit]) -> Correction:
    spans = tuple(sorted(hit.passage.span for hit in hits))
    if not spans:
        return replace(correction, reason="what it corrects is no passage: a heading, or page furniture")
    quote = min(hits, key=lambda hit: hit.passage.span).passage.text
    return replace(correction, retired=spans, retired_quote=quote)


def _read_wrong(notice: Notice, hits: Sequence[Hit]) -> Content:
    wrong = Content.of(notice.wrong, hits)
    return Content.of(notice.shared, hits).with_values_of(wrong) if notice.shared else wrong


def _is_named(other: Outline, notice: Notice, outline: Outline) -> bool:
    """Whether a correction names a document by all that it tells of it: its address, or its title and its day.

    A day names one only among what one publisher brought out.
    """
    if notice.urls:
        return _clean(other.url.value or "") in {_clean(url) for url in notice.urls}
    ours, theirs = (fold_loosely(one.publisher.value or "") for one in (outline, other))
    if notice.titles and not _list_titles(other) & {fold_loosely(title) for title in notice.titles}:
        return False
    if ours != theirs if ours and theirs else not notice.titles:
        return False
    if not notice.days:
        return bool(notice.titles)
    dates = _list_days(other)
    return bool(dates & set(notice.days)) if dates else bool(notice.titles)


def _clean(url: str) -> str:
    """An address without what does not tell two pages apart."""
    return re.split(r"[?#]", _SCHEME.sub("", url.strip()), maxsplit=1)[0].rstrip("/.,;:").lower() or "?"


def _is_later(when: DateRange | None, than: DateRange | None) -> bool:
    """Whether something came out after a correction, which then cannot be of it."""
    return bool(when and than and when.first and than.last and when.first > than.last)
