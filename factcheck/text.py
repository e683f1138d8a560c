"""Text as the stages compare it: folded presentation, tokens, stems. Offsets never move."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

import Stemmer

_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t", " "),
    },
)

_TOKEN: Final = re.compile(
    r"(?:(?:US|AU?|CA?|NZ)?\$|[£€₹¥])?\d+(?:[.,]\d+)*(?:%|[A-Za-z]+)?"  # figures with their sign, scale or suffix
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*",  # words; a hyphen parts them
)

_APART: Final = {
    word: base
    for base, words in {
        "department": "department departments departmental",
        "organisation": "organisation organisations organization organizations organisational",
        "university": "university universities",
        "important": "important importance importantly",
        "experiment": "experiment experiments experimental",
        "policy": "policy policies",
        "officer": "officer officers",
        "international": "international internationally",
    }.items()
    for word in words.split()
}
"""Words that the stemmer would merge with words of another meaning: department and depart, policy and police."""

_snowball = Stemmer.Stemmer("english", 20_000)


class Token(NamedTuple):
    """A word or figure with its place in the text; `lower` is folded and without a possessive ending."""

    text: str
    lower: str
    stem: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def fold(text: str) -> str:
    """Fold curly quotes, dashes and odd spaces to their plain forms, one code point for one.

    >>> fold("“Fine – so”")
    '"Fine - so"'
    """
    return text.translate(_FOLDED)


def fold_loosely(text: str) -> str:
    """Fold presentation, case and runs of white space: the form in which two wordings are compared."""
    return " ".join(fold(text).casefold().split())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball (English) stem of a lower-case word."""
    return _APART.get(word) or str(_snowball.stemWord(word))


@lru_cache(maxsize=50_000)
def _word(text: str) -> tuple[str, str]:
    lower = fold(text).lower()
    lower = lower.removesuffix("'s")
    return lower, stem(lower)


@lru_cache(maxsize=8192)
def tokenize(text: str) -> tuple[Token, ...]:
    """Return the words and figures of a text in order.

    >>> [token.lower for token in tokenize("The council’s £49million gap")]
    ['the', 'council', '£49million', 'gap']
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        lower, stemmed = _word(match[0])
        tokens.append(Token(match[0], lower, stemmed, match.start(), match.end()))
    return tuple(tokens)
