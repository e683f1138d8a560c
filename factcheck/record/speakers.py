"""Whose turn a line of subtitles begins: by its label, where that is somebody's name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

_TURN: Final = re.compile(r"\s*(?:(?P<sign>(?:>>+|[-–—])\s*)+)?(?P<rest>.*)", re.DOTALL)
_LABEL: Final = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*| \d{1,2}){0,4})(?: \([^)\n]{1,60}\))?\s*:(?=\s|\Z)"
)
_UNNAMED: Final = frozenset(
    "announcer all answer audience both boy caller child crowd female girl guest guests host interviewee interviewer"
    " male man member moderator narrator officer participant people person presenter q question reporter speaker"
    " translator unidentified unknown voice voiceover witness woman".split()
)
"""Words that label somebody without a name."""

_INITIALS: Final = 3
"""Letters of a label up to which it may be initials, which stay as they are."""

_RECURS: Final = 2
"""Turns that show a label in small letters to be one: "Remember: …" begins a sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line without the sign of a turn: whether a turn begins with it, and whose, None where nobody is named."""

    words: str
    begins: bool = False
    speaker: str | None = None


class Speakers:
    """The labels of a file, of which those that recur, or are in capitals, are people's.

    `lines` are texts, each with whom its format names, or "". In a file that names anybody, who has no name is unknown.
    """

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._voice = ""
        for line, _ in lines:
            label = _LABEL.match(_plain(line))
            self._counts.update([label["name"]] if label else [])

    def read(self, line: str, *, voice: str) -> Said:
        """Read the beginning of a line; `voice` is whom its format names.

        The words keep their label, as a transcript shows it. A sign or a label that names nobody begins a turn too:
        whoever speaks then is not the one before.
        """
        sign = _TURN.match(line)
        rest = sign["rest"] if sign else line
        label = _LABEL.match(rest)
        before, self._voice = self._voice, voice
        if voice != before and not label:
            return Said(f"{voice}: {rest}", begins=True, speaker=_name(voice)) if voice else Said(rest, begins=True)
        if label:
            person = self._is_person(label["name"])
            return Said(rest, begins=True, speaker=_name(label["name"]) if person else None)
        if sign and sign["sign"]:
            return Said(rest, begins=True)
        return Said(rest)

    def _is_person(self, label: str) -> bool:
        first = label.split(maxsplit=1)[0].lower()
        given = " " in label and first in load_lexicon().public.given_names
        return label.isupper() or self._counts[label] >= _RECURS or given


def _plain(line: str) -> str:
    sign = _TURN.match(line)
    return sign["rest"] if sign else line


def _name(label: str) -> str | None:
    """The name that a label gives, None where it gives none."""
    words = label.lower().split()
    role = any(True for _ in load_lexicon().public.roles.find(tokenize(label.lower())))
    if role or any(word in _UNNAMED or word.isdigit() for word in words):
        return None
    return label.title() if label.isupper() and len(label) > _INITIALS else label
