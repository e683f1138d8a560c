"""What two documents share word for word: runs of the same words, and the stretches of text that they make up."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.verdict.shingles import SHINGLE, Shingler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Document, Evidence
    from factcheck.values import Span
    from factcheck.verdict.shingles import Words

SHARED: Final = 25
"""Words outside quotation marks that two documents share in one stretch before they carry one text.

Of the made-up articles, two in words of their own share 15 at the most, and a rewrite with one word in five changed
34 at the least. What stands between quotation marks is its speaker's: whoever was there may quote it.
"""

DENSE: Final = 0.5
"""Share of a stretch, in the document where it is shorter, that must be the same words.

It is 0.77 for a made-up article rewritten sentence by sentence, and 0.59 at the least with one word in five changed.
"""

REWORDED_WORDS: Final = 30
"""Words between two shared runs that a rewrite may have put otherwise: a long sentence."""

ADDED_WORDS: Final = 150
"""Words between two shared runs that one document may have added or cut: a few paragraphs."""

CONTAINED: Final = 0.5
"""Share of a sentence's words that must be shared for it to come from the shared text.

In the made-up article rewritten sentence by sentence it is 0.54 to 0.92. Between reports in words of their own, 4 of
192 sentences have as much in common, names mostly; but those carry no text together.
"""

NEAR: Final = 5
"""Shingles of a quote and its surroundings that another document must have to be compared at all: eight words in a row,
or a few phrases. Of the made-up articles, two in words of their own have 11 at the most, a rewrite 21 at the least."""

KEPT: Final = 64
"""Documents whose words are kept from one claim to the next: some 2 MB each, where a document has 500 sentences."""

OPEN: Final = 4
"""Stretches that a run may still continue: a text within a text within a text has three."""


class Texts:
    """The texts of a record, compared two by two where evidence asks for it.

    The method is Broder's (On the resemblance and containment of documents, 1997): the shingles of one document that
    another contains. Each pair is compared by itself, so that no third document changes what two of them share.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._begin()

    def _begin(self) -> None:
        self._shingler = Shingler(self._documents)
        self._near: dict[tuple[str, Span], frozenset[int]] = {}
        self._shared: dict[tuple[str, str], Shared | None] = {}

    def tidy(self) -> None:
        """Forget what was read, where that is much; between two claims, since equal words are numbered anew then."""
        if len(self._shingler) > KEPT:
            self._begin()

    def compare(self, one: Evidence, other: Evidence) -> Shared | None:
        """Return the text that the documents of two quotes share, None where there is none near the first quote."""
        pair = (one.document, other.document)
        if one.document == other.document or not all(path in self._shingler for path in pair):
            return None
        if len(self._shingler.words(other.document).first.keys() & self._around(one)) < NEAR:
            return None
        if pair not in self._shared:
            self._share(*sorted(pair, key=lambda path: (len(self._shingler.words(path)), path)))
        return self._shared[pair]

    def has_figures(self, one: Evidence, other: Evidence) -> bool:
        """Whether the document of another quote has every figure of this one, as it must to have its text."""
        if not (one.document in self._shingler and other.document in self._shingler):
            return False
        ours = self._shingler.words(one.document)
        figures = {ours.number(place) for place in ours.at(one.span)} & ours.figures
        return figures <= self._shingler.words(other.document).figures

    def _around(self, one: Evidence) -> frozenset[int]:
        """The shingles of a quote and of what stands right beside it."""
        place = (one.document, one.span)
        if place not in self._near:
            words = self._shingler.words(one.document)
            near = _widen(words.at(one.span))
            self._near[place] = frozenset(words.shingles[max(near.start, 0) : near.stop])
        return self._near[place]

    def _share(self, shorter: str, longer: str) -> None:
        """Compare two documents in the time that the shorter one takes."""
        shared = _find_shared(self._shingler.words(shorter), self._shingler.words(longer))
        self._shared[shorter, longer] = shared
        self._shared[longer, shorter] = shared and shared.turned()


