"""What words mean to the reading, as files: general English, and public life."""

from factcheck.lexicon.frames import Frame
from factcheck.lexicon.load import (
    Lexicon,
    kept_with_lexicon,
    load_lexicon,
    make_lexicon,
    read_tables,
    use_lexicon,
)
from factcheck.lexicon.phrases import PhraseTable
from factcheck.lexicon.scales import REACH, STEADY, Scale

__all__ = [
    "REACH",
    "STEADY",
    "Frame",
    "Lexicon",
    "PhraseTable",
    "Scale",
    "kept_with_lexicon",
    "load_lexicon",
    "make_lexicon",
    "read_tables",
    "use_lexicon",
]
