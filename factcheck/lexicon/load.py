"""Loads the lexicon files into tables that are looked up by stem."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from factcheck.lexicon.phrases import PhraseTable
from factcheck.text import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


FILES: Final = ("english.toml", "public_life.toml")
_TONES: Final = ("better", "worse", "praise", "criticism")
_ENTRY: Final = re.compile(r"(?<!\S)'([^']+)'|(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An ordered scale: `grades` from the worst to the best; `cues` are stems that make a grade word a grade."""

    name: str
    grades: tuple[str, ...]
    cues: frozenset[str]
    forms: PhraseTable
    free: frozenset[str]
    leaving: PhraseTable


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
    official: PhraseTable
    given_names: Mapping[str, str]
    short_names: Mapping[str, frozenset[str]]
    sorts: Mapping[str, frozenset[str]]
    person_nouns: frozenset[str]
    gendered: Mapping[str, str]
    role_verbs: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every word list that the reading uses."""

    function_words: frozenset[str]
    light_words: frozenset[str]
    concepts: PhraseTable
    concept_words: Mapping[str, tuple[str, ...]]
    opposites: Mapping[str, frozenset[str]]
    implied: Mapping[str, frozenset[str]]
    events: frozenset[str]
    single_events: frozenset[str]
    things_events: frozenset[str]
    qualifiers: frozenset[str]
    measure_verbs: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    numerals: Numerals
    manner: Manner
    public: PublicLife


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Load the shipped files; the same object every time."""
    english, public = (tomllib.loads(files(__package__).joinpath(name).read_text("utf-8")) for name in FILES)
    return Lexicon(
        function_words=frozenset(_words(english, "function_words")),
        light_words=frozenset(stem(word) for word in _words(english, "light_words")),
        concepts=PhraseTable(_concepts(_table(english, "concepts"))),
        concept_words=_concept_words(_table(english, "concepts")),
        opposites=_opposites(_table(english, "opposites")),
        implied={
            f"@{name}": frozenset(map(stem, _words(_table(english, "implied"), name)))
            for name in _table(english, "implied")
        },
        qualifiers=frozenset(_words(english, "qualifiers")),
        events=frozenset(
            f"@{event}" for kind in ("single", "repeated") for event in _words(_table(english, "events"), kind)
        ),
        single_events=frozenset(f"@{event}" for event in _words(_table(english, "events"), "single")),
        things_events=frozenset(f"@{event}" for event in _words(_table(english, "events"), "of_things")),
        measure_verbs=frozenset(map(stem, _words(english, "measure_verbs"))) | {"@rise", "@fall"},
        verbs={kind: frozenset(_words(_table(english, "verbs"), kind)) for kind in _table(english, "verbs")},
        numerals=_numerals(english),
        manner=_manner(english),
        public=_public_life(public),
    )


def _opposites(table: Mapping[str, object]) -> Mapping[str, frozenset[str]]:
    """Each concept's opposites, both ways; one concept may have several ("lose": win and profit)."""
    found: dict[str, set[str]] = {}
    for one, other in table.items():
        found.setdefault(f"@{one}", set()).add(f"@{other}")
        found.setdefault(f"@{other}", set()).add(f"@{one}")
    return {key: frozenset(others) for key, others in found.items()}


def _numerals(table: Mapping[str, object]) -> Numerals:
    numbers = _table(table, "numbers")
    units = {word: value for value, word in enumerate(_words(numbers, "units"))}
    tens = {word: 20 + 10 * place for place, word in enumerate(_words(numbers, "tens"))}
    bounds = _table(table, "bounds")
    return Numerals(
        units=units | tens,
        ordinals={word: value for value, word in enumerate(_words(numbers, "ordinals"))},
        scales={word: int(str(value)) for word, value in _table(numbers, "scales").items()},
        fractions=PhraseTable(((word, str(value)) for word, value in _table(numbers, "fractions").items()), by="lower"),
        bounds=PhraseTable(((phrase, name) for name in bounds for phrase in _words(bounds, name)), by="lower"),
        measures={form: name for name, forms in _table(numbers, "measures").items() for form in str(forms).split()},
    )


