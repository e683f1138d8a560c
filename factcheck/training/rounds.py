"""What is learned from in each round: pairs of every set, with silent passages, contrasts, denials and paraphrases."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Final

from factcheck.text import tokenize
from factcheck.training.contrasts import contrast, deny
from factcheck.training.examples import Example, Label
from factcheck.training.joins import join
from factcheck.training.paraphrase import paraphrase
from factcheck.training.read import read_alone
from factcheck.training.sets import SETS
from factcheck.training.silent import SilentPassages, draw_silent
from factcheck.training.states import make_pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import EntityKind
    from factcheck.training.examples import Row

MOST_CHARACTERS: Final = 330
"""Characters of a passage that is learned from: two sentences, the length of the passages that are read later."""

LONGEST_CLAIM: Final = 330
"""Characters of a claim: a longer one leaves no room for a passage."""

CONTRASTED: Final = frozenset({"fever", "fever_symmetric", "vitaminc_sample", "fm2", "scifact", "wice", "nli/feverous"})
JOINED: Final = frozenset({"fever", "fm2", "scifact"})
TOGETHER: Final = 0.25
"""The sets, and the share of their pairs, of which a claim is joined with another of the same document."""

DENIED: Final = 0.12
PARAPHRASED: Final = 0.3
TITLED: Final = 0.3
"""Shares of pairs that are also denied, that are paraphrased, and of whose passage its subject is told before it."""

SILENT: Final = {"fever": 0.5, "fm2": 1.0, "nli/feverous": 0.5, "scifact": 0.5, "wice": 1.0, "vitaminc_sample": 1.0}
"""Silent pairs that are made for each pair of a set."""

MADE: Final = 3_000
"""Made-up pairs in a round."""

_SENTENCE: Final = re.compile(r"(?<=[.!?;|]) +")


class Rounds:
    """The rows to learn from, and the rounds drawn of them; every round of a seed is the same on every machine."""

    def __init__(self, rows: Sequence[Row], *, seed: int) -> None:
        self._seed = seed
        self._by_set: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if len(row.claim) > LONGEST_CLAIM:
                continue
            self._by_set[row.set].append(row)
        self._names = _gather_names(rows)
        pool = [(row.doc_id, sentence) for row in rows if row.set in CONTRASTED for sentence in row.evidence]
        pool += [(row.doc_id, one) for row in rows if row.set in {"fm2", "wice"} for one in row.distractors]
        self._silent = SilentPassages(sorted({one for one in pool if len(one[1]) > LEAST_CHARACTERS}))

    def draw(self, number: int) -> list[Example]:
        """Return the pairs of a round, shuffled."""
        draw = Random(f"{self._seed} {number}")
        examples: list[Example] = []
        for one in SETS:
            rows = self._by_set[one.name]
            chosen = draw.sample(rows, min(one.a_round, len(rows)))
            examples += self._expand(chosen, draw)
        examples += [make_pair(draw) for _ in range(MADE)]
        draw.shuffle(examples)
        return examples

    def _expand(self, rows: Sequence[Row], draw: Random) -> Iterator[Example]:
        plain = [(row, _make_example(row, draw)) for row in rows if row.evidence]
        beside: dict[str, list[Example]] = defaultdict(list)
        for row, example in plain:
            beside[row.doc_id].append(example)
        for row, example in plain:
            yield _maybe_paraphrase(example, draw)
            if row.set in CONTRASTED:
                for made in contrast(example, self._names, draw):
                    yield _maybe_paraphrase(made, draw)
            others = [other for other in beside[row.doc_id] if other is not example]
            if row.doc_id and row.set in JOINED and others and draw.random() < TOGETHER:
                yield _maybe_paraphrase(join(example, draw.choice(others), draw), draw)
            if draw.random() < DENIED and (denied := deny(example, draw)):
                yield _maybe_paraphrase(denied, draw)
        yield from self._be_silent(rows, draw)

    def _be_silent(self, rows: Sequence[Row], draw: Random) -> Iterator[Example]:
        """The claims again, each with a passage that says nothing of it: of its own document, or the nearest other."""
        chosen = [row for row in rows if not row.evidence or draw.random() < SILENT.get(row.set, 0.0)]
        near = self._silent.find([row.claim for row in chosen], [row.doc_id for row in chosen])
        for row, passages in zip(chosen, near, strict=True):
            own = [one for one in row.distractors if len(one) > LEAST_CHARACTERS]
            if not own and not passages:
                continue
            near_by = own and (draw.random() < OWN or not passages)
            passage = draw.choice(own) if near_by else draw_silent(passages, draw)
            made = Example(source=f"{row.set}/silent", passage=_cut(passage), claim=row.claim, label=Label.NEUTRAL)
            yield _maybe_paraphrase(made, draw)


LEAST_CHARACTERS: Final = 40
"""Characters of a silent passage at the least."""

OWN: Final = 0.7
"""Share of silent passages that are from the document of the claim's evidence, where that is known."""


def _make_example(row: Row, draw: Random) -> Example:
    passage = focus(row.claim, row.evidence)
    if row.set == "fever" and row.doc_id and draw.random() < TITLED:
        passage = f"{_read_title(row.doc_id)}: {passage}"
    return Example(source=row.set, passage=passage, claim=row.claim, label=row.label, binary=row.binary)


def _read_title(page: str) -> str:
    """The title of a page as it is written: "Roar_-LRB-song-RRB-" is "Roar (song)"."""
    return (
        page.split("|", maxsplit=1)[0]
        .replace("_", " ")
        .replace("-LRB-", "(")
        .replace("-RRB-", ")")
        .replace("-COLON-", ":")
    )


def focus(claim: str, evidence: Sequence[str], *, most: int = MOST_CHARACTERS) -> str:
    """Return the evidence in its order, or of what is too long the sentences that share most words with the claim."""
    whole = " ".join(evidence)
    if len(whole) <= most:
        return whole
    pieces = [piece for sentence in evidence for piece in _SENTENCE.split(sentence)]
    wanted = {token.stem for token in tokenize(claim)}
    shared = [len(wanted & {token.stem for token in tokenize(piece)}) for piece in pieces]
    kept: set[int] = set()
    length = 0
    for place in sorted(range(len(pieces)), key=lambda place: (-shared[place], place)):
        if length + len(pieces[place]) <= most or not kept:
            kept.add(place)
            length += len(pieces[place]) + 1
    return _cut(" ".join(pieces[place] for place in sorted(kept)), most=most)


def _cut(passage: str, *, most: int = MOST_CHARACTERS) -> str:
    return passage if len(passage) <= most else passage[:most].rsplit(" ", 1)[0]


def _maybe_paraphrase(example: Example, draw: Random) -> Example:
    if draw.random() >= PARAPHRASED:
        return example
    return replace(example, passage=paraphrase(example.passage, draw), claim=paraphrase(example.claim, draw))


def _gather_names(rows: Sequence[Row]) -> Mapping[EntityKind, list[str]]:
    """Names by their kind, from claims whose sets are contrasted: what stands in for another name."""
    found: dict[EntityKind, set[str]] = defaultdict(set)
    for row in rows:
        if row.set in CONTRASTED:
            for mention in read_alone(row.claim).names:
                found[mention.kind].add(mention.span.of(row.claim))
    return {kind: sorted(names) for kind, names in found.items()}
