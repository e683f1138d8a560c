"""The seams: what a reader, an index, a stance model and a renderer must offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from factcheck.learned import PairScore
    from factcheck.model import Entry, Extracted, Judgement, Link, Ranked, Report, Scope, Stance


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
    """Finds candidate passages. It nominates; it never decides.

    What it returns depends on the passages that are there and on nothing else: not on how or in which order they came.
    """

    def add(self, entries: Iterable[Entry]) -> None:
        """Add passages, which are found after the next commit; numbers are unique."""
        ...

    def remove(self, documents: Iterable[int]) -> None:
        """Remove all passages of documents; those that are added afterwards stay."""
        ...

    def remove_above(self, document: int) -> None:
        """Remove all passages of documents with higher numbers."""
        ...

    def commit(self) -> None:
        """Make what was added and removed last, whatever becomes of the process, and find it."""
        ...

    def close(self) -> None:
        """Let other processes write; what was not committed is dropped."""
        ...

    def count(self, scope: Scope | None = None) -> int:
        """Return how many passages there are, or how many of them lie in a scope."""
        ...

    def list_numbers(self, document: int, *, limit: int) -> set[int]:
        """Return the numbers of at most `limit` passages of a document."""
        ...

    def forget_removed(self, *, removed: bool) -> None:
        """Say whether passages were ever removed: then the index takes care that they count in no score."""
        ...

    def find_damage(self) -> list[str]:
        """Return the names of its files whose bytes are not those that were written."""
        ...

    def overlook(self, documents: Iterable[int], *, above: int) -> None:
        """Rank as if these documents, and all with numbers above, were not there, until told otherwise."""
        ...

    def rank(self, terms: Sequence[str], *, limit: int, scope: Scope, rest: bool = False) -> list[Ranked]:
        """Return at most `limit` passages of a scope that share a term, best first, and after them the `rest`, at 0.

        Ties go by the `tie` and then by the `wording` of their entries, as far as an engine can tell them apart.
        """
        ...


class Encoder(Protocol):
    """Turns texts into packed directions, which are near where the texts mean alike."""

    @property
    def hash(self) -> str:
        """What changes with anything that may change a direction."""
        ...

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return the direction of every text, which is the one that it gets alone."""
        ...

    def compare(self, one: bytes, others: Sequence[bytes]) -> list[float]:
        """Return the cosines of a direction with others, from -1 to 1, the same on any machine."""
        ...


class StanceModel(Protocol):
    """Says what a passage says of a claim."""

    def judge(self, link: Link) -> Judgement:
        """Return one judgement; neutral where it cannot tell."""
        ...

    def judge_all(self, links: Sequence[Link]) -> list[Judgement]:
        """Judge many links; a model that batches overrides the loop."""
        return [self.judge(link) for link in links]


class PairModel(Protocol):
    """Reads a passage and a claim and says how likely each stance is, by what it learned."""

    @property
    def hash(self) -> str:
        """What tells it from any other: the same hash gives the same scores."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """Return the scores of pairs of a passage and a claim, each whatever it is asked together with."""
        ...


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
