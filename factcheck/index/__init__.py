"""Passages to candidate passages. An index nominates and never decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.protocols import Index

INDEXES: Final[Registry[Callable[[], Index]]] = Registry(
    "index",
    group="factcheck.indexes",
    built_in={"tantivy": Target(path="factcheck.index.memory:open_index")},
)
"""The engines by name; the embedded default keeps its index in memory."""

__all__ = ["INDEXES"]
