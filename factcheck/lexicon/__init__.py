"""What words mean to the reading, as files: general English, and public life."""

from factcheck.lexicon.load import Lexicon, PhraseTable, Role, Scale, load_lexicon

__all__ = ["Lexicon", "PhraseTable", "Role", "Scale", "load_lexicon"]
