"""What the page that a report is written on can carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.model import VerdictLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """The signs of the verdicts, the typography around quotes, and what the bars of sums are drawn with."""

    verdicts: dict[VerdictLabel, str]
    opening: str
    closing: str
    dot: str
    dash: str
    gain: str
    loss: str

    def quote(self, text: str) -> str:
        """Return the text between quotation marks."""
        return f"{self.opening}{text}{self.closing}"


TYPOGRAPHIC: Final = Symbols(
    verdicts={
        VerdictLabel.SUPPORTED: "✓",
        VerdictLabel.CONTRADICTED: "✗",
        VerdictLabel.DISPUTED: "≠",
        VerdictLabel.INSUFFICIENT: "?",
        VerdictLabel.NOT_CHECKABLE: "–",
    },
    opening="“",
    closing="”",
    dot="·",
    dash="—",
    gain="█",
    loss="░",
)
"""The signs of a page that carries them all, as a file does."""

_ASCII: Final = Symbols(
    verdicts={
        VerdictLabel.SUPPORTED: "+",
        VerdictLabel.CONTRADICTED: "x",
        VerdictLabel.DISPUTED: "!=",
        VerdictLabel.INSUFFICIENT: "?",
        VerdictLabel.NOT_CHECKABLE: "-",
    },
    opening='"',
    closing='"',
    dot="|",
    dash="--",
    gain="#",
    loss="-",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who publishes: a name, and the address under which each claim gets a page of its own."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the page can carry: colour, and signs beyond ASCII. `why` asks for every weight and gate.

    `imprint` is None where nobody said who publishes it.
    """

    colour: bool = False
    typographic: bool = True
    why: bool = False
    imprint: Imprint | None = None

    @property
    def symbols(self) -> Symbols:
        """The signs that this page can carry."""
        return TYPOGRAPHIC if self.typographic else _ASCII
