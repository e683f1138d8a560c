"""A YAML file → its tree, or what keeps it from being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import Fault, InputError
from factcheck.placed.tree import Tree, read_tree

if TYPE_CHECKING:
    from pathlib import Path


def read_file(path: Path) -> Tree:
    """Read a YAML file in UTF-8, with or without a byte-order mark; another encoding is a fault.

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    try:
        content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        return read_tree(content.decode("utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file", hint="name a YAML file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder, not a file", hint="name the YAML file in it") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        return Tree(root=None, faults=(_undecodable(error.object, start=error.start),))


def _undecodable(content: bytes, *, start: int) -> Fault:
    line_start = content.rfind(b"\n", 0, start) + 1
    return Fault(
        line=content.count(b"\n", 0, start) + 1,
        column=len(content[line_start:start].decode("utf-8")) + 1,
        message=f"not UTF-8: byte 0x{content[start]:02X}",
        hint="save the file as UTF-8",
    )
