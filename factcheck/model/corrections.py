"""Corrections: what a document prints to put itself or another right, what the user states, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A correction as a document prints it; all spans count in the document's text.

    `wrong` is what it says was wrong, `right` what it puts in its place, `shared` what belongs to both ("the cost of
    the bridge"). `withdrawn` are passages that only quote what was wrong or speak of the correction itself: they are
    never evidence. It is `own` where it says that it corrects the article it stands in; else `titles`, `urls` and
    `days` are those of the article that it names. It `admits` it where it says outright that something was wrong.
    """

    span: Span
    section: int
    own: bool = False
    admits: bool = False
    withdrawn: tuple[Span, ...] = ()
    wrong: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()
    titles: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    days: tuple[DateRange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What the user states: that another document, at the path `by`, corrects this one, or this span of it."""

    by: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What became of a correction that stands in `document`: the passages that it retires, or why it retires none.

    `span` and `quote` are its own words; the quote is "" where the user states it and it is not known which they are.
    Passages are several where they are worded alike, or where the user states several sentences. `corrects` is the path
    of the document that holds them, or would have to hold them; "" where that is not known.
    """

    document: str
    span: Span
    quote: str
    published: DateRange | None = None
    stated: bool = False
    corrects: str = ""
    retired: tuple[Span, ...] = ()
    retired_quote: str = ""
    reason: str = ""
