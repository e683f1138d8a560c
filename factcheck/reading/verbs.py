"""Which words of a sentence its clauses may rest on: finite verbs, told by their forms and by what follows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.text import Token

DETERMINERS: Final = frozenset(
    """a an the this these those his her its their our my your no every each all both some any another half many
    several""".split()
)
"""Words that begin what a verb is done to."""

_OBJECTS: Final = frozenset("it them him us me everything nothing something everyone everybody one".split())
PLACING: Final = frozenset(
    """of in on at by for with about against between into through during before after to from up down out off over
    under again across among as until since without within back away twice once together never then that""".split()
)
"""Words that may follow a verb and begin no object."""

_NOW: Final = frozenset(
    """is are has have do does isn't aren't hasn't haven't don't doesn't will shall can may must should won't can't
    cannot shouldn't""".split()
)
_NUMERIC: Final = "£$€0123456789"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words of one sentence, asked whether they are verbs by their places."""

    text: str
    tokens: Sequence[Token]

    def is_auxiliary(self, at: int) -> bool:
        """Whether the word helps another verb, or stands for one: was, has, did, will, but not May or Will."""
        token = self.tokens[at]
        return (self._is("auxiliary", at) and not (at and token.capital)) or token.lower.endswith("'ll")

    def is_modal(self, at: int) -> bool:
        """Whether it leaves what follows undone or unsaid by its form: will, did."""
        return self._is("modal", at) or self.tokens[at].lower.endswith("'ll")

    def is_now(self, at: int) -> bool:
        """Whether it speaks of the present or of what is to come: is, has, will, serves."""
        word = self.tokens[at].lower
        return word in _NOW or word.endswith("'ll") or self._is("present", at) or self.may_be_present(at)

    def is_plain(self, at: int) -> bool:
        """Whether its form is a finite verb's and nothing else's."""
        return self.is_auxiliary(at) or self._is("past", at) or self._is("intransitive", at)

    def is_verb(self, at: int) -> bool:
        """Whether it may be a finite verb, where it stands."""
        if self.is_plain(at):
            return True
        token = self.tokens[at]
        if (token.capital and at) or self._follows_determiner(at):
            return False
        known = any(self._is(kind, at) for kind in ("either", "same", "present"))
        return known or (self._ends_in_ed(at) and not self._adjective(at))

    def may_be_present(self, at: int) -> bool:
        """Whether it may be a form of the present that no list holds: "teaches the"."""
        word = self.tokens[at].lower
        if not word.endswith("s") or word.endswith(("ss", "us", "'s")) or self.tokens[at].capital:
            return False
        followed = self._goes_on(at) and self.tokens[at + 1].lower in DETERMINERS
        return followed and not self._follows_determiner(at)

    def is_participle(self, at: int) -> bool:
        """Whether it may follow “was” or “has”."""
        if self.tokens[at].capital:
            return False
        known = any(self._is(kind, at) for kind in ("participle", "either", "same"))
        return known or (self._ends_in_ed(at) and not self._adjective(at))

    def is_bare(self, at: int) -> bool:
        """Whether its past form is its base form too."""
        return self._is("same", at)

    def is_active(self, at: int) -> bool:
        """Whether it is seldom done to anybody."""
        return self._is("active", at) or self._is("intransitive", at)

    def may_be_adjective(self, at: int) -> bool:
        """Whether it may say what something is like: "new and improved"."""
        return self._adjective(at)

    def takes_no_object(self, at: int) -> bool:
        """Whether nothing is done to anything: resigned, fell."""
        return self._is("intransitive", at)

    def has_object(self, at: int) -> bool:
        """Whether what it is done to follows right behind: a determiner, a figure, a pronoun or a name."""
        after = at + 1
        if not self._goes_on(at):
            return False
        token = self.tokens[after]
        return (
            token.lower in DETERMINERS
            or token.lower in _OBJECTS
            or token.text[0] in _NUMERIC
            or token.lower in load_lexicon().numerals.units
            or token.capital
        )

    def goes_on_as_a_verb(self, at: int) -> bool:
        """Whether what follows may follow a verb: an object, a preposition, an adverb, or nothing."""
        if not self._goes_on(at) or self.has_object(at):
            return True
        return self.tokens[at + 1].lower in PLACING or is_adverb(self.tokens[at + 1].lower)

    def _ends_in_ed(self, at: int) -> bool:
        word = self.tokens[at].lower
        return word.endswith("ed") and not word.endswith("eed") and len(word) > len("shed")

    def _goes_on(self, at: int) -> bool:
        """Whether another word follows in the same breath."""
        if at + 1 >= len(self.tokens):
            return False
        return not self.text[self.tokens[at].end : self.tokens[at + 1].start].strip(" \n£$€\"“‘'")

    def _follows_determiner(self, at: int) -> bool:
        if not at:
            return False
        before = self.tokens[at - 1]
        return before.lower in DETERMINERS - {"both", "all", "each", "half", "some", "this", "many", "several"} or (
            before.text.endswith(("'s", "’s"))
        )

    def _adjective(self, at: int) -> bool:
        known = self._is("adjective", at) or self.tokens[at].lower.startswith("un")
        return known and not self.has_object(at)

    def _is(self, kind: str, at: int) -> bool:
        return self.tokens[at].lower in _kinds()[kind]


def is_adverb(word: str) -> bool:
    """Whether a word between a subject and its verb says how or when, and is no part of either."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > len("only"))


_ADVERBS: Final = frozenset(
    "also then later once again still now soon even twice first just never only not always".split()
)


def _kinds() -> Mapping[str, frozenset[str]]:
    return load_lexicon().verbs
