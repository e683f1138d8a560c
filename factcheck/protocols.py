"""The seams: what a reader, an index, a stance model and a renderer must offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from factcheck.model import Extracted, Hit, Judgement, Link, Passage, Report, Stance


class Reader(Protocol):
    """Turns the bytes of one file format into text, and tells what the format says of it."""

    name: str

    def read(self, path: Path) -> Extracted:
        """Return the text of a file, of a text format with newlines untouched.

        Raises:
            InputError: the file cannot be read; the message says why, and becomes `Skipped`.
        """
        ...


@runtime_checkable
class TableReader(Reader, Protocol):
    """Reads tables, of whose columns the user may state what they hold."""

    def with_columns(self, columns: Mapping[str, str]) -> Reader:
        """Return the reader for a table with these columns, by what they hold: "text", "date", "author" and so on."""
        ...


class Index(Protocol):
    """Finds candidate passages. It nominates; it never decides."""

    def add(self, passages: Iterable[Passage]) -> None:
        """Add passages; ids are unique."""
        ...

    def search(self, terms: Sequence[str], *, limit: int) -> list[Hit]:
        """Return at most `limit` passages that share a term, best first, ties by passage id."""
        ...

    def search_all(self, queries: Sequence[Sequence[str]], *, limit: int) -> list[list[Hit]]:
        """Search for many queries; an engine with a bulk call overrides the loop."""
        return [self.search(terms, limit=limit) for terms in queries]


class StanceModel(Protocol):
    """Says what a passage says of a claim."""

    def judge(self, link: Link) -> Judgement:
        """Return one judgement; neutral where it cannot tell."""
        ...

    def judge_all(self, links: Sequence[Link]) -> list[Judgement]:
        """Judge many links; a model that batches overrides the loop."""
        return [self.judge(link) for link in links]


class ExampleText(Protocol):
    """A claim and a passage with the stance that a rule gives them."""

    @property
    def claim(self) -> str:
        """The claim."""
        ...

    @property
    def passage(self) -> str:
        """The passage."""
        ...

    @property
    def stance(self) -> Stance:
        """What the passage says of it."""
        ...


class RuleText(Protocol):
    """A rule as people read it."""

    @property
    def name(self) -> str:
        """Its name, with a slash: kind/rule."""
        ...

    @property
    def source(self) -> str:
        """On whose authority it decides."""
        ...

    @property
    def examples(self) -> Sequence[ExampleText]:
        """What it decides, and what it leaves."""
        ...


class Renderer(Protocol):
    """Turns a report into text."""

    def __call__(self, report: Report, *, width: int) -> str:
        """Return the whole text, ending in a newline."""
        ...
