"""How two proper names compare, as strings: persons by surname, bodies and places by their words."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.text import tokenize

_SMALL_WORDS: Final = frozenset({"the", "of", "for", "and", "in", "at", "a"})
_TITLES: Final = frozenset(
    "mr mrs ms miss sir dame lord lady dr prof professor cllr coun councillor rev baroness".split()
)


class NameMatch(StrEnum):
    """The outcome of holding one name against another."""

    SAME = "same"
    COMPATIBLE = "compatible"  # one is a shorter form of the other
    DIFFERENT = "different"


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The telling words of a name in lower case, without titles and small words."""
    return tuple(
        token.lower for token in tokenize(name) if token.lower not in _SMALL_WORDS and token.lower not in _TITLES
    )


@kept_with_lexicon
@lru_cache(maxsize=50_000)
def match_names(ours: str, theirs: str) -> NameMatch:
    """Compare two names. A shorter form is compatible; two longer ones must agree in every word.

    >>> match_names("Ann Lee", "Ms Lee").value, match_names("Eastmere City Council", "Eastmere").value
    ('compatible', 'compatible')
    >>> match_names("South Wessex", "North Wessex").value
    'different'
    """
    a, b = name_words(ours), name_words(theirs)
    if not a or not b:
        return NameMatch.DIFFERENT
    if a == b:
        return NameMatch.SAME
    if set(a) <= set(b) or set(b) <= set(a):
        return NameMatch.DIFFERENT if _are_two_persons(a, b) else NameMatch.COMPATIBLE
    if _is_initial(a, b) or _is_initial(b, a) or _is_short(a, b) or _is_short(b, a):
        return NameMatch.COMPATIBLE
    if _initials(a) == "".join(b) or _initials(b) == "".join(a):
        return NameMatch.SAME
    return NameMatch.DIFFERENT


def _is_initial(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name is the other with its first name cut to a letter: "J Hart" for "Jane Hart"."""
    if len(short) < 2 or len(full) < 2 or len(short[0]) != 1:  # noqa: PLR2004 - a first name and a surname
        return False
    return short[-1] == full[-1] and full[0].startswith(short[0])


def _is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name is the other with its first name in a short form: "Tom Hart" for "Thomas John Hart"."""
    if len(short) != 2 or len(full) < 2 or short[-1] != full[-1]:  # noqa: PLR2004 - a first name and a surname
        return False
    return short[0] in load_lexicon().public.short_names.get(full[0], frozenset())


def _are_two_persons(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names end in different surnames, as "Ann Lee" and "Ann Lee Smith" do; bodies' names may."""
    bodies = load_lexicon().public.body_words
    full = min(len(a), len(b)) > 1 and not bodies & {*a, *b}
    return full and a[-1] != b[-1]


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words) if len(words) > 2 else "-"  # noqa: PLR2004 - no acronym of two letters
