"""A text to a Document: its facts, its sections and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.model import Basis, Block, Dated, Document, DocumentKind, Fact, Section
from factcheck.record.articles import find_articles
from factcheck.record.byline import find_author
from factcheck.record.kinds import find_kind
from factcheck.record.layout import lay_out
from factcheck.record.masthead import find_publisher, find_title
from factcheck.record.published import find_published
from factcheck.values import Span

if TYPE_CHECKING:
    from factcheck.model import Extracted
    from factcheck.record.articles import Article
    from factcheck.record.layout import Layout

Known = TypeVar("Known", Fact, Dated)

SEVERAL: Final = "undated as a whole; its sections have dates of their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was read: `path` relative to the record with "/", `sha256` of its bytes, and what was found in it."""

    path: str
    sha256: str
    reader: str
    extracted: Extracted


def build_document(source: Source) -> Document:
    """Build a document by what its format says and its text shows; what the user states is laid over it later."""
    told = source.extracted
    shown = (
        _shown(told)
        if not told.sections
        else _Shown(sections=told.sections, kind=told.kind, title=Fact(), publisher=Fact())
    )
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=told.text,
        text_sha256=sha256(told.text.encode()).hexdigest(),
        reader=source.reader,
        title=_told(told.title, shown.title),
        publisher=_told(told.publisher, shown.publisher),
        author=_told(told.author, _whole_author([section.author for section in shown.sections])),
        published=_whole_date(told, [section.published for section in shown.sections]),
        url=told.url,
        kind=shown.kind or DocumentKind.ARTICLE,
        kind_basis=Basis.INFERRED,
        sections=shown.sections,
        spoken=told.spoken,
        marks=told.marks,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What a text shows of itself, or what its format knows of its sections."""

    sections: tuple[Section, ...]
    kind: DocumentKind | None
    title: Fact
    publisher: Fact


def _shown(told: Extracted) -> _Shown:
    """Read off the text what the format does not tell.

    Who saved the file is no author of a text in the first person: it may have been typed for somebody else.
    """
    layout = lay_out(told.text)
    kind = told.kind or find_kind(layout)
    articles = find_articles(layout)
    first_person = kind is DocumentKind.FIRST_PERSON
    saved_by = Fact() if first_person else told.saved_by
    sections = []
    for one in articles:
        author = _told(told.author, _unless(find_author(layout, one, first_person=first_person), saved_by))
        published = _date(told, find_published(layout, one), alone=len(articles) == 1)
        sections.append(_section(layout, one, published=published, author=author))
    title = find_title(layout) if len(articles) == 1 else Fact(source="several articles")
    return _Shown(sections=tuple(sections), kind=kind, title=title, publisher=find_publisher(layout))


def _told(told: Known, shown: Known) -> Known:
    """What a format says outright, before what the text shows."""
    return told if told.value else shown


def _unless(shown: Fact, weak: Fact) -> Fact:
    """What the text shows; where it shows nothing, what is weaker."""
    return weak if weak.value and not shown.value else shown


def _date(told: Extracted, shown: Dated, *, alone: bool) -> Dated:
    """The date of an article: what a format says outright is that of the whole, and dates none that has its own."""
    if told.published.value and (alone or not shown.value):
        return told.published
    return shown if shown.value or not told.presumed.value else told.presumed


def _whole_date(told: Extracted, dates: list[Dated]) -> Dated:
    """The date of a document: what the format says where it knows the parts, else the one that its articles share."""
    if told.sections and told.published.value:
        return told.published
    return dates[0] if len({dated.value for dated in dates}) == 1 else Dated(source=SEVERAL)


def _whole_author(authors: list[Fact]) -> Fact:
    """The author of a document: the one that its articles share."""
    return authors[0] if len({author.value for author in authors}) == 1 else Fact()


def _section(layout: Layout, article: Article, *, published: Dated, author: Fact) -> Section:
    blocks = tuple(
        Block(span=layout.lines[index].span, kind=layout.kinds[index], reason=layout.reasons[index])
        for index in range(article.start, article.end)
    )
    span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(0, 0)
    heading = layout.lines[article.heading].text.lstrip("# ") if article.heading is not None else None
    return Section(span=span, heading=heading, published=published, author=author, blocks=blocks)
