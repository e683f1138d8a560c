"""What is kept of a document: rows that its passages can be read from again, and what an index needs of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from factcheck.index.copies import count_copies
from factcheck.index.packing import DocumentBody, pack, pack_passage, pack_reading
from factcheck.lexicon import load_lexicon
from factcheck.model import (
    BlockKind,
    Document,
    DocumentHead,
    Outline,
    Passage,
    Section,
    SectionOutline,
    VoiceKind,
)
from factcheck.text import fold_loosely, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import Notice, Reading
    from factcheck.values import DateRange

_CHANCES: Final = 2.0**32


class KeptPassage(NamedTuple):
    """A passage as it is kept; `copies` is 0 where it is read like an earlier one of its document, which tells both.

    `days` are known, first and last, as in an `Entry`. `here` and `nearby` are stems, "" where the passage is not
    indexed by itself.
    """

    section: int
    start: int
    end: int
    text: str
    copies: int
    speaker: str
    days: tuple[int, int, int]
    body: bytes
    reading: bytes
    here: str
    nearby: str
    wording: int
    tie: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A document as it is kept. `words` are those that it writes without a capital.

    `identity` hashes all that makes it this document, as it was read: its bytes, its text and what was found in it.
    """

    path: str
    publisher: str
    identity: str
    text: str
    outline: bytes
    body: bytes
    about: bytes
    words: frozenset[str]
    passages: tuple[KeptPassage, ...]


def keep(
    document: Document,
    passages: Sequence[Passage],
    read: Callable[[Passage], Reading] | None,
    *,
    notices: tuple[Notice, ...] = (),
) -> Kept:
    """Turn a document, all its passages in order and the corrections that it prints into what is kept of them.

    `read` finds what is in a passage; None keeps nothing of that, for who has it already.
    """
    outline = outline_document(document, passages, notices)
    body = DocumentBody(sections=document.sections, spoken=document.spoken, marks=document.marks)
    about: dict[int, tuple[str, ...]] = {passage.section: passage.names_about for passage in passages}
    packed = pack(outline), pack(body)
    return Kept(
        path=document.path,
        publisher=fold_loosely(document.publisher.value or ""),
        identity=sha256(b"".join(packed)).hexdigest(),
        text=document.text,
        outline=packed[0],
        body=packed[1],
        about=pack([about.get(number, ()) for number in range(len(document.sections))]),
        words=find_small_words(document.text),
        passages=_keep_passages(document, passages, read),
    )


def find_small_words(text: str) -> frozenset[str]:
    """The words of a text that are written without a capital, and so are no names."""
    return frozenset(filter(str.islower, text.split()))


def outline_document(document: Document, passages: Sequence[Passage], notices: tuple[Notice, ...] = ()) -> Outline:
    """Return a document without its text, with how many of its passages each section gives, and its corrections."""
    by_section: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_section[passage.section].append(passage)
    sections = tuple(
        SectionOutline(
            span=section.span,
            heading=section.heading,
            published=section.published,
            author=section.author,
            blocks=len(section.blocks),
            furniture=sum(block.kind is BlockKind.FURNITURE for block in section.blocks),
            passages=len(by_section[number]),
            own_voice=sum(one.attribution.voice is VoiceKind.DOCUMENT for one in by_section[number]),
        )
        for number, section in enumerate(document.sections)
    )
    known = {field.name: getattr(document, field.name) for field in fields(DocumentHead)}
    return Outline(**known, sections=sections, notices=notices)


def _keep_passages(
    document: Document, passages: Sequence[Passage], read: Callable[[Passage], Reading] | None
) -> tuple[KeptPassage, ...]:
    copies = {passage.id: often for passage, often in count_copies(passages)}
    days = [_days(document, section) for section in document.sections]
    kept = []
    last = ("", "")  # the sentence before is mostly the one just kept
    for passage in passages:
        before = passage.before[-1] if passage.before else ""
        nearby = last[1] if before == last[0] else _stems(before)
        last = (passage.text, _stems(passage.text))
        often = copies.get(passage.id, 0)
        kept.append(
            KeptPassage(
                section=passage.section,
                start=passage.span.start,
                end=passage.span.end,
                text=passage.text,
                copies=often,
                speaker=passage.attribution.speaker or "",
                days=days[passage.section],
                body=pack_passage(passage),
                reading=pack_reading(read(passage), passage) if often and read else b"",
                here=_with_meant(last[1], passage) if often else "",
                nearby=nearby if often else "",
                wording=int.from_bytes(blake2b(fold_loosely(passage.text).encode(), digest_size=8).digest()),
                tie=crc32(passage.id.encode()) / _CHANCES,
            )
        )
    return tuple(kept)


def _with_meant(stems: str, passage: Passage) -> str:
    """The stems of a passage, and of whom its pronouns and descriptions mean."""
    meant = dict.fromkeys(_stems(one.name) for one in passage.resolved)
    return " ".join([stems, *meant]) if meant else stems


def _stems(text: str) -> str:
    skip = load_lexicon().function_words
    return " ".join(token.stem for token in tokenize(text) if token.lower not in skip)


def _first(when: DateRange | None) -> int:
    return when.first.toordinal() if when and when.first else 0


def _days(document: Document, section: Section) -> tuple[int, int, int]:
    """When a section came out with its document, and the first and last day of its date, as an `Entry` counts them."""
    own, whole = section.published.value, document.published.value
    known = max(_first(whole), _first(own))
    when = own or whole
    return (known, _first(when), (when.last or date.max).toordinal()) if when else (known, 0, 0)
