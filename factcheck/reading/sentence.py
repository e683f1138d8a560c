"""A sentence into a Reading: everything that is found in it, in one pass over its tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.model import EntityKind, Reading
from factcheck.reading.force import find_force
from factcheck.reading.grades import find_grades
from factcheck.reading.notice_words import DATED
from factcheck.reading.periods import Anchor, find_periods, find_streak, hangs, last_named
from factcheck.reading.quantities import find_quantities
from factcheck.reading.roles import find_roles
from factcheck.reading.terms import find_terms
from factcheck.reading.tone import find_tone
from factcheck.text import fold, tokenize
from factcheck.values import Span, Taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import GradeMention, NameMention, Passage, QuantityMention, Term
    from factcheck.text import Token
    from factcheck.values import DateRange

_RATING: Final = "@rate"
"""The concept of grading: beside a grade it says nothing more."""

TWO: Final = 2
"""The states of a scale that has no grades between them."""

_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_SCORE: Final = re.compile(
    r"(?<![\w.,/-])(\d{1,3})[-\u2013](\d{1,3})(?![\w/-]|[.,]\d)(?! (?:per cent|percent|year|hour|day|million|billion))"
)
_MONTH_NAMES: Final = frozenset(name for name in MONTHS if len(name) > len("sept")) | {"june", "july"}
_COMPARING: Final = frozenset({"more", "less", "fewer"})
_POINTERS: Final = frozenset("it they them their its this these those that he she his her him the both".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a sentence is read in: the anchor of its dates, whom "he" means, what stands before it."""

    anchor: Anchor
    names: tuple[NameMention, ...] = ()
    resolved: tuple[NameMention, ...] = ()
    he: str = ""
    before: tuple[str, ...] = ()
    names_before: tuple[str, ...] = ()
    names_about: tuple[str, ...] = ()


def read_sentence(text: str, setting: Setting) -> Reading:
    """Read one sentence in its setting. Spans count in `text`."""
    tokens, plain = tokenize(text), fold(text)
    dates = find_periods(plain, setting.anchor)
    run, streak = find_streak(plain) or (None, 0)
    taken = [*(mention.span for mention in dates), *([run] if run else [])]
    terms = find_terms(plain, tokens, [*taken, *(name.span for name in setting.names)])
    grades = find_grades(plain, tokens)
    quantities = [one for one in find_quantities(plain, tokens, terms, taken) if not _is_graded(one.span, grades)]
    force, cue = find_force(plain, tokens, terms, measured=bool(quantities or any(map(_measures, grades))))
    return Reading(
        text=text,
        terms=terms,
        topic=_topic(terms, grades, quantities),
        keys=frozenset(term.key for term in terms) | {figure.measure[0] for figure in quantities if figure.measure},
        names=tuple(name for name in setting.names if not _is_graded(name.span, grades)),
        resolved=setting.resolved,
        context_names=tuple(dict.fromkeys([*setting.names_before, *setting.names_about])),
        context_terms=_context_terms(setting) if any(token.lower in _POINTERS for token in tokens) else frozenset(),
        qualifiers=_qualifiers(tokens, [*taken, *(figure.span for figure in quantities)]) | _scores(plain, taken),
        dates=dates,
        quantities=tuple(quantities),
        grades=grades,
        roles=find_roles(plain, tokens, (*setting.names, *_bodies(setting)), terms, setting.he),
        force=force,
        cue=cue,
        tone=find_tone(plain, tokens, setting.names, force),
        period=dates[0].period if dates else None,
        period_note=dates[0].note if dates else "",
        streak=streak,
    )


def _bodies(setting: Setting) -> list[NameMention]:
    """What the sentence means without naming it: "chief executive of the trust"."""
    return [name for name in setting.resolved if name.kind is EntityKind.BODY]


def _is_graded(span: Span, grades: Sequence[GradeMention]) -> bool:
    """Whether a span lies in a grade: "AAA" is no name and "rated 5" no amount."""
    return any(grade.span.start <= span.start and span.end <= grade.span.end for grade in grades)


def _measures(grade: GradeMention) -> bool:
    """Whether a grade is one of several, and not the one of two states that is wished or feared like anything else."""
    return any(scale.name == grade.scale and len(scale.grades) > TWO for scale in load_lexicon().public.scales)


