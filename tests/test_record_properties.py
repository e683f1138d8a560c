"""What holds of any text: blocks in order and apart, the same twice, and in linear time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Extracted
from factcheck.record.document import Source, build_document
from tests.record_pages import PAGES

if TYPE_CHECKING:
    from factcheck.model import Document

LINES = sorted({line for page in PAGES.values() for line in page.splitlines()})

texts = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=40).map("\n".join),
)


def _build(text: str) -> Document:
    return build_document(Source(path="a.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=text)))


@given(texts)
def test_blocks_are_in_order_stripped_and_apart(text: str) -> None:
    document = _build(text)
    end = 0
    for section in document.sections:
        for block in section.blocks:
            content = block.span.of(text)
            assert block.span.start >= end
            assert section.span.contains(block.span)
            assert content == content.strip() != ""
            end = block.span.end


@given(texts)
def test_no_letter_is_lost(text: str) -> None:
    document = _build(text)
    kept = "".join(block.span.of(text) for section in document.sections for block in section.blocks)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


@given(texts)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert _build(text) == _build(text)


SLOWEST = 20.0
"""Seconds of the processor: some four times what any of these takes, a small part of what a quadratic rule would."""


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "a " * 2_500_000 + "2016 Published",
        "3 May 2016 " * 100_000,
        "Council tax\n" * 200_000,
        "Home > " * 200_000,
        "\n" * 2_000_000,
        "“" * 1_000_000,
        "Read more\n" * 100_000,
        "The council said that it would rebuild the wall in the spring of 2016, and did.\n" * 50_000,
        "comments on this " * 60_000,
    ],
    ids=[
        "one-line",
        "late-year",
        "dates",
        "short-lines",
        "crumbs",
        "blank",
        "quotes",
        "markers",
        "prose",
        "policy",
    ],
)
def test_large_texts_take_seconds_at_most(text: str) -> None:
    started = time.process_time()
    _build(text)
    assert time.process_time() - started < SLOWEST
