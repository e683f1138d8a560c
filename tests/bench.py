"""Made-up texts as the stages see them, for the tests of reading, link, stance and verdict."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from factcheck.dates import parse_edtf
from factcheck.link import link_passage
from factcheck.model import (
    Basis,
    Block,
    BlockKind,
    Claim,
    Dated,
    Document,
    DocumentKind,
    Fact,
    Judgement,
    Section,
    Stance,
)
from factcheck.reading import Background, read_claim, read_document, read_passage
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from _pytest.mark import ParameterSet

    from factcheck.model import Link, Part, Passage, Reading
    from factcheck.stance import RuleModel


def make_document(
    text: str,
    *,
    path: str = "a.txt",
    published: str = "",
    author: str = "",
    kind: DocumentKind = DocumentKind.ARTICLE,
) -> Document:
    """A document of one section, without a heading, whose every line that is not blank is a paragraph."""
    dated = Dated(value=parse_edtf(published), basis=Basis.STATED) if published else Dated()
    digest = sha256(text.encode()).hexdigest()
    section = Section(
        span=Span(0, len(text)), heading=None, published=dated, author=Fact(value=author or None), blocks=_blocks(text)
    )
    return Document(
        path=path,
        sha256=digest,
        text=text,
        text_sha256=digest,
        reader="plain",
        title=Fact(),
        publisher=Fact(),
        author=section.author,
        published=dated,
        url=Fact(),
        kind=kind,
        kind_basis=Basis.STATED,
        sections=(section,),
    )


def _blocks(text: str) -> tuple[Block, ...]:
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        kept = line.strip()
        if kept:
            begin = start + line.index(kept)
            found.append(Block(span=Span(begin, begin + len(kept)), kind=BlockKind.PARAGRAPH))
        start += len(line)
    return tuple(found)


def make_passages(
    text: str, *, published: str = "", author: str = "", kind: DocumentKind = DocumentKind.ARTICLE
) -> tuple[Passage, ...]:
    """The passages of a made-up document."""
    return read_document(make_document(text, published=published, author=author, kind=kind))


def make_passage(text: str, *, published: str = "") -> Passage:
    """The last passage of a made-up document: sentences before it are its context."""
    return make_passages(text, published=published)[-1]


def read_text(text: str, *, published: str = "") -> Reading:
    """The reading of the last sentence of a text."""
    return read_passage(make_passage(text, published=published))


def make_claim(text: str, *, speaker: str = "", date: str = "", source: str = "") -> Claim:
    """A claim with the id "made-up"."""
    return Claim(
        id="made-up",
        text=text,
        speaker=speaker or None,
        date=parse_edtf(date) if date else None,
        source=source or None,
    )


def read_parts(text: str, *, speaker: str = "", date: str = "", record: str = "") -> tuple[Part, ...]:
    """The parts of a made-up claim; the lower-case words of `record` and its own are known to be no names."""
    words = frozenset(word for word in f"{record} {text}".split() if word.islower())
    return read_claim(make_claim(text, speaker=speaker, date=date), Background(words=words))


def make_link(claim: str, text: str, *, published: str = "", date: str = "", record: str = "") -> Link | None:
    """The link of a claim's first part with the last passage of a text; None where they have nothing in common.

    `record` is what else the record holds: words that stand there without a capital are no names.
    """
    glossary = " ".join(sorted({word for word in record.split() if word.islower() and word.isalpha()}))
    passage = make_passage(f"{glossary}.\n{text}" if glossary else text, published=published)
    said = parse_edtf(date) if date else None
    return link_passage(
        read_parts(claim, date=date, record=f"{text} {record}")[0], passage, read_passage(passage), said=said
    )


def with_faults(rows: Iterable[tuple[object, ...]], faults: Mapping[str, str]) -> list[ParameterSet]:
    """Rows for parametrize; those whose first value is a key of `faults` must fail today, for the reason given."""
    table = list(rows)
    unknown = set(faults) - {str(row[0]) for row in table}
    if unknown:
        raise ValueError(f"faults of no row: {sorted(unknown)}")
    return [pytest.param(*row, marks=_marks(faults.get(str(row[0]), ""))) for row in table]


def _marks(reason: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


def judge(claim: str, text: str, model: RuleModel, *, published: str = "") -> Judgement:
    """What a model says that the last passage of a text says of a claim."""
    link = make_link(claim, text, published=published)
    return model.judge(link) if link else Judgement(stance=Stance.NEUTRAL, rule="", gate="topic")
