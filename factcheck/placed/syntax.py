"""What the parser says of faulty YAML, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from factcheck.errors import Fault
from factcheck.placed.nodes import Place

if TYPE_CHECKING:
    from ruamel.yaml.reader import ReaderError


def tell_syntax(error: YAMLError) -> Fault:
    """Say what is wrong where the text is no YAML, with advice where the kind of error is known."""
    if not isinstance(error, MarkedYAMLError):
        return Fault(line=0, column=0, message=f"not valid YAML: {error}")
    problem = str(error.problem)
    advice = next((advice for advice in _ADVICE if advice.sign in problem), None)
    mark = error.problem_mark or error.context_mark
    if advice and advice.at_beginning and error.context_mark:
        mark = error.context_mark
    place = Place(line=int(mark.line) + 1, column=int(mark.column) + 1)
    if advice is None:
        return place.fault(f"not valid YAML: {problem}")
    return place.fault(f"not valid YAML: {advice.message}", hint=advice.hint)


def tell_unreadable(error: ReaderError, text: str) -> Fault:
    """Say which character of the text YAML does not allow."""
    position = int(error.position)
    place = Place(
        line=text.count("\n", 0, position) + 1,
        column=position - (text.rfind("\n", 0, position) + 1) + 1,
    )
    return place.fault(f"U+{ord(text[position]):04X} is no character that YAML allows")


@dataclass(frozen=True, slots=True)
class _Advice:
    """What to say for a kind of syntax error, known by a part of what the parser says of it."""

    sign: str
    message: str
    hint: str
    at_beginning: bool = False  # where the unfinished thing began says more than where the file ended


_QUOTE_IT: Final = "put the text in quotes"

_ADVICE: Final = (
    _Advice(r"'\t'", "a tab cannot indent", "use spaces"),
    _Advice(
        "mapping values",
        "a key cannot stand here",
        f"{_QUOTE_IT} if it holds “: ”",
    ),
    _Advice(
        "sequence entries",
        "a list cannot begin on this line",
        f"begin a line with it, or {_QUOTE_IT}",
    ),
    _Advice("but found '<scalar>'", "the value had ended, but more follows", "put the whole text in quotes"),
    _Advice("<block end>", "out of line with what stands above", "mend the indentation"),
    _Advice("cannot start any token", "a value cannot begin with this character", _QUOTE_IT),
    _Advice("unexpected end of stream", "the quotation mark is never closed", "close it", at_beginning=True),
    _Advice("expected ':'", "a key without its colon", "write “key: value”", at_beginning=True),
    _Advice("expected ',' or", "the bracket is never closed", f"close it, or {_QUOTE_IT}", at_beginning=True),
)
