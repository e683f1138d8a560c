"""Documents and passages, kept in a record file, and candidate passages for a query. An index nominates only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.protocols import Index

INDEXES: Final[Registry[Callable[[Path | None], Index]]] = Registry(
    "index",
    group="factcheck.indexes",
    built_in={"tantivy": Target(path="factcheck.index.engine:open_index")},
)
"""The engines by name: a factory opens the index in a folder, or one in memory where that is None."""

__all__ = ["INDEXES"]
