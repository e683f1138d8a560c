"""A wording found in a source word for word, however it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS: Final = ".,;:…"
"""Signs that a quotation may end in where its source does not, and the other way round."""

AFTER: Final = 80
"""Code points that are looked at behind a wording, to see whether its sentence goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a wording stands; `goes_on` is how its sentence continues where the wording's has ended."""

    span: Span
    goes_on: str = ""


def find_verbatim(wording: str, *, source: str) -> Stand | None:
    """Find a wording with its last stop or without it; a place where the sentence ends too comes first."""
    whole = strip_marks(wording)
    for span in _occurrences(whole, source=source):
        return Stand(span=span)
    going_on: Stand | None = None
    for span in _occurrences(whole.rstrip(STOPS), source=source):
        after = source[span.end : span.end + AFTER]
        if _CLOSED.match(after) or whole[-1] in ",;:":
            return Stand(span=span)
        rest = _REST.match(after)
        if rest and going_on is None and not _TURNED.match(after):
            going_on = Stand(span=span, goes_on=rest[0].strip())
    return going_on


def same_wording(text: str, quote: str) -> bool:
    """Whether two wordings differ in presentation at most."""
    ours, theirs = (strip_marks(wording).rstrip(STOPS) for wording in (text, quote))
    if ours and fold(ours) == fold(theirs):
        return True
    alike = bool(ours) and _letters(ours) == _letters(theirs)
    return alike and _pattern(ours).fullmatch(fold(theirs)) is not None


def strip_marks(wording: str) -> str:
    """Strip white space, and one pair of quotation marks around the whole."""
    bare = wording.strip()
    plain = fold(bare)
    marks = {plain[:1], plain[-1:]}
    paired = len(plain) > len("“”") and marks in ({"'"}, {'"'}) and not marks & set(plain[1:-1])
    return bare[1:-1].strip() if paired else bare


_CLOSED: Final = re.compile(r"""["'“”‘’)\]]*\s*(?:\.|\n|\Z)|[,;:]?["”]|[,;:]['’]""")
_TURNED: Final = re.compile(r"""["'”’)\]]*[!?]""")
_REST: Final = re.compile(r"[^.!?\n]{1,60}(?!\w)|[^.!?\n]{1,60}")
_CUT_BEFORE: Final = re.compile(r"(?:\w|[£$€]|\w['’‐‑-]|\d[.,])\Z")
_CUT_AFTER: Final = re.compile(r"\w|%|['’‐‑-]\w|[.,]\d")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_GAP: Final = re.compile(r"\s*[–—―]\s*|\s+-+\s+|-{2,}|…|\.\.\.|\s+")


def _occurrences(wording: str, *, source: str) -> Iterator[Span]:
    """Yield where a wording stands but for presentation, and never a place that cuts a word or a figure."""
    letters = _letters(wording)
    if not any(map(str.isalnum, wording)) or letters not in _letters(source):
        return
    plain, folded = fold(wording), _folded(source)
    printed = Span(folded.find(plain), folded.find(plain) + len(plain))
    if printed.start >= 0 and not _cuts(source, printed):
        yield printed  # printed alike: no pattern needs to be built
    for match in _pattern(wording).finditer(folded):
        span = Span(*match.span())
        if not _cuts(source, span):
            yield span


def _cuts(source: str, span: Span) -> bool:
    """Whether a span begins or ends inside a word or a figure: “compliance” in “non-compliance”, 5 in 5.3."""
    before, after = source[max(0, span.start - 2) : span.start], source[span.end : span.end + 2]
    cut_before = source[span.start].isalnum() and _CUT_BEFORE.search(before)
    cut_after = source[span.end - 1].isalnum() and _CUT_AFTER.match(after)
    return bool(cut_before or cut_after)


@lru_cache(maxsize=256)
def _pattern(wording: str) -> re.Pattern[str]:
    """Match a wording in folded text: any space for a space, any dash for a dash, either case at first."""
    parts = [_first_letter(wording[0])]
    end = 1
    for gap in _GAP.finditer(wording, end):
        parts += [re.escape(fold(wording[end : gap.start()])), _gap_pattern(gap[0])]
        end = gap.end()
    return re.compile("".join([*parts, re.escape(fold(wording[end:]))]))


def _first_letter(letter: str) -> str:
    cases = sorted({fold(case) for case in (letter, letter.lower(), letter.upper()) if len(case) == 1})
    return f"[{''.join(map(re.escape, cases))}]"


def _gap_pattern(gap: str) -> str:
    if gap in {"…", "..."}:
        return r"(?:…|\.\.\.)"
    if gap.isspace():
        return r"\s+(?:(?<=\n)[\"'])?"  # a quotation opens anew with each paragraph
    return r"\s*-+\s*"


@lru_cache(maxsize=16)
def _letters(text: str) -> str:
    """The letters and figures of a text from the second on: what no two forms of one wording differ in.

    Comparing them spares making an expression for every wording that is not there.
    """
    return "".join(_NO_LETTER.split(fold(text)[1:]))


@lru_cache(maxsize=4)
def _folded(source: str) -> str:
    return fold(source)
