"""Every quote held against the text that it is from, and against the passage that stands there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factcheck.index.packing import unpack_passage
from factcheck.model.recheck import Discrepancy
from factcheck.pipeline.surroundings import find_surroundings
from factcheck.report.fields import Way, tell_differences, write_way
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcheck.index.keeping import KeptPassage
    from factcheck.model import Outline
    from factcheck.report.json_text import Json
    from factcheck.report.rows import EvidenceRow


class Shelf(NamedTuple):
    """A document as it was read again, with its passages by their places where these are to be compared."""

    path: str
    text: str
    outline: Outline
    passages: Mapping[Span, KeptPassage] | None


class Cited(NamedTuple):
    """A quote, the claim that it is listed under, and its way in the report."""

    claim: str
    way: Way
    row: EvidenceRow


def check_quote(one: Cited, shelf: Shelf) -> list[Discrepancy]:
    """Return what of a quote is not as it stands in its document.

    Where passages are compared, who says it and where it stands in its file must be the same too.
    """
    tell = partial(Discrepancy, claim=one.claim, document=shelf.path)
    span = Span(one.row.start, one.row.end)
    if not stands_there(one.row, shelf.text):
        return list(_tell_misplaced(one, shelf.text, tell))
    prefix, suffix = find_surroundings(shelf.text, span)
    around: dict[str, Json] = {"prefix": one.row.prefix, "suffix": one.row.suffix}
    told = "this is not what stands around the quote"
    wrong = list(tell_differences(around, {"prefix": prefix, "suffix": suffix}, one.way, partial(tell, told=told)))
    return wrong if shelf.passages is None else [*wrong, *_check_passage(one, shelf, span, tell)]


def stands_there(row: EvidenceRow, text: str) -> bool:
    """Whether a quote stands in a text, to the character, where it is said to."""
    return 0 <= row.start < row.end and text[row.start : row.end] == row.quote


def _tell_misplaced(one: Cited, text: str, tell: Callable[..., Discrepancy]) -> Iterator[Discrepancy]:
    """Tell a quote that stands elsewhere from one that stands nowhere."""
    start = text.find(one.row.quote) if one.row.quote else -1
    if start >= 0:
        told = "the quote does not stand there, but elsewhere in the document"
        stands, found = (f"{first} to {last}" for first, last in _ends(one, start))
        yield tell(told=told, field=write_way((*one.way, "start")), stands=stands, found=found)
        return
    there = text[max(0, one.row.start) : max(0, one.row.end)]
    told = "the quote does not stand in the document"
    yield tell(told=told, field=write_way((*one.way, "quote")), stands=one.row.quote, found=there or None)


def _ends(one: Cited, start: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (one.row.start, one.row.end), (start, start + len(one.row.quote))


def _check_passage(one: Cited, shelf: Shelf, span: Span, tell: Callable[..., Discrepancy]) -> Iterator[Discrepancy]:
    passage = (shelf.passages or {}).get(span)
    if passage is None:
        told = "no passage of the document begins and ends there"
        yield tell(told=told, field=write_way(one.way), stands=one.row.quote)
        return
    found = _describe_passage(shelf.outline, passage)
    stands: dict[str, Json] = {name: getattr(one.row, name) for name in found}
    yield from tell_differences(stands, found, one.way, partial(tell, told="the passage is read otherwise"))


def _describe_passage(outline: Outline, passage: KeptPassage) -> dict[str, Json]:
    """What evidence has of its passage as it was read."""
    body = unpack_passage(passage.body)
    when = outline.sections[passage.section].published.value or outline.published.value
    mark = body.mark
    return {
        "published": when.edtf if when else None,
        "speaker": body.attribution.speaker,
        "attribution": body.attribution.reason,
        "page": mark.page if mark else None,
        "time": mark.time if mark else "",
        "row": mark.row if mark else None,
    }
