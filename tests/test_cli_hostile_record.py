"""What is printed of a record of files that are hard to read: every one is listed, with how it was read or why not."""

from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING, Final

import pytest
from PIL import Image

from factcheck.cli import run
from factcheck.record.intake import read_folder
from factcheck.record.plain import PlainText
from tests.made_up_pdfs import MadePdf, save

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Extracted

WALL: Final = "The harbour wall at Dunmore cost £3 million in 2016, the café’s owner was told by the port’s accounts."
TOLL: Final = "A toll on the north quay has paid for the half of it since 2017, according to the board’s own plan."
SLIP: Final = "The slip beside it was closed in the winter of 2018, when two boats had been lost there, Tom Hart said."
LEFT: Final = (
    "The harbour wall at Dunmore cost",
    "£3 million in 2016, as the port’s",
    "accounts show. It was paid for by",
    "a toll",
)
RIGHT: Final = (
    "on the north quay, which began in",
    "2017 and is to end in the year of",
    "2027. Fishing boats of less than",
    "ten metres pay nothing.",
)
COLUMNS: Final = " ".join((*LEFT, *RIGHT))
CLAIMS: Final = """
claims:
  - id: cost
    text: The harbour wall at Dunmore cost £3 million in 2016.
    speaker: Ann Lee
"""
LARGE: Final = 300 * 2**20
QUICKLY: Final = 5.0
"""Seconds within which a folder with a file that is too large is read: the rest of it takes less than one."""

STRANGE: Final = "two\nlines \x1b[31mred\x1b[0m \u202eback.txt"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A folder of one file of each sort that is hard to read."""
    folder = tmp_path / "record"
    (folder / "empty folder").mkdir(parents=True)
    made = MadePdf()
    made.write_lines(LEFT)
    made.write_lines(RIGHT, x=110)
    save(made, folder / "columns.pdf")
    Image.new("RGB", (80, 80), "grey").save(tmp_path / "page.png")
    made = MadePdf()
    made.image(str(tmp_path / "page.png"), w=100)
    save(made, folder / "scan.pdf")
    made = MadePdf(password="open sesame")  # noqa: S106 - of a file made here
    made.write_paragraphs([WALL])
    save(made, folder / "locked.pdf")
    (folder / "breaks.html").write_text(f"<html><body>{WALL}<br><br>{TOLL}<br>\n<br>{SLIP}</body></html>", "utf-8")
    (folder / "western.txt").write_bytes(f"{WALL}\r\n\r\n{TOLL}\r\n".encode("cp1252"))
    (folder / STRANGE).write_text(WALL, "utf-8")
    with (folder / "large.txt").open("wb") as file:
        file.truncate(LARGE)
    return folder


def show(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


def test_every_file_is_listed(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = show("record", "list", "--record", str(record), capsys=capsys)
    for line in (
        "4 documents, 3 skipped\n",
        "  - skipped large.txt: too large: 300 MiB, the limit is 64 MiB\n",
        "  - skipped locked.pdf: encrypted: it opens only with a password\n",
        "  - skipped scan.pdf: no text layer (a scan?): run text recognition over it first\n",
    ):
        assert line in shown
    assert "empty folder" not in shown


def test_a_strange_name_is_one_harmless_line(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = record.parent / "claims.yaml"
    claims.write_text(CLAIMS, "utf-8")
    harmless = r"two lines \x1b[31mred\x1b[0m \u202eback.txt"
    for command in (("record", "list"), ("verify", str(claims), "--why")):
        shown = show(*command, "--record", str(record), capsys=capsys)
        assert harmless in " ".join(shown.split())
        assert not {"\x1b", "\u202e"} & set(shown)


def test_the_verdict_says_what_was_not_looked_at(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = record.parent / "claims.yaml"
    claims.write_text(CLAIMS, "utf-8")
    shown = " ".join(show("verify", str(claims), "--record", str(record), capsys=capsys).split())
    for reason in ("too large: 300 MiB, the limit is 64 MiB", "encrypted: it opens only", "no text layer (a scan?)"):
        assert reason in shown


@pytest.mark.parametrize(
    ("name", "texts"),
    [("columns.pdf", [COLUMNS]), ("breaks.html", [WALL, TOLL, SLIP]), ("western.txt", [WALL, TOLL])],
)
def test_what_is_read_is_whole(record: Path, name: str, texts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = show("record", "show", name, "--record", str(record), capsys=capsys)
    quoted = [" ".join(block.replace("\n    | ", " ").split()) for block in shown.split("\n    paragraph")[1:]]
    assert [text in block for text, block in zip(texts, quoted, strict=True)] == [True] * len(texts)


def test_a_large_file_is_refused_at_once_and_unread(record: Path) -> None:
    read_folder(record)  # what is imported and cached once is no cost of the file
    tracemalloc.start()
    begun = time.perf_counter()
    read_folder(record)
    seconds = time.perf_counter() - begun
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < QUICKLY
    assert peak < LARGE / 10


def test_a_file_that_changes_while_it_is_read_is_listed(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = PlainText.read

    def grow(self: PlainText, path: Path) -> Extracted:
        extracted = read(self, path)
        path.write_text(WALL * 2, "utf-8") if path.name == "western.txt" else None
        return extracted

    monkeypatch.setattr(PlainText, "read", grow)
    shown = show("record", "list", "--record", str(record), "--index", str(tmp_path / "index"), capsys=capsys)
    assert "  - skipped western.txt: was changed while it was read\n" in shown
