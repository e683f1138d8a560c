"""One made-up article, as an office program and as a browser are given it."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Harbour wall at Dunmore to be rebuilt at last"
AUTHOR: Final = "Ann Lee"
DATE_LINE: Final = "14 June 2018"
HEAD: Final = "The Dunmore Lantern"
"""What stands at the top of each page."""

_BODY: Final = """
## What is to be built

The harbour wall at Dunmore is to be rebuilt at a cost of £3 million, the port’s board agreed on Monday. Work is to
begin in the spring of 2019 and to take two years.

The office of the port’s chief engineer had found in its first report, filed in 2016, that the old footing could not
be made fit. It described the affected stones as “a fine example of what five floods will do”, and the finding was
final.

The new wall will be 240 metres long and 6.5 metres high. It replaces one of 180 metres, which fell in the storm of
11 January 2012.

“We have waited for this wall for the better part of ten years, and nobody on this coast has forgotten the night on
which the old one went. The boats that were left at the quay that winter were broken up on the slip, one after the
other, and the men who had sailed them went to work ashore. I said at the time that the port would not see them
again, and it has not. What the board has now agreed is late, it is dear, and it is right,” said Tom Hart, who
chairs the harbour board.

The board’s cost-effective plan leaves out the lighthouse. Its three-year programme of dredging goes on as before,
and so does the work on the slip.

## Who is to pay

A toll on the north quay will pay for half of the wall. The other half comes from the county, which gave £1.5
million for the old one.

Mary Marsh, who leads the county council, said that the grant was “the largest that this council has ever made to a
port”. She denied that it had been promised before the election of May 2017.

The toll begins at £2.40 a tonne and rises to £3.10 by 2021. Fishing boats of less than ten metres are to pay
nothing.

## What the port has lost

The port took in 410 ships in 2011, the year before the storm, and 265 in 2017. Its revenue fell by 38 per cent over
the same time, according to its accounts.

Tom Hart told the board that ships of the county had gone elsewhere for want of shelter. “They will not come back in
a year,” he said, “but they will come back.”

Nine in ten of the jobs that the port lost were in the curing sheds, a county inquiry reported in 2015. It put their
number at 120.
"""
"""Its quotation is so long that it runs over the end of a small page or column."""

SECTIONS: Final = tuple(
    (heading, tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()))
    for heading, _, text in (section.partition("\n") for section in _BODY.split("## ")[1:])
)
"""Headings, each with its paragraphs."""

TABLE: Final = (
    ("Year", "Ships", "Revenue"),
    ("2011", "410", "£2.1m"),
    ("2014", "298", "£1.5m"),
    ("2017", "265", "£1.3m"),
)
"""It stands at the end of the first section."""


PARTED: Final = ("lighthouse", "programme", "engineer", "promised", "reported", "according", "inquiry")
"""Words that a column may part at its right, after four letters."""

_SHEET: Final = (
    "@page { size: A5; margin: 18mm } body { font: 11pt/1.35 'DejaVu Serif', serif }"
    " p { hyphens: manual; text-align: justify; font-variant-ligatures: common-ligatures }"
)
_NARROW: Final = "body { font-size: 9pt } article { columns: 2; column-gap: 8mm }"


def as_text() -> str:
    """The article as plain text, without its table."""
    parts = [TITLE, f"By {AUTHOR}", DATE_LINE]
    for heading, paragraphs in SECTIONS:
        parts += [heading, *paragraphs]
    return "\n\n".join(parts) + "\n"


def as_page(*, columns: bool = False) -> str:
    """The article as a web page of small sheets; in two columns, long words are parted where their lines end."""
    body = [f"<h1>{TITLE}</h1>", f"<p>By {AUTHOR}</p>", f"<p>{DATE_LINE}</p>", "<article>"]
    for place, (heading, paragraphs) in enumerate(SECTIONS):
        body.append(f"<h2>{heading}</h2>")
        body += [f"<p>{_part_words(text) if columns else text}</p>" for text in paragraphs]
        body += [] if place else [_table()]
    sheet = _SHEET + (_NARROW if columns else "")
    head = f'<meta charset="utf-8"><title>{TITLE}</title><style>{sheet}</style>'
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{"".join(body)}</article></body></html>'


def _table() -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in TABLE)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _part_words(text: str) -> str:
    for word in PARTED:
        text = text.replace(word, f"{word[:4]}\xad{word[4:]}")
    return text
