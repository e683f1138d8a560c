r"""Text of documents is data: what a terminal would obey is shown, not sent.

Control characters and escapes could recolour, move or overwrite what stands on the screen, and the
bidirectional overrides make a quote read otherwise than it is stored (the "Trojan Source" report, Boucher
and Anderson 2021, lists them). People see them written out, as in `\x1b`; JSON keeps them, escaped.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.report.json_text import OBEYED

_FOR_PEOPLE: Final = re.compile(rf"[\x00-\x08\x0b-\x1f{OBEYED}]")
_LINE_END: Final = re.compile(r"\r\n|\n")
_BREAK: Final = re.compile(r"[ \t]*(?:\r\n|\n)\s*|\t")


def show_line(text: str) -> str:
    r"""Return a text on one line: a line break reads as a space, what a terminal would obey is written out.

    >>> show_line("two\nlines \x1b[31mred")
    'two lines \\x1b[31mred'
    """
    return show_controls(_BREAK.sub(" ", text))


def show_lines(text: str) -> list[str]:
    r"""Return the lines of a text, tabs as spaces, with what a terminal would obey written out.

    >>> show_lines("one\r\ntwo\rthree")
    ['one', 'two\\x0dthree']
    """
    return [show_controls(line.expandtabs()) for line in _LINE_END.split(text)]


def show_controls(text: str) -> str:
    r"""Return a text with what a terminal would obey written out, but for tabs and line feeds.

    >>> show_controls("one\n\x00")
    'one\n\\x00'
    """
    return _FOR_PEOPLE.sub(write_out, text)


def write_out(match: re.Match[str]) -> str:
    """Return the escape of the character that a pattern found."""
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - two hex digits hold it
