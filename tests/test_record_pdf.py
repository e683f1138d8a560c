"""PDF files: the text in the order of reading, what of it belongs to the page, and what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from factcheck.model import Extracted, Mark
from factcheck.record.intake import read_folder
from factcheck.record.pdf import PdfFile
from tests.made_up_pdfs import FONT, LINE, MadePdf, save

if TYPE_CHECKING:
    from pathlib import Path

    from fpdf import FPDF

WALL: Final = (
    "The harbour wall at Dunmore is to be rebuilt at a cost of £3 million, the port has said. Work on it “will begin "
    "in the spring”, and is to take two years, Ann Lee told the board on 9 May."
)
TOLL: Final = (
    "A toll on the north quay will pay for half of it, according to the port’s plan for the next decade. The other "
    "half comes from the county, which gave £1.5 million for the old wall in 2012."
)
LEFT: Final = (
    "The harbour wall at Dunmore is to",
    "be rebuilt at a cost of £3 million,",
    "the port has said. Work on it will",
    "begin in the spring, Ann Lee told",
    "the board. It is to take two years",
    "and to be paid for by a toll on the",
)
RIGHT: Final = (
    "north quay. The old wall fell in a",
    "storm. Since then it has been held",
    "up with timber, which the sea took",
    "away more than once. Tom Hart said",
    "that ships of the county had gone",
    "elsewhere for want of shelter.",
)


def extract(made: FPDF, tmp_path: Path) -> Extracted:
    return PdfFile().read(save(made, tmp_path / "made.pdf"))


def paragraphs(extracted: Extracted) -> list[str]:
    return extracted.text.strip("\n").split("\n\n")


def reason(tmp_path: Path) -> str:
    (tmp_path / "good.txt").write_text(WALL)
    return read_folder(tmp_path).skipped[0].reason


# --- the text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("align", ["L", "J"])
def test_lines_are_joined_to_paragraphs(tmp_path: Path, align: str) -> None:
    made = MadePdf()
    made.write_paragraphs((WALL, TOLL, WALL), align=align)
    assert paragraphs(extract(made, tmp_path)) == [WALL, TOLL, WALL]


def test_a_heading_is_a_line_of_its_own(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_font("free", size=16)
    made.write_paragraphs(["Harbour wall to be rebuilt"])
    made.set_font("free", size=11)
    made.write_paragraphs([WALL])
    assert paragraphs(extract(made, tmp_path)) == ["Harbour wall to be rebuilt", WALL]


def test_a_heading_of_several_lines_is_one(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_font("free", size=24)
    made.multi_cell(0, 11, "The harbour wall at Dunmore is to be rebuilt at last", align="L", new_x="LMARGIN")
    made.set_font("free", size=11)
    made.set_y(made.get_y() + 20)
    made.write_paragraphs([WALL, TOLL])
    assert paragraphs(extract(made, tmp_path)) == ["The harbour wall at Dunmore is to be rebuilt at last", WALL, TOLL]


def test_small_letters_close_below_large_ones_are_a_line_of_their_own(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_font("free", size=24)
    made.text(10, 30, "Rebuilt")
    made.set_font("free", size=10)
    made.text(10, 34, "By Ann Lee")
    assert paragraphs(extract(made, tmp_path)) == ["Rebuilt", "By Ann Lee"]


def test_a_large_initial_belongs_to_its_word(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_font("free", size=30)
    made.text(10, 36, "T")
    made.set_font("free", size=11)
    made.write_lines(["he harbour wall at Dunmore is to be", "rebuilt at a cost of £3 million, the"], x=18)
    made.write_lines(["port has said, and work on it begins in"], y=40)
    joined = "The harbour wall at Dunmore is to be rebuilt at a cost of £3 million, the port has said, and work on it"
    assert paragraphs(extract(made, tmp_path)) == [f"{joined} begins in"]


def test_a_quotation_set_in_on_both_sides_is_one_paragraph(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs([TOLL, WALL, TOLL])
    made.set_left_margin(30)
    made.set_right_margin(50)
    made.write_paragraphs([f"{WALL} What has become of Ann Lee’s plan for Dunmore Tom Hart did not tell Mary Marsh."])
    assert len(paragraphs(extract(made, tmp_path))) == 4


def test_a_table_of_cells_with_lines_parts_no_paragraph_of_its_page(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_y(60)
    made.write_paragraphs([WALL, TOLL])
    for place in range(8):
        made.text(10 + 60 * (place % 2), 20 + LINE * place / 2, "cell")
    assert paragraphs(extract(made, tmp_path))[-2:] == [WALL, TOLL]


def test_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_lines([*LEFT[:3], LEFT[3]])
    made.write_lines(["The next paragraph is set in, and"], x=16, y=50)
    made.write_lines(["goes on at the margin of the text."], y=55)
    assert paragraphs(extract(made, tmp_path))[1] == (
        "The next paragraph is set in, and goes on at the margin of the text."
    )


def test_items_of_a_list_are_lines(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_lines(["The board decided to", "• rebuild the wall", "• raise a toll"])
    assert paragraphs(extract(made, tmp_path)) == ["The board decided to", "• rebuild the wall", "• raise a toll"]


def test_pages_are_marked_and_a_sentence_goes_on_over_them(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_lines(LEFT)
    made.add_page()
    made.write_lines(RIGHT)
    extracted = extract(made, tmp_path)
    assert paragraphs(extracted) == [" ".join((*LEFT, *RIGHT))]
    assert extracted.marks == (Mark(start=0, page=1), Mark(start=extracted.text.index("north quay"), page=2))


def test_notes_at_the_foot_of_a_page_part_no_sentence(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_lines(LEFT)
    made.set_font("free", size=8)
    made.write_lines(["1 Accounts of the port for 2016.", "2 Minutes of the board."], y=250)
    made.add_page()
    made.set_font("free", size=11)
    made.write_lines(RIGHT)
    extracted = extract(made, tmp_path)
    notes = ["1 Accounts of the port for 2016.", "2 Minutes of the board."]
    assert paragraphs(extracted) == [" ".join((*LEFT, *RIGHT)), *notes]
    assert [mark.page for mark in extracted.marks] == [1, 2, 1]


def test_small_print_without_a_sign_stays_where_it_is(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs([WALL])
    made.set_font("free", size=8)
    made.write_lines(["Picture by Ann Lee"], y=250)
    made.add_page()
    made.set_font("free", size=11)
    made.write_paragraphs([TOLL])
    assert paragraphs(extract(made, tmp_path)) == [WALL, "Picture by Ann Lee", TOLL]


def test_a_document_tells_the_page_of_a_passage(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs([WALL])
    made.add_page()
    made.write_paragraphs([TOLL])
    save(made, tmp_path / "made.pdf")
    document = read_folder(tmp_path).documents[0]
    mark = document.mark_at(document.text.index("A toll"))
    assert mark is not None
    assert mark.page == 2


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    made = MadePdf(head="Dunmore Port: annual report 2016", numbered=True)
    for text in (WALL, TOLL, WALL):
        made.write_paragraphs([text])
        made.add_page()
    made.write_paragraphs([TOLL])
    assert paragraphs(extract(made, tmp_path)) == [WALL, TOLL, WALL, TOLL]


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        (("22/11/2026, 05:29", "Harbour wall"), ("https://example.org/wall", "1/1")),
        (("11/22/26, 5:29 PM", ""), ("file:///home/ann/wall.html", "1/1")),
        (("Harbour wall", "https://example.org/wall"), ("1 of 1", "22/11/2026, 05:29")),
    ],
)
def test_what_a_browser_prints_around_a_single_page_is_left_out(
    tmp_path: Path, top: tuple[str, str], foot: tuple[str, str]
) -> None:
    made = MadePdf()
    for y, (left, right) in ((8, top), (290, foot)):
        made.text(10, y, left)
        made.text(120, y, right)
    made.set_y(20)
    made.write_paragraphs([WALL, TOLL])
    assert paragraphs(extract(made, tmp_path)) == [WALL, TOLL]


def test_a_time_at_the_top_of_a_text_stays(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs(["14/06/2018, 09:30", WALL, TOLL])
    assert paragraphs(extract(made, tmp_path)) == ["14/06/2018, 09:30", WALL, TOLL]


def test_numbers_of_how_many_pages_are_left_out(tmp_path: Path) -> None:
    made = MadePdf()
    for page, text in enumerate((WALL, TOLL, WALL), 1):
        made.write_paragraphs([text])
        made.text(10, 285, f"Dunmore Port {page}/3")
        if page < 3:
            made.add_page()
    assert paragraphs(extract(made, tmp_path)) == [WALL, TOLL, WALL]


def test_a_title_that_the_running_heads_repeat_stays(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_font("free", size=20)
    made.write_paragraphs(["Dunmore Port"])
    for text in (WALL, TOLL, WALL):
        made.set_font("free", size=11)
        made.write_paragraphs([text])
        made.add_page()
        made.write_paragraphs(["Dunmore Port"])
    made.write_paragraphs([TOLL])
    assert paragraphs(extract(made, tmp_path)) == ["Dunmore Port", WALL, TOLL, WALL, TOLL]


def test_what_stands_once_at_the_top_of_a_page_stays(tmp_path: Path) -> None:
    made = MadePdf()
    for year in (2015, 2016, 2017):
        made.write_paragraphs([f"In {year} the port took £{year - 2012} million.", WALL, TOLL])
        if year < 2017:
            made.add_page()
    text = extract(made, tmp_path).text
    assert [f"In {year} the port took £{year - 2012} million." in text for year in (2015, 2016, 2017)] == [True] * 3


def test_rows_of_figures_at_the_edge_of_pages_stay(tmp_path: Path) -> None:
    made = MadePdf()
    for page, figures in enumerate(("410", "380", "365")):
        if page:
            made.add_page()
        made.write_lines([figures, *LEFT])
    assert all(figure in extract(made, tmp_path).text for figure in ("410", "380", "365"))


def test_years_at_the_top_of_pages_are_no_page_numbers(tmp_path: Path) -> None:
    made = MadePdf()
    for year in (2015, 2016, 2017):
        made.write_paragraphs([str(year), f"Budget {year}", *((WALL, TOLL) * 3)])
        if year < 2017:
            made.add_page()
    text = extract(made, tmp_path).text
    assert all(f"{year}\n\nBudget {year}\n" in text for year in (2015, 2016, 2017))


@pytest.mark.parametrize("by_row", [True, False])
def test_columns_are_read_one_after_the_other(tmp_path: Path, *, by_row: bool) -> None:
    made = MadePdf()
    made.write_lines(
        ["The Dunmore Lantern on the harbour wall, which fell, and on what is to become of the port"], y=20
    )
    if by_row:
        for place, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            made.write_lines([left], y=30 + 5 * place)
            made.write_lines([right], x=110, y=30 + 5 * place)
    else:
        made.write_lines(LEFT)
        made.write_lines(RIGHT, x=110)
    made.write_lines(
        ["Both columns end here, and this line goes across the page once more, as the heading does."], y=70
    )
    text = " ".join(extract(made, tmp_path).text.split())
    assert " ".join((*LEFT, *RIGHT)) in text
    assert text.startswith("The Dunmore Lantern")
    assert text.endswith("as the heading does.")


def test_margins_of_a_single_page_of_columns_are_no_lines_of_them(tmp_path: Path) -> None:
    made = MadePdf()
    for y, (left, right) in ((8, ("22/11/2026, 05:29", "Harbour wall")), (285, ("https://example.org/wall", "1/1"))):
        made.text(10, y, left)
        made.text(130, y, right)
    made.write_lines(LEFT, y=20)
    made.write_lines(RIGHT, x=110, y=20)
    assert paragraphs(extract(made, tmp_path)) == [" ".join((*LEFT, *RIGHT))]


def test_a_short_heading_below_two_columns_heads_what_follows(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_lines(LEFT, y=20)
    made.write_lines(RIGHT, x=110, y=20)
    made.set_font("free", size=16)
    made.write_lines(["The toll"], y=65)
    made.set_font("free", size=11)
    made.set_y(70)
    made.write_paragraphs([TOLL])
    assert paragraphs(extract(made, tmp_path)) == [" ".join((*LEFT, *RIGHT)), "The toll", TOLL]


def test_three_columns_are_read_before_the_note_below_them(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_font("free", size=8)
    for place, lines in enumerate((LEFT, RIGHT, LEFT)):
        made.write_lines(lines, x=10 + 65 * place)
    made.write_lines(["A note across two columns of the page, which says something about all of them."], y=120)
    text = " ".join(extract(made, tmp_path).text.split())
    assert text.startswith(" ".join((*LEFT, *RIGHT, *LEFT)))
    assert text.endswith("all of them.")


def test_a_table_is_rows(tmp_path: Path) -> None:
    made = MadePdf()
    for place, row in enumerate(
        (("Year", "Ships", "Tolls"), *((str(year), "410", "£1m") for year in range(2010, 2018)))
    ):
        for column, cell in enumerate(row):
            made.text(10 + 50 * column, 30 + 5 * place, cell)
    assert paragraphs(extract(made, tmp_path))[:3] == ["Year\tShips\tTolls", "2010\t410\t£1m", "2011\t410\t£1m"]


def test_cells_close_to_each_other_are_parted_where_others_of_the_row_are_not(tmp_path: Path) -> None:
    made = MadePdf()
    for place, row in enumerate((("Year", "Ships", "Tolls"), ("2010", "410", "£1m"), ("2011", "380", "£2m"))):
        for x, cell in zip((10, 60, 75), row, strict=True):
            made.text(x, 30 + 5 * place, cell)
    assert paragraphs(extract(made, tmp_path)) == ["Year\tShips\tTolls", "2010\t410\t£1m", "2011\t380\t£2m"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("It was an improve-", "ment, he said."), "It was an improvement, he said."),
        (("It was cost-", "effective, he said."), "It was cost-effective, he said."),
        (("It was a three-", "year plan, he said."), "It was a three-year plan, he said."),
        (("The Anglo-", "Irish port was shut."), "The Anglo-Irish port was shut."),
        (("In the year 2016-", "17 it was shut."), "In the year 2016-17 it was shut."),
        (("It was shut –", "for good, he said."), "It was shut – for good, he said."),
        (
            ("The harbour-", "side is shut. Harbourside is a street."),
            "The harbourside is shut. Harbourside is a street.",
        ),
        (("The quay-", "line is shut. The quay-line is old."), "The quay-line is shut. The quay-line is old."),
        (("A soft hy\u00ad", "phen is none."), "A soft hyphen is none."),
        (("It was a success \U0001f600, he said.",), "It was a success \U0001f600, he said."),
        (("The o\ufb03ce \ufb01led it in the \ufb02at.",), "The office filed it in the flat."),
    ],
)
def test_a_word_that_a_line_parts_is_one_again(tmp_path: Path, lines: tuple[str, ...], joined: str) -> None:
    made = MadePdf()
    made.write_lines(lines)
    assert paragraphs(extract(made, tmp_path)) == [joined]


def test_a_page_turned_on_its_side_is_read(tmp_path: Path) -> None:
    made = MadePdf()
    with made.rotation(90, 100, 100):
        made.write_lines(LEFT)
    made.add_page()
    made.write_paragraphs([TOLL])
    extracted = extract(made, tmp_path)
    assert " ".join(LEFT) in " ".join(extracted.text.split())
    assert TOLL in extracted.text


def test_a_raised_figure_stays_in_its_line(tmp_path: Path) -> None:
    made = MadePdf()
    made.write(LINE, "The port has 10")
    made.char_vpos = "SUP"
    made.write(LINE, "3")
    made.char_vpos = "LINE"
    made.write(LINE, " square metres of quay, and no more.")
    assert paragraphs(extract(made, tmp_path)) == ["The port has 10^3 square metres of quay, and no more."]


def test_a_sign_that_leads_to_a_note_is_no_text(tmp_path: Path) -> None:
    made = MadePdf()
    for text, level in (("It fell in 2012,", "LINE"), ("12", "SUP"), (" says a report.", "LINE"), ("3", "SUP")):
        made.char_vpos = level
        made.write(LINE, text)
    made.char_vpos = "LINE"
    made.write(LINE, " It was high.")
    assert paragraphs(extract(made, tmp_path)) == ["It fell in 2012, says a report. It was high."]


def test_two_readings_agree(tmp_path: Path) -> None:
    made = MadePdf(head="Dunmore Port", numbered=True)
    made.write_paragraphs((WALL, TOLL))
    path = save(made, tmp_path / "made.pdf")
    assert PdfFile().read(path) == PdfFile().read(path)


# --- what the file says of itself --------------------------------------------------------------------


def test_the_day_of_making_dates_only_a_text_without_a_date(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs((WALL, TOLL))
    save(made, tmp_path / "undated.pdf")
    made = MadePdf()
    made.write_paragraphs(("Harbour wall to be rebuilt", "14 June 2018", WALL, TOLL))
    save(made, tmp_path / "dated.pdf")
    dated, undated = read_folder(tmp_path).documents
    assert str(dated.published.value) == "2018-06-14"
    assert str(undated.published.value) == "2020-02-03"
    assert undated.published.source == "the day on which the file was made; its text gives no date"


def test_the_day_of_printing_dates_nothing(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_creator("Mozilla/5.0 (X11) Chromium")
    made.write_paragraphs((WALL, TOLL))
    assert extract(made, tmp_path).presumed.value is None


def test_a_title_that_the_text_bears_out_and_the_name_of_a_person_are_kept(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_title("Harbour wall to be rebuilt")
    made.set_author("Ann Lee")
    made.write_paragraphs(("Harbour wall to be rebuilt", WALL))
    told = extract(made, tmp_path)
    assert (told.title.value, told.author.value) == ("Harbour wall to be rebuilt", "Ann Lee")


def test_a_title_of_a_template_and_the_name_of_an_account_are_not(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_title("Microsoft Word - letter_v3.doc")
    made.set_author("portadmin")
    made.write_paragraphs((WALL,))
    told = extract(made, tmp_path)
    assert (told.title.value, told.author.value) == (None, None)


# --- what cannot be read -----------------------------------------------------------------------------


def scan(made: MadePdf, tmp_path: Path) -> MadePdf:
    from PIL import Image  # noqa: PLC0415 - one page of pictures needs it

    picture = tmp_path / "picture.png"
    Image.new("RGB", (80, 80), "grey").save(picture)
    made.image(str(picture), w=100)
    picture.unlink()
    return made


def test_a_scan_is_skipped(tmp_path: Path) -> None:
    save(scan(MadePdf(), tmp_path), tmp_path / "made.pdf")
    assert reason(tmp_path) == "no text layer (a scan?): run text recognition over it first"


def test_pages_that_are_pictures_are_named(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs([WALL])
    made.add_page()
    save(scan(made, tmp_path), tmp_path / "made.pdf")
    assert read_folder(tmp_path).documents[0].reader == "pdf, but for page 2 without a text layer"


def test_an_encrypted_file_is_skipped(tmp_path: Path) -> None:
    made = MadePdf(password="open sesame")  # noqa: S106 - of a file made here
    made.write_paragraphs([WALL])
    save(made, tmp_path / "made.pdf")
    assert reason(tmp_path) == "encrypted: it opens only with a password"


def test_a_file_that_only_forbids_copying_is_read(tmp_path: Path) -> None:
    made = MadePdf()
    made.set_encryption(owner_password="open sesame")  # noqa: S106 - of a file made here
    made.write_paragraphs([WALL])
    assert paragraphs(extract(made, tmp_path)) == [WALL]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a PDF file, whatever its name"),
        (b"<html>Not found</html>", "not a PDF file, whatever its name"),
        (b"%PDF-1.4\nand nothing more", "a broken PDF file"),
    ],
)
def test_a_broken_file_is_skipped(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "made.pdf").write_bytes(content)
    assert reason(tmp_path) == why


def test_a_file_cut_off_in_the_middle_is_read_or_skipped(tmp_path: Path) -> None:
    made = MadePdf()
    made.write_paragraphs([WALL] * 30)
    whole = save(made, tmp_path / "whole.pdf").read_bytes()
    for share in (0.3, 0.6, 0.9):
        (tmp_path / f"part{share}.pdf").write_bytes(whole[: int(len(whole) * share)])
    intake = read_folder(tmp_path)
    assert len(intake.documents) + len(intake.skipped) == 4
    assert all(skipped.reason for skipped in intake.skipped)


def test_the_font_is_there() -> None:
    assert FONT.is_file()
