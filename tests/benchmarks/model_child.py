"""The judge in a process of its own, so that its start and its memory are its own.

`python -m tests.benchmarks.model_child ours|torch|nothing THREADS BATCH PAIRS` prints what it cost as JSON; `nothing`
imports what runs the judge, and asks it nothing. Of `torch` it is the network alone that is run, on the same numbers.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING, Final

from tests.benchmarks.child import measure_peak

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.learned.artefact import Artefact

    Pair = tuple[str, str]
    Judge = Callable[[Sequence[Pair]], object]

SENTENCES: Final = (
    "The council in Dunmore spent £4.2 million on the repair of its schools in 2016, auditors said on Tuesday.",
    "It had ninety vacancies by the end of the year, more than in any year since the board was founded in 1948.",
    "Inspectors rated the Marsh hospital good in March, and two of its three offices were closed six months later.",
    "Nobody from the college would say why the repairs took eleven weeks, or who had agreed to pay for all of them.",
    "Ann Lee chaired the trust for four years, until Tom Hart, who had been her deputy, took over in the autumn.",
)
"""Each two in a row, of which the second is cut to a claim, have about sixty word pieces."""

CLAIM: Final = 16
"""Words of a claim."""


def make_pairs(count: int) -> list[Pair]:
    """Return so many pairs of a passage and a claim, of about sixty word pieces each."""
    texts = list(islice(cycle(SENTENCES), count + 2))
    return [
        (f"{texts[place]} {' '.join(texts[place + 1].split()[:10])}", " ".join(texts[place + 2].split()[:CLAIM]))
        for place in range(count)
    ]


def measure(system: str, *, threads: int, batch: int, count: int) -> dict[str, float]:
    """Open a judge and ask it: milliseconds to open and to the first answer, of a pair; most megabytes held."""
    pairs = make_pairs(count)
    started = time.perf_counter()
    judge = {"ours": _open_ours, "torch": _open_torch, "nothing": _open_nothing}[system](threads)
    opened = time.perf_counter()
    judge(pairs[:1])
    answered = time.perf_counter()
    for first in range(0, count, batch):
        judge(pairs[first : first + batch])
    spent = time.perf_counter() - answered
    return {
        "open": (opened - started) * 1000,
        "first": (answered - opened) * 1000,
        "pair": spent / count * 1000,
        "peak": measure_peak(),
    }


def find_shipped() -> Artefact:
    """Return the artefact, which must be there."""
    from factcheck.learned import Artefact, find_artefact  # noqa: PLC0415 - its time is measured

    found = find_artefact()
    assert isinstance(found, Artefact), found.reason
    return found


def _open_ours(threads: int) -> Judge:
    from factcheck.learned.pairs import PairScorer  # noqa: PLC0415 - its time is measured

    return PairScorer(find_shipped(), threads=threads).weigh


def _open_nothing(_threads: int) -> Judge:
    from factcheck.learned import pairs  # noqa: PLC0415 - its memory is measured

    return lambda given: (pairs, given)


def _open_torch(threads: int) -> Judge:
    import torch  # noqa: PLC0415 - its time is measured
    from transformers import BertModel  # noqa: PLC0415

    from factcheck.learned.session import Words  # noqa: PLC0415
    from factcheck.training.export import find_start  # noqa: PLC0415

    torch.set_num_threads(threads)
    network = BertModel.from_pretrained(find_start(), add_pooling_layer=False, attn_implementation="eager").eval()
    return partial(_ask_torch, network, Words(find_shipped()).cut)


def _ask_torch(network: Callable[..., object], cut: Callable[[str], list[int]], pairs: Sequence[Pair]) -> None:
    import torch  # noqa: PLC0415 - only where it is measured

    coded = [torch.tensor([*cut(passage), *cut(claim), 0, 0, 0]) for passage, claim in pairs]
    ids = torch.nn.utils.rnn.pad_sequence(coded, batch_first=True)
    mask = torch.nn.utils.rnn.pad_sequence([torch.ones_like(one) for one in coded], batch_first=True)
    with torch.inference_mode():
        network(input_ids=ids, attention_mask=mask)


if __name__ == "__main__":
    asked, *numbers = sys.argv[1:]
    threads, batch, count = map(int, numbers)
    print(json.dumps(measure(asked, threads=threads, batch=batch, count=count)))  # noqa: T201 - for the parent to read
