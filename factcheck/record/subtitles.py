"""Subtitles (.srt, .vtt): cues joined into paragraphs, each with its time and with whoever is labelled as speaking.

Whose words unlabelled subtitles are is not known: they may be anybody's, so they are never the document's own voice.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Dated, DocumentKind, Extracted, Fact, Mark, SpokenSpan
from factcheck.record.assembly import Assembly, Head, lay_section
from factcheck.record.lines import ends_sentence
from factcheck.record.plain import decode
from factcheck.record.speakers import Speakers
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARAGRAPH_LENGTH: Final = 600
"""Characters from which a paragraph ends with the next sentence: speech has no paragraphs of its own."""

LONGEST_PARAGRAPH: Final = 1_200
"""Characters at which it ends in any case: captions made by machines have no full stops."""

PAUSE: Final = 4.0
"""Seconds of silence that end a paragraph."""

SOURCE: Final = "a label in the subtitles"
UNKNOWN: Final = "the subtitles"

_TIMES: Final = re.compile(
    r"\s*(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,2}):(?P<s>\d{1,2})(?:[.,]\d{1,3})?\s*-->\s*"
    r"(?:(?P<eh>\d{1,3}):)?(?P<em>\d{1,2}):(?P<es>\d{1,2})"
)
_TAG: Final = re.compile(r"</?[a-zA-Z0-9.:][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")
_VOICE: Final = re.compile(r"<v(?:\.[\w.-]+)?\s+(?P<name>[^<>\n]{1,100})>")
_STAMPED: Final = re.compile(r"<\d\d:\d\d")
_SOUND: Final = re.compile(r"(?:[\[(][^\[\]()\n]{1,80}[\])]|[♪♫#*\s])+\Z")
"""A line that is nothing but a sound: "[applause]", "♪". Within a line a bracket stays: "[inaudible]" is a gap."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cue: when it is seen, in seconds, and what stands before its words."""

    start: int
    end: int
    text: str
    voice: str


@dataclass(slots=True)
class _Turn:
    """Words of one speaker in a row; `cues` are where each cue begins in the text, with its time in seconds."""

    speaker: str | None
    text: str
    cues: list[tuple[int, int]]
    end: int


class Subtitles:
    """Reads SubRip and WebVTT files."""

    name = "subtitles"

    def read(self, path: Path) -> Extracted:
        """Return the words with their times and speakers.

        Raises:
            InputError: it is no text, or has no cue.
        """
        lines = list(_read_cues(decode(path.read_bytes())))
        if not lines:
            raise InputError("has no subtitles: no line says from when to when")
        return _extract(list(_find_turns(lines)))


def _read_cues(source: str) -> Iterator[_Line]:
    """The lines of all cues; each cue goes to the next blank line, or to the number of the next cue."""
    rolling = bool(_STAMPED.search(source))
    rows = source.lstrip("\ufeff").splitlines()
    times: re.Match[str] | None = None
    last = name = ""
    for row, following in zip(rows, [*rows[1:], ""], strict=True):
        here = _TIMES.match(row)
        numbered = row.strip().isdigit() and _TIMES.match(following)
        if here or numbered or not row.strip():
            times, name = here, ""
            continue
        text = html.unescape(_TAG.sub("", row)).strip()
        if times is None or not text or _SOUND.match(text) or (rolling and text == last):
            continue
        last = text
        voice = _VOICE.search(row)
        name = html.unescape(voice["name"]).strip() if voice else name
        yield _Line(_seconds(times, ""), _seconds(times, "e"), text, name)


def _seconds(times: re.Match[str], which: str) -> int:
    return int(times[f"{which}h"] or 0) * 3600 + int(times[f"{which}m"]) * 60 + int(times[f"{which}s"])


def _find_turns(lines: list[_Line]) -> Iterator[_Turn]:
    """Join lines into turns, and long turns into paragraphs that end with a sentence."""
    speakers = Speakers((line.text, line.voice) for line in lines)
    turn: _Turn | None = None
    for line in lines:
        said = speakers.read(line.text, voice=line.voice)
        line = replace(line, text=said.words)  # noqa: PLW2901 - the same line without what only marks a turn
        if turn and not said.begins and not _is_full(turn, line):
            if line.text:
                turn.cues.append((len(turn.text) + 1, line.start))
                turn.text, turn.end = f"{turn.text} {line.text}".strip(), line.end
            continue
        if turn and turn.text:
            yield turn
        speaker = said.speaker if said.begins or not turn else turn.speaker
        turn = _Turn(speaker, line.text, [(0, line.start)], line.end)
    if turn and turn.text:
        yield turn


def _is_full(turn: _Turn, line: _Line) -> bool:
    """Whether the next line begins a paragraph: after a pause, or after enough."""
    length = len(turn.text)
    ended = ends_sentence(turn.text) and (line.start - turn.end >= PAUSE or length >= PARAGRAPH_LENGTH)
    return ended or length >= LONGEST_PARAGRAPH


def _extract(turns: list[_Turn]) -> Extracted:
    text = Assembly()
    marks: list[Mark] = []
    spoken: list[SpokenSpan] = []
    for turn in turns:
        span = text.add(turn.text)
        marks += [Mark(start=span.start + start, time=write_time(second)) for start, second in turn.cues]
        known = turn.speaker is not None
        spoken.append(SpokenSpan(span=span, speaker=turn.speaker, known=known, source=SOURCE if known else UNKNOWN))
    whole = Span(0, text.length)
    section = lay_section(text.text, whole, head=Head(published=Dated(), author=Fact()))
    return Extracted(
        text=text.text,
        marks=tuple(marks),
        spoken=tuple(spoken),
        sections=(section,),
        kind=DocumentKind.TRANSCRIPT,
    )


def write_time(seconds: int) -> str:
    """Write a time as players show it.

    >>> write_time(723)
    '0:12:03'
    """
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"
