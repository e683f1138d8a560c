"""Passages by words, without a claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.index.meaning import DEPTH, Sought
from factcheck.index.rows import list_outlines
from factcheck.index.view import View
from factcheck.model import Scope, Skipped
from factcheck.near import suggest_name
from factcheck.pipeline.meaning import open_meaning
from factcheck.text import fold_loosely, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.index.store import Store
    from factcheck.model import Hit, Outline
    from factcheck.values import DateRange


NEAR: Final = 0.45
"""The cosine from which a passage is near that shares no word: of the passages that share none with a claim of the
labelled cases, one in 800 is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Passages, the best first; `looked_at` of `there` passages lie in the scope."""

    hits: tuple[Hit, ...]
    looked_at: int
    there: int


def find_passages(store: Store, words: str, *, scope: Scope, limit: int) -> Found:
    """Find the passages of a scope that share a word with `words` in any form, ties by id.

    Where there is an encoder, the nearest by meaning come first, and of a small record what is near without a word.

    Raises:
        InputError: there is no word in `words`.
        RunError: nothing of the record lies in the scope.
    """
    terms = [token.stem for token in tokenize(words)]
    if not terms:
        raise InputError(f"“{words}” has no word to search for", hint='as in: factcheck record search "budget gap"')
    with store.looked_at(), open_meaning(store) as meaning:
        looked_at = store.index.count(scope)
        view = View(store, scope=scope, meaning=meaning)
        hits = _search_near(view, words, terms, limit) if meaning else view.search(terms, limit=limit)
        if not looked_at and not scope.whole:
            from factcheck.record.scope import narrow  # noqa: PLC0415 - mostly there is something to look at

            narrow([outline for outline, _ in list_outlines(store.connection)], scope)
        return Found(hits=tuple(hits[:limit]), looked_at=looked_at, there=store.index.count())


def make_scope(
    store: Store, *, since: str | None, until: str | None, publishers: Sequence[str], speakers: Sequence[str]
) -> Scope:
    """Return the scope of what was typed.

    Raises:
        InputError: a publisher or a speaker is none of the record's; the hint names a near one.
    """
    return Scope(
        since=_read_date(since) if since else None,
        until=_read_date(until) if until else None,
        publishers=_choose_publishers(store, publishers) if publishers else None,
        speakers=_choose_speakers(store, speakers) if speakers else None,
    )


def keep_spoken(
    store: Store, outlines: Sequence[Outline], speakers: Sequence[str]
) -> tuple[list[Outline], list[Skipped]]:
    """Return the documents in which some speakers speak, with the passages that are theirs, and the others as skipped.

    Raises:
        InputError: a speaker is none of the record's; the hint names a near one.
    """
    spoken = store.count_spoken(_choose_speakers(store, speakers))
    whole = {outline.path: outline for outline, _ in list_outlines(store.connection)}
    kept: list[Outline] = []
    left: list[Skipped] = []
    for outline in outlines:
        counts = {whole[outline.path].sections[n].span: count for n, count in spoken.get(outline.path, {}).items()}
        mine = [replace(one, passages=counts[one.span]) for one in outline.sections if one.span in counts]
        if mine:
            kept.append(replace(outline, sections=tuple(mine)))
        else:
            left.append(Skipped(path=outline.path, reason=f"nothing in it is said by {' or '.join(speakers)}"))
    return kept, left


def _search_near(view: View, words: str, terms: Sequence[str], limit: int) -> list[Hit]:
    def share(hit: Hit) -> float:
        there = {token.stem for token in tokenize(hit.passage.text)}
        return sum(term in there for term in terms) / len(terms)

    near = Sought(text=words, share=share)
    if not view.small:
        return view.search(terms, limit=max(limit, DEPTH), near=near)
    hits = view.look_through(terms, near=near)
    return [hit for hit in hits if hit.score or (hit.nearness and hit.nearness.meaning >= NEAR)]


def _read_date(text: str) -> DateRange:
    from factcheck.dates import parse_edtf  # noqa: PLC0415 - slow, and mostly no date is asked for

    return parse_edtf(text)


def _choose_publishers(store: Store, names: Sequence[str]) -> frozenset[str]:
    known = store.list_publishers()
    for name in names:
        if fold_loosely(name) not in known:
            raise _unknown(name, known, "published by")
    return frozenset(map(fold_loosely, names))


def _choose_speakers(store: Store, names: Sequence[str]) -> frozenset[str]:
    """All ways in which the record writes the names of some speakers."""
    from factcheck.names import NameMatch, match_names  # noqa: PLC0415 - slow, and seldom asked for

    known = store.list_speakers()
    meant: set[str] = set()
    for name in names:
        fitting = [one for one in known if match_names(one, name) is not NameMatch.DIFFERENT]
        if not fitting:
            raise _unknown(name, known, "said by")
        meant.update(fitting)
    return frozenset(meant)


def _unknown(name: str, known: Collection[str], what: str) -> InputError:
    hint = suggest_name(name, among=known, otherwise="factcheck record stats shows what there is")
    return InputError(f"nothing in the record is {what} “{name}”", hint=hint)
