"""Corrections that a document prints, of itself or of another: what they say was wrong, and what they put in its place.

What was wrong is quoted by a correction and asserted by nobody. So is a sentence that puts both values side by side and
cannot be parted: when in doubt a sentence of a correction is no evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.model import BlockKind, Notice
from factcheck.reading import notice_words as words
from factcheck.reading.periods import Anchor, find_periods
from factcheck.reading.sentences import split_sentences
from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from factcheck.model import Block, Document, Section
    from factcheck.values import DateRange

_BARE: Final = frozenset({"corrections", "clarifications"})
"""Headings that may be of anything, as of prisons: under them a correction must show itself."""


def find_notices(document: Document) -> tuple[Notice, ...]:
    """Return the corrections that a document prints, in order."""
    return tuple(
        draft.close(number, section.published.value or document.published.value)
        for number, section in enumerate(document.sections)
        for _, draft in read_blocks(document, section)
        if draft
    )


def read_blocks(document: Document, section: Section) -> Iterator[tuple[Block, Draft | None]]:
    """Yield each block of a section but its furniture, with the correction that it prints, None where there is none."""
    standing = headed = any(map(_is_plural, _list_headings(document, section)))
    for block in section.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        text = block.span.of(document.text)
        hinted = _may_begin(text)
        opening = _find_label(text) if hinted else None
        label = opening is not None and opening.end() == len(text)
        if block.kind is BlockKind.HEADING:
            standing = _is_plural(text) or (standing and not label)
            headed = standing or label
            yield block, None
            continue
        may = (hinted or headed) and not label
        yield block, _read(document.text, block.span, opening, headed=headed) if may else None
        headed = standing or label


def _list_headings(document: Document, section: Section) -> Iterator[str]:
    """What a section stands under: its heading, the title of a document that is all of it, and its first line."""
    yield section.heading or ""
    if len(document.sections) == 1:
        yield document.title.value or ""
    yield from (block.span.of(document.text) for block in section.blocks[:1])


def _may_begin(text: str) -> bool:
    small = text.lower()
    return any(hint in small for hint in words.HINTS)


def _find_label(text: str) -> Match[str] | None:
    opening = words.LABEL.match(fold(text))
    bare = opening is not None and opening.end() == len(text) and opening["label"].lower() in _BARE
    return None if bare else opening


def _is_plural(heading: str) -> bool:
    opening = _find_label(heading)
    return opening is not None and opening.end() == len(heading) and " and " in opening["label"]


def _read(text: str, paragraph: Span, opening: Match[str] | None, *, headed: bool) -> Draft | None:
    """A paragraph as a correction, None where it is none; sentences before the first that speaks of one are others'."""
    sentences = split_sentences(text, paragraph)
    draft = Draft(text, fold(text[sentences[0].start : sentences[-1].end]) if sentences else "", sentences)
    labelled = opening is not None or headed
    asked = any(words.ASKED_US.search(draft.of(one)) for one in sentences)
    begun = opening is not None or asked
    for place, sentence in enumerate(sentences):
        lead = opening.end() if opening and place == 0 else 0
        begun = begun or _opens(draft.of(sentence), labelled=labelled)
        if begun:
            draft.take(sentence, lead, labelled=labelled or asked)
        else:
            draft.spans.append(sentence)
    return draft if begun else None


def _opens(sentence: str, *, labelled: bool) -> bool:
    """Whether a sentence without a label begins a correction."""
    if sentence.lstrip().startswith('"'):
        return False
    if words.AMENDED.search(sentence):
        return True
    told = words.TELLS_WRONG.search(sentence) or words.MISSTATES.search(sentence)
    if told is None:
        return False
    wrongly = words.ADMITS.search(sentence[: told.start("wrong")] if told["wrong"] else sentence) is not None
    if told["version"]:
        return told["of"] in {"this", "our"} or labelled
    if told["we"]:
        return wrongly or labelled or (bool(told["how"]) and words.IN_FACT.search(sentence) is not None)
    here = told["named"].lower()
    return labelled or (here.startswith(("this", "our")) and (wrongly or (here[0] == "t" and bool(told["how"]))))


