"""Ordered scales of grades and states, as the lexicon files give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon.entries import dicts_of, examples_of, phrases_of, words_of
from factcheck.lexicon.phrases import PhraseTable
from factcheck.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.text import Token

STEADY: Final[Mapping[str, int | None]] = {"always": None, "year": 366, "month": 31, "day": 1, "never": 0}
"""Days for which a state on a scale holds at the least, by how the lexicon says it; None where nothing bounds them."""

REACH: Final = 8
"""Tokens between a word of rating and a grade that is also plain English: "was rated by the inspectors as good"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An ordered scale: `grades` from the worst to the best.

    `forms` are labelled with the levels they stand for, "low high", or with "" where they stand for none; `exact`
    ones have capitals and count only as written. A form that is not `free` counts only within `reach` tokens of one
    of `cues` (words of rating) or `things` (words of what bears a state), and, where the scale has `after`, right
    after one of these. `marks` are all words that can make a form count; `first_words` begin one, and `free_words` are
    the longest of each free one, in lower case. `kinds` are words that make another grade of it ("operating" loss). Two
    states contradict within `steady` days, None for any time; where `which`, of a thing that a further word tells
    apart. Where `each`, every one of `raters` gives a grade of its own.
    """

    name: str
    about: str
    bears: frozenset[str]
    grades: tuple[str, ...]
    cues: frozenset[str]
    things: frozenset[str]
    raters: frozenset[str]
    kinds: frozenset[str]
    after: frozenset[str]
    forms: PhraseTable
    exact: PhraseTable
    free: frozenset[str]
    free_words: frozenset[str]
    first_words: frozenset[str]
    marks: frozenset[str]
    leaving: PhraseTable
    reach: int
    steady: int | None
    each: bool
    which: bool
    unpriced: bool
    examples: tuple[tuple[str, str], ...]

    def name_levels(self, low: int, high: int) -> str:
        """Name a level, or the worst and the best of several: "good", "AA..AAA"."""
        return self.grades[low] if low == high else f"{self.grades[low]}..{self.grades[high]}"


class ScaleIndex:
    """Scales by the words that a sentence needs to have a grade of one: most sentences have none, told by look-ups."""

    def __init__(self, scales: Sequence[Scale]) -> None:
        self._scales = tuple(scales)
        self._begun: dict[str, set[int]] = {}
        self._marked: dict[str, set[int]] = {}
        for place, scale in enumerate(self._scales):
            for word in scale.first_words:
                self._begun.setdefault(word, set()).add(place)
            for word in scale.marks | scale.free_words:
                self._marked.setdefault(word, set()).add(place)

    def find(self, tokens: Sequence[Token]) -> list[Scale]:
        """Return the scales, in their order, of which a sentence may hold a form that counts."""
        words = {token.lower for token in tokens}
        marked = self._places(self._marked, words | {token.stem for token in tokens})
        return [self._scales[place] for place in sorted(marked & self._places(self._begun, words))] if marked else []

    @staticmethod
    def _places(index: Mapping[str, set[int]], words: set[str]) -> set[int]:
        return set().union(*(index[word] for word in words if word in index))


def make_scale(name: str, table: Mapping[str, object]) -> Scale:
    """Make a scale of its table in a lexicon file."""
    forms = dict(_forms(table))
    free = frozenset(form for level in _levels(table) for form in words_of(level, "free"))
    cues, things, raters = (_any_form(table, key) for key in ("cues", "things", "raters"))
    return Scale(
        name=name,
        about=str(table["about"]),
        bears=frozenset(words_of(table, "bears")),
        grades=_grades(table),
        cues=cues,
        things=things,
        raters=raters,
        kinds=frozenset(words_of(table, "kinds")),
        after=frozenset(words_of(table, "after")),
        forms=PhraseTable(((form, label) for form, label in forms.items() if not _has_capital(form)), by="lower"),
        exact=PhraseTable(((form, label) for form, label in forms.items() if _has_capital(form)), by="text"),
        free=free,
        free_words=frozenset(max(reversed(form.lower().split()), key=len) for form in free),
        first_words=frozenset(form.lower().split()[0] for form in forms),
        marks=cues | things | raters,
        leaving=phrases_of(table, "leaving"),
        reach=int(str(table.get("reach", REACH))),
        steady=STEADY[str(table["steady"])],
        each=bool(table.get("each", False)),
        which=bool(table.get("which", False)),
        unpriced=bool(table.get("unpriced", False)),
        examples=examples_of(table),
    )


def _grades(table: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(level["grade"]) for level in dicts_of(table, "levels"))


def _levels(table: Mapping[str, object]) -> list[dict[str, object]]:
    return [*dicts_of(table, "levels"), *dicts_of(table, "ranges")]


def _any_form(table: Mapping[str, object], key: str) -> frozenset[str]:
    """Words with their stems: a word of the text counts in any form."""
    words = words_of(table, key)
    return frozenset(words) | frozenset(map(stem, words))


def _has_capital(form: str) -> bool:
    return form != form.lower()


def _forms(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Every form of each level and range, in each of the patterns around it, with the levels it stands for.

    Forms that stand for nothing end the list, so that they win over a level's form of the same words.
    """
    grades = _grades(table)
    around = words_of(table, "around") or ["*"]
    for place, level in enumerate(dicts_of(table, "levels")):
        yield from ((form, f"{place} {place}") for form in _patterned(level, around))
    for level in dicts_of(table, "ranges"):
        label = f"{grades.index(str(level['worst']))} {grades.index(str(level['best']))}"
        yield from ((form, label) for form in _patterned(level, around))
    yield from ((form, "") for form in words_of(table, "never"))


def _patterned(level: Mapping[str, object], around: list[str]) -> list[str]:
    forms = [pattern.replace("*", form) for form in words_of(level, "forms") for pattern in around]
    return [*forms, *words_of(level, "free")]
