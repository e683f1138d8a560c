"""A verdict as a sign, a word and a colour, of which the word alone would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.html.elements import Markup, make
from factcheck.render.look import Look
from factcheck.render.wording import word

if TYPE_CHECKING:
    from factcheck.model import VerdictLabel

SYMBOLS: Final = Look().symbols
"""The signs of a page that can carry them all."""


def show_label(label: VerdictLabel) -> Markup:
    """Return a verdict; whoever hears the page hears the word."""
    sign = make("span", SYMBOLS.verdicts[label], aria_hidden="true", class_="sign")
    return make("strong", sign, word(label).capitalize(), class_=f"label {label}")
