"""What words mean to the reading, as files: general English, and public life."""

from factcheck.lexicon.load import Lexicon, PhraseTable, Scale, load_lexicon

__all__ = ["Lexicon", "PhraseTable", "Scale", "load_lexicon"]
