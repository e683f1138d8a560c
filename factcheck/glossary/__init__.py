"""Lexicon files of a user's own: words, scales and bodies of another domain, added to those that are shipped."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.errors import FaultsError
from factcheck.glossary.examples import read_entry_example, read_example
from factcheck.glossary.schema import SECTIONS, Entry
from factcheck.glossary.tables import Adding
from factcheck.lexicon import make_lexicon, read_tables, use_lexicon
from factcheck.placed import read_file
from factcheck.placed.plain import Plain, to_plain
from factcheck.placed.rows import Sheet, name_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.glossary.tables import Tables
    from factcheck.lexicon import Lexicon
    from factcheck.placed.rows import Step

__all__ = ["load_glossaries", "read_example", "use_glossaries"]


@contextmanager
def use_glossaries(paths: Sequence[Path]) -> Iterator[None]:
    """Read with the lexicon files of a user inside the `with`, and as before after it.

    Raises:
        FaultsError: a file has faults, all of them told.
        InputError: a file is not there, or cannot be read.
    """
    with use_lexicon(load_glossaries(paths)):
        yield


def load_glossaries(paths: Sequence[Path]) -> Lexicon:
    """Return the shipped lexicon with what the files add, in their order; every example of theirs reads as it says.

    Raises:
        FaultsError: of the first file that has any, every fault: of form, of names that are taken, of examples.
        InputError: a file is not there, or cannot be read.
    """
    tables: Tables = read_tables()
    sources = [_read(path, tables) for path in paths]
    lexicon = make_lexicon(tables, own=tuple(source.digest for source in sources))
    with use_lexicon(lexicon):
        for source in sources:
            source.check_examples()
    for path, source in zip(paths, sources, strict=True):
        if source.sheet.faults:
            raise FaultsError(str(path), list(dict.fromkeys(source.sheet.faults)))
    return lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A lexicon file: the hash of its bytes, and its sound entries, each with its place."""

    digest: str
    sheet: Sheet
    entries: list[tuple[tuple[Step, ...], Entry]] = field(default_factory=list)

    def check_examples(self) -> None:
        """Note every example that does not read as it says, with what was read instead."""
        for where, row in self.entries:
            for number, example in enumerate(row.examples):
                read = read_entry_example(str(where[0]), row, number)
                if read != example.reads:
                    told = f"“{example.text}” reads as “{read}”, not as “{example.reads}”"
                    hint = "mend the entry or its example"
                    self.sheet.add_fault((*where, "examples", number, "reads"), told, hint=hint)


def _read(path: Path, tables: Tables) -> _Source:
    """Read a file and add its sound entries to the tables."""
    tree = read_file(path)
    source = _Source(
        digest=sha256(path.read_bytes()).hexdigest()[:16], sheet=Sheet(root=tree.root, faults=list(tree.faults))
    )
    sections = to_plain(tree.root, source.sheet.faults)
    known = tuple(SECTIONS)
    if not isinstance(sections, dict):
        if not source.sheet.faults:
            source.sheet.add_fault((), "the file adds nothing", hint=f"its lists are {', '.join(known)}")
        return source
    for key in sections:
        if key not in SECTIONS:
            source.sheet.add_fault((key,), f"there is no list “{key}”", hint=name_near(key, known))
    for section in SECTIONS:
        _read_section(section, sections.get(section), source, tables)
    return source


def _read_section(section: str, entries: Plain, source: _Source, tables: Tables) -> None:
    if entries is not None and not isinstance(entries, list):
        source.sheet.add_fault((section,), f"“{section}” is a list")
    elif entries is not None:
        for number, entry in enumerate(entries):
            where: tuple[Step, ...] = (section, number)
            row = source.sheet.check(SECTIONS[section], entry, where=where)
            if row is not None and Adding(tables=tables, sheet=source.sheet, where=where).add(row):
                source.entries.append((where, row))
