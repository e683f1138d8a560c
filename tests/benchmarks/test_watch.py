"""What a watch saves: how many claims a change has checked again, and what that costs against checking all of them.

The records are made up: one of articles on many subjects in drawn words, and one whose articles are all about a few
bodies in a few places, so that nearly every claim has something in common with nearly every article. Claims are
sentences of the record in which a figure or a year is another one. The rules judge alone: what the learned judge says
of two texts is set aside anyway. Seconds are of the processor, without what it takes to read the files that changed;
"all again" is the same record with all claims checked.
"""

from __future__ import annotations

import random
import re
import time
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.index import INDEXES
from factcheck.index.store import Store
from factcheck.model import Claim, Judge
from factcheck.pipeline.kept import KeptVerdicts
from factcheck.pipeline.refresh import refresh
from tests.benchmarks.corpus import write_article
from tests.benchmarks.test_stages import BODIES, PLACES, SENTENCES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.benchmarks.measure import Note

PAGE: Final = "WATCH.md"
ARTICLES: Final = 60
LONG: Final = 40
"""Sentences of an article."""

HEAD: Final = 3
"""Blocks of an article before its text: the paper, the headline, and by whom and when."""

PEOPLE: Final = "people:\n  - name: Ann Lee\n"
CLAIMS: Final = 200
_FIGURE: Final = re.compile(r"£?\d+(?:\.\d)?")


def write_mixed(number: int) -> str:
    """An article on a subject of its own."""
    return write_article(f"watch/{number}", sentences=LONG)


def write_alike(number: int) -> str:
    """An article on what all others are about too."""
    chance = random.Random(f"alike/{number}")
    told = (
        chance.choice(SENTENCES).format(
            body=chance.choice(BODIES),
            place=chance.choice(PLACES),
            number=chance.randint(2, 90),
            year=chance.randint(2008, 2020),
        )
        for _ in range(LONG)
    )
    day = f"{chance.randint(1, 28)} March {2009 + number % 10}"
    return f"The Eastmere Post\n\nNumber {number}\n\n{day}\n\n{' '.join(told)}\n"


KINDS: Final[dict[str, Callable[[int], str]]] = {"many subjects": write_mixed, "few subjects": write_alike}


def draw_claims(folder: Path) -> list[Claim]:
    """Return sentences of a record with other figures."""
    chance = random.Random(0)
    texts = " ".join(file.read_text("utf-8").split("\n\n", HEAD)[-1] for file in sorted(folder.iterdir()))
    told = [one for one in dict.fromkeys(re.split(r"(?<=\.)\s", texts)) if _FIGURE.search(one) and "“" not in one]
    drawn = chance.sample(told, k=CLAIMS)
    changed = (_FIGURE.sub(lambda match: match[0] + str(chance.randint(0, 9)), text, count=1) for text in drawn)
    return [Claim(id=f"claim-{number}", text=text) for number, text in enumerate(changed)]


def change(folder: Path, claims: list[Claim], write: Callable[[int], str]) -> dict[str, Callable[[], object]]:
    """Return what is done to a record and its claims, by what it is called."""
    first, second = folder / "000.txt", folder / "001.txt"
    blocks = first.read_text("utf-8").split("\n\n")
    longer = "\n\n".join([*blocks[:HEAD], "It rained all day.", *blocks[HEAD:]])
    return {
        "a claim is edited": lambda: claims.__setitem__(0, Claim(id="claim-0", text=f"{claims[0].text} It rained.")),
        "a sentence is added to an article": lambda: first.write_text(longer, "utf-8"),
        "an article comes": lambda: (folder / "new.txt").write_text(write(ARTICLES), "utf-8"),
        "an article goes": second.unlink,
        "record.yaml names somebody": lambda: (folder / "record.yaml").write_text(
            "people:\n  - name: Ann Lee\n", "utf-8"
        ),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_change_costs(kind: str, note_table: Note, tmp_path: Path) -> None:
    folder, write, settings = tmp_path / "record", KINDS[kind], Settings(judge=Judge.RULES)
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:03}.txt").write_text(write(number), "utf-8")
    claims = draw_claims(folder)
    store = Store(tmp_path / "index", INDEXES.load("tantivy"))
    refresh(store, [folder])
    kept = KeptVerdicts()
    kept.verify(claims, store, settings)
    rows = []
    for what, act in change(folder, claims, write).items():
        act()
        refresh(store, [folder])
        begun = time.process_time()
        again = kept.verify(claims, store, settings)
        between = time.process_time()
        whole = KeptVerdicts().verify(claims, store, settings)
        spent, all_of_it = between - begun, time.process_time() - between
        assert again.report == whole.report
        figures = (f"{spent:.2f}", f"{all_of_it:.2f}", f"{spent / all_of_it:.0%}")
        rows.append((what, f"{len(again.checked)} of {len(claims)}", *figures))
    store.close()
    columns = ("change", "checked again", "CPU, s", "all again, s", "share")
    note_table(f"{ARTICLES} articles of {LONG} sentences on {kind}", columns, rows)
