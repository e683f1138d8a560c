"""Tables: a row is a section with its own date and author, and which column holds what is found or stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import FaultsError
from factcheck.model import VoiceKind
from factcheck.reading import read_document
from factcheck.record.intake import read_folder
from tests.made_up_files import SENTENCE, paragraphs, skipped, write_zip

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document


def _read(folder: Path, content: str, name: str = "a.csv") -> Document:
    (folder / name).write_text(content, encoding="utf-8")
    return read_folder(folder).documents[0]


def test_a_row_has_its_own_date_author_and_heading(tmp_path: Path) -> None:
    content = (
        "id,Headline,Text,Published At,Author,url\n"
        f'1,The quay,"{SENTENCE}",2016-05-03T10:00:00Z,Jo Marsh,https://x.example\n'
        '2,,"It was closed again in the summer,\nand it stays closed.",3 June 2017,Tom Hart,https://x.example\n'
    )
    document = _read(tmp_path, content)
    assert document.reader == "table"
    assert [section.heading for section in document.sections] == ["The quay", None]
    told = [(passage.text, str(passage.published), passage.author) for passage in read_document(document)]
    assert told == [
        (SENTENCE, "2016-05-03", "Jo Marsh"),
        ("It was closed again in the summer,\nand it stays closed.", "2017-06-03", "Tom Hart"),
    ]
    assert document.url.value == "https://x.example"
    assert document.published.value is None
    assert document.sections[0].published.source == "the column Published At"


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("a.csv", f'text\n"{SENTENCE}\nIt is shut."\n\n"It fell in the storm."\n', [2, 4]),
        ("a.jsonl", f'{{"text": "{SENTENCE}"}}\n\n{{"text": ""}}\n{{"text": "It fell in the storm."}}\n', [1, 4]),
    ],
)
def test_a_passage_tells_its_row(tmp_path: Path, name: str, content: str, rows: list[int]) -> None:
    document = _read(tmp_path, content, name)
    found = [document.mark_at(passage.span.start) for passage in read_document(document)]
    assert sorted({mark.row for mark in found if mark and mark.row}) == rows


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tsv", f"date\ttext\n2016\t{SENTENCE}\n"),
        ("a.csv", f'date;text\r\n2016;"{SENTENCE}"\r\n'),
        ("a.csv", f'\ufeffdate,text\r\n2016,"{SENTENCE}"\r\n,\r\n'),
        ("a.jsonl", f'{{"text": "{SENTENCE}", "date": 2016, "tags": []}}\n\n{{"text": ""}}\n'),
    ],
)
def test_forms_of_a_table(tmp_path: Path, name: str, content: str) -> None:
    document = _read(tmp_path, content, name)
    assert document.text == SENTENCE
    assert str(document.sections[0].published.value) == "2016"


def test_the_columns_of_record_yaml_come_first(tmp_path: Path) -> None:
    stated = "documents:\n  a.csv:\n    columns: {text: said, date: when, speaker: who}\n"
    (tmp_path / "record.yaml").write_text(stated, encoding="utf-8")
    document = _read(tmp_path, f"text,said,when,who\nno,{SENTENCE.replace(',', ';')},2016-05-03,ANN LEE\n")
    passage = read_document(document)[0]
    assert passage.text == SENTENCE.replace(",", ";")
    assert (passage.attribution.speaker, str(passage.published)) == ("Ann Lee", "2016-05-03")


@pytest.mark.parametrize(
    ("stated", "line", "message"),
    [
        ("columns: {text: words}", 2, "a.csv was skipped: has no column “words”; it has id, text"),
        ("columns: {test: text}", 3, "there is no “test” here"),
        ("columns: text", 3, "“columns” has entries of its own"),
        ("columns: {text: ''}", 3, "“text” is empty"),
    ],
)
def test_faulty_columns_are_told_at_their_place(tmp_path: Path, stated: str, line: int, message: str) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,x\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "record.yaml").write_text(f"documents:\n  a.csv:\n    {stated}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        read_folder(tmp_path)
    assert [(fault.line, fault.message) for fault in caught.value.faults] == [(line, message)]


def test_columns_of_what_is_no_table_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n1,{SENTENCE}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "record.yaml").write_text("documents:\n  b.txt:\n    columns: {text: x}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        read_folder(tmp_path)
    assert "it is no table" in caught.value.faults[0].message


def test_columns_of_a_table_in_an_archive(tmp_path: Path) -> None:
    write_zip(tmp_path / "z.zip", {"in/a.csv": f'said\n"{SENTENCE}"\n'})
    (tmp_path / "record.yaml").write_text(
        "documents:\n  z.zip/in/a.csv:\n    columns: {text: said}\n", encoding="utf-8"
    )
    assert read_folder(tmp_path).documents[0].text == SENTENCE


def test_a_table_without_text_names_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,score\n1,2\n")
    (tmp_path / "b.csv").write_text("text,score\n,2\n")
    (tmp_path / "c.jsonl").write_text("[1]\nx\n")
    (tmp_path / "d.txt").write_text(SENTENCE)
    (tmp_path / "e.csv").write_text("\n")
    assert skipped(read_folder(tmp_path)) == {
        "a.csv": "has no column that is called text; it has id, score: name one in record.yaml",
        "b.csv": "has no text in its column “text”",
        "c.jsonl": "has no line that is a JSON object",
        "e.csv": "has no column that is called text; it has none: name one in record.yaml",
    }


def test_lines_that_are_no_objects_are_told(tmp_path: Path) -> None:
    faulty = "\n".join(["nope", "[" * 100_000, *["x"] * 10])
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{SENTENCE} \\ud800"}}\n{faulty}\n', encoding="utf-8")
    intake = read_folder(tmp_path)
    assert paragraphs(intake.documents[0]) == [f"{SENTENCE} �"]
    reasons = skipped(intake)
    assert reasons["a.jsonl/line 3"] == "is no JSON object"
    assert reasons["a.jsonl/further lines"] == "4 more are no JSON objects"


@pytest.mark.parametrize(
    ("header", "row", "speaker", "voice"),
    [
        ("quote,author", "We rebuilt it.,Ann Lee", "Ann Lee", VoiceKind.NAMED),
        ("quote,author", "We rebuilt it.,", None, VoiceKind.SELF),
        ("text,speaker", "It was rebuilt.,", None, VoiceKind.SELF),
        ("text,author", "It was rebuilt.,Ann Lee", None, VoiceKind.DOCUMENT),
    ],
)
def test_whose_words_a_row_is(tmp_path: Path, header: str, row: str, speaker: str | None, voice: VoiceKind) -> None:
    attribution = read_document(_read(tmp_path, f"{header}\n{row}\n"))[0].attribution
    assert (attribution.speaker, attribution.voice) == (speaker, voice)


@pytest.mark.parametrize(
    ("dates", "read"),
    [
        (["03/04/2016", "04/25/2016"], ["2016-03-04", "2016-04-25"]),
        (["03/04/2016", "25/04/2016"], ["2016-04-03", "2016-04-25"]),
    ],
)
def test_one_date_tells_the_order_of_its_column(tmp_path: Path, dates: list[str], read: list[str]) -> None:
    document = _read(tmp_path, "text,date\n" + "".join(f"It was rebuilt.,{date}\n" for date in dates))
    assert [str(section.published.value) for section in document.sections] == read


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    document = _read(tmp_path, "text,date\nIt was rebuilt.,soon\n")
    assert document.published.value is None
    assert document.sections[0].published.source == "the column date says “soon”, which is no date that is read"
