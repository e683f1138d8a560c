"""claims.yaml → Claims, every fault of the file reported at once with its line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.errors import Fault, FaultsError, InputError
from factcheck.names import NameMatch, match_names
from factcheck.near import nearest, suggest
from factcheck.text import fold_loosely, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.model import Claim

ALIKE: Final = 65.0
"""Likeness (0-100) from which a claim is shown as similar. Measured on this repository's claims.yaml:
rewordings of a claim came to 68-94, and of 1,540 pairs of different claims three lie above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarClaim:
    """A claim that the file already has, and how like the wording asked for it is: 0 to 100."""

    claim: Claim
    likeness: float


def load_claims(path: Path) -> tuple[Claim, ...]:
    """Load the claims of a file in its order.

    Raises:
        FaultsError: the file is no claims file; holds every fault, not only the first.
        InputError: there is no such file, or it cannot be read.
    """
    # Here and not above: a third of start-up is these two, and choosing among claims needs neither.
    from factcheck.claims.rows import read_claims  # noqa: PLC0415
    from factcheck.placed import read_file  # noqa: PLC0415

    tree = read_file(path)
    claims: list[Claim] = []
    faults = list(tree.faults)
    if tree.root is not None:
        claims, more = read_claims(tree.root)
        faults += more
    elif not faults:
        faults.append(Fault(line=0, column=0, message="the file is empty", hint="list claims under “claims:”"))
    if faults:
        raise FaultsError(str(path), faults)
    return tuple(claims)


def choose_claims(claims: Sequence[Claim], ids: Iterable[str], *, speakers: Iterable[str] = ()) -> tuple[Claim, ...]:
    """Return the claims with these ids in the order asked for, each once; all of them when no id is given.

    Where `speakers` are given, only the claims of one of them are returned.

    Raises:
        InputError: no claim has one of the ids, or is by one of the speakers; the hint names the nearest that there is.
    """
    of_speakers = _choose_speakers(claims, speakers)
    wanted = list(dict.fromkeys(ids))
    by_id = {claim.id: claim for claim in claims}
    unknown = [name for name in wanted if name not in by_id]
    if unknown:
        near = [found for name in unknown if (found := nearest(name, among=by_id))]
        named = " or ".join(f"“{name}”" for name in unknown)
        meant = " and ".join(f"“{name}”" for name in dict.fromkeys(near))
        raise InputError(f"no claim has the id {named}", hint=f"did you mean {meant}?" if meant else "")
    chosen = [by_id[name] for name in wanted] if wanted else claims
    return tuple(claim for claim in chosen if claim in of_speakers)


def _choose_speakers(claims: Sequence[Claim], speakers: Iterable[str]) -> Sequence[Claim]:
    """The claims by one of some speakers, however their names are written; all where none is given."""
    known = sorted({claim.speaker for claim in claims if claim.speaker})
    meant: set[str] = set()
    for name in (names := list(speakers)):
        fitting = [one for one in known if match_names(one, name) is not NameMatch.DIFFERENT]
        if not fitting:
            hint = suggest(name, among=known, otherwise=f"speakers are {', '.join(known) or 'not told'}")
            raise InputError(f"no claim is by “{name}”", hint=hint)
        meant.update(fitting)
    return [claim for claim in claims if claim.speaker in meant] if names else claims


def find_similar(claims: Iterable[Claim], text: str) -> list[SimilarClaim]:
    """Return the claims worded like `text`, the likest first, ties by id.

    Likeness is of wording alone, whatever the order of the words: "We never raised taxes" is much like
    "We raised taxes", so this says what to look at, and never that two claims say the same.
    """
    wanted = _sorted_words(text)
    similar = [
        SimilarClaim(claim=claim, likeness=likeness)
        for claim in claims
        if wanted and (likeness := _likeness(claim, wanted=wanted)) >= ALIKE
    ]
    return sorted(similar, key=lambda found: (-found.likeness, found.claim.id))


def _likeness(claim: Claim, *, wanted: str) -> float:
    """Compare the words of a text with a claim's text and its quote, whichever is the more alike."""
    return max(fuzz.ratio(wanted, _sorted_words(wording)) for wording in (claim.text, claim.quote) if wording)


def _sorted_words(text: str) -> str:
    """Words and figures in alphabetical order: what a token-sort ratio compares, without punctuation."""
    return " ".join(sorted(token.lower for token in tokenize(fold_loosely(text))))
