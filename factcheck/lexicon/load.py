"""Loads the lexicon files into tables that are looked up by stem."""

from __future__ import annotations

import tomllib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import permutations
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from factcheck.lexicon.entries import phrases_of, table_of, tables_of, words_of
from factcheck.lexicon.frames import Frame, make_frame
from factcheck.lexicon.phrases import PhraseTable
from factcheck.lexicon.scales import Scale, ScaleIndex, make_scale
from factcheck.text import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FILES: Final = ("english.toml", "frames.toml", "public_life.toml", "scales.toml")
_TONES: Final = ("better", "worse", "praise", "criticism")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """Number words: values of units, ordinals, scales; fractions as percent; bounds by their wording.

    `measures` names units of length, area, weight and volume by every form in which they are written.
    """

    units: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    fractions: PhraseTable
    bounds: PhraseTable
    measures: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a thing is said: negated, hedged, foretold, judged, by nobody in particular."""

    negators: PhraseTable
    not_negations: PhraseTable
    scope_ends: frozenset[str]
    hedges: PhraseTable
    unrealised: PhraseTable
    unnamed: PhraseTable
    predictions: PhraseTable
    foretelling: PhraseTable
    norms: PhraseTable
    wishes: PhraseTable
    judgements: PhraseTable
    opinions: PhraseTable
    saying: frozenset[str]
    calling: frozenset[str]
    mouthpieces: frozenset[str]
    convictions: frozenset[str]
    hearing: frozenset[str]
    deciding: frozenset[str]
    tones: PhraseTable
    plain_praise: PhraseTable


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLife:
    """Titles, roles, bodies, grades, given names."""

    titles: Mapping[str, str]
    roles: PhraseTable
    single_roles: frozenset[str]
    former: frozenset[str]
    lesser: frozenset[str]
    body_words: frozenset[str]
    generic_bodies: frozenset[str]
    things: frozenset[str]
    parties: frozenset[str]
    scales: tuple[Scale, ...]
    scale_index: ScaleIndex
    official: PhraseTable
    given_names: Mapping[str, str]
    short_names: Mapping[str, frozenset[str]]
    sorts: Mapping[str, frozenset[str]]
    person_nouns: frozenset[str]
    gendered: Mapping[str, str]
    role_verbs: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every word list that the reading uses; `own` are the content hashes of the files that a user added to it."""

    function_words: frozenset[str]
    light_words: frozenset[str]
    concepts: PhraseTable
    concept_words: Mapping[str, tuple[str, ...]]
    opposites: Mapping[str, frozenset[str]]
    implied: Mapping[str, frozenset[str]]
    frames: Mapping[str, Frame]
    qualifiers: frozenset[str]
    counterparts: Mapping[str, frozenset[str]]
    turning: frozenset[str]
    ordering: frozenset[str]
    measure_verbs: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    numerals: Numerals
    manner: Manner
    public: PublicLife
    own: tuple[str, ...] = ()


class Cached(Protocol):
    """A function that keeps what it returned."""

    def cache_clear(self) -> None:
        """Forget all of it."""
        ...


Kept = TypeVar("Kept", bound=Cached)


def kept_with_lexicon(cached: Kept) -> Kept:
    """Mark a cached function whose answers rest on the lexicon: they are forgotten when another one is used."""
    _forget.append(cached.cache_clear)
    return cached


@contextmanager
def use_lexicon(lexicon: Lexicon) -> Iterator[None]:
    """Read with another lexicon inside the `with`, and with the one of before after it.

    It is one for the whole process: two threads cannot read with two.
    """
    _installed.append(lexicon)
    _renew()
    try:
        yield
    finally:
        _installed.pop()
        _renew()


def _renew() -> None:
    load_lexicon.cache_clear()
    for forget in _forget:
        forget()


_installed: Final[list[Lexicon]] = []
_forget: Final[list[Callable[[], None]]] = []


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the lexicon in use, by default that of the shipped files; the same object every time."""
    return _installed[-1] if _installed else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return make_lexicon(read_tables())


def read_tables() -> dict[str, object]:
    """Return what the shipped files say, as plain tables by their names; a copy that may be added to."""
    tables: dict[str, object] = {}
    for name in FILES:
        tables |= tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
    return tables


def make_lexicon(tables: Mapping[str, object], *, own: tuple[str, ...] = ()) -> Lexicon:
    """Make a lexicon of plain tables; `own` are the content hashes of the files that a user added."""
    frames = dict(tables_of(tables, "frames"))
    concepts = {**table_of(tables, "concepts"), **{name: frame["words"] for name, frame in frames.items()}}
    implied, verbs = table_of(tables, "implied"), table_of(tables, "verbs")
    return Lexicon(
        function_words=frozenset(words_of(tables, "function_words")),
        light_words=frozenset(stem(word) for word in words_of(tables, "light_words")),
        concepts=PhraseTable(_concepts(concepts)),
        concept_words=_concept_words(concepts),
        opposites=_opposites(table_of(tables, "opposites")),
        implied={f"@{name}": frozenset(map(stem, words_of(implied, name))) for name in implied},
        qualifiers=frozenset(words_of(tables, "qualifiers")),
        counterparts=_counterparts(words_of(tables, "counterparts")),
        turning=frozenset(words_of(tables, "turning")),
        ordering=frozenset(words_of(tables, "ordering")),
        frames={f"@{name}": make_frame(name, frame) for name, frame in frames.items()},
        measure_verbs=frozenset(map(stem, words_of(tables, "measure_verbs"))) | {"@rise", "@fall"},
        verbs={kind: frozenset(words_of(verbs, kind)) for kind in verbs},
        numerals=_numerals(tables),
        manner=_manner(tables),
        public=_public_life(tables),
        own=own,
    )


def _opposites(table: Mapping[str, object]) -> Mapping[str, frozenset[str]]:
    """Each concept's opposites, both ways; one concept may have several ("lose": win and profit)."""
    found: dict[str, set[str]] = {}
    for one in table:
        for other in words_of(table, one):
            found.setdefault(f"@{one}", set()).add(f"@{other}")
            found.setdefault(f"@{other}", set()).add(f"@{one}")
    return {key: frozenset(others) for key, others in found.items()}


