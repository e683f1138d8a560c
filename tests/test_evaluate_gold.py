"""Files of labelled claims: what they may say, and every fault at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import FaultsError
from factcheck.evaluate.gold import find_spans, load_gold
from factcheck.model import Stance, VerdictLabel
from factcheck.model.labels import TrapKind
from factcheck.values import Span

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model.labels import Gold

TEXTS = {"a.txt": "The bridge was “closed” – for a year. The bridge was shut.", "deep/b.txt": "It rained."}

WHOLE = """
claims:
- id: bridge
  text: The bridge was open.
  speaker: Ann Lee
  date: '2019'
  kind: altered
  verdict: contradicted
  accept: [contradicted, disputed]
  contradicting:
  - {document: a.txt, quote: The bridge was}
  - {document: a.txt, quote: 'was "closed" - for', optional: true}
  note: it was not
- {id: rain, text: It rained., verdict: supported, supporting: [{document: deep/b.txt, quote: It rained.}]}
own_words:
- {speaker: Ann Lee, document: deep/b.txt}
- {speaker: Ann Lee, document: a.txt, start: 4, end: 10}
traps:
- {trap: look-alike, document: a.txt, quote: The bridge was shut., claims: [bridge], note: another bridge}
"""


PLAIN = "claims:\n- {id: a, text: b, verdict: supported}\n"


def load(folder: Path, text: str) -> Gold:
    path = folder / "gold.yaml"
    path.write_text(text, encoding="utf-8")
    return load_gold(path, TEXTS)


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        load(folder, text)
    return [f"{fault.line}:{fault.column}: {fault.message}" for fault in caught.value.faults]


def test_a_whole_file(tmp_path: Path) -> None:
    gold = load(tmp_path, WHOLE)
    bridge, rain = gold.claims
    assert (bridge.claim.id, bridge.claim.speaker, bridge.kind, bridge.note) == (
        "bridge",
        "Ann Lee",
        "altered",
        "it was not",
    )
    assert bridge.verdict is VerdictLabel.CONTRADICTED
    assert bridge.accept == {VerdictLabel.CONTRADICTED, VerdictLabel.DISPUTED}
    assert rain.accept == {VerdictLabel.SUPPORTED}
    assert [(one.side, one.optional) for one in bridge.quotes] == [(Stance.REFUTES, False), (Stance.REFUTES, True)]
    assert rain.quotes[0].side is Stance.SUPPORTS
    assert [one.span for one in gold.own_words] == [None, Span(4, 10)]
    assert (gold.traps[0].kind, gold.traps[0].claims) == (TrapKind.LOOK_ALIKE, ("bridge",))


def test_a_quote_is_found_wherever_it_stands_and_however_it_is_printed(tmp_path: Path) -> None:
    first, second = load(tmp_path, WHOLE).claims[0].quotes
    assert first.spans == (Span(0, 14), Span(38, 52))
    assert [span.of(TEXTS["a.txt"]) for span in second.spans] == ["was “closed” – for"]
    assert find_spans("The bridge was opened", TEXTS["a.txt"]) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["0:0: the file is empty"]),
        ("other: 1\n", ["1:1: the file has no “claims” list", "1:1: there is no entry “other”"]),
        ("claims: []\n", ["1:9: “claims” lists no claims"]),
        ("- a\n", ["1:1: the file has no “claims” list"]),
        ("claims:\n- {id: a, text: b}\n", ["2:3: “verdict” is missing"]),
        ("claims:\n- {id: a, text: b, verdict: true}\n", ["2:20: “true” is no verdict"]),
        ("claims:\n- {id: A b, text: b, verdict: supported}\n", ["2:8: the id “A b” is not in kebab-case"]),
        ("claims:\n- {id: a, text: b, verdict: supported, colour: red}\n", ["2:40: unknown key “colour”"]),
        (
            "claims:\n- {id: a, text: b, verdict: supported, accept: [disputed]}\n",
            ["2:3: “accept” must hold the verdict itself, supported"],
        ),
        (
            "claims:\n- {id: a, text: b, verdict: supported, supporting: [{document: c.txt, quote: x}]}\n",
            ["2:54: the record has no document c.txt"],
        ),
        (
            "claims:\n- {id: a, text: b, verdict: supported, supporting: [{document: a.txt, quote: not there}]}\n",
            ["2:71: the quote does not stand in a.txt"],
        ),
        (
            f"{PLAIN}own_words:\n- {{speaker: A, document: a.txt, start: 5}}\n",
            ["4:3: give both “start” and “end”, or neither for the whole document"],
        ),
        (
            f"{PLAIN}own_words:\n- {{speaker: A, document: a.txt, start: 5, end: 99}}\n",
            ["4:43: “a.txt” has 58 characters only"],
        ),
        (
            f"{PLAIN}traps:\n- {{trap: hole, document: a.txt, quote: The}}\n",
            ["4:4: “hole” is no trap"],
        ),
        (
            f"{PLAIN}traps:\n- {{trap: copy, document: a.txt, quote: The, claims: [c]}}\n",
            ["4:45: no claim has the id “c”"],
        ),
        (f"{PLAIN}traps: none\n", ["3:1: “traps” is a list"]),
    ],
)
def test_faults_have_their_place(tmp_path: Path, text: str, told: list[str]) -> None:
    assert faults(tmp_path, text) == told


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "claims:\n- {id: a, text: b}\n- {id: a, verdict: supported}\n"
        "traps:\n- {trap: copy, document: a.txt, quote: The, claims: [a]}\n"
    )
    assert faults(tmp_path, text) == [
        "2:3: “verdict” is missing",
        "3:3: the claim has no “text”",
        "3:8: the id “a” is taken: see line 2",
    ]
