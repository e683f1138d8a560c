"""Sentences of a paragraph, with true offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.sentences import split_sentences
from factcheck.values import Span

LONGEST_QUOTE = 600

SENTENCES = [
    ("Ann Lee left. It rained.", ["Ann Lee left.", "It rained."]),
    ("Dr. Lee met Mr. Hart. They left.", ["Dr. Lee met Mr. Hart.", "They left."]),
    ("Cllr. Lee met Sgt. Hart. They left.", ["Cllr. Lee met Sgt. Hart.", "They left."]),
    ("Prof. A. B. Lee left. It rained.", ["Prof. A. B. Lee left.", "It rained."]),
    ("The U.S. firm left. It cost £3.5m.", ["The U.S. firm left.", "It cost £3.5m."]),
    ("He was born in St. Ives. Then he left.", ["He was born in St. Ives.", "Then he left."]),
    ("The firm (Marsh Ltd.) left. Good.", ["The firm (Marsh Ltd.) left.", "Good."]),
    ("Marsh Inc. left town. It rained.", ["Marsh Inc. left town.", "It rained."]),
    ("It closed at 5 p.m. Ann Lee left.", ["It closed at 5 p.m.", "Ann Lee left."]),
    ("See p. 12. It says so.", ["See p. 12.", "It says so."]),
    ("No. 10 said so. It left.", ["No. 10 said so.", "It left."]),
    ("Was it safe? Yes! It was.", ["Was it safe?", "Yes!", "It was."]),
    ("“It is safe. It will last,” she said. It fell.", ["“It is safe.", "It will last,” she said.", "It fell."]),
    ("She said: “It is safe.” It fell.", ["She said: “It is safe.”", "It fell."]),
    ("It fell. “It was safe,” she said.", ["It fell.", "“It was safe,” she said."]),
    ('It fell. "It was safe," she said.', ["It fell.", '"It was safe," she said.']),
    ("“Stop it!” he said. He left.", ["“Stop it!” he said.", "He left."]),
    ("“It is safe.” — Ann Lee", ["“It is safe.” — Ann Lee"]),
    ("„It is safe.“ It fell.", ["„It is safe.“", "It fell."]),
    ("one sentence without a stop", ["one sentence without a stop"]),
    ("  Ann Lee left.  ", ["Ann Lee left."]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_a_paragraph_has_its_sentences(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text, Span(0, len(text)))] == sentences


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_offsets_count_in_the_whole_text(text: str, sentences: list[str]) -> None:
    whole = f"Before. {text} After."
    spans = split_sentences(whole, Span(8, 8 + len(text)))
    assert [span.of(whole) for span in spans] == sentences


@pytest.mark.parametrize("mark", [" ", ", ", "; ", ". and ", "", " – "])
def test_a_long_sentence_is_parted_and_loses_nothing(mark: str) -> None:
    text = mark.join(["bridge"] * 600)
    spans = split_sentences(text, Span(0, len(text)))
    assert all(1 <= len(span) <= LONGEST_QUOTE for span in spans)
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")


texts = st.text(max_size=300) | st.lists(
    st.sampled_from(
        ["Dr. ", "Lee ", "left. ", "“", "” ", '"', "? ", "No. ", "a" * 300, ". ", "\u2028", "\x85", "Ⅷ. ", "…"]
    ),
    max_size=30,
).map("".join)


@given(texts)
def test_any_text_parts_into_stripped_sentences_in_order(text: str) -> None:
    end = 0
    for span in split_sentences(text, Span(0, len(text))):
        assert span.start >= end
        assert 1 <= len(span) <= LONGEST_QUOTE
        assert span.of(text) == span.of(text).strip()
        end = span.end
    kept = "".join(span.of(text) for span in split_sentences(text, Span(0, len(text))))
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]
