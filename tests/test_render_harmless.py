"""Text of documents cannot steer a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.render.harmless import show_line, show_lines
from factcheck.report.json_text import write_json

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=40)
OVERRIDES = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x9b31m", r"\x9b31m"),
        ("over\rwritten", r"over\x0dwritten"),
        ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
        ("half \ud800", r"half \ud800"),
        ("one\r\ntwo\n\n  three\tfour", "one two three four"),
        ("[bold]as it stands[/bold] “é” 👍", "[bold]as it stands[/bold] “é” 👍"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert show_line(text) == shown


@given(ANY_TEXT)
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    for shown in [show_line(text), *show_lines(text)]:
        assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in OVERRIDES]


@given(ANY_TEXT)
def test_json_holds_the_very_text_and_cannot_steer_a_terminal(text: str) -> None:
    written = write_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert not [c for c in written if (unicodedata.category(c) == "Cc" and c != "\n") or c in OVERRIDES]
    written.encode("utf-8")
