"""The table at every width, in a pipe, in colour and in ASCII."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from factcheck.model import Basis, Eligibility, Fact, Report, Said, Skipped, SourceMatch, VerdictLabel
from factcheck.render.look import Look
from factcheck.render.table import make_table
from tests.report_factory import CLAIM, DOCUMENT, OWN_WORDS, REFUTAL, SUPPORT, make_report, make_verdict

LONG = "The bridge opened in May 2017, four months after the date in the contract, and nobody was told why. " * 4
FIVE = tuple(replace(SUPPORT, quote=f"{number} {LONG.strip()}") for number in range(1, 6))
REPORT = make_report(
    make_verdict(VerdictLabel.SUPPORTED, supporting=FIVE, contradicting=()),
    *(make_verdict(label) for label in VerdictLabel),
)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def show(report: Report = REPORT, *, width: int = 0, look: Look | None = None) -> str:
    return make_table(look or Look())(report, width=width)


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("width", [40, 80, 100, 101, 120, 160, 250])
def test_no_row_is_wider_than_the_page(width: int) -> None:
    assert max(cell_len(row) for row in show(width=width).splitlines()) <= width


def test_a_narrow_page_has_every_word_of_a_quote() -> None:
    narrow = words(show(width=80))
    quote = words(f"“1 {LONG.strip()}”")
    assert any(narrow[place : place + len(quote)] == quote for place in range(len(narrow)))


def test_a_wide_page_has_four_columns() -> None:
    header = show(width=160).splitlines()[1]
    assert re.split(r"\s{2,}", header.strip()) == ["Claim", "Verdict", "Supported by", "Contradicted by"]


@pytest.mark.parametrize("width", [80, 160])
def test_a_terminal_shows_three_quotes_a_side_and_counts_the_rest(width: int) -> None:
    shown = show(width=width)
    assert "“3 The bridge" in shown
    assert "“4 The bridge" not in shown
    assert "+2 more (see --format json)" in shown


def test_a_pipe_has_every_quote_whole_on_a_line_and_no_escapes() -> None:
    shown = show()
    for number in range(1, 6):
        assert f"“{number} {LONG.strip()}”\n" in shown
    assert "more (see" not in shown
    assert "\x1b" not in shown


def test_a_pipe_needs_neither_rich_nor_pydantic() -> None:
    code = (
        "import sys; from factcheck.render import REPORTS; from factcheck.render.look import Look;"
        "from tests.report_factory import make_report, make_verdict;"
        "REPORTS.load('table')(Look())(make_report(make_verdict()), width=0);"
        "sys.exit(bool({'rich', 'pydantic'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_terminal_needs_no_pydantic() -> None:
    code = (
        "import sys; from factcheck.render import REPORTS; from factcheck.render.look import Look;"
        "from tests.report_factory import make_report, make_verdict;"
        "REPORTS.load('table')(Look(colour=True))(make_report(make_verdict()), width=160);"
        "sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("width", [80, 160])
def test_colour_adds_escapes_and_nothing_else(width: int) -> None:
    coloured = show(width=width, look=Look(colour=True))
    assert ESCAPE.search(coloured)
    rows = [row.rstrip() for row in ESCAPE.sub("", coloured).splitlines()]
    assert rows == show(width=width).splitlines()


@pytest.mark.parametrize("width", [0, 80, 160])
def test_every_verdict_has_its_sign_and_its_word(width: int) -> None:
    shown = show(width=width)
    for answer in ("✓ supported", "✗ contradicted", "≠ disputed", "? insufficient", "– not checkable"):
        assert answer in shown


@pytest.mark.parametrize("width", [0, 80, 160])
def test_ascii_is_enough_where_the_page_carries_no_more(width: int) -> None:
    report = make_report(
        *(
            make_verdict(label, supporting=FIVE, contradicting=FIVE, claim=replace(CLAIM, text="It cost 9."))
            for label in VerdictLabel
        )
    )
    shown = show(report, width=width, look=Look(typographic=False))
    assert shown.isascii()
    for answer in ("+ supported", "x contradicted", "!= disputed", "? insufficient", "- not checkable"):
        assert answer in shown


@pytest.mark.parametrize("width", [0, 80, 160])
@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("[bold red]big[/]", "[bold red]big[/]"),
        ("\x1b[2Jgone", r"\x1b[2Jgone"),
        ("\u202ednuor", r"\u202ednuor"),
    ],
)
def test_text_from_documents_is_never_obeyed(width: int, raw: str, shown: str) -> None:
    fact = Fact(value=raw, basis=Basis.STATED)
    verdict = make_verdict(
        claim=replace(CLAIM, id=raw, text=raw, speaker=raw, source=raw),
        said=SourceMatch(said=Said.ALTERED, difference=raw),
        reason=raw,
        supporting=(replace(SUPPORT, quote=raw, speaker=raw),),
    )
    document = replace(DOCUMENT, title=fact, publisher=fact)
    skipped = (Skipped(path=raw, reason=raw),)
    report = make_report(verdict, documents=(document,), skipped=skipped, limits=(raw,), report_id=raw)
    text = show(report, width=width)
    joined = re.sub(r"\s+", "", text)
    assert re.sub(r"\s+", "", f"“{shown}”") in joined
    assert not {"\x1b", "\u202e"} & set(text)


def test_a_quote_says_who_published_it_under_which_title_and_when() -> None:
    assert "— “Harbour bridge opens late”, The Daily Tide, 2017-06-01\n" in show()
    assert "The Daily Tide, page 3, 2017-06-01; said by the audit office\n" in show()


@pytest.mark.parametrize(("place", "shown"), [({"row": 12}, "row 12"), ({"time": "1:02"}, "at 1:02"), ({}, "")])
def test_a_quote_says_in_which_row_or_at_which_time_it_stands(place: dict[str, Any], shown: str) -> None:
    text = show(make_report(make_verdict(supporting=(replace(SUPPORT, **place),))))
    assert f"The Daily Tide, {shown}{', ' if shown else ''}2017-06-01\n" in text


def test_a_quote_from_an_unnamed_undated_document_has_its_path() -> None:
    document = replace(DOCUMENT, title=Fact(), publisher=Fact())
    verdict = make_verdict(supporting=(replace(SUPPORT, published=None),))
    assert "— news/bridge.txt, undated\n" in show(make_report(verdict, documents=(document,)))


def test_both_sides_are_listed_where_one_is_empty() -> None:
    shown = show(make_report(make_verdict(VerdictLabel.CONTRADICTED, supporting=())))
    assert "Supported by: nothing that counts\n" in shown
    assert f"✗ “{REFUTAL.quote}”\n" in shown


def test_what_is_not_independent_is_counted_apart() -> None:
    echo = replace(OWN_WORDS, eligibility=Eligibility.ECHO)
    shown = show(make_report(make_verdict(own_words=(OWN_WORDS, OWN_WORDS, echo))))
    assert "Not counted: 2 passages of the speaker's own words and 1 other passage that is not independ" in shown
    assert OWN_WORDS.quote not in shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (Said.ALTERED, "with other words, [-there-] {+here+} (news/speech.txt): “9” for “12”\n"),
        (Said.NOT_FOUND, "The claim: not found in its source (news/speech.txt): “9” for “12”\n"),
    ],
)
def test_a_claim_that_its_source_does_not_hold_is_marked(said: Said, shown: str) -> None:
    match = SourceMatch(said=said, difference="“9” for “12”")
    assert shown in show(make_report(make_verdict(said=match)))


@pytest.mark.parametrize("said", [Said.VERBATIM, Said.TRIMMED, Said.NO_SOURCE])
def test_a_claim_that_its_source_holds_is_not(said: Said) -> None:
    assert "The claim:" not in show(make_report(make_verdict(said=SourceMatch(said=said))))


def test_the_end_counts_verdicts_and_says_what_was_not_looked_at() -> None:
    report = make_report(
        make_verdict(VerdictLabel.SUPPORTED),
        make_verdict(VerdictLabel.SUPPORTED),
        make_verdict(VerdictLabel.INSUFFICIENT),
        skipped=(Skipped(path="a.tiff", reason="no reader"), Skipped(path="b.txt", reason="empty")),
    )
    end = show(report).split("\n\n")[-1].splitlines()
    assert end == [
        "3 claims: 2 ✓ supported, 1 ? insufficient",
        ("Record: 1 document, 1 section, 3 passages, 2 of them in a document's own voice; read as of 2018-12-31"),
        "Skipped:",
        "  - a.tiff: no reader",
        "  - b.txt: empty",
        "Not looked at, or only in part:",
        "  - 1 block of page furniture, never used as evidence",
        "  - 1 document without a publication date",
        "  - candidate passages cut short for 1 claim",
        "  - Only English is read.",
        "report ffffffffffffffff by factcheck 0.1.0",
    ]


@pytest.mark.parametrize("width", [0, 160])
def test_a_report_on_nothing_is_still_a_report(width: int) -> None:
    assert show(make_report(), width=width).startswith("no claims\nRecord: ")


def test_thousands_of_skipped_files_leave_room_on_a_terminal_and_are_all_in_a_pipe() -> None:
    report = make_report(skipped=tuple(Skipped(path=f"{number}.tiff", reason="no reader") for number in range(3000)))
    shown = show(report, width=100)
    assert "19.tiff: no reader" in shown
    assert "20.tiff: no reader" not in shown
    assert "and 2,980 more" in shown
    assert "2999.tiff: no reader" in show(report)