class Run(NamedTuple):
    """The same words in two documents: where they begin in each, and how many there are."""

    ours: int
    theirs: int
    length: int

    def told(self, ours: Words) -> int:
        """How many of the words stand outside quotation marks."""
        return ours.told[self.ours + self.length] - ours.told[self.ours]

    def is_near(self, other: Run) -> bool:
        """Whether no more than a reworded sentence stands between two runs, in either document and in any order."""
        ours = max(self.ours, other.ours) - min(self.ours + self.length, other.ours + other.length)
        theirs = max(self.theirs, other.theirs) - min(self.theirs + self.length, other.theirs + other.length)
        return max(ours, theirs) <= REWORDED_WORDS


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The text that two documents share: where each shared word of one stands in the other, and the longest run.

    The longest is the one with the most words outside quotation marks: what is quoted shows nothing of who copied whom.
    """

    ours: Words
    theirs: Words
    place: dict[int, int]
    back: dict[int, int]
    longest: Run

    def turned(self) -> Shared:
        """The same, seen from the other document."""
        longest = Run(self.longest.theirs, self.longest.ours, self.longest.length)
        return Shared(self.theirs, self.ours, self.back, self.place, longest)

    def contains(self, span: Span) -> bool:
        """Whether a sentence of ours comes from the shared text, with every figure that it has."""
        places = self.ours.at(span)
        added = [place for place in places if place not in self.place]
        if not places or any(self.ours.number(place) in self.ours.figures for place in added):
            return False
        return len(places) - len(added) >= CONTAINED * len(places)

    def aligns(self, span: Span, other: Span) -> bool:
        """Whether a sentence of ours and one of theirs are the same place of the shared text."""
        mine, yours = self.ours.at(span), self.theirs.at(other)
        met = sum(self.place.get(place, -1) in yours for place in mine)
        return met >= CONTAINED * max(1, min(len(mine), len(yours)))

    def adjoins(self, span: Span, other: Span) -> bool:
        """Whether a sentence of ours and one of theirs stand in or right beside the same place of the shared text."""
        mine, yours = _widen(self.ours.at(span)), _widen(self.theirs.at(other))
        return any(self.place.get(place, -1) in yours for place in mine)

    def show_longest(self) -> tuple[str, int]:
        """Return the longest run as it stands in our text, and how many words it has."""
        span = self.ours.span(range(self.longest.ours, self.longest.ours + self.longest.length))
        return span.of(self.ours.text), self.longest.length


def _widen(places: range) -> range:
    return range(places.start - REWORDED_WORDS, places.stop + REWORDED_WORDS)


def _find_shared(ours: Words, theirs: Words) -> Shared | None:
    """The stretches that two documents share, None where they share no more than phrases or a quotation."""
    runs = list(_find_runs(ours, theirs))
    carried = sorted(run for stretch in _join(runs) if stretch.carries_text(ours) for run in stretch.runs)
    if not carried:
        return None
    runs = [run for run in runs if any(map(run.is_near, _beside(run, carried)))]
    place: dict[int, int] = {}
    back: dict[int, int] = {}
    for run in runs:
        for step in range(run.length):
            place.setdefault(run.ours + step, run.theirs + step)
            back.setdefault(run.theirs + step, run.ours + step)
    longest = max(runs, key=lambda run: (run.told(ours), run.length, -run.ours))
    return Shared(ours, theirs, place, back, longest)


def _beside(run: Run, carried: Sequence[Run]) -> Sequence[Run]:
    """The last run of a carried text that begins no later than a run, and the next: a clause may have been moved."""
    after = bisect_right(carried, run)
    return carried[max(0, after - 1) : after + 1]


def _find_runs(ours: Words, theirs: Words) -> Iterator[Run]:
    """Yield the runs of the same words in our order, each where it first stands in theirs; they may share a few words.

    A run that has been followed is not begun again within itself, so that a text that says one thing over and over
    takes no longer than another of its length.
    """
    mine, yours = ours.shingles, theirs.shingles
    place = 0
    while place < len(mine):
        start = place
        other = theirs.first.get(mine[place])
        place += 1
        if other is None:
            continue
        shift = other - start
        while place < len(mine) and place + shift < len(yours) and mine[place] == yours[place + shift]:
            place += 1
        before = SHINGLE - 1  # a shingle stands where it ends
        yield Run(start - before, other - before, place - start + before)


@dataclass(slots=True, eq=False)
class _Stretch:
    """Runs that follow one another in both documents, with little between them."""

    runs: list[Run]

    def takes(self, run: Run) -> bool:
        """Whether a run goes on where this stretch ends, in both documents."""
        last = self.runs[-1]
        gaps = (run.ours - last.ours - last.length, run.theirs - last.theirs - last.length)
        return min(gaps) > -SHINGLE and min(gaps) <= REWORDED_WORDS and max(gaps) <= ADDED_WORDS

    def carries_text(self, ours: Words) -> bool:
        """Whether it is a text: long enough without what it quotes, and dense."""
        first, last = self.runs[0], self.runs[-1]
        extent = min(last.ours - first.ours, last.theirs - first.theirs) + last.length
        shared = told = end = 0
        for run in self.runs:
            begin, end = max(run.ours, end), run.ours + run.length
            shared += max(0, end - begin)
            told += max(0, ours.told[end] - ours.told[begin])
        return told >= SHARED and shared >= DENSE * extent


def _join(runs: Iterable[Run]) -> list[_Stretch]:
    """Runs as stretches: each goes on the latest that takes it, or begins one."""
    stretches: list[_Stretch] = []
    for run in runs:
        stretch = next((one for one in stretches[: -OPEN - 1 : -1] if one.takes(run)), None)
        if stretch is None:
            stretches.append(_Stretch([run]))
        else:
            stretch.runs.append(run)
    return stretches
