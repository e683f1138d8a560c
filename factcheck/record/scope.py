"""The part of a record that is looked at: as it stood on a day, of a period, of some publishers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import RunError
from factcheck.model import Skipped
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Outline, Scope, SectionOutline
    from factcheck.values import DateRange


def find_latest_date(documents: Iterable[Outline]) -> DateRange | None:
    """The latest publication date of documents and their sections: what "now" is, since the clock enters nowhere.

    A date that only says "no later than" is none: the file may have been saved years after it was written.
    """
    dated = [when for document in documents for when in _dates(document) if when.first and when.last]
    return max(dated, key=lambda period: (period.last, period.first), default=None)


def narrow(documents: Sequence[Outline], scope: Scope) -> tuple[list[Outline], list[Skipped]]:
    """Leave out what a scope does not take in: whole documents, or sections with a date of their own.

    What is left out is listed with the reason. The speakers of a scope are of passages, and leave nothing out here.

    Raises:
        RunError: nothing would be left.
    """
    kept: list[Outline] = []
    left: list[Skipped] = []
    for document in documents:
        reason = _leave_out(document, scope)
        if reason:
            left.append(Skipped(path=document.path, reason=reason))
            continue
        reasons = [_leave_out_section(section, document, scope) for section in document.sections]
        sections = tuple(one for one, why in zip(document.sections, reasons, strict=True) if not why)
        if sections:
            kept.append(document if len(sections) == len(reasons) else replace(document, sections=sections))
            told = [f"{_name(one)} was {why}" for one, why in zip(document.sections, reasons, strict=True) if why]
        else:
            told = [max(reasons, default="without a section")]
        left += [Skipped(path=document.path, reason=why) for why in told]
    if not kept:
        raise _nothing_left(documents, scope)
    return kept, left


def _leave_out(document: Outline, scope: Scope) -> str:
    """Why a whole document is left out, "" where it is not."""
    if scope.publishers is not None and fold_loosely(document.publisher.value or "") not in scope.publishers:
        return f"published by {document.publisher.value or 'nobody that is told'}, which was not asked for"
    late = document.published.value
    return f"published {late}, after {scope.as_of}" if late and _is_after(late, scope.as_of) else ""


def _leave_out_section(section: SectionOutline, document: Outline, scope: Scope) -> str:
    """Why a section is left out, "" where it is not: by its own date, or else that of its document."""
    own = section.published.value
    if own and _is_after(own, scope.as_of):
        return f"published {own}, after {scope.as_of}"
    when = own or document.published.value
    if when is None:
        return "not dated, and a period was asked for" if scope.since or scope.until else ""
    if scope.since and _is_after(scope.since, when):
        return f"published {when}, before {scope.since}"
    return f"published {when}, after {scope.until}" if _is_after(when, scope.until) else ""


def _name(section: SectionOutline) -> str:
    return f"its section “{section.heading}”" if section.heading else "a section of it"


def _nothing_left(documents: Sequence[Outline], scope: Scope) -> RunError:
    """What to say where every document is left out: that is no record in which nothing was found."""
    earliest = min((when.first for document in documents for when in _dates(document) if when.first), default=None)
    if scope.as_of and not (scope.since or scope.until or scope.publishers):
        hint = f"the earliest date of publication in it is {earliest}: give that day or a later one" if earliest else ""
        told = f"nothing in the record had been published by {scope.as_of}: there was nothing to look at"
        return RunError(told, hint=hint)
    hint = "factcheck record stats shows what it covers"
    return RunError("nothing in the record fits the period and the publishers: there was nothing to look at", hint=hint)


def _dates(document: Outline) -> list[DateRange]:
    dated = (document.published, *(section.published for section in document.sections))
    return [one.value for one in dated if one.value is not None]


def _is_after(when: DateRange, end: DateRange | None) -> bool:
    return when.first is not None and end is not None and end.last is not None and when.first > end.last