@dataclass(slots=True)
class Draft:
    """A correction as far as it was read: its citable spans, sentences or parts of them, and what of it says what."""

    text: str
    folded: str
    sentences: list[Span]
    spans: list[Span] = field(default_factory=list)
    withdrawn: list[Span] = field(default_factory=list)
    wrong: list[Span] = field(default_factory=list)
    right: list[Span] = field(default_factory=list)
    shared: list[Span] = field(default_factory=list)
    frames: list[Span] = field(default_factory=list)
    begun: int = -1
    own: bool = False
    admits: bool = False
    corrects: bool = False

    def of(self, span: Span) -> str:
        """The folded text of a span."""
        return self.folded[span.start - self.sentences[0].start : span.end - self.sentences[0].start]

    def take(self, sentence: Span, lead: int, *, labelled: bool) -> None:
        """Read one sentence of the correction; `lead` code points of it are its label."""
        said = self.of(sentence)
        self.begun = sentence.start if self.begun < 0 else self.begun
        if words.ASKED_US.search(said):
            if words.ATTRIBUTED.search(said):
                self.spans.append(Span(sentence.start + lead, sentence.end))
            else:
                self._withdraw(sentence)
            return
        self.admits = self.admits or words.ADMITS.search(said) is not None
        amended = words.AMENDED.search(said)
        self.own = self.own or amended is not None
        self.corrects = self.corrects or labelled or (amended is not None and amended["how"].lower() != "updated")
        if self._take_wrong(sentence, said, lead) or self._take_right(sentence, said):
            return
        if words.FRAME.search(said):
            self._withdraw(sentence)
        elif self.corrects or self.wrong:
            self._assert(Span(sentence.start + lead, sentence.end))
        else:
            self.spans.append(sentence)

    def _take_wrong(self, sentence: Span, said: str, lead: int) -> bool:
        """Take a sentence that says what was wrong, and what it says behind that."""
        told = words.TELLS_WRONG.search(said)
        other = None if told else words.MISSTATES.search(said) or words.WAS_GIVEN.match(said, lead)
        found = told or other
        if found is None:
            return False
        if found.re is not words.WAS_GIVEN:
            here = bool(found["version"]) or (found["named"] or "").lower().startswith("this")
            self.own = self.own or here
            self.frames.append(Span(sentence.start, sentence.start + found.start("wrong" if told else "shared")))
        if other:
            self.shared.append(_span(other, "shared", sentence.start))
        turn = words.IN_FACT.search(said, found.start("wrong")) if told else None
        end = turn.start() if turn else len(said)
        self._withdraw(Span(sentence.start, sentence.start + end))
        if found["wrong"]:
            self._take_value(Span(sentence.start + found.start("wrong"), sentence.start + min(end, found.end("wrong"))))
        if turn:
            self._assert(Span(sentence.start + turn.end(), sentence.end))
        return True

    def _take_value(self, wrong: Span) -> None:
        """Take what was wrong, without the right value that may stand behind it."""
        tail = words.NOT_TAIL.search(self.of(wrong))
        if tail is None:
            self.wrong.append(wrong)
            return
        self.wrong.append(Span(wrong.start, wrong.start + tail.start()))
        self.right.append(_span(tail, "tail", wrong.start))

    def _take_right(self, sentence: Span, said: str) -> bool:
        """Take a sentence that says outright what is right."""
        found = words.AMENDED_TO_SAY.search(said) or words.WE_SAY.search(said)
        should = None if found else words.SHOULD_SAY.search(said)
        if should and not should["that"]:
            self.right.append(_span(should, "right", sentence.start))
            self._withdraw(sentence)
            return True
        found = found or should
        if found is None:
            return False
        self._assert(Span(sentence.start + found.start("right"), sentence.end))
        return True

    def _assert(self, span: Span) -> None:
        """Take what is right, without the wrong value that may stand behind it."""
        said = self.of(span)
        tail = words.NOT_TAIL.search(said)
        body = Span(span.start, span.start + tail.start()) if tail else span
        if words.MIXED.search(self.of(body)) or not len(body):
            self._withdraw(span)
            return
        self.spans.append(body)
        self.right.append(body)
        if tail:
            self.shared.append(body)
            self.wrong.append(_span(tail, "tail", span.start))
            self._withdraw(Span(span.start + tail.start() + _gap(tail), span.end))

    def _withdraw(self, span: Span) -> None:
        self.spans.append(span)
        self.withdrawn.append(span)

    def close(self, section: int, published: DateRange | None) -> Notice:
        """Return the correction, with what it says of the article that it corrects."""
        named = [frame.of(self.text) for frame in self.frames] if not self.own else []
        anchor = Anchor(published.last if published and published.first else None, "")
        days = [one.period for frame in named for one in find_periods(fold(frame), anchor) if one.period.days == 1]
        titles = [match[1] or match[2] for frame in named for match in words.TITLE.finditer(fold(frame))]
        whole = Span(self.begun, self.sentences[-1].end)
        return Notice(
            span=whole,
            section=section,
            own=self.own,
            admits=self.admits,
            withdrawn=tuple(self.withdrawn),
            wrong=tuple(self.wrong),
            right=tuple(self.right),
            shared=tuple(self.shared),
            titles=tuple(dict.fromkeys(titles)),
            urls=tuple(words.URL.findall(whole.of(self.text))) if not self.own else (),
            days=tuple(dict.fromkeys(days)),
        )


def _span(match: Match[str], name: str, start: int) -> Span:
    return Span(*match.span(name)).shift(start)


def _gap(tail: Match[str]) -> int:
    """How far into its gap the words of a tail begin: the comma before them belongs to nobody."""
    gap = tail["gap"]
    return len(gap) - len(gap.lstrip(" ,-"))
