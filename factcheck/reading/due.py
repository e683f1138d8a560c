"""Predictions by their time: one whose time has come can be checked by its outcome."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.lexicon import load_lexicon
from factcheck.model import Force
from factcheck.text import fold, tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from factcheck.model import Part
    from factcheck.values import DateRange


def look_whether_due(part: Part, as_of: DateRange | None) -> Part:
    """Return a part as it is to be checked on a day: a prediction for a time that is over, by its outcome.

    What somebody only means to do is not foretold, and is not borne out or refuted by what came of it. A
    prediction without a time, or for one that the record does not reach, stays a prediction; `note` says so.
    """
    reading = part.reading
    if reading.force is not Force.PREDICTED or not _foretells(reading.cue) or reading.period is None:
        return part
    if reading.period.last is None or as_of is None or as_of.last is None or reading.period.last > as_of.last:
        reach = f"the record reaches to {as_of}" if as_of else "the record has no dates"
        return replace(part, note=f"for {reading.period}, and {reach}")
    cue = _find_cue(reading.text, reading.cue)
    read = replace(
        reading,
        force=Force.DUE,
        terms=tuple(term for term in reading.terms if not cue.overlaps(term.span)),
        topic=tuple(term for term in reading.topic if not cue.overlaps(term.span)),
    )
    keys = frozenset(term.key for term in reading.terms if cue.overlaps(term.span))
    kept = frozenset(term.key for term in read.terms)
    return replace(
        part,
        reading=replace(read, keys=reading.keys - (keys - kept)),
        note=f"a prediction whose time has come: “{reading.cue}”, {reading.period}",
    )


def _foretells(cue: str) -> bool:
    return next(iter(load_lexicon().manner.foretelling.find(tokenize(cue))), None) is not None


def _find_cue(text: str, cue: str) -> Span:
    start = fold(text).lower().find(fold(cue).lower())
    return Span(start, start + len(cue)) if start >= 0 else Span(0, 0)
