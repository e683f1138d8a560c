"""One run over the example, or the learned model's part of it alone, in a process of its own.

`python -m tests.benchmarks.example_child rules|both|note FOLDER` runs `factcheck verify` with that judge; `note` also
writes down what the two graphs were given, and `bare FOLDER` runs the graphs on that with onnxruntime alone. Each tells
what it cost as JSON: milliseconds, and the most megabytes held.
"""

# ruff: noqa: PLC0415 - each process measures one thing alone

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.child import measure_peak

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

ROOT: Final = Path(__file__).parents[2]
GIVEN: Final = "given.json"


def verify(judge: str, folder: Path) -> None:
    """Check the claims of the example."""
    from factcheck.cli import run

    options = ["--record", str(ROOT / "seeds"), "--index", str(folder / "index"), "--judge", judge]
    assert run(["verify", str(ROOT / "claims.yaml"), *options, "--format", "json", "--output", os.devnull]) == 0


def note(folder: Path) -> None:
    """Check them, and write down what each graph was given, as often as it was."""
    from factcheck.learned.session import Graph

    given: list[tuple[str, Mapping[str, Sequence[int]]]] = []
    opened: dict[int, str] = {}
    begin, ask = Graph.__init__, Graph.run

    def remember(graph: Graph, artefact: object, name: str, *, threads: int) -> None:
        opened[id(graph)] = name
        begin(graph, artefact, name, threads=threads)  # type: ignore[arg-type] # handed on as it came

    def listen(graph: Graph, inputs: Mapping[str, Sequence[int]]) -> NDArray[np.float32]:
        given.append((opened[id(graph)], inputs))
        return ask(graph, inputs)

    Graph.__init__, Graph.run = remember, listen  # type: ignore[assignment, method-assign] # of this process alone
    verify("both", folder)
    (folder / GIVEN).write_text(json.dumps(given))


def run_bare(folder: Path) -> None:
    """Open the graphs on one thread, as onnxruntime does by itself, and run them on the same numbers."""
    import numpy as np
    import onnxruntime

    from factcheck.learned.artefact import PACKAGED

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    sessions = {}
    for name, inputs in json.loads((folder / GIVEN).read_text()):
        if name not in sessions:
            sessions[name] = onnxruntime.InferenceSession(PACKAGED / name, options)
        sessions[name].run(None, {key: np.asarray(numbers, dtype=np.int64) for key, numbers in inputs.items()})


if __name__ == "__main__":
    step, place = sys.argv[1], Path(sys.argv[2])
    started = time.perf_counter()
    if step == "bare":
        run_bare(place)
    elif step == "note":
        note(place)
    else:
        verify(step, place)
    cost = {"ms": (time.perf_counter() - started) * 1000, "peak": measure_peak()}
    print(json.dumps(cost))  # noqa: T201 - for the parent to read
