"""Rich text files (.rtf): the text as it stands with all changes accepted, tables row by row, notes at the end."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.record.assembly import mend, raised_after, tell
from factcheck.record.office import SAVED_BY, Flow, extract, is_nobody, saved_by_then

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Dated, Extracted

_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
_WESTERN: Final = "cp1252"
_SIGNS: Final = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "line": "\n", "softline": "\n",
}  # fmt: skip
_LITERALS: Final = {"\\": "\\", "{": "{", "}": "}", "~": "\xa0", "_": "-"}
_UNSEEN: Final = frozenset(
    "fonttbl colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr footerf"
    " fldinst listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles"
    " xmlnstbl annotation atnid atnauthor pntext nonshppict listtext".split()
)
"""Groups whose content is not in the text: tables of fonts, pictures, the head and foot of pages, remarks, and the
numbers of lists, which each program writes anew."""

_LEVELS: Final = frozenset({"super", "sub", "nosupersub", "up", "dn"})
_INFO: Final = frozenset({"title", "author", "creatim", "revtim"})
_DATE: Final = ("yr", "mo", "dy")
_DEEPEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group: `into` is "" for the text, "note", a name of the info, or "nothing"."""

    into: str = ""
    hidden: bool = False
    deleted: bool = False
    skip: int = 1
    starred: bool = False


@dataclass(slots=True)
class _Words:
    """Pieces of text, of which some are bytes in the encoding of the file."""

    pieces: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)

    def take(self, encoding: str) -> str:
        """Return the text so far and begin anew."""
        self.settle(encoding)
        text = mend("".join(self.pieces))
        self.pieces.clear()
        return text

    def settle(self, encoding: str) -> None:
        """Decode the bytes that wait."""
        if self.waiting:
            self.pieces.append(self.waiting.decode(encoding, "replace"))
            self.waiting.clear()


class RichText:
    """Reads a rich text file."""

    name = "rtf"

    def read(self, path: Path) -> Extracted:
        """Return the text with the title, who wrote it, and when it was saved, as its info group says.

        Raises:
            InputError: it does not begin as rich text does.
        """
        content = path.read_bytes()
        if not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
            raise InputError("is no rich text: it does not begin with {\\rtf")
        reading = _Reading()
        reading.read(content.decode("latin-1"))
        extracted = extract([*reading.flow.done, *reading.notes.done], properties=None, skipped=())
        author = reading.info.get("author", "")
        return replace(
            extracted,
            title=tell(reading.info.get("title"), "the file's properties"),
            saved_by=tell("" if is_nobody(author) else author, SAVED_BY),
            presumed=reading.saved(),
        )


