"""The word lists: whole, and looked up as they say."""

from __future__ import annotations

import re

import pytest

from factcheck.lexicon import PhraseTable, load_lexicon, read_tables
from factcheck.lexicon.entries import table_of
from factcheck.text import tokenize


def _find(table: PhraseTable, text: str) -> list[tuple[int, int, str]]:
    return list(table.find(tokenize(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("not", [(0, 1, "n")]),
        ("not only", [(0, 2, "o")]),
        ("not only not", [(0, 2, "o"), (2, 3, "n")]),
        ("NOT Only", [(0, 2, "o")]),
        ("only", []),
        ("not, only", [(0, 2, "o")]),
        ("", []),
    ],
)
def test_the_longest_phrase_wins_and_none_overlap(text: str, found: list[tuple[int, int, str]]) -> None:
    assert _find(PhraseTable([("not", "n"), ("not only", "o"), ("", "never")], by="lower"), text) == found


def test_a_table_of_stems_finds_every_form() -> None:
    table = PhraseTable([("resign", "leave")])
    for form in ("resign", "resigned", "resigning", "Resigns"):
        assert _find(table, form) == [(0, 1, "leave")]
    assert _find(PhraseTable([("resign", "leave")], by="lower"), "resigned") == []


def test_it_is_loaded_once() -> None:
    assert load_lexicon() is load_lexicon()


def test_opposites_are_concepts_and_go_both_ways() -> None:
    lexicon = load_lexicon()
    for one, others in lexicon.opposites.items():
        assert one not in others
        assert {one, *others} <= lexicon.concept_words.keys()
        assert all(one in lexicon.opposites[other] for other in others)


def test_events_are_concepts() -> None:
    lexicon = load_lexicon()
    assert lexicon.frames.keys() <= lexicon.concept_words.keys()
    assert {frame.name for frame in lexicon.frames.values() if frame.single} >= {"leave", "die", "premiere"}


def test_what_is_implied_is_implied_by_a_concept() -> None:
    assert load_lexicon().implied.keys() <= load_lexicon().concept_words.keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [("resigned", "departure"), ("fell", "declined"), ("rose", "increase"), ("shortfall", "black hole")],
)
def test_words_for_one_thing_share_a_concept(one: str, other: str) -> None:
    concepts = load_lexicon().concepts
    assert _find(concepts, one)[0][2] == _find(concepts, other)[0][2]


@pytest.mark.parametrize(
    ("one", "other"),
    [("rose", "fell"), ("won", "lost"), ("opened", "closed"), ("approved", "rejected"), ("best", "worst")],
)
def test_opposite_words_are_opposites(one: str, other: str) -> None:
    lexicon = load_lexicon()
    assert _find(lexicon.concepts, other)[0][2] in lexicon.opposites[_find(lexicon.concepts, one)[0][2]]


def test_no_phrase_belongs_to_two_concepts() -> None:
    tables = read_tables()
    concepts, frames = table_of(tables, "concepts"), table_of(tables, "frames")
    assert concepts.keys().isdisjoint(frames)
    seen: dict[tuple[str, ...], str] = {}
    for concept, words in (*concepts.items(), *((name, table_of(frames, name)["words"]) for name in frames)):
        for quoted, word in re.findall(r"(?<!\S)'([^']+)'|(\S+)", str(words)):
            key = tuple(token.stem for token in tokenize(quoted or word))
            assert seen.setdefault(key, concept) == concept, quoted or word


def test_numbers_are_what_they_say() -> None:
    numerals = load_lexicon().numerals
    assert (numerals.units["seven"], numerals.units["thirteen"], numerals.units["ninety"]) == (7, 13, 90)
    assert (numerals.ordinals["first"], numerals.ordinals["twentieth"]) == (1, 20)
    assert (numerals.scales["bn"], numerals.scales["million"], numerals.scales["k"]) == (10**9, 10**6, 1000)


def test_scales_run_from_the_worst_to_the_best() -> None:
    for scale in load_lexicon().public.scales:
        assert len(scale.grades) == len(set(scale.grades)) > 1
        assert scale.marks
    inspection = next(scale for scale in load_lexicon().public.scales if scale.name == "inspection")
    assert (inspection.grades[0], inspection.grades[-1]) == ("inadequate", "outstanding")


def test_single_roles_are_roles() -> None:
    public = load_lexicon().public
    for role in public.single_roles:
        assert _find(public.roles, role)


def test_given_names_have_a_pronoun_and_no_name_has_two() -> None:
    assert set(load_lexicon().public.given_names.values()) == {"he", "she"}


def test_words_are_in_lower_case() -> None:
    lexicon = load_lexicon()
    words = {*lexicon.function_words, *lexicon.manner.saying, *lexicon.public.given_names, *lexicon.public.body_words}
    assert all(word == word.lower() for word in words)


def test_a_verb_of_saying_is_no_function_word() -> None:
    lexicon = load_lexicon()
    assert not lexicon.manner.saying & lexicon.function_words
