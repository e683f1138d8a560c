"""Files to documents: what is read, what each page holds, and what belongs to the page only."""

from __future__ import annotations

from factcheck.record.folder import READERS, read_folder

__all__ = ["READERS", "read_folder"]
