"""The real command line, made to read in two processes and to stop for a while where a batch is half written.

Run as `python tests/slow_add.py record add …`. SLOW_SECONDS says how long it stops, SLOW_AT before which step:
"index" (its documents are in, unseen) or "show" (they are indexed too). It writes a line to stdout when it stops.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from factcheck.cli import main
from factcheck.index import batches
from factcheck.index.engine import TantivyIndex
from factcheck.pipeline import reads

if TYPE_CHECKING:
    from collections.abc import Callable


def stop_before(call: Callable[..., object], step: str) -> Callable[..., object]:
    """Return a call that stops for a while first, unless there is nothing to do."""

    def slow(*arguments: object, **named: object) -> object:
        if os.environ.get("SLOW_AT") == step and all(arguments[1:2]):
            sys.stdout.write("stopped\n")
            sys.stdout.flush()
            time.sleep(float(os.environ["SLOW_SECONDS"]))
        return call(*arguments, **named)

    return slow


if __name__ == "__main__":
    vars(reads)["WORTH_A_PROCESS"] = 1
    vars(reads)["_TASK_FILES"] = 5
    vars(batches)["show"] = stop_before(batches.show, "show")
    TantivyIndex.commit = stop_before(TantivyIndex.commit, "index")  # type: ignore[method-assign,assignment]
    main()
