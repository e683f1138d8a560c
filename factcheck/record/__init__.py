"""Files to documents: what is read, what each page holds, and what belongs to the page only."""

from __future__ import annotations

from factcheck.record.as_of import find_latest_date, read_as_of
from factcheck.record.folder import READERS, read_folder

__all__ = ["READERS", "find_latest_date", "read_as_of", "read_folder"]
