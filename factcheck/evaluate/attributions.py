"""Who says what, held against articles in which people marked it.

The unit is the sentence, since that is what factcheck lays in a mouth. A sentence is *spoken* where it holds a word of
a marked content, and *said to be* where factcheck gives it a voice, named or not, that is not the document's own; the
first person of nobody known is the writer's outside quotation marks. An attribution as a whole is found where at least
half of the words of its content stand in sentences that its own source is given; of two that share a sentence, such as
a quotation within a quotation, one at the most can be found.

Types go by the marks around the words of a content: direct where at least half of them are quoted, mixed where some
are. Where none is, it is indirect speech if it is a clause, and else a matter: what somebody wants, attacks, plans or
speaks of, which people mark as theirs too and which asserts nothing. A content is taken for a clause where it begins
with "that" or the like or with a pronoun that is a subject, where it holds a finite auxiliary, or where its source
comes after it. A sentence has the type of the content that holds most of its words; one that nobody marked has the
type of its own words, and counts against that.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.evaluate.texts import make_document
from factcheck.evaluate.voices import is_pronoun, is_voice_of
from factcheck.model import VoiceKind
from factcheck.model.evaluation import AttributionOutcome, AttributionsEvaluation
from factcheck.model.figures import AttributionFigures, Match, Quotation
from factcheck.reading import read_document
from factcheck.reading.quotes import find_quoted
from factcheck.text import fold, tokenize
from factcheck.values import Span, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.evaluate.attribution_files import Article, Marked
    from factcheck.model import Passage

MOST: Final = 0.5
"""Share of a content's words that must be quoted to make it direct, and of which the source must be right."""

HALVES: Final = ("developed", "held back")
"""The halves of a set, by a hash of each article's id: rules were made by looking at the errors of the first alone."""