def _qualifiers(tokens: Sequence[Token], taken: Sequence[Span]) -> frozenset[str]:
    """The words that narrow or widen a sentence, without those in dates, runs and figures, compared there."""
    covered = Taken(taken)
    bare = [token for token in tokens if not covered.overlaps(Span(token.start, token.end))]
    words = load_lexicon().qualifiers
    plain = {token.lower for token in bare if token.lower in words or _ORDINAL.fullmatch(token.lower)}
    compared = {one.lower for one, after in pairwise(bare) if one.lower in _COMPARING and after.lower != "than"}
    months = {token.lower for token in bare if token.capital and token.lower in _MONTH_NAMES}
    return frozenset(plain | compared | months)


def _scores(text: str, taken: Sequence[Span]) -> frozenset[str]:
    """The scores of games and votes, as "5-2": another one is another outcome."""
    covered = Taken(taken)
    found = (match for match in _SCORE.finditer(text) if not covered.overlaps(Span(*match.span())))
    return frozenset(f"{match[1]}-{match[2]}" for match in found)


def _topic(
    terms: Sequence[Term], grades: Sequence[GradeMention], quantities: Sequence[QuantityMention]
) -> tuple[Term, ...]:
    taken = Taken([*(grade.span for grade in grades), *(figure.span for figure in quantities)])
    said = {key for figure in quantities for head in figure.measure[:1] for key in load_lexicon().implied.get(head, ())}
    if grades:
        said.add(_RATING)
    about = tuple(term for term in terms if term.key not in said and not taken.overlaps(term.span))
    telling = tuple(term for term in about if not _ties(term)) if quantities else about
    return telling or about


def _ties(term: Term) -> bool:
    """Whether a word only ties a figure to what it is of: "posted a loss of £3m", "ended the year £3m in the red"."""
    return term.key in _plain_verbs()


@kept_with_lexicon
@lru_cache(maxsize=1)
def _plain_verbs() -> frozenset[str]:
    """The verbs of measuring that say neither which way something went nor that it is a mean or an end of a range."""
    return load_lexicon().measure_verbs - {"@rise", "@fall", "averag", "minimum", "maximum"}


def read_passage(passage: Passage) -> Reading:
    """Read a passage in its place: dates against its section's, pronouns against the sentences before it.

    A publication date that only says "no later than" tells no "last year".
    """
    published = passage.published if passage.published and passage.published.first else None
    anchor = Anchor(
        published.last if published else None,
        f"the publication date {published}" if published else "",
        before=_date_before(passage) if hangs(passage.text) else None,
    )
    setting = Setting(
        anchor=anchor,
        names=passage.names,
        resolved=passage.resolved,
        he=passage.he,
        before=passage.before,
        names_before=passage.names_before,
        names_about=passage.names_about,
    )
    reading = read_sentence(passage.text, setting)
    return reading if reading.period else _inherit_period(reading, passage, anchor)


def _date_before(passage: Passage) -> DateRange | None:
    """The date last named in the sentences before."""
    for text in reversed(passage.before):
        period = last_named(find_periods(fold(text), Anchor(None)), fold(text))
        if period:
            return period
    return None


def _inherit_period(reading: Reading, passage: Passage, anchor: Anchor) -> Reading:
    """A sentence without a date goes on in the period of the one just before it; a correction's own date is none."""
    for text in reversed(passage.before[-2:]):
        plain = DATED.sub(lambda found: " " * len(found[0]), fold(text))
        period = last_named(find_periods(plain, anchor), plain)
        if period:
            return _with_period(reading, period, "as the sentence before")
    return reading


def _with_period(reading: Reading, period: DateRange, note: str) -> Reading:
    return replace(reading, period=period, period_note=note)


@kept_with_lexicon
@lru_cache(maxsize=10_000)
def _terms_of(text: str) -> frozenset[str]:
    tokens = tokenize(text)
    return frozenset(term.key for term in find_terms(fold(text), tokens, []))


def _context_terms(setting: Setting) -> frozenset[str]:
    return _terms_of(setting.before[-1]) if setting.before else frozenset()