class _Reading:
    """One pass over the tokens of a file; a note is read where it stands and kept apart."""

    def __init__(self) -> None:
        self.flow, self.notes = Flow(), Flow()
        self.info: dict[str, str] = {}
        self._days: dict[str, dict[str, int]] = {}
        self._stack: list[_State] = []
        self._state = _State()
        self._encoding = _WESTERN
        self._words = {"": _Words(), "note": _Words()}
        self._cells: list[str] = []
        self._in_table = False
        self._to_skip = 0
        self._raised = False

    def read(self, source: str) -> None:
        """Read a whole file; what is not closed at its end is closed."""
        place = 0
        while match := _TOKEN.match(source, place):
            place = match.end()
            if match["word"] == "bin":
                place += max(int(match["number"] or 0), 0)
            elif match["brace"]:
                self._group(opens=match["brace"] == "{")
            elif match["word"]:
                self._control(match["word"], match["number"])
            elif match["byte"]:
                self._byte(int(match["byte"], 16))
            elif match["sign"]:
                self._sign(match["sign"])
            elif match["text"]:
                self._text(match["text"])
        self._end_paragraph("note")
        self._end_row()
        self._end_paragraph("")

    def saved(self) -> Dated:
        """When the file was made or last saved."""
        full = [days for days in self._days.values() if all(part in days for part in _DATE)]
        return saved_by_then([f"{days['yr']:04}-{days['mo']:02}-{days['dy']:02}" for days in full])

    def _group(self, *, opens: bool) -> None:
        if opens:
            if len(self._stack) >= _DEEPEST:
                raise InputError(f"holds groups within groups, more than {_DEEPEST:,} deep")
            self._stack.append(self._state)
            return
        before = self._stack.pop() if self._stack else _State()
        if self._state.into == "note" != before.into:
            self._end_paragraph("note")
        elif self._state.into in _INFO and before.into != self._state.into:
            self.info[self._state.into] = self._words.setdefault(self._state.into, _Words()).take(self._encoding)
        self._state = before

    def _control(self, word: str, number: str | None) -> None:
        value = int(number) if number else None
        starred = self._state.starred
        state = self._state = replace(self._state, starred=False) if starred else self._state
        if word in _UNSEEN or (starred and word not in {"footnote", "shptxt"}):
            self._state = replace(state, into="nothing")
        elif word in {"footnote", "info"} | _INFO and state.into != "nothing":
            into = {"footnote": "note", "info": "info"}.get(word, word)
            self._state = replace(state, into=into if state.into == "info" or word not in _INFO else state.into)
        elif word in _DATE and state.into in _INFO:
            self._days.setdefault(state.into, {})[word] = value or 0
        elif word in {"deleted", "v", "plain"}:
            on = value != 0
            hidden, deleted = (False, False) if word == "plain" else (word == "v" and on, word == "deleted" and on)
            kept = (state.hidden and word == "deleted", state.deleted and word == "v")
            self._state = replace(state, hidden=hidden or kept[0], deleted=deleted or kept[1])
        elif word == "uc":
            self._state = replace(state, skip=min(max(value or 0, 0), 10))
        elif word == "u" and value is not None:
            self._text(chr(value % 2**16))
            self._to_skip = state.skip
        elif word in _LEVELS:
            self._raised = word in {"super", "up"} and value != 0
        elif word in {"ansicpg", "mac"}:
            self._encoding = _encoding(f"cp{value}" if word == "ansicpg" else "mac-roman")
        else:
            self._lay(word)

    def _lay(self, word: str) -> None:
        """Follow a word that lays the text out."""
        into = self._state.into
        if word in _SIGNS:
            self._text(_SIGNS[word])
        elif word in {"par", "sect", "page"} and into in self._words:
            if self._in_table and not into:
                self._text("\n")
            else:
                self._end_paragraph(into)
        elif word in {"intbl", "pard"} and not into:
            self._in_table = word == "intbl"
        elif word == "cell" and not into:
            self._cells.append(self._words[""].take(self._encoding))
        elif word == "row" and not into:
            self._end_row()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, starred=True)
        elif sign in "\r\n":
            self._lay("par")
        elif sign in _LITERALS:
            self._text(_LITERALS[sign])

    def _byte(self, value: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif words := self._listening():
            words.waiting.append(value)

    def _text(self, text: str) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        words = self._listening()
        if words is None:
            return
        words.settle(self._encoding)
        plain = text[skipped:]
        if self._raised and plain:
            words.pieces.append(raised_after(words.pieces[-1] if words.pieces else "", plain))
            self._raised = False
        words.pieces.append(plain if plain.isascii() or len(text) == 1 else _decode(plain, self._encoding))

    def _listening(self) -> _Words | None:
        state = self._state
        if state.hidden or state.deleted or state.into in {"nothing", "info"}:
            return None
        return self._words.setdefault(state.into, _Words())

    def _end_paragraph(self, into: str) -> None:
        (self.notes if into else self.flow).add(self._words[into].take(self._encoding))

    def _end_row(self) -> None:
        self.flow.begin_row()
        for cell in self._cells:
            self.flow.begin_cell()
            for paragraph in cell.split("\n"):
                self.flow.add(paragraph)
        self.flow.end_row()
        self._cells.clear()


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _WESTERN


def _decode(text: str, encoding: str) -> str:
    """Decode bytes that stand in the file as they are, above ASCII."""
    return text.encode("latin-1", "replace").decode(encoding, "replace")
