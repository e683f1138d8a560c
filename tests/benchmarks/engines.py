"""What is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.benchmarks.ours import Numbers, Passages
from tests.benchmarks.rivals import Bm25s, Fts5, Tantivy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.benchmarks.rivals import Engine

ENGINES: Final[dict[str, Callable[[Path], Engine]]] = {
    "SQLite FTS5": Fts5,
    "tantivy alone": Tantivy,
    "bm25s": Bm25s,
    "factcheck, numbers": Numbers,
    "factcheck, passages": Passages,
}
"""What is compared, by name; the first is what the others are ratios of."""
