"""Entries of the lexicon files: tables, lists, and strings of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon.phrases import PhraseTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENTRY: Final = re.compile(r"(?<!\S)'([^']+)'|(\S+)")


def table_of(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Return the table under a key; an empty one where there is none."""
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise TypeError(f"{key} is no table")
    return value


def tables_of(table: Mapping[str, object], key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the tables under a key, each with its name."""
    named = table_of(table, key)
    yield from ((name, table_of(named, name)) for name in named)


def list_of(table: Mapping[str, object], key: str) -> list[object]:
    """Return the list under a key; an empty one where there is none."""
    value = table.get(key, [])
    if not isinstance(value, list):
        raise TypeError(f"{key} is no list")
    return value


def dicts_of(table: Mapping[str, object], key: str) -> list[dict[str, object]]:
    """Return the tables of a list."""
    return [one for one in list_of(table, key) if isinstance(one, dict)]


def examples_of(table: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Return the examples of an entry: sentences, and what each is read as."""
    return tuple((str(one["text"]), str(one["reads"])) for one in dicts_of(table, "examples"))


def words_of(table: Mapping[str, object], key: str) -> list[str]:
    """Return the entries of a list, or the words of a string, in which quotation marks hold a phrase together."""
    value = table.get(key, [])
    if not isinstance(value, str):
        return [str(item) for item in list_of(table, key)]
    return [quoted or word for quoted, word in _ENTRY.findall(value)]


def phrases_of(table: Mapping[str, object], key: str) -> PhraseTable:
    """Return a list of phrases as a table in which they are looked up as written, labelled with the key."""
    return PhraseTable(((phrase, key) for phrase in words_of(table, key)), by="lower")