def _counterparts(pairs: list[str]) -> Mapping[str, frozenset[str]]:
    """Each word with those that tell a thing from the one that has it, both ways."""
    both = [(one, other) for pair in pairs for one, other in permutations(pair.split())]
    return {one: frozenset(other for word, other in both if word == one) for one, _ in both}


def _numerals(table: Mapping[str, object]) -> Numerals:
    numbers = table_of(table, "numbers")
    units = {word: value for value, word in enumerate(words_of(numbers, "units"))}
    tens = {word: 20 + 10 * place for place, word in enumerate(words_of(numbers, "tens"))}
    bounds = table_of(table, "bounds")
    return Numerals(
        units=units | tens,
        ordinals={word: value for value, word in enumerate(words_of(numbers, "ordinals"))},
        scales={word: int(str(value)) for word, value in table_of(numbers, "scales").items()},
        fractions=PhraseTable(
            ((word, str(value)) for word, value in table_of(numbers, "fractions").items()), by="lower"
        ),
        bounds=PhraseTable(((phrase, name) for name in bounds for phrase in words_of(bounds, name)), by="lower"),
        measures={form: name for name, forms in table_of(numbers, "measures").items() for form in str(forms).split()},
    )


def _manner(table: Mapping[str, object]) -> Manner:
    return Manner(
        negators=phrases_of(table, "negators"),
        not_negations=phrases_of(table, "not_negations"),
        scope_ends=frozenset(words_of(table, "scope_ends")),
        hedges=phrases_of(table, "hedges"),
        unrealised=phrases_of(table, "unrealised"),
        unnamed=phrases_of(table, "unnamed_sources"),
        predictions=phrases_of(table, "predictions"),
        foretelling=phrases_of(table, "foretelling"),
        norms=phrases_of(table, "norms"),
        wishes=phrases_of(table, "wishes"),
        judgements=phrases_of(table, "judgements"),
        opinions=phrases_of(table, "opinions"),
        saying=frozenset(words_of(table, "saying")),
        calling=frozenset(words_of(table, "calling")),
        mouthpieces=frozenset(words_of(table, "mouthpieces")),
        convictions=frozenset(words_of(table, "convictions")),
        hearing=frozenset(words_of(table, "hearing")),
        deciding=frozenset(words_of(table, "deciding")),
        tones=PhraseTable((phrase, tone) for tone in _TONES for phrase in words_of(table_of(table, "tone"), tone)),
        plain_praise=PhraseTable((phrase, "plain") for phrase in words_of(table_of(table, "tone"), "plain")),
    )


def _public_life(table: Mapping[str, object]) -> PublicLife:
    roles = list(tables_of(table, "roles"))
    marks = table_of(table, "role_marks")
    bodies = table_of(table, "bodies")
    given = table_of(table, "given_names")
    scales = tuple(make_scale(name, entry) for name, entry in tables_of(table, "scales"))
    sorts = table_of(table, "sorts")
    gendered = table_of(table, "gendered")
    return PublicLife(
        titles={title: str(value) for title, value in table_of(table, "titles").items()},
        roles=PhraseTable(((form, name) for name, role in roles for form in words_of(role, "forms")), by="lower"),
        single_roles=frozenset(name for name, role in roles if role["single"]),
        former=frozenset(words_of(marks, "former")),
        lesser=frozenset(words_of(marks, "other")),
        body_words=frozenset(words_of(bodies, "words")),
        generic_bodies=frozenset(words_of(bodies, "generic")),
        things=frozenset(words_of(bodies, "things")),
        parties=frozenset(words_of(bodies, "parties")),
        scales=scales,
        scale_index=ScaleIndex(scales),
        official=phrases_of(table_of(table, "official"), "words"),
        short_names={name: frozenset(str(forms).split()) for name, forms in table_of(table, "short_names").items()},
        sorts={noun: frozenset(map(stem, words_of(sorts, noun))) for noun in sorts},
        person_nouns=frozenset(map(stem, words_of(table_of(table, "person_nouns"), "words"))),
        gendered={word: pronoun for pronoun in gendered for word in words_of(gendered, pronoun)},
        role_verbs={verb: str(role) for verb, role in table_of(table, "role_verbs").items()},
        given_names={name: gender for gender in given for name in words_of(given, gender)},
    )


def _concepts(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in table:
        for phrase in words_of(table, name):
            yield phrase, f"@{name}"


def _concept_words(table: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """The stems of each concept's words, without those that only help to form a phrase."""
    return {
        f"@{name}": tuple(dict.fromkeys(token.stem for phrase in words_of(table, name) for token in tokenize(phrase)))
        for name in table
    }
