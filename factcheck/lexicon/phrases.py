"""Phrases that are looked up in a row of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.text import Token

Entries: TypeAlias = "dict[str | int, list[tuple[tuple[str | int, ...], str]]]"
"""Phrases as words with their labels, by the first of the words."""

_FIELDS: Final = {"text": 0, "lower": 1, "stem": 2}
"""The fields of a token by which phrases are compared, by their places in it."""


class PhraseTable:
    """Phrases by their first word, each with a label; finds the longest at each place of a token sequence.

    `by` says what is compared: "stem" (any form of a word), "lower" (the form in any case) or "text" (as written).
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], *, by: str = "stem") -> None:
        self._by = _FIELDS[by]
        self._phrases = tuple(phrases)
        self._made: Entries | None = None

    @property
    def _first(self) -> Entries:
        """The phrases by their first word, made when first looked at: most scales never are in a run."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> Entries:
        made: Entries = {}
        for phrase, label in self._phrases:
            words = tuple(token[self._by] for token in tokenize(phrase))
            if words:
                made.setdefault(words[0], []).append((words, label))
        for entries in made.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return made

    @property
    def first_words(self) -> frozenset[str]:
        """The words that phrases begin with, in the form in which they are compared."""
        return frozenset(map(str, self._first))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Yield (first token, token after the last, label) for each match, longest first at a place, no overlaps."""
        forms = [token[self._by] for token in tokens]
        first = self._first
        at = 0
        while at < len(forms):
            end = at + 1
            for words, label in first.get(forms[at], ()):
                if tuple(forms[at : at + len(words)]) == words:
                    end = at + len(words)
                    yield at, end, label
                    break
            at = end
