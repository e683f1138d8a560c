"""Files to documents: what is read, what each page holds, and what belongs to the page only."""

from __future__ import annotations

from factcheck.record.files import READERS, FileContent, hash_file, read_file
from factcheck.record.folder import check_folder, load_stated, nothing_read, read_folder
from factcheck.record.scope import find_latest_date, narrow
from factcheck.record.walk import Found, find_entries, find_place, look_at_file, name_place

__all__ = [
    "READERS",
    "FileContent",
    "Found",
    "check_folder",
    "find_entries",
    "find_latest_date",
    "find_place",
    "hash_file",
    "load_stated",
    "look_at_file",
    "name_place",
    "narrow",
    "nothing_read",
    "read_file",
    "read_folder",
]
