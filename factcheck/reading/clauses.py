"""A clause: what leads up to it, its subject and the verb it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.reading.verbs import DETERMINERS, Verbs, is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token
    from factcheck.values import Span

_LEADS: Final = frozenset(
    """in on at by for with under during after before since until till when while as last this next earlier following
    despite between from over within throughout across thanks because although though unlike""".split()
)
"""Words with which a sentence begins that says when or where before it says who."""

_LINKS: Final = frozenset({"as", "than", "since", "after", "before", "until", "till", "so", "once", "while"})
"""Words that begin a clause or only a phrase: "since 2010", "more than"."""

_INNER: Final = frozenset({"be", "been", "being", "not", "having"})
PRONOUNS: Final = frozenset("i we you he she it they".split())
_STOP: Final = re.compile(r"[.!?:]|\s-")
_APPOSED: Final = 2
"""Commas between a subject and its verb where something is put in: "Ann Lee, the chair, signed"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Places of tokens: where it begins, its subject, its verb and the last word of its group of verbs."""

    begin: int
    subject: int
    verb: int
    last: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """The words of a sentence, asked for its clauses. `dates` are the spans of its time expressions."""

    text: str
    tokens: Sequence[Token]
    verbs: Verbs
    dates: Sequence[Span] = ()

    def find_clause(self, begin: int, end: int) -> Clause | None:
        """Return the clause that begins at a token, None where its verb is not plain to see.

        What depends on another clause is none; nor is one whose subject something uncertain parts from its verb.
        """
        subject = self._after_lead(begin, end)
        commas = 0
        for at in range(subject, end):
            if at > subject and "," in self.gap(at):
                commas += 1
            if self.tokens[at].lower in load_lexicon().verbs["subordinator"] or (at > begin and self._stops(at)):
                return None
            if at > subject and (self.verbs.may_be_present(at) or self._may_rule(at)):
                apposed = commas == _APPOSED and "," in self.gap(at)
                verb = self._rests_on(at, end)
                return Clause(begin, subject, verb, self._group(verb, end)) if not commas or apposed else None
        return None

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start] if at else ""

    def _stops(self, at: int) -> bool:
        """Whether a stop or a dash stands before a token."""
        return _STOP.search(self.gap(at)) is not None

    def _may_rule(self, at: int) -> bool:
        """Whether a verb may be a clause's own, and says not merely what something is like: "respected experts"."""
        if not self.verbs.is_verb(at):
            return False
        if self.verbs.is_plain(at) or self.verbs.goes_on_as_a_verb(at) or not self.tokens[at].lower.endswith("ed"):
            return True
        before = self.tokens[at - 1]
        named = at > 1 and self.tokens[at - 2].lower in DETERMINERS
        return before.capital or before.lower in PRONOUNS or named

    def depends(self, begin: int, end: int) -> bool:
        """Whether another clause hangs on one of these words: "that was closed", "since it opened"."""
        for at in range(begin, end):
            word = self.tokens[at].lower
            if word in load_lexicon().verbs["subordinator"] and (
                word not in _LINKS or any(self.verbs.is_verb(after) for after in range(at + 1, end))
            ):
                return True
        return False

    def _after_lead(self, begin: int, end: int) -> int:
        """The token after what says when or where at the beginning."""
        opening = self.tokens[begin].lower
        if opening in _LEADS or opening.endswith(("ed", "ing")):
            comma = next((at for at in range(begin + 1, end) if "," in self.gap(at)), 0)
            if comma:
                return comma
        starts = {token.start for token in self.tokens[begin : begin + 1 + (opening in _LEADS)]}
        date = next((date for date in self.dates if date.start in starts and not opening[0].isdigit()), None)
        if date is None:
            return begin
        return next((at for at in range(begin, end) if self.tokens[at].start >= date.end), begin)

    def _rests_on(self, at: int, end: int) -> int:
        """The verb itself, or the plain one after it where it may be a participle: "the school built then closed"."""
        if self.verbs.is_plain(at) or self.verbs.has_object(at) or not self.verbs.is_verb(at):
            return at
        stops = load_lexicon().verbs["subordinator"] | {"and", "but"}
        for after in range(at + 1, end):
            if "," in self.gap(after) or self.tokens[after].lower in stops:
                break
            if self.verbs.is_plain(after):
                return after
        return at

    def _group(self, verb: int, end: int) -> int:
        last = verb
        if not self.verbs.is_auxiliary(verb):
            return last
        for at in range(verb + 1, end):
            word = self.tokens[at].lower
            if self.verbs.is_participle(at) and word not in DETERMINERS:
                return at
            if not (is_adverb(word) or word in _INNER or self.verbs.is_auxiliary(at)):
                break
            last = at if word in _INNER else last
        return last
