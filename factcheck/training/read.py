"""What the project reads in a sentence that stands alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.lexicon import kept_with_lexicon
from factcheck.reading.name_book import build_name_book
from factcheck.reading.names import find_names
from factcheck.reading.periods import Anchor
from factcheck.reading.sentence import Setting, read_sentence
from factcheck.text import tokenize

if TYPE_CHECKING:
    from factcheck.model import Reading


@kept_with_lexicon
@lru_cache(maxsize=50_000)
def read_alone(text: str) -> Reading:
    """Return what is found in a sentence, with spans in it; dates have no day to resolve against."""
    names = tuple(find_names(tokenize(text), text, build_name_book(text, ())))
    return read_sentence(text, Setting(anchor=Anchor(None, ""), names=names))
