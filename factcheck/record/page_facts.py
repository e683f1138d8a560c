"""What the markup of a page says of it: title, publisher, author, date and address."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.dates import find_calendar_dates
from factcheck.model import Basis, Dated, Fact
from factcheck.record.authors import is_person_name
from factcheck.values import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.html import HtmlElement

_ARTICLES: Final = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|PressRelease|OpinionPiece)\Z")
"""What schema.org calls a page that is one text."""

_DATE_NAMES: Final = (
    "article:published_time citation_publication_date dcterms.issued dcterms.date dc.date.issued dc.date datepublished "
    "publish-date publish_date publication_date pubdate og:published_time parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime date"
).split()
"""Names under which pages give the date of publication, the plainest first."""

_NUMBERS: Final = re.compile(
    r"\s*(?P<year>(?:1[5-9]|20|21)\d\d)(?:[-/](?P<month>\d\d)(?:[-/](?P<day>\d\d))?|(?P<run>\d{4}))?(?!\d)"
)
_NO_DATE: Final = DateRange.day(date(1970, 1, 1))
"""What a machine writes for a date that was never set."""

_LAST_DATE: Final = "2199-12-31"
"""Given to the guesser so that it does not ask the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself; `presumed` is a date guessed from its markup."""

    title: Fact
    publisher: Fact
    author: Fact
    published: Dated
    presumed: Dated
    url: Fact


def tell_facts(tree: HtmlElement, *, address: str = "") -> PageFacts:
    """Return what the markup declares; `address` is where the page was saved from."""
    metas = _read_metas(tree)
    things = list(_read_things(tree))
    published = _find_date(tree, metas, things)
    return PageFacts(
        title=_first([*_named(metas, "og:title"), *_said(things, "headline"), *_headline(tree)]),
        publisher=_first(
            [*_named(metas, "og:site_name"), *_names(things, "publisher"), *_named(metas, "dc.publisher")]
        ),
        author=_find_author(metas, things),
        published=published,
        presumed=Dated() if published.value else _guess_date(tree),
        url=_find_address(tree, metas, address=address),
    )


def _read_metas(tree: HtmlElement) -> dict[str, str]:
    """The first content by name in lower case."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _read_things(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """What JSON-LD says of the page's one article; of a page that lists several it says nothing of the page."""
    articles: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                articles += _articles(json.loads(script.text or ""))
            except (ValueError, RecursionError):
                continue  # a page's faulty notes on itself take nothing from its text
    if len({str(article.get("headline")) for article in articles}) == 1:
        yield from articles


def _articles(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        for one in value:
            yield from _articles(one)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_ARTICLES.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _articles(value.get("@graph"))


def _named(metas: Mapping[str, str], *names: str) -> Iterator[Fact]:
    for name in names:
        if name in metas:
            yield _fact(metas[name], f"the page's own {name}")


def _said(things: Iterable[Mapping[str, object]], key: str) -> Iterator[Fact]:
    for thing in things:
        if isinstance(thing.get(key), str):
            yield _fact(str(thing[key]), f"the page's own {key}, in JSON-LD")


def _names(things: Iterable[Mapping[str, object]], key: str) -> Iterator[Fact]:
    """The names of persons or bodies: one each where there is one, none where there are several."""
    for thing in things:
        value = thing.get(key)
        ones = value if isinstance(value, list) else [value]
        named = [one.get("name") if isinstance(one, dict) else one for one in ones]
        if len(named) == 1 and isinstance(named[0], str):
            yield _fact(named[0], f"the page's own {key}, in JSON-LD")


def _headline(tree: HtmlElement) -> Iterator[Fact]:
    headlines = [" ".join("".join(one.itertext()).split()) for one in tree.iter("h1")]
    if len(headlines) == 1 and headlines[0]:
        yield _fact(headlines[0], "the only first heading of the page")


def _find_author(metas: Mapping[str, str], things: list[dict[str, object]]) -> Fact:
    told = [
        *_names(things, "author"),
        *_named(metas, "author", "article:author", "dc.creator", "parsely-author", "byl"),
    ]
    bare = (_fact(re.sub(r"(?i)\Aby\s+", "", one.value or ""), one.source) for one in told)
    return _first(one for one in bare if one.value and is_person_name(one.value))


def _find_date(tree: HtmlElement, metas: Mapping[str, str], things: list[dict[str, object]]) -> Dated:
    """The date that the page declares: JSON-LD, then named data, then an element marked as that."""
    told = [*_said(things, "datePublished"), *_named(metas, *_DATE_NAMES)]
    for element in tree.iter():
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        if marked:
            told.append(_fact(element.get("datetime") or element.get("content") or "", "a time marked as published"))
    for one in told:
        period = read_declared(one.value or "")
        if period is not None:
            return Dated(value=period, basis=Basis.INFERRED, source=one.source)
    return Dated()


def read_declared(text: str) -> DateRange | None:
    """Read a date as machines write it, or as people do; None for what is no date, or was never set.

    >>> str(read_declared("2018-06-14T23:30:00Z")), str(read_declared("20180614")), read_declared("soon")
    ('2018-06-14', '2018-06-14', None)
    """
    found = _NUMBERS.match(text)
    try:
        period = _from_numbers(found) if found else None
    except ValueError:
        return None
    if found is None:
        written = next(iter(find_calendar_dates(text)), None)
        period = written.period() if written and written.year else None
    return None if period == _NO_DATE else period


def _from_numbers(found: re.Match[str]) -> DateRange:
    year, run = int(found["year"]), found["run"]
    month, day = (run[:2], run[2:]) if run else (found["month"], found["day"])
    if month is None:
        return DateRange.year(year)
    return DateRange.day(date(year, int(month), int(day))) if day else DateRange.month(year, int(month))


def _guess_date(tree: HtmlElement) -> Dated:
    """A date that is marked up and not declared, which may be that of something else: the text's own comes first."""
    from htmldate import find_date  # noqa: PLC0415 - slow

    times = [element.get("datetime") or "" for element in tree.iter("time")]
    period = read_declared(times[0]) if len(times) == 1 else None
    if period is not None:
        return Dated(value=period, basis=Basis.INFERRED, source="guessed: the only time element of the page")
    guess = find_date(
        tree, extensive_search=False, original_date=True, max_date=_LAST_DATE, deferred_url_extractor=True
    )
    period = read_declared(guess or "")
    return Dated(value=period, basis=Basis.INFERRED, source="guessed from the page's markup") if period else Dated()


def _find_address(tree: HtmlElement, metas: Mapping[str, str], *, address: str) -> Fact:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    told = [
        *(_fact(link.get("href") or "", "the page's canonical link") for link in links),
        *_named(metas, "og:url"),
        _fact(address, "where the page was saved from"),
    ]
    return _first(one for one in told if (one.value or "").startswith(("http://", "https://")))


def _first(facts: Iterable[Fact]) -> Fact:
    return next((fact for fact in facts if fact.value), Fact())


def _fact(value: str, source: str) -> Fact:
    return Fact(value=" ".join(value.split()), basis=Basis.INFERRED, source=source)
