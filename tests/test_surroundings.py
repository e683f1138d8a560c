"""What stands around a quote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.surroundings import AROUND, find_surroundings
from factcheck.values import Span

SAME = "The bridge was late. "


def test_what_stands_once_has_its_neighbourhood() -> None:
    text = "x" * 1_000 + "The bridge was late." + "y" * 1_000
    prefix, suffix = find_surroundings(text, Span(1_000, 1_020))
    assert (prefix, suffix) == ("x" * AROUND, "y" * AROUND)


def test_what_stands_often_has_as_much_as_tells_it_from_the_others() -> None:
    text = f"{SAME * 100}Except once. {SAME * 100}"
    span = Span(len(SAME) * 50, len(SAME) * 51)
    prefix, suffix = find_surroundings(text, span)
    assert text.count(f"{prefix}{span.of(text)}{suffix}") == 1


@given(st.text(alphabet="ab ", max_size=900), st.data())
def test_surroundings_are_verbatim_and_stand_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    prefix, suffix = find_surroundings(text, span)
    assert text[: span.start].endswith(prefix)
    assert text[span.end :].startswith(suffix)
    whole = f"{prefix}{span.of(text)}{suffix}"
    assert whole == text or text.find(whole, text.find(whole) + 1) < 0
