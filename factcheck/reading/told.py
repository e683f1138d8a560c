"""Whose words a span is, where the user or the format of a file tells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.model import STATED_FILE, Attribution, SpokenSpan, VoiceKind
from factcheck.names import NameMatch, match_names
from factcheck.reading.turns import name_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.reading.name_book import NameBook
    from factcheck.values import Span


class Told:
    """The spans of a document whose speakers are told; what the user states comes before what the format tells."""

    def __init__(self, spoken: Iterable[SpokenSpan], book: NameBook) -> None:
        self.book = book
        ordered = sorted(spoken, key=lambda one: one.span)
        self._stated = _Row([one for one in ordered if one.source == STATED_FILE])
        self._told = _Row([one for one in ordered if one.source != STATED_FILE])

    def voice_of(self, span: Span, seen: Attribution) -> Attribution:
        """Return who asserts a span: whoever is told, else whom its text was seen to name.

        Where somebody tells what another said, the words are both's: neither may have them for evidence.
        """
        spoken = self._stated.first_over(span) or self._told.first_over(span)
        if spoken is None:
            return seen
        if not spoken.known:
            return Attribution(voice=VoiceKind.SELF, reason=f"somebody speaks whom {spoken.source} does not name")
        if spoken.speaker is None:
            return Attribution(reason=f"the document's own voice, as {spoken.source} states")
        name = spoken.speaker if spoken.source == STATED_FILE else name_label(spoken.speaker, self.book)
        if name is None:
            return Attribution(voice=VoiceKind.SELF, reason=f"“{spoken.speaker}” speaks, whoever that is")
        told = Attribution(voice=VoiceKind.NAMED, speaker=name, reason=f"{spoken.source} states the speaker")
        if spoken.source == STATED_FILE or not _names_another(seen, name):
            return told
        return replace(told, speaker=f"{seen.speaker} and {name}", reason=f"{seen.reason}, as {name} tells")


def _names_another(seen: Attribution, name: str) -> bool:
    """Whether a text names somebody else by name; "its accounts" have none, and are the speaker's to cite."""
    other = seen.speaker or ""
    return other[:1].isupper() and match_names(other, name) is NameMatch.DIFFERENT


class _Row:
    """Spans in the order of their starts; `_reach` is how far those so far go."""

    def __init__(self, spoken: list[SpokenSpan]) -> None:
        self._spoken = spoken
        self._reach = list(accumulate((one.span.end for one in spoken), max))

    def first_over(self, span: Span) -> SpokenSpan | None:
        """The first that shares a code point with a span: of those, the first that ends behind its start."""
        place = bisect_right(self._reach, span.start)
        found = self._spoken[place] if place < len(self._spoken) else None
        return found if found is not None and found.span.start < span.end else None
