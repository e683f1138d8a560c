"""XML as a stream of tags: no entity is ever expanded, and depth costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol
from xml.parsers import expat

from factcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

_BETWEEN: Final = "}"
_CHUNK: Final = 2**16


class TagReader(Protocol):
    """What is told of each tag and text; a name is its namespace's short one and its own: "w:p"."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        ...

    def end(self, name: str) -> None:
        """Take the end of an element."""
        ...

    def data(self, text: str) -> None:
        """Take a piece of text."""
        ...


def read_tags(content: bytes, reader: TagReader, *, prefixes: Mapping[str, str]) -> None:
    """Tell a reader the tags and texts of an XML document, in their order.

    `prefixes` gives the ends of namespaces their short names ("wordprocessingml/2006/main": "w"), in whichever form
    of a standard; any other namespace is "?".

    Raises:
        InputError: it is no whole XML, or it declares a document type: no office file has one, and entity bombs
            begin so.
    """
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    short: dict[str, str] = {}

    def name_of(written: str) -> str:
        if written not in short:
            space, _, name = written.rpartition(_BETWEEN)
            prefix = next((given for end, given in prefixes.items() if space.endswith(end)), "?")
            short[written] = f"{prefix}:{name}"
        return short[written]

    def start(name: str, attributes: dict[str, str]) -> None:
        reader.start(name_of(name), {name_of(key): value for key, value in attributes.items()})

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: reader.end(name_of(name))
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for place in range(0, len(content), _CHUNK):
            parser.Parse(content[place : place + _CHUNK], False)  # noqa: FBT003 - a C function, by position only
        parser.Parse(b"", True)  # noqa: FBT003 - likewise
    except expat.ExpatError as error:
        raise InputError(f"holds XML that is not whole: {expat.ErrorString(error.code)}") from None


def _refuse(*_: object) -> None:
    raise InputError("holds XML with a document type, which office files never have and entity bombs need")
