"""Folding, tokens and stems: offsets never move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import fold, fold_loosely, stem, tokenize

MARKS = "‘’‚‛′ʼ`´“”„‟″«»‐‑‒–—―−\u00a0\u2009\u202f\t"

texts = st.text(max_size=200) | st.text(alphabet=MARKS + "aé1£%,.' \"-\n", max_size=200)


@given(texts)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_loosely(fold_loosely(text)) == fold_loosely(text)


@given(texts)
def test_newlines_stay(text: str) -> None:
    assert [at for at, char in enumerate(fold(text)) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]


@given(texts)
def test_tokens_stand_where_they_say_in_order_and_apart(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text != ""
        assert token.start >= end
        end = token.end


@given(texts)
def test_folding_moves_no_token(text: str) -> None:
    assert [(one.start, one.end) for one in tokenize(fold(text))] == [
        (one.start, one.end) for one in tokenize(text.replace("`", "'").replace("´", "'")) if fold(one.text)
    ] or set(text) & set("‚‛′ʼ")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The council’s £49million gap", ["the", "council", "£49million", "gap"]),
        ("It isn’t 5% of $1,234.50.", ["it", "isn't", "5%", "of", "$1,234.50"]),
        ("well-known well–known", ["well", "known", "well", "known"]),
        ("Café owners’ naïve plan", ["café", "owners", "naïve", "plan"]),
        ("3rd 9.30am 2016/17", ["3rd", "9.30am", "2016", "17"]),
        ("e_mail a1b", ["e", "mail", "a", "1b"]),
        ("", []),
        ("… — !", []),
        ("Ann's Leeds’s", ["ann", "leeds"]),
    ],
)
def test_words_and_figures(text: str, tokens: list[str]) -> None:
    assert [token.lower for token in tokenize(text)] == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chair", "chaired"),
        ("resign", "resigned"),
        ("cut", "cuts"),
        ("policy", "policies"),
        ("university", "universities"),
        ("organisation", "organization"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("department", "depart"),
        ("policy", "police"),
        ("university", "universe"),
        ("organisation", "organ"),
        ("officer", "office"),
        ("international", "internal"),
        ("experiment", "experience"),
        ("important", "import"),
    ],
)
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Fine –  so”", '"fine - so"'),
        ("  A\n\tB\u00a0C ", "a b c"),
        ("STRASSE Straße", "strasse strasse"),
    ],
)
def test_two_wordings_are_compared_loosely(text: str, folded: str) -> None:
    assert fold_loosely(text) == folded


def test_a_capital_is_seen() -> None:
    assert [token.capital for token in tokenize("Ann éa Éa £5 5")] == [True, False, True, False, False]
