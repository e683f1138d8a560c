"""A compound sentence into its propositions, each with what it is read as when it stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.clauses import Clauses
from factcheck.reading.cuts import OWNING, PERSONAL, STANDING_FOR, find_cuts, find_person
from factcheck.reading.joints import Cut, Sentence
from factcheck.reading.periods import Anchor, find_periods
from factcheck.reading.standing import find_object, stand_in
from factcheck.reading.terms import find_negated, find_terms
from factcheck.reading.verbs import Verbs, is_adverb
from factcheck.text import fold, tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import NameMention

_CONDITIONS: Final = frozenset({"if", "unless", "provided", "either", "neither", "nor", "whether"})
"""Words that tie the halves of a sentence together: neither is said by itself."""

_MOST_BEFORE_THAT: Final = 12
"""Words of "Ann Lee, the chair of the council, said that" at the most."""

_TIE: Final = re.compile(r"\b((?:in|across|throughout)(?: the)?) \Z", re.IGNORECASE)
_NOT_SUBJECT: Final = frozenset({"not", "both"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One proposition: its own words in the sentence, and what they are read as with the words they lean on."""

    text: str
    read_as: str


def split_compound(text: str, names: Sequence[NameMention]) -> tuple[Piece, ...]:
    """Return the propositions of a sentence, verbatim and in order; one, the whole, where it is one or may be one.

    What a proposition takes over from those before it, its subject, what leads the sentence or a helping verb, is
    in `read_as`. `names` are those of the sentence.
    """
    tokens = tokenize(text)
    whole = (Piece(text, text),)
    if len(tokens) < 2 or text.rstrip().endswith("?") or any(token.lower in _CONDITIONS for token in tokens):  # noqa: PLR2004 - subject and verb
        return whole
    plain = fold(text)
    dates = [mention.span for mention in find_periods(plain, Anchor(None))]
    clauses = Clauses(plain, tokens, Verbs(plain, tokens), dates)
    begin = _after_telling(clauses)
    sentence = Sentence(
        text=plain,
        tokens=tokens,
        clauses=clauses,
        names=names,
        terms=find_terms(plain, tokens, [*dates, *(name.span for name in names)]),
        negators=find_negated(plain, tokens)[1],
        told=begin > 0,
    )
    cuts = find_cuts(sentence, begin)
    return (_cut_up(text, sentence, begin, cuts) or whole) if cuts else whole


def _after_telling(clauses: Clauses) -> int:
    """The token after "he said that", 0 where nobody is said to have said it."""
    tokens, verbs = clauses.tokens, load_lexicon().verbs
    that = next((at for at, token in enumerate(tokens[:_MOST_BEFORE_THAT]) if token.lower == "that"), 0)
    if not that or that + 1 == len(tokens):
        return 0
    clause = clauses.find_clause(0, that)
    if clause is None or find_negated(clauses.text, tokens[: that + 1])[1]:
        return 0
    return that + 1 if clause.last == that - 1 and tokens[clause.last].lower in verbs["reporting"] else 0


def _cut_up(text: str, sentence: Sentence, begin: int, cuts: Sequence[Cut]) -> tuple[Piece, ...]:
    """The propositions between the cuts; none where a pronoun in one stands for something unknown."""
    tokens = sentence.tokens
    starts = [tokens[begin].start if begin else 0, *(tokens[cut.joint.begin].start for cut in cuts)]
    ends = [*(tokens[cut.joint.end].start for cut in cuts), len(text)]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    own = [span.of(text).rstrip(" \n,;") for span in spans]
    read = [own[0]]
    thing = ""
    for place, cut in enumerate(cuts, 1):
        found = find_object(text, sentence, cut)
        thing = thing if found.lower() in {"it", "them"} and thing else found or thing
        told = stand_in(own[place], thing)
        if told is None:
            return ()
        lead = _find_lead(sentence, cuts[:place], spans[1 : place + 1])
        read.append(" ".join(filter(None, (lead.of(text).strip(), _carry(text, sentence, cut, told)))))
    somewhere = _find_place(text, sentence, spans)
    return tuple(Piece(words, _put_in(one, somewhere, sentence)) for words, one in zip(own, read, strict=True))


