"""Mail: whose words are whose, what is an attachment, and what a broken mail still tells."""

from __future__ import annotations

import time
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from factcheck.model import BlockKind, DocumentKind, VoiceKind
from factcheck.reading import read_document
from factcheck.record.intake import read_folder
from factcheck.record.mail_text import person_of
from tests.made_up_files import SENTENCE, paragraphs, skipped

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document

HEADERS = "From: Tom Hart <tom@dunmore.example>\nDate: Tue, 3 May 2016 10:04:00 +0100\nSubject: Re: The quay\n\n"


def _read(folder: Path, body: str, headers: str = HEADERS) -> Document:
    (folder / "a.eml").write_text(headers + body, encoding="utf-8")
    return read_folder(folder).documents[0]


def _speakers(document: Document) -> list[tuple[str, str | None, str | None]]:
    """Each passage with who asserts it and when it was written."""
    return [
        (passage.text, passage.attribution.speaker, str(passage.published) if passage.published else None)
        for passage in read_document(document)
    ]


def test_the_sender_speaks_in_the_first_person(tmp_path: Path) -> None:
    document = _read(tmp_path, "We rebuilt the quay.\n\n-- \nTom Hart\nChair\n")
    assert (document.reader, document.kind) == ("mail", DocumentKind.FIRST_PERSON)
    assert (document.title.value, document.author.value) == ("Re: The quay", "Tom Hart")
    assert (str(document.published.value), document.published.source) == ("2016-05-03", "the Date line")
    assert paragraphs(document) == ["We rebuilt the quay."]
    assert _speakers(document) == [("We rebuilt the quay.", "Tom Hart", "2016-05-03")]


def test_quoted_mail_is_laid_to_its_writer_and_its_day(tmp_path: Path) -> None:
    body = (
        "I have seen the figures.\n\nOn Mon, 2 May 2016 at 09:12, Ann Lee <ann.lee@dunmore.example>\nwrote:\n\n"
        "> The quay cost £4 million, and it was\n> finished in 2015.\n> On 1 May 2016 10:11, Jo Marsh wrote:\n"
        ">> Was it finished?\n> It will last.\n\nI do not think so.\n"
    )
    assert _speakers(_read(tmp_path, body)) == [
        ("I have seen the figures.", "Tom Hart", "2016-05-03"),
        ("The quay cost £4 million, and it was\nfinished in 2015.", "Ann Lee", "2016-05-02"),
        ("Was it finished?", "Jo Marsh", "2016-05-01"),
        ("It will last.", "Ann Lee", "2016-05-02"),
        ("I do not think so.", "Tom Hart", "2016-05-03"),
    ]


def test_whom_quoted_mail_quotes_in_turn_is_seen(tmp_path: Path) -> None:
    body = "On 2 May 2016 at 09:12, Ann Lee wrote:\n> “The quay is safe and will be for years,” said Jo Marsh.\n"
    assert [speaker for _, speaker, _ in _speakers(_read(tmp_path, body))] == ["Jo Marsh"]


def test_quoted_mail_that_nobody_is_named_for_may_be_anybodys(tmp_path: Path) -> None:
    document = _read(tmp_path, "No.\n\n> I closed the quay myself last year.\n")
    said = [passage for passage in read_document(document) if "closed" in passage.text]
    assert [passage.attribution.voice for passage in said] == [VoiceKind.SELF]
    assert [str(passage.published) for passage in said] == ["../2016-05-03"]


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\nFrom: Ann Lee [mailto:ann@dunmore.example]\nSent: 30 April 2016 10:00\nTo: all\n",
        "---------- Forwarded message ---------\nFrom: Ann Lee <ann@x.example>\nDate: Sat, 30 Apr 2016 at 10:00\n",
        "________________________________\nFrom: Lee, Ann\n\nSent: Saturday, April 30, 2016 10:00 AM\nSubject: quay\n",
        "Begin forwarded message:\n\nFrom: Ann Lee <ann@x.example>\nSubject: Quay\nDate: 30 April 2016 at 10:00 BST\n",
        "> From: Ann Lee <ann@dunmore.example>\n> Date: 30 April 2016\n",
        "On 30 April 2016 at 10:00, Ann Lee wrote:\n",
    ],
)
def test_forwarded_mail_is_its_writers_to_the_end(tmp_path: Path, head: str) -> None:
    mark = "> " if head.startswith(">") else ""
    spoken = _speakers(_read(tmp_path, f"See below.\n\n{head}{mark}\n{mark}The quay is open.\n"))
    assert spoken == [("See below.", "Tom Hart", "2016-05-03"), ("The quay is open.", "Ann Lee", "2016-04-30")]


def test_the_heads_of_earlier_mail_are_no_evidence(tmp_path: Path) -> None:
    document = _read(tmp_path, "No.\n\nOn 2 May 2016 at 09:12, Ann Lee wrote:\n> The quay is safe.\n")
    furniture = [
        block.reason for section in document.sections for block in section.blocks if block.kind is BlockKind.FURNITURE
    ]
    assert furniture == ["mail/head of earlier mail"]


