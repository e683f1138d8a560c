"""What words mean to the reading, as files: general English, and public life."""

from factcheck.lexicon.load import Lexicon, Scale, load_lexicon
from factcheck.lexicon.phrases import PhraseTable

__all__ = ["Lexicon", "PhraseTable", "Scale", "load_lexicon"]