_OPENERS: Final = frozenset(
    "that whether if how why what where when who i you he she it we they there this these those".split()
)
_FINITE: Final = frozenset(
    """is are was were has have had do does did will would can could shall should may might must isn't aren't wasn't
    weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence: how many words of each content it holds, by the attribution's id, and whose source it is given.

    `type` is that of the content that holds most of its words, or that of its own words.
    """

    said: bool
    words: dict[str, int]
    rightly: frozenset[str]
    type: Quotation


def evaluate_attributions(
    name: str, articles: Sequence[Article], *, on_text: Callable[[int, int], None] | None = None
) -> AttributionsEvaluation:
    """Read every article and hold the voices of its sentences against what people marked; all of it, and by half."""
    counted: dict[str, list[AttributionFigures]] = {half: [] for half in HALVES}
    outcomes: list[AttributionOutcome] = []
    for done, article in enumerate(articles):
        if on_text:
            on_text(done, len(articles))
        figures, found = _measure(article)
        counted[choose_half(article.id)].append(figures)
        outcomes.extend(found)
    return AttributionsEvaluation(
        name=name,
        figures=add_figures([one for half in counted.values() for one in half]),
        by_half={half: add_figures(several) for half, several in counted.items() if several},
        outcomes=tuple(outcomes),
    )


def choose_half(article: str) -> str:
    """Return which half of its set an article is in, by its id alone."""
    return HALVES[sha256(article.encode()).digest()[-1] % len(HALVES)]


def add_figures(several: Sequence[AttributionFigures]) -> AttributionFigures:
    """Add up the figures of several articles."""
    return AttributionFigures(
        articles=sum(one.articles for one in several),
        sentences=_add(one.sentences for one in several),
        sourced=_add(one.sourced for one in several),
        attributions=_add(one.attributions for one in several),
    )


def _add(several: Iterable[dict[Quotation, Match]]) -> dict[Quotation, Match]:
    listed = list(several)
    return {
        kind: Match(
            right=sum(one[kind].right for one in listed),
            said=sum(one[kind].said for one in listed),
            gold=sum(one[kind].gold for one in listed),
        )
        for kind in Quotation
    }


def _measure(article: Article) -> tuple[AttributionFigures, list[AttributionOutcome]]:
    """Return what an article comes to, and what became of each of its attributions."""
    words = [Span(token.start, token.end) for token in tokenize(article.text)]
    quoted = Taken(_quoted(article.text))
    inside = {one.id: [word for word in words if Taken(one.content).overlaps(word)] for one in article.marked}
    types = {one.id: _type_content(one, inside[one.id], quoted, article.text) for one in article.marked}
    named = {one.id: _last_named(one, article) for one in article.marked}
    passages = read_document(make_document(article.id, article.text.split("\n")))
    sentences = []
    for passage in passages:
        held = {name: count for name, all_ in inside.items() if (count := _count(all_, passage.span))}
        most = max(held, key=lambda name: held[name], default="")
        own = _type_of([word for word in words if passage.span.contains(word)], quoted)
        theirs = (
            one
            for one in article.marked
            if one.id in held and is_voice_of(passage, one.source, article.text, named=named[one.id])
        )
        sentences.append(
            _Sentence(
                said=_has_voice(passage, own),
                words=held,
                rightly=frozenset(one.id for one in theirs),
                type=types.get(most, own),
            )
        )
    found = {one.id: _is_found(one.id, len(inside[one.id]), sentences) for one in article.marked}
    outcomes = [_tell(one, article, passages, found=found[one.id]) for one in article.marked]
    return _figure(sentences, types, found), outcomes


def _last_named(one: Marked, article: Article) -> Span | None:
    """The last source that is marked before that of an attribution and that is no pronoun."""
    if one.source is None:
        return None
    sources = (other.source for other in article.marked if other.source and other.source.start < one.source.start)
    return max((source for source in sources if not is_pronoun(source.of(article.text))), default=None)


def _has_voice(passage: Passage, own: Quotation) -> bool:
    voice = passage.attribution.voice
    return voice is not VoiceKind.DOCUMENT and (voice is not VoiceKind.SELF or own is not Quotation.INDIRECT)


def _quoted(text: str) -> Iterable[Span]:
    """The quoted spans of a text, paragraph by paragraph."""
    start = 0
    for paragraph in text.split("\n"):
        yield from (quoted.span.shift(start) for quoted in find_quoted(paragraph))
        start += len(paragraph) + 1


def _type_of(words: Sequence[Span], quoted: Taken) -> Quotation:
    inside = sum(quoted.overlaps(word) for word in words)
    if not inside:
        return Quotation.INDIRECT
    return Quotation.DIRECT if inside >= MOST * len(words) else Quotation.MIXED


def _type_content(one: Marked, words: Sequence[Span], quoted: Taken, text: str) -> Quotation:
    kind = _type_of(words, quoted)
    if kind is not Quotation.INDIRECT or not words:
        return kind
    folded = [fold(word.of(text)).lower() for word in words]
    clause = folded[0] in _OPENERS or not _FINITE.isdisjoint(folded)
    after = one.source is not None and one.source.start >= one.content[-1].end
    return Quotation.INDIRECT if clause or after else Quotation.MATTER


def _count(words: Iterable[Span], sentence: Span) -> int:
    return sum(sentence.overlaps(word) for word in words)


def _is_found(name: str, words: int, sentences: Iterable[_Sentence]) -> bool:
    rightly = sum(one.words[name] for one in sentences if name in one.rightly)
    return rightly > 0 and rightly >= MOST * words


def _figure(sentences: Sequence[_Sentence], types: dict[str, Quotation], found: dict[str, bool]) -> AttributionFigures:
    """Return the figures of one article; a sentence with a voice that no marked source has is a false one."""
    spoken, sourced, attributions = {}, {}, {}
    for kind in Quotation:
        here = [one for one in sentences if one.type is kind]
        said = sum(one.said for one in here)
        gold = sum(bool(one.words) for one in here)
        spoken[kind] = Match(right=sum(one.said and bool(one.words) for one in here), said=said, gold=gold)
        sourced[kind] = Match(right=sum(one.said and bool(one.rightly) for one in here), said=said, gold=gold)
        right = sum(found[name] for name, type_ in types.items() if type_ is kind)
        false = sum(one.said and not one.rightly for one in here)
        known = sum(type_ is kind for type_ in types.values())
        attributions[kind] = Match(right=right, said=right + false, gold=known)
    return AttributionFigures(articles=1, sentences=spoken, sourced=sourced, attributions=attributions)


def _tell(one: Marked, article: Article, passages: Sequence[Passage], *, found: bool) -> AttributionOutcome:
    """What was said of the sentences that hold a content: each voice once."""
    voices = [
        passage.attribution.speaker or passage.attribution.voice.value
        for passage in passages
        if any(passage.span.overlaps(span) for span in one.content)
    ]
    source = one.source.of(article.text) if one.source else ""
    return AttributionOutcome(id=one.id, source=source, said="; ".join(dict.fromkeys(voices)), right=found)
