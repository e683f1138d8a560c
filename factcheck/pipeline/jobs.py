"""How many processes work at once."""

from __future__ import annotations

import os


def count_jobs() -> int:
    """How many processes this one may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