def test_a_sentence_about_writing_is_no_introduction(tmp_path: Path) -> None:
    body = "In 2016 Ann Lee wrote:\n\nThe quay is open, and it will stay so.\n"
    assert len(_read(tmp_path, body).sections) == 1


def test_attachments_are_told_as_skipped(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Tom Hart <tom@dunmore.example>", "The quay"
    message.set_content(SENTENCE)
    message.add_alternative(f"<p>{SENTENCE}</p>", subtype="html")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="accounts.pdf")
    message.add_attachment("Other words.", filename="note.txt")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    intake = read_folder(tmp_path)
    assert paragraphs(intake.documents[0]) == [SENTENCE]
    reasons = list(skipped(intake).values())
    assert len(reasons) == 2
    assert reasons[0].startswith("an attachment (application/pdf)")
    assert intake.documents[0].published.source == "the mail has no Date line"


def test_html_is_made_plain_where_there_is_no_text_part(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "ann.lee@dunmore.example"
    html = (
        f"<html><head><style>p {{}}</style></head><body><p>{SENTENCE}</p><script>x()</script>It is&nbsp;so.<br>Yes.</p>"
        "<div>On 2 May 2016 at 09:12, Jo Marsh wrote:</div><blockquote><p>Was it finished?</p></blockquote></body>"
    )
    message.set_content(html, subtype="html")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    document = read_folder(tmp_path).documents[0]
    assert paragraphs(document) == [SENTENCE, "It is\xa0so.", "Yes.", "Was it finished?"]
    assert document.author.value == "Ann Lee"
    assert [section.author.value for section in document.sections] == ["Ann Lee", "Jo Marsh"]


@pytest.mark.parametrize("named", ["utf-8", "no-such-code", "us-ascii"])
def test_a_wrong_encoding_is_mended(tmp_path: Path, named: str) -> None:
    headers = (
        f"From: Tom Hart <t@x.example>\nContent-Type: text/plain; charset={named}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    text = "The café’s owner paid £40,000 in tax, the court heard. " * 5
    (tmp_path / "a.eml").write_bytes(headers.encode() + text.encode("cp1252"))
    assert paragraphs(read_folder(tmp_path).documents[0]) == [text.strip()]


def test_a_cut_off_mail_and_broken_headers_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    headers = "From: =?utf-8?q?Tom_H=C3=A4rt?= <t@x.example\nDate: 32 Foo 2016\n"
    headers += 'Content-Type: multipart/mixed; boundary="b"\n\n'
    document = _read(tmp_path, f"--b\nContent-Type: text/plain\n\n{SENTENCE}\n", headers)
    assert paragraphs(document) == [SENTENCE]
    assert document.published.value is None
    assert "is no date" in document.sections[0].published.source


def test_what_is_no_mail_and_what_has_no_text_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "no.eml").write_bytes(b"\x00\x01\x02")
    (tmp_path / "none.eml").write_text("From: t@x.example\n\n\n")
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert skipped(read_folder(tmp_path)) == {
        "no.eml": "is no mail: it begins with no header",
        "none.eml": "holds no text of its own",
    }


@pytest.mark.parametrize(
    ("written", "name"),
    [("Lee, Ann", "Ann Lee"), ("'Ann Lee'", "Ann Lee"), ("a_lee@x.example", "a_lee@x.example"), ("", "")],
)
def test_a_name_is_read_out_of_a_header(written: str, name: str) -> None:
    assert person_of(written) == name


def test_a_mail_that_is_attached_is_not_the_senders(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["From"] = "Ann Lee <ann@dunmore.example>"
    inner.set_content("I closed the quay myself.")
    message = EmailMessage()
    message["From"] = "Tom Hart <tom@dunmore.example>"
    message.set_content(SENTENCE)
    message.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    intake = read_folder(tmp_path)
    assert paragraphs(intake.documents[0]) == [SENTENCE]
    assert [reason[:32] for reason in skipped(intake).values()] == ["an attachment (message/rfc822): "]


@pytest.mark.parametrize(
    "hostile",
    [
        "From: " + "(" * 100_000 + "\n\n" + SENTENCE,
        "From: " + "a" * 1_000_000 + "@x\nDate: " + "1" * 1_000_000 + "\n\n" + SENTENCE,
        "From: t@x.example\n\n" + SENTENCE + "\n\nA" + " " * 1_000_000 + "b wrote",
        "From: t@x.example\n\n" + SENTENCE + "\n\nfrom: " + "a" * 500_000 + " " * 500_000 + "x\nsent: 1",
        "From: t@x.example\n\n" + SENTENCE + "\n" + "> " * 500_000 + "x",
        "From: t@x.example\nDate: Tue, 3 May 99999999999 10:04:00 +0100\n\n" + SENTENCE,
    ],
)
def test_a_hostile_mail_keeps_nobody_waiting(tmp_path: Path, hostile: str) -> None:
    started = time.perf_counter()
    assert paragraphs(_read(tmp_path, "", hostile))[0].startswith(SENTENCE)
    assert time.perf_counter() - started < 5
