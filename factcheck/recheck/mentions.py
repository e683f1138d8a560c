"""What a report quotes beside its verdicts: corrections, what they retire, and a speaker's own words that differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model.recheck import Discrepancy
from factcheck.report.fields import tell_differences, write_way
from factcheck.report.nouns import to_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.fields import Way
    from factcheck.report.json_text import Json
    from factcheck.report.record_rows import OwnStatementRow
    from factcheck.report.rows import ReportRow


class Mention(NamedTuple):
    """Words of a document that are listed under no claim, and their way in the report."""

    document: str
    start: int
    end: int
    quote: str
    way: Way


def list_mentions(report: ReportRow) -> Iterator[Mention]:
    """Yield what is quoted of corrections and of own words; of passages that are worded alike, the first."""
    for place, one in enumerate(report.corrections):
        way: Way = ("corrections", place)
        yield Mention(one.document, one.start, one.end, one.quote, (*way, "quote"))
        first = one.retired[0] if one.retired else None
        if first or one.retired_quote:
            start, end = (first.start, first.end) if first else (0, 0)
            yield Mention(one.corrects, start, end, one.retired_quote, (*way, "retired_quote"))
    for way, said in _list_statements(report):
        if said.claim is None:
            yield Mention(said.document or "", said.start or 0, said.end or 0, said.words, (*way, "words"))


def check_mention(one: Mention, text: str) -> Iterator[Discrepancy]:
    """Yield that words do not stand in the text of their document where they are said to."""
    there = text[max(0, one.start) : max(0, one.end)]
    if there != one.quote:
        told = "the words do not stand there in the document"
        field = write_way(one.way)
        yield Discrepancy(told=told, field=field, document=one.document, stands=one.quote, found=there)


def check_told_beside(report: ReportRow) -> Iterator[Discrepancy]:
    """Yield what is told beside the verdicts that does not fit the claims, or has no day that can be read."""
    claims = {row.claim.id: row.claim for row in report.verdicts}
    for way, said in _list_statements(report):
        yield from _check_day(said.date, (*way, "date"))
        if said.claim is not None:
            claim = claims.get(said.claim)
            stands: dict[str, Json] = {"words": said.words, "date": said.date, "document": said.document}
            found: dict[str, Json] = (
                {"words": claim.text, "date": claim.date, "document": claim.source} if claim else dict.fromkeys(stands)
            )
            told = "the claim that it is has other words, another date or another source"
            yield from tell_differences(stands, found, way, partial(Discrepancy, told=told, claim=said.claim))
    for place, one in enumerate(report.corrections):
        yield from _check_day(one.published, ("corrections", place, "published"))
    for place, topic in enumerate(report.self_consistency):
        for number, pair in enumerate(topic.differences):
            if not 0 <= pair.first < pair.second < len(topic.statements):
                told = f"two of the {len(topic.statements)} statements, counted from 0, are to be named in their order"
                field = write_way(("self_consistency", place, "differences", number))
                yield Discrepancy(told=told, field=field, stands=f"{pair.first} and {pair.second}")


def _list_statements(report: ReportRow) -> Iterator[tuple[Way, OwnStatementRow]]:
    for place, topic in enumerate(report.self_consistency):
        for number, said in enumerate(topic.statements):
            yield ("self_consistency", place, "statements", number), said


def _check_day(written: str | None, way: Way) -> Iterator[Discrepancy]:
    try:
        to_period(written)
    except ValueError as error:
        yield Discrepancy(told=f"a date cannot be read: {error}", field=write_way(way), stands=written)