def _find_lead(sentence: Sentence, cuts: Sequence[Cut], spans: Sequence[Span]) -> Span:
    """What leads the clause of a proposition, else the sentence, before its subject: "In 2016", "Under Ann Lee,".

    A date in it holds until the propositions, whose `spans` these are, name another one.
    """
    leads = [_lead_of(sentence, cuts[0])]
    if not cuts[-1].own:
        leads.insert(0, _lead_of(sentence, cuts[-1]))
    lead = next((lead for lead in leads if len(lead)), leads[0])
    dates = [date for date in sentence.clauses.dates if not date.overlaps(lead)]
    since = [span for span in spans if span.start >= lead.end]
    dated = any(date.overlaps(lead) for date in sentence.clauses.dates)
    if dated and _shifts(sentence, cuts):
        return Span(0, 0)
    return Span(0, 0) if dated and any(date.overlaps(span) for date in dates for span in since) else lead


def _shifts(sentence: Sentence, cuts: Sequence[Cut]) -> bool:
    """Whether a proposition leaves the time of the first: "In 2016 we opened two schools and will open more"."""
    verbs, at, end = sentence.clauses.verbs, cuts[-1].joint.begin, len(sentence.tokens)
    after = sentence.clauses.find_clause(at, end) if cuts[-1].own else None
    while after is None and at < end - 1 and is_adverb(sentence.tokens[at].lower):
        at += 1
    return verbs.is_now(after.verb if after else at) != verbs.is_now(cuts[0].clause.verb)


def _lead_of(sentence: Sentence, cut: Cut) -> Span:
    return Span(sentence.tokens[cut.clause.begin].start, sentence.tokens[cut.clause.subject].start)


def _find_place(text: str, sentence: Sentence, spans: Sequence[Span]) -> str:
    """The one place that the propositions name, with what ties it, "in Dunmore"; "" for none or several."""
    found: dict[str, Span] = {}
    for name in sentence.names:
        tie = _TIE.search(sentence.text[: name.span.start])
        if tie and name.kind is not EntityKind.PERSON and any(span.overlaps(name.span) for span in spans):
            found.setdefault(name.name, Span(tie.start(1), name.span.end))
    return next(iter(found.values())).of(text) if len(found) == 1 else ""


def _put_in(read: str, place: str, sentence: Sentence) -> str:
    """A proposition in a place, unless it has a name already, which tells what it is about."""
    if not place or place in read or any(name.span.of(sentence.text) in fold(read) for name in sentence.names):
        return read
    stop = "." if read.endswith(".") else ""
    return f"{read.removesuffix('.')} {place[0].lower()}{place[1:]}{stop}"


def _carry(text: str, sentence: Sentence, cut: Cut, own: str) -> str:
    """A proposition with its subject before it, or in the place of the pronoun that stands for it."""
    subject = _find_subject(text, sentence, cut)
    if not cut.own:
        return " ".join(filter(None, (subject, _find_helper(text, sentence, cut), own)))
    word = sentence.tokens[cut.joint.begin]
    person = word.lower in PERSONAL and find_person(sentence, cut.clause, PERSONAL[word.lower])
    if word.lower in OWNING:
        return f"{subject}’s{own[len(word.text) :]}"
    thing = word.lower in STANDING_FOR and sentence.clauses.verbs.is_verb(cut.joint.begin + 1)
    return subject + own[len(word.text) :] if person or thing else own


def _find_subject(text: str, sentence: Sentence, cut: Cut) -> str:
    first, last = cut.clause.subject, cut.clause.verb
    while last > first + 1 and _is_aside(sentence.tokens[last - 1].lower):
        last -= 1
    return text[sentence.tokens[first].start : sentence.tokens[last].start].rstrip()


def _is_aside(word: str) -> bool:
    return is_adverb(word) or word in _NOT_SUBJECT


def _find_helper(text: str, sentence: Sentence, cut: Cut) -> str:
    """The helping verb that a participle shares with the one before it: "was fined and ordered to pay"."""
    verbs, group, at = sentence.clauses.verbs, cut.group, cut.joint.begin
    while is_adverb(sentence.tokens[at].lower):
        at += 1
    if not verbs.is_auxiliary(group.first) or group.first == group.last or not verbs.is_participle(at):
        return ""
    passive = sentence.tokens[group.first].lower in {"was", "were", "is", "are"} and not verbs.has_object(at)
    if verbs.is_verb(at) and (verbs.is_active(at) or not passive):
        return ""
    return text[sentence.tokens[group.first].start : sentence.tokens[group.last].start].strip()
