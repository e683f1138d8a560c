"""The model card: what the artefact is, what it was made of, how good it was measured to be, and what it cannot do.

`python -m factcheck.training.card ARTEFACT EVALUATION` writes it beside the files; the evaluation is the JSON of
`factcheck evaluate HELD_OUT --judge model --baseline`, over what was held out.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from factcheck.learned.artefact import MANIFEST
from factcheck.training.recipe import LARGE, SMALL
from factcheck.training.sets import SETS, Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.training.sets import LabelledSet

CARD: Final = "MODEL_CARD.md"

_INTENDED: Final = """\
Two small networks that ship inside factcheck and run offline on a processor. The *judge* reads a passage and a claim
and says how likely the passage supports or refutes the claim, or does neither; factcheck lets it speak only where its
rules are silent and no gate is shut, and counts what it says for less than what a rule says. The *encoder* turns a text
into a direction, by which passages near a claim are found; it is all-MiniLM-L6-v2 as it came, in whole numbers.

Both start from all-MiniLM-L6-v2 (Apache-2.0): six layers of 384, 22.7 million weights, of which half are the word
embeddings that both share and that training left as they were. What the graphs sum is in whole numbers, so that a pair
gets the same score alone, in any company and on any processor that was tried.

The tokenizer’s 30,522 pieces are those of the start weights, none added and none taken away: the commonest words of
English, towns and surnames among them, whoever a case is about.
"""

_LEARNED: Final = """
Nothing was learned from rows that share a document, a claim or a sentence of evidence with what was held out. Beside
the labelled pairs it learned from changes of them (a figure, a date, a direction, a holder of an office, the subject, a
denial; on one side and on both), from claims with near sentences that say nothing of them, and from made-up sentences
of public life.
"""

_MEASURED: Final = """
On what was held out of each set; a set without an open licence was only measured on. Forced takes the likelier of
supports and refutes, over pairs labelled either; three-way is over all.
"""

_LIMITS: Final = """\
- English only, and mostly the English of encyclopaedias, captions and abstracts: little of the training text is news or
  speech.
- A pair is read without the rest of its document, 160 word pieces at the most: what "it" or "the year before" stands
  for must be told to it, and a longer passage is cut.
- Of arithmetic, ranges and calendars it knows what was made up for training; the rules of factcheck read these.
- Irony, quotation within quotation and inference over several sentences are beyond it.
- Its probabilities were calibrated on pairs like those that it learned from; on a passage that was found by search
  neutral is likelier than it thinks. That is why factcheck's thresholds are set on records that say nothing of a claim.
- It never decides alone that somebody said what is not so: see "How far to trust it" in the README.
"""


class _Figures(BaseModel):
    """What the evaluation tells of one system on one set, as far as the card tells it on."""

    pairs: int
    accuracy: float | None = None
    accuracy_forced: float | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    systems: dict[str, _Figures]


def write_card(artefact: Path, evaluation: Path) -> str:
    """Return the card of an artefact in Markdown."""
    manifest = json.loads((artefact / MANIFEST).read_text(encoding="utf-8"))
    recipe = next((one for one in (SMALL, LARGE) if one.hash() == manifest["recipe"]), None)
    told = f"recipe “{recipe.name}”, " if recipe else ""
    return "\n".join(
        [
            "# The learned judge and the encoder of factcheck\n",
            f"Made by {told}`{manifest['recipe']}`; temperature {manifest['temperature']}.\n",
            _INTENDED,
            "## What it learned from\n",
            *_tabulate_sets(),
            _LEARNED,
            "## How good it is\n",
            *_tabulate_figures(list(_read_figures(evaluation))),
            _MEASURED,
            "## What it cannot do\n",
            _LIMITS,
        ]
    )


def _tabulate_sets() -> Iterator[str]:
    yield "| set | licence | read in its repository | pairs in a round, at most |"
    yield "| --- | --- | --- | ---: |"
    for one in SETS:
        if one.use is Use.TRAIN:
            yield _row(one)


def _row(one: LabelledSet) -> str:
    return f"| {one.name} | {one.licence} | {'yes' if one.confirmed else 'no'} | {one.a_round:,} |"


def _read_figures(evaluation: Path) -> Iterator[_Row]:
    for name, told in json.loads(evaluation.read_text(encoding="utf-8"))["sets"].items():
        systems = {one: _Figures.model_validate(figures) for one, figures in told.get("systems", {}).items()}
        systems["model"] = _Figures.model_validate(told)  # whoever judges stands outside, and what is beside it within
        yield _Row(name, systems)


def _tabulate_figures(rows: list[_Row]) -> Iterator[str]:
    yield "| set | pairs | judge, forced | judge, three-way | lexical baseline, forced | lexical, three-way |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for row in rows:
        judge, lexical = row.systems.get("model"), row.systems.get("lexical")
        if judge:
            cells = (judge.accuracy_forced, judge.accuracy)
            others = (lexical.accuracy_forced, lexical.accuracy) if lexical else (None, None)
            yield f"| {row.name} | {judge.pairs:,} | {' | '.join(map(_percent, (*cells, *others)))} |"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def main() -> None:
    """Write the card as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("artefact", type=Path)
    parser.add_argument("evaluation", type=Path)
    given = parser.parse_args()
    (given.artefact / CARD).write_text(write_card(given.artefact, given.evaluation), encoding="utf-8")


if __name__ == "__main__":
    main()
