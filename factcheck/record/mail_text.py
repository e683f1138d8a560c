"""The text of a mail parted by who wrote it: the sender, and those whose earlier mail it quotes or forwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.dates import find_calendar_dates
from factcheck.model import Basis, Dated, Fact, SpokenSpan
from factcheck.record.assembly import Assembly, Head, lay_section, mend, tell
from factcheck.text import fold
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Section

UNKNOWN: Final = "the mail that is quoted"
UNDATED: Final = "quoted mail whose date is not told"
WROTE: Final = "the line before the quoted mail"
SIGNATURE: Final = "mail/signature"
HEAD: Final = "mail/head of earlier mail"

LONGEST_HEADER: Final = 400
"""Characters of a line that says who wrote a mail and when; a longer one is text, or made to keep a reader busy."""

_QUOTED: Final = re.compile(r"(?:\s{0,3}>)+ ?")
_WROTE: Final = re.compile(r"(?P<who>[^\W_a-z].{1,300}?)\s+(?:wrote|writes)\s*:\s*\Z", re.DOTALL)
_OPENS: Final = re.compile(r"\s*(?:On\b|\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)")
"""How an introduction begins that goes over several lines; one of a line may begin with the name."""

_STAMP: Final = re.compile(r"\d[:.]\d\d|@")
"""A time of day or an address, without which nobody but a person writes "On 3 May Ann Lee wrote:"."""

_LONGEST_INTRODUCTION: Final = 3
"""Lines over which mailers wrap "On … wrote:"."""

_FORWARDED: Final = re.compile(
    r"\s*(?:[-_*]{2,}\s*)?(?:begin )?(?:original message|forwarded (?:message|by)|forwarded mail)\b.*", re.IGNORECASE
)
_RULE: Final = re.compile(r"\s*_{10,}\s*\Z")
_FIELD: Final = re.compile(
    r"[\s*]*(?P<name>from|sent|date|to|cc|bcc|subject|reply-to)\s*\*?:\*?\s*(?P<value>.*)", re.IGNORECASE
)
_DATED: Final = frozenset({"sent", "date"})
_NEAR: Final = 5
"""Lines after an introduction in which the mail that it introduces begins."""

_HEAD_REACH: Final = 12
"""Lines in which the head of an earlier mail says who wrote it and when."""

_CLOCK: Final = re.compile(
    r"[\s,]*(?:(?:at|um|,)\s*)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:\([^()]*\)|[+-]\d{4}|GMT|UTC|BST|[A-Z]{3,4}\b(?! [A-Z][a-z]))?[\s,]*"
)
_SEPARATORS: Final = re.compile(r"[._-]")
_NAME_PARTS: Final = 2
_OPENING: Final = re.compile(r"\s*(?:On|At)\b\s*(?:[A-Z][a-z]{2,8},?\s+)?")
_ADDRESS: Final = re.compile(r"\s*[<(\[]?(?:mailto:)?[\w.+-]+@[\w.-]+[>)\]]?(?:\s*<[^<>]*>)?")


@dataclass(slots=True)
class _Stretch:
    """Lines that one person wrote; the first `head` of them say so, and are no text."""

    author: Fact
    published: Dated
    own: bool
    lines: list[str] = field(default_factory=list)
    head: int = 0

    def again(self) -> _Stretch:
        """A further stretch of the same writer, still empty."""
        return _Stretch(self.author, self.published, own=self.own)


_NOBODY: Final = _Stretch(Fact(), Dated(source=UNDATED), own=False)
"""Who wrote what is quoted without an introduction."""


def lay_out_mail(
    source: str, *, author: Fact, published: Dated
) -> tuple[str, tuple[Section, ...], tuple[SpokenSpan, ...]]:
    """Return the text without ">" at the beginning of lines, its sections, and what of it may be anybody's.

    The first section is the sender's. Quoted mail has the author and date that its introduction names; where none is
    named it may be anybody's.
    """
    text = Assembly()
    sections: list[Section] = []
    spoken: list[SpokenSpan] = []
    for stretch in _part(mend(source).splitlines(), author, published):
        piece = "\n".join(stretch.lines).strip("\n")
        if not piece.strip():
            continue
        span = text.add(piece)
        furniture = _furniture(stretch, piece, span)
        head = Head(published=_by_then(stretch.published, published), author=stretch.author)
        sections.append(lay_section(piece, span, head=head, furniture=furniture))
        if not stretch.own and stretch.author.value is None:
            spoken.append(SpokenSpan(span=span, speaker=None, known=False, source=UNKNOWN))
    return text.text, tuple(sections), tuple(spoken)


def _by_then(told: Dated, mailed: Dated) -> Dated:
    """The date of a stretch; of what is quoted without one, only that it was written by the day of the mail."""
    if told.value or not mailed.value:
        return told
    return Dated(value=DateRange(first=None, last=mailed.value.last), basis=Basis.INFERRED, source=told.source)


def _furniture(stretch: _Stretch, piece: str, span: Span) -> list[tuple[Span, str]]:
    found = []
    if stretch.head:
        end = sum(len(line) + 1 for line in piece.split("\n")[: stretch.head])
        found.append((Span(span.start, min(span.start + end, span.end)), HEAD))
    signed = re.search(r"^-- ?$", piece, re.MULTILINE)
    if signed:
        found.append((Span(span.start + signed.start(), span.end), SIGNATURE))
    return found


def _part(lines: list[str], author: Fact, published: Dated) -> Iterator[_Stretch]:
    """Part the lines of a mail by how many ">" stand before them, and by the introductions of earlier mail.

    An introduction tells of the deeper lines that follow, or, where none do, of all that comes at its own depth.
    """
    writers = {0: _Stretch(author, published, own=True)}
    now, depth, place = writers[0].again(), 0, 0
    while place < len(lines):
        deep, plain = _unquote(lines[place])
        begun = _head(lines, place) or _introduction(lines, place)
        if begun:
            count, told = begun
            yield now
            depth = _depth_after(lines, place + count, deep)
            writers = {level: one for level, one in writers.items() if level < depth} | {depth: told}
            now = told.again()
            now.lines, now.head = [_unquote(line)[1] for line in lines[place : place + count]], count
            place += count
            continue
        if plain.strip() and deep != depth:
            yield now
            depth = deep
            now = writers.get(deep, _NOBODY).again()
        now.lines.append(plain)
        place += 1
    yield now


def _unquote(line: str) -> tuple[int, str]:
    """How many ">" stand before a line, and the line without them."""
    mark = _QUOTED.match(line)
    return (mark[0].count(">"), line[mark.end() :]) if mark else (0, line)


def _depth_after(lines: list[str], place: int, depth: int) -> int:
    """How deep what follows an introduction at some depth is quoted; never less deep than itself."""
    following = next((deep for deep, plain in map(_unquote, lines[place : place + _NEAR]) if plain.strip()), depth)
    return max(following, depth)


def _introduction(lines: list[str], place: int) -> tuple[int, _Stretch] | None:
    """Read "On 3 May 2016, Ann Lee wrote:", which mailers wrap, and how many lines it takes."""
    for count in range(1, _LONGEST_INTRODUCTION + 1):
        taken = [_unquote(line) for line in lines[place : place + count]]
        if len(taken) < count or not all(plain.strip() for _, plain in taken) or len({deep for deep, _ in taken}) > 1:
            return None
        written = " ".join(plain.strip() for _, plain in taken)
        match = _WROTE.match(written) if len(written) <= LONGEST_HEADER else None
        deep = taken[0][0]
        opens = count == 1 or _OPENS.match(taken[0][1])
        if match and opens and (_depth_after(lines, place + count, deep) > deep or _STAMP.search(match["who"])):
            who, dated = _read_introduction(match["who"])
            return count, _Stretch(tell(who, WROTE), dated, own=False)
    return None


def _read_introduction(who: str) -> tuple[str, Dated]:
    dates = find_calendar_dates(fold(who))
    rest, dated = who, Dated(source=UNDATED)
    if dates:
        period = dates[0].period() if dates[0].year else None
        dated = Dated(value=period, basis=Basis.INFERRED, source=WROTE) if period else dated
        after = who[dates[0].span.end :]
        clock = _CLOCK.match(after)
        rest = after[clock.end() :] if clock else after
    named = _ADDRESS.sub("", _OPENING.sub("", rest, count=1)).strip(" ,:<>\"'")
    address = _ADDRESS.search(rest)
    return person_of(named or (address[0] if address else "")), dated


def _head(lines: list[str], place: int) -> tuple[int, _Stretch] | None:
    """Read the head that mailers set before mail that they forward or answer, and how many lines it takes."""
    first = _unquote(lines[place])[1]
    opened = bool(_FORWARDED.match(first) or _RULE.match(first))
    fields: dict[str, str] = {}
    end = place + opened
    for offset in range(place + opened, min(place + opened + _HEAD_REACH, len(lines))):
        line = _unquote(lines[offset])[1]
        match = _FIELD.match(line)
        if match:
            fields.setdefault(match["name"].lower(), match["value"][:LONGEST_HEADER].strip())
            end = offset + 1
        elif line.strip():
            break
    if "from" not in fields or not (fields.keys() & _DATED or opened):
        return None
    written = next((fields[name] for name in sorted(_DATED & fields.keys())), "")
    dates = find_calendar_dates(fold(written))
    period = dates[0].period() if dates and dates[0].year else None
    dated = Dated(value=period, basis=Basis.INFERRED, source=WROTE) if period else Dated(source=UNDATED)
    named = _ADDRESS.sub("", fields["from"]).strip(" <>\"'") or fields["from"]
    return end - place, _Stretch(tell(person_of(named), WROTE), dated, own=False)


def person_of(written: str) -> str:
    """The name in what stands in a header: "Lee, Ann" and "ann.lee@dunmore.example" are Ann Lee.

    >>> person_of("Lee, Ann"), person_of("ann.lee@dunmore.example"), person_of("news@dunmore.example")
    ('Ann Lee', 'Ann Lee', 'news@dunmore.example')
    """
    written = " ".join(written.split()).strip("'\"<>() ")
    last, comma, first = written.partition(", ")
    if comma and "," not in first and " " not in last:
        return f"{first} {last}"
    words = _SEPARATORS.split(written.partition("@")[0]) if "@" in written else []
    if len(words) == _NAME_PARTS and all(word.isalpha() and len(word) > 1 for word in words):
        return " ".join(word.title() for word in words)
    return written
