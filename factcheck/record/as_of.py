"""The record as it stood on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import RunError
from factcheck.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Document, Intake, Section
    from factcheck.values import DateRange


def find_latest_date(documents: Sequence[Document]) -> DateRange | None:
    """The latest publication date of documents and their sections: what "now" is, since the clock enters nowhere.

    A date that only says "no later than" is none: the file may have been saved years after it was written.
    """
    dated = [when for document in documents for when in _dates(document) if when.first and when.last]
    return max(dated, key=lambda period: (period.last, period.first), default=None)


def read_as_of(intake: Intake, as_of: DateRange) -> Intake:
    """Leave out what was published after a day: whole documents, or sections with a date of their own.

    What is left out is listed as skipped; what has no date stays.

    Raises:
        RunError: all of it was published later.
    """
    kept: list[Document] = []
    late: list[Skipped] = []
    for document in intake.documents:
        sections = tuple(section for section in document.sections if not _is_after(section.published.value, as_of))
        if _is_after(document.published.value, as_of) or not sections:
            when = document.published.value or find_latest_date([document])
            late.append(Skipped(path=document.path, reason=f"published {when}, after {as_of}"))
        elif len(sections) < len(document.sections):
            late += _skip_sections(document, as_of)
            kept.append(replace(document, sections=sections))
        else:
            kept.append(document)
    if not kept:
        raise _nothing_yet(intake.documents, as_of)
    return replace(intake, documents=tuple(kept), skipped=(*intake.skipped, *late))


def _skip_sections(document: Document, as_of: DateRange) -> list[Skipped]:
    """What of a document came out later: sections without a heading are told by their dates alone."""
    late = [section for section in document.sections if _is_after(section.published.value, as_of)]
    return [
        Skipped(path=document.path, reason=f"{_name(section)} was published {section.published.value}, after {as_of}")
        for section in late
    ]


def _name(section: Section) -> str:
    return f"its section “{section.heading}”" if section.heading else "a section of it"


def _nothing_yet(documents: Sequence[Document], as_of: DateRange) -> RunError:
    """What to say where every document came out later: that is no record in which nothing was found."""
    earliest = min((when.first for document in documents for when in _dates(document) if when.first), default=None)
    hint = f"the earliest date of publication in it is {earliest}: give that day or a later one" if earliest else ""
    return RunError(f"nothing in the record had been published by {as_of}: there was nothing to look at", hint=hint)


def _dates(document: Document) -> list[DateRange]:
    dated = (document.published, *(section.published for section in document.sections))
    return [one.value for one in dated if one.value is not None]


def _is_after(published: DateRange | None, as_of: DateRange) -> bool:
    return (
        published is not None
        and published.first is not None
        and as_of.last is not None
        and published.first > as_of.last
    )