def _manner(table: Mapping[str, object]) -> Manner:
    return Manner(
        negators=_phrases(table, "negators"),
        not_negations=_phrases(table, "not_negations"),
        scope_ends=frozenset(_words(table, "scope_ends")),
        hedges=_phrases(table, "hedges"),
        unrealised=_phrases(table, "unrealised"),
        unnamed=_phrases(table, "unnamed_sources"),
        predictions=_phrases(table, "predictions"),
        foretelling=_phrases(table, "foretelling"),
        norms=_phrases(table, "norms"),
        wishes=_phrases(table, "wishes"),
        judgements=_phrases(table, "judgements"),
        opinions=_phrases(table, "opinions"),
        saying=frozenset(_words(table, "saying")),
        calling=frozenset(_words(table, "calling")),
        mouthpieces=frozenset(_words(table, "mouthpieces")),
        convictions=frozenset(_words(table, "convictions")),
        hearing=frozenset(_words(table, "hearing")),
        tones=PhraseTable((phrase, tone) for tone in _TONES for phrase in _words(_table(table, "tone"), tone)),
        plain_praise=PhraseTable((phrase, "plain") for phrase in _words(_table(table, "tone"), "plain")),
    )


def _public_life(table: Mapping[str, object]) -> PublicLife:
    roles = _table(table, "roles")
    marks = _table(table, "role_marks")
    bodies = _table(table, "bodies")
    given = _table(table, "given_names")
    sorts = _table(table, "sorts")
    gendered = _table(table, "gendered")
    return PublicLife(
        titles={title: str(value) for title, value in _table(table, "titles").items()},
        roles=PhraseTable(
            ((form, name) for name in roles for form in _words(_table(roles, name), "forms")), by="lower"
        ),
        single_roles=frozenset(name for name in roles if _table(roles, name)["single"]),
        former=frozenset(_words(marks, "former")),
        lesser=frozenset(_words(marks, "other")),
        body_words=frozenset(_words(bodies, "words")),
        generic_bodies=frozenset(_words(bodies, "generic")),
        things=frozenset(_words(bodies, "things")),
        parties=frozenset(_words(bodies, "parties")),
        scales=tuple(_scale(name, _table(_table(table, "scales"), name)) for name in _table(table, "scales")),
        official=PhraseTable(
            ((phrase, "official") for phrase in _words(_table(table, "official"), "words")), by="lower"
        ),
        short_names={name: frozenset(str(forms).split()) for name, forms in _table(table, "short_names").items()},
        sorts={noun: frozenset(map(stem, _words(sorts, noun))) for noun in sorts},
        person_nouns=frozenset(map(stem, _words(_table(table, "person_nouns"), "words"))),
        gendered={word: pronoun for pronoun in gendered for word in _words(gendered, pronoun)},
        role_verbs={verb: str(role) for verb, role in _table(table, "role_verbs").items()},
        given_names={name: gender for gender in given for name in _words(given, gender)},
    )


def _scale(name: str, table: Mapping[str, object]) -> Scale:
    levels = [level for level in _list(table, "levels") if isinstance(level, dict)]
    return Scale(
        name=name,
        grades=tuple(str(level["grade"]) for level in levels),
        cues=frozenset(_words(table, "cues")),
        forms=PhraseTable(
            ((form, str(place)) for place, level in enumerate(levels) for form in _words(level, "forms")),
            by="lower",
        ),
        free=frozenset(form for level in levels for form in _words(level, "free")),
        leaving=_phrases(table, "leaving"),
    )


def _concepts(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in table:
        for phrase in _words(table, name):
            yield phrase, f"@{name}"


def _concept_words(table: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """The stems of each concept's words, without those that only help to form a phrase."""
    return {
        f"@{name}": tuple(dict.fromkeys(token.stem for phrase in _words(table, name) for token in tokenize(phrase)))
        for name in table
    }


def _phrases(table: Mapping[str, object], key: str) -> PhraseTable:
    return PhraseTable(((phrase, key) for phrase in _words(table, key)), by="lower")


def _table(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = table[key]
    if not isinstance(value, dict):
        raise TypeError(f"{key} is no table")
    return value


def _list(table: Mapping[str, object], key: str) -> list[object]:
    value = table[key]
    if not isinstance(value, list):
        raise TypeError(f"{key} is no list")
    return value


def _words(table: Mapping[str, object], key: str) -> list[str]:
    """The entries of a list, or the words of a string, in which quotation marks hold a phrase together."""
    value = table[key]
    if not isinstance(value, str):
        return [str(item) for item in _list(table, key)]
    return [quoted or word for quoted, word in _ENTRY.findall(value)]
