"""HTML, made element by element. Whatever is no `Markup` is text, and stays text.

A template engine would leave each place of a template to be watched; here text can only become markup by `make`.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape as escape_html
from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID: Final = frozenset({"input", "meta"})
"""Elements that hold nothing and have no end tag, of those that the page uses."""

_SAFE_ADDRESS: Final = re.compile(r"(?:#|https?://)")
"""How an address begins that a click may lead to: in the page, or on the web. No other scheme can run what it says."""

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of the scripts that are written from right to left (Unicode 16, DerivedBidiClass.txt)."""


class Markup(str):
    """HTML that is safe as it stands."""

    __slots__ = ()


NOTHING: Final = Markup()
"""No HTML at all."""


def make(name: str, /, *children: str | None, **attributes: str | float | bool | None) -> Markup:
    """Return an element. An attribute that is None or False is left out, one that is True stands without a value.

    `class_` is the attribute class, `aria_label` is aria-label.

    >>> make("a", "this & that", href="#x", class_="link", hidden=False)
    '<a href="#x" class="link">this &amp; that</a>'

    Raises:
        ValueError: an address leads neither into the page nor to the web.
    """
    written = "".join([_write_attribute(key, value=value) for key, value in attributes.items()])
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def join(children: Iterable[str | None]) -> Markup:
    """Return texts and elements one after the other."""
    return Markup("".join([escape(child) for child in children if child]))


def escape(text: str) -> Markup:
    r"""Return a text as HTML that shows it, with what a browser would obey written out; `Markup` is as it is.

    >>> escape("<b>\u202eno</b>")
    '&lt;b&gt;\\u202eno&lt;/b&gt;'
    """
    return text if isinstance(text, Markup) else Markup(escape_html(show_controls(text)))


def isolate(text: str) -> Markup:
    """Return a text from a document for a place among words of ours, whose order it cannot turn."""
    return make("bdi", text) if _RIGHT_TO_LEFT.search(text) else escape(text)


def _write_attribute(key: str, *, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = _name(key)
    if value is True:
        return f" {name}"
    text = str(value)
    if name in {"href", "src"} and not _SAFE_ADDRESS.match(text):
        raise ValueError(f"no address for a page: {text!r}")
    return f' {name}="{escape_html(show_controls(text))}"'


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
