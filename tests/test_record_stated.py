"""record.yaml: stated facts win over inferred ones, and every fault has its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import Fault, FaultsError
from factcheck.model import Basis, BlockKind, Document, DocumentKind, EntityKind, Intake
from factcheck.record.intake import read_folder

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Harbour wall to be rebuilt\n\n12 March 2019\n\n"
    "The harbour wall is to be rebuilt at a cost of £3 million, the port has said.\n\n"
    "A word from our friends at the bank. Work will begin in the spring, and is to take two years.\n\n"
    "New cranes arrive\n\n"
    "Two cranes came by sea on Friday and will be in use by June, the harbour master said.\n\n"
    "I am glad to see them at last, and so is everybody who works here on the quay.\n"
)


def _read(folder: Path, stated: str) -> Intake:
    (folder / "port.txt").write_text(TEXT, encoding="utf-8")
    (folder / "record.yaml").write_text(stated, encoding="utf-8")
    return read_folder(folder)


def _faults(folder: Path, stated: str) -> list[tuple[int, int, str]]:
    with pytest.raises(FaultsError) as caught:
        _read(folder, stated)
    assert caught.value.path == "record.yaml"
    return [(fault.line, fault.column, fault.message) for fault in caught.value.faults]


def _blocks(document: Document, kind: BlockKind) -> list[str]:
    return [
        block.span.of(document.text) for section in document.sections for block in section.blocks if block.kind is kind
    ]


def test_stated_facts_win(tmp_path: Path) -> None:
    stated = (
        "documents:\n  port.txt:\n    title: The wall\n    publisher: Quay News\n    author: Ada Poe\n"
        "    published: 2019-03-10\n    kind: report\n    url: https://quay.example/1\n"
    )
    document = _read(tmp_path, stated).documents[0]
    assert (document.title.value, document.publisher.value, document.author.value) == (
        "The wall",
        "Quay News",
        "Ada Poe",
    )
    assert str(document.published.value) == "2019-03-10"
    assert (document.published.basis, document.published.source) == (Basis.STATED, "record.yaml")
    assert (document.kind, document.kind_basis) == (DocumentKind.REPORT, Basis.STATED)
    assert document.url.value == "https://quay.example/1"
    assert document.sections[0].published == document.published
    assert document.sections[0].author == document.author


def test_sections_are_cut_where_the_user_says(tmp_path: Path) -> None:
    stated = (
        "documents:\n  port.txt:\n    sections:\n      - start: New cranes\n"
        "        heading: New cranes arrive\n"
        "        published: 2018-05\n        author: Bo Lund\n"
    )
    first, second = _read(tmp_path, stated).documents[0].sections
    assert first.heading == "Harbour wall to be rebuilt"
    assert str(first.published.value) == "2019-03-12"
    assert second.heading == "New cranes arrive"
    assert str(second.published.value) == "2018-05"
    assert second.author.value == "Bo Lund"
    assert second.span.of(TEXT).startswith("New cranes")


def test_furniture_is_carved_out_of_a_paragraph(tmp_path: Path) -> None:
    quote = "A word from our friends at the bank."
    document = _read(tmp_path, f"documents:\n  port.txt:\n    furniture:\n      - {quote}\n").documents[0]
    assert quote in _blocks(document, BlockKind.FURNITURE)
    assert "Work will begin in the spring, and is to take two years." in _blocks(document, BlockKind.PARAGRAPH)


def test_spoken_words_by_quote_or_by_their_ends(tmp_path: Path) -> None:
    stated = (
        "documents:\n  port.txt:\n    spoken:\n"
        "      - {start: I am glad, end: the quay., speaker: Harbour master}\n"
        "      - {quote: Two cranes came by sea, speaker: null}\n"
    )
    document = _read(tmp_path, stated).documents[0]
    assert [(spoken.span.of(TEXT), spoken.speaker) for spoken in document.spoken] == [
        ("Two cranes came by sea", None),
        ("I am glad to see them at last, and so is everybody who works here on the quay.", "Harbour master"),
    ]


def test_a_quote_may_break_its_lines_otherwise(tmp_path: Path) -> None:
    stated = (
        "documents:\n  port.txt:\n    furniture:\n      - >-\n        the port has said.\n\n"
        "        A word from our friends\n"
    )
    assert "A word from our friends" in _blocks(_read(tmp_path, stated).documents[0], BlockKind.FURNITURE)


def test_people_and_bodies(tmp_path: Path) -> None:
    stated = (
        "people:\n  - name: Ada Poe\n    other_names: [Mrs Poe]\n    speaks_for: [Quay Council]\n"
        "    opposes: [Bo Lund]\n"
        "    roles:\n      - {role: chair, body: Quay Council, from: 2014, until: 2016-06}\n"
        "      - {role: mayor}\n"
        "bodies:\n  - name: Quay Council\n"
    )
    ada, council = _read(tmp_path, stated).entities
    assert (ada.kind, council.kind) == (EntityKind.PERSON, EntityKind.BODY)
    assert ada.names == ("Ada Poe", "Mrs Poe")
    assert (ada.speaks_for, ada.opposes) == (("Quay Council",), ("Bo Lund",))
    assert [str(office.term) if office.term else None for office in ada.offices] == [
        "2014-01-01/2016-06-30",
        None,
    ]


def test_every_fault_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    stated = (
        "documents:\n  port.txt:\n    titel: The wall\n    published: 2019-02-30\n    kind: blogg\n"
        "  prot.txt:\n    title: x\npeople:\n  - name: Ada\n"
        "    roles: [{role: chair, from: 2016, until: 2014}]\n"
        "  - other_names: [A]\nbodys: []\n"
    )
    assert _faults(tmp_path, stated) == [
        (3, 5, "there is no “titel” here"),
        (4, 5, "published: there is no 2019-02-30 in the calendar"),
        (5, 5, "“blogg” is no kind"),
        (6, 3, "there is no document prot.txt"),
        (10, 13, "roles: it ends before it begins"),
        (11, 5, "“name” is missing"),
        (12, 1, "there is no entry “bodys”"),
    ]


def test_quotes_that_do_not_stand_there(tmp_path: Path) -> None:
    stated = (
        "documents:\n  port.txt:\n    furniture: [no such words]\n    sections:\n      - start: nor these\n"
        "    spoken:\n      - {quote: The harbour walls, speaker: X}\n"
    )
    assert _faults(tmp_path, stated) == [
        (3, 17, "“no such words” does not stand in port.txt"),
        (5, 9, "“nor these” does not stand in port.txt"),
        (7, 10, "“The harbour walls” does not stand in port.txt"),
    ]


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("people: &a []\nbodies: *a\n", "the alias *a is not allowed"),
        ("people: &a []\n", "the anchor &a is not allowed"),
        ("people: !!set {}\n", "the tag !!set is not allowed"),
        ("people: []\npeople: []\n", "the key “people” is doubled: see line 1"),
        ("people: {name: x}\n", "“people” is a list"),
        ("documents: [x]\n", "“documents” has an entry for each file, by its path"),
        ("- x\n", "the file holds no entries"),
        ("documents:\n  port.txt:\n    title: [a]\n", "“title” is a text"),
        ("people: [\n", "not valid YAML: "),
        ("a: " + "[" * 50 + "]" * 50, "nested deeper than 16 levels"),
    ],
)
def test_faults_of_form(tmp_path: Path, stated: str, message: str) -> None:
    assert any(found.startswith(message) for _, _, found in _faults(tmp_path, stated))


def test_a_refused_value_is_told_once(tmp_path: Path) -> None:
    stated = "people:\n  - name: *a\n  - *b\nbodies: *c\ndocuments:\n  port.txt:\n    sections: [start: *d]\n"
    assert [message for _, _, message in _faults(tmp_path, stated)] == [
        f"the alias *{name} is not allowed" for name in "abcd"
    ]


def test_a_file_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "record.yaml").write_bytes("people:\n  - name: Zoë\n".encode("latin-1"))
    with pytest.raises(FaultsError) as caught:
        read_folder(tmp_path)
    assert caught.value.faults[0] == Fault(
        line=2, column=13, message="not UTF-8: byte 0xEB", hint="save the file as UTF-8"
    )


def test_a_skipped_file_says_why_it_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "scan.png").write_bytes(b"x")
    assert _faults(tmp_path, "documents:\n  scan.png:\n    title: x\n") == [
        (2, 3, "scan.png was skipped: no reader for .png files"),
    ]


@pytest.mark.parametrize("stated", ["", "# nothing yet\n", "documents:\npeople:\n"])
def test_an_empty_file_states_nothing(tmp_path: Path, stated: str) -> None:
    assert _read(tmp_path, stated).entities == ()


def test_a_value_that_looks_like_a_number_is_a_text(tmp_path: Path) -> None:
    document = _read(tmp_path, "documents:\n  port.txt:\n    title: 1984\n    author: yes\n").documents[0]
    assert (document.title.value, document.author.value) == ("1984", "yes")
