"""Web pages: what of them is text, what they say of themselves, and what cannot be read."""

from __future__ import annotations

import quopri
import socket
from typing import TYPE_CHECKING, Final, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.record.html import WHOLE, WebPage
from factcheck.record.intake import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document, Extracted

WALL: Final = "The harbour wall at Dunmore is to be rebuilt at a cost of £3 million, the port has said."
WORK: Final = "Work on the wall will begin in the spring and is to take two years, Ann Lee told the board."
TOLL: Final = "A toll on the north quay will pay for half of it, according to the port’s plan for the next decade."
STORM: Final = "The old wall fell in a storm on 3 May 2017 and has been held up with timber ever since."
TEXT: Final = (WALL, WORK, TOLL, STORM)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reader may ask for the network."""

    def refuse(*_: object, **__: object) -> NoReturn:
        message = "a reader asked for the network"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def page(body: str, *, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def article(*paragraphs: str) -> str:
    return "<article>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</article>"


def extract(markup: str) -> Extracted:
    return WebPage().read_page(markup)


def read(tmp_path: Path, content: bytes | str, *, name: str = "page.html") -> Document:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_folder(tmp_path).documents[0]


def reason(tmp_path: Path, content: bytes | str, *, name: str = "page.html") -> str:
    (tmp_path / "good.txt").write_text(WALL)
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_folder(tmp_path).skipped[0].reason


# --- the text ----------------------------------------------------------------------------------------


def test_paragraphs_headings_and_lists_are_lines() -> None:
    body = (
        f"<h1>Harbour wall to be rebuilt</h1><article><p>{WALL}</p><h2>Who pays</h2><p>{TOLL}</p>"
        f"<ul><li>{WORK}</li><li>{STORM}</li></ul></article>"
    )
    assert extract(page(body)).text == "\n\n".join(
        ("Harbour wall to be rebuilt", WALL, "Who pays", TOLL, WORK, STORM + "\n")
    )


def test_menus_scripts_styles_and_comments_are_left_out() -> None:
    body = (
        "<nav><ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport and leisure</a></li></ul></nav>"
        "<script>var wall = 'The wall costs £9 million in all, says a script.';</script><style>p {color: red}</style>"
        f"{article(*TEXT)}"
        "<section id='comments'><p>The wall will cost £90 million and everybody at the port knows it.</p></section>"
        "<footer><a href='/c'>Contact us</a></footer>"
    )
    assert extract(page(body)).text == "\n\n".join(TEXT) + "\n"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<p style='display: none'>{}</p>",
        "<p style='visibility:hidden'>{}</p>",
        "<div aria-hidden='true'><p>{}</p></div>",
        "<span class='sr-only'>{}</span>",
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<p><del>{}</del></p>",
        "<!-- <p>{}</p> -->",
    ],
)
def test_hidden_text_is_no_text(hidden: str) -> None:
    unseen = "The wall will cost £90 million, as nobody who looks at this page can see."
    body = f"<article><p>{WALL}</p>{hidden.format(unseen)}<p>{WORK}</p><p>{TOLL}</p></article>"
    text = extract(page(body)).text
    assert unseen not in text
    assert WALL in text
    assert TOLL in text


def test_paragraphs_built_with_breaks_are_paragraphs() -> None:
    text = extract(page(f"<div class='story'>{'<br><br>'.join(TEXT)}</div>")).text
    assert text == "\n\n".join(TEXT) + "\n"


def test_a_single_break_ends_a_line() -> None:
    text = extract(page(f"<article><p>{WALL}<br>{WORK}</p><p>{TOLL}</p></article>")).text
    assert text == f"{WALL}\n{WORK}\n\n{TOLL}\n"


def test_a_table_of_figures_is_rows() -> None:
    table = (
        "<table><tr><th>Year</th><th>Ships</th><th>Tolls</th></tr>"
        "<tr><td><p>2015</p></td><td>410</td><td>£1.2 million</td></tr>"
        "<tr><td>2016</td><td>380</td><td>£1.1m</td></tr></table>"
    )
    text = extract(page(f"<article><p>{WALL}</p><p>{WORK}</p>{table}<p>{TOLL}</p></article>")).text
    assert "Year\tShips\tTolls\n\n2015\t410\t£1.2 million\n\n2016\t380\t£1.1m" in text


def test_a_table_that_only_arranges_the_page_is_text() -> None:
    body = f"<table><tr><td><p>{WALL}</p><p>{WORK}</p></td><td>Menu</td></tr></table><p>{TOLL}</p>"
    text = extract(page(body)).text
    assert f"{WALL}\n\n{WORK}\n" in text


def test_words_in_other_type_stay_in_their_sentence() -> None:
    sentence = "The <b>harbour</b> wall <a href='/x'>fell in</a>\n  <i>May 2017</i>."
    assert "The harbour wall fell in May 2017." in extract(page(article(sentence, WALL, TOLL))).text


def test_quotation_elements_get_their_marks() -> None:
    text = extract(page(f"<article><p><q>It fell</q>, said Tom Hart.</p><p>{WALL}</p><p>{TOLL}</p></article>")).text
    assert "“It fell”, said Tom Hart." in text


def test_a_note_makes_no_figure_longer() -> None:
    body = (
        "<article><p>It cost £4 million in 2016<sup><a href='#n3'>3</a></sup> and covers 10<sup>3</sup> square "
        "metres, the 4<sup>th</sup> largest.</p>"
        f"<p>{WALL}</p><p>{TOLL}</p></article>"
    )
    assert "in 2016 and covers 10^3 square metres, the 4th largest." in extract(page(body)).text


def test_a_figure_that_leads_back_from_a_note_is_no_part_of_it() -> None:
    body = f"<article><p>{WALL}</p><p>{TOLL}</p><p><a href='#n1'>1</a>20 jobs were lost by 2017, it said.</p></article>"
    assert "\n20 jobs were lost" in extract(page(body)).text


def test_soft_hyphens_are_not_seen() -> None:
    assert "The harbour wall" in extract(page(article("The har\u00adbour wall fell in a storm.", *TEXT))).text


def test_a_page_without_a_main_text_is_read_whole_and_says_so(tmp_path: Path) -> None:
    document = read(tmp_path, page("<div><span>Wall: 3 May</span></div><div><a href='/t'>Toll: £4</a></div>"))
    assert document.reader == WHOLE
    assert document.text == "Wall: 3 May\n\nToll: £4\n"


def test_the_headline_byline_and_date_above_the_text_stay(tmp_path: Path) -> None:
    body = (
        "<header><a href='/'>Home</a></header><h1>Harbour wall to be rebuilt</h1><div>By Ann Lee</div>"
        f"<div>14 June 2018</div><div>Share</div>{article(*TEXT)}"
    )
    document = read(tmp_path, page(body))
    assert document.text.startswith("Harbour wall to be rebuilt\n\nBy Ann Lee\n\n14 June 2018\n\nThe harbour wall at")
    assert str(document.published.value) == "2018-06-14"
    assert document.author.value == "Ann Lee"


def test_a_byline_under_a_headline_within_the_article_stays(tmp_path: Path) -> None:
    body = (
        "<main><article><header><h1>Harbour wall to be rebuilt</h1><div class='meta'><span>Posted on <time>14 June 2018"
        f"</time></span> <span>by <a href='/lee'>Ann Lee</a></span></div></header>{article(*TEXT)}</article></main>"
    )
    document = read(tmp_path, page(body))
    assert document.text.startswith("Harbour wall to be rebuilt\n\nPosted on 14 June 2018 by Ann Lee\n\nThe harbour")
    assert document.author.value == "Ann Lee"


@pytest.mark.parametrize("tag", ["article", "div"])
def test_articles_of_one_page_keep_their_headlines_and_dates(tmp_path: Path, tag: str) -> None:
    posts = "".join(
        f"<{tag} class='post'><h2 class='entry-title'>The {name} of Dunmore is to be rebuilt</h2>"
        f"<div class='meta'>{day} June 2018</div><div class='entry-content'>"
        f"{''.join(f'<p>{text}</p>'.replace('wall', name) for text in TEXT)}</div></{tag}>"
        for day, name in enumerate(("harbour", "bridge", "school", "library"), 1)
    )
    document = read(tmp_path, page(f"<main><h1>Category Archives: Dunmore</h1>{posts}</main>"))
    dated = [str(section.published.value) for section in document.sections if section.published.value]
    assert dated == ["2018-06-01", "2018-06-02", "2018-06-03", "2018-06-04"]


def test_a_sentence_full_of_links_stays() -> None:
    linked = " ".join(f"<a href='/{word}'>{word}</a>" for word in WORK.split())
    assert WORK in extract(page(article(WALL, linked, TOLL, STORM))).text


def test_deep_nesting_loses_nothing_silently(tmp_path: Path) -> None:
    deep = [page(f"<p>{WALL}</p>" + "<div>" * depth + f"<p>{WORK}</p>" + "</div>" * depth) for depth in (300, 50_000)]
    assert WORK in extract(deep[0]).text
    assert reason(tmp_path, deep[1]) == "a page nested too deep to be read whole"


# --- encodings ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="latin1">', "utf-8"),
        ('<meta charset="nonsense">', "cp1252"),
        ('<meta charset="koi8-r">', "koi8-r"),
    ],
)
def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path, head: str, encoding: str) -> None:
    quay = "The quay" if encoding == "koi8-r" else "The café’s “quay” – £40 –"
    text = f"{quay} is to be rebuilt, the port has said, and nobody knows what it will cost."
    markup = f"<html><head>{head}</head><body>{article(text, text.replace('quay', 'wall'), text)}</body></html>"
    assert text in read(tmp_path, markup.encode(encoding)).text


def test_an_xml_declaration_is_read(tmp_path: Path) -> None:
    markup = f'<?xml version="1.0" encoding="windows-1252"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{article(*TEXT)}</body></html>'
    assert TOLL in read(tmp_path, markup.encode("cp1252"), name="page.xhtml").text


# --- what the page says of itself --------------------------------------------------------------------


def test_declared_facts_come_first(tmp_path: Path) -> None:
    head = (
        '<title>Wall | Dunmore News</title><meta property="og:title" content="Harbour wall to be rebuilt">'
        '<meta property="og:site_name" content="Dunmore News"><meta name="author" content="Ann Lee">'
        '<meta property="article:published_time" content="2018-06-14T23:30:00+01:00">'
        '<meta property="article:modified_time" content="2021-01-01"><link rel="canonical" href="https://news.example/wall">'
    )
    document = read(tmp_path, page(f"<h1>Wall</h1><p>9 June 2019</p>{article(*TEXT)}", head=head))
    assert document.title.value == "Harbour wall to be rebuilt"
    assert document.publisher.value == "Dunmore News"
    assert document.author.value == "Ann Lee"
    assert document.url.value == "https://news.example/wall"
    assert str(document.published.value) == "2018-06-14"
    assert document.published.source == "the page's own article:published_time"


def test_json_ld_is_read() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",'
        '"headline": "Harbour wall", "datePublished": "2018-06-14", "author": [{"@type": "Person", "name": "Ann Lee"}],'
        '"publisher": {"@type": "Organization", "name": "Dunmore News"}}]}</script>'
        '<script type="application/ld+json">{not json</script>'
    )
    told = extract(page(article(*TEXT), head=head))
    facts = [str(told.published.value), told.author.value, told.publisher.value, told.title.value]
    assert facts == ["2018-06-14", "Ann Lee", "Dunmore News", "Harbour wall"]


def test_a_page_of_several_articles_has_no_date_of_one() -> None:
    one = '{"@type": "NewsArticle", "headline": "%s", "datePublished": "%s"}'
    head = f'<script type="application/ld+json">[{one % ("A", "2018-06-14")}, {one % ("B", "2019-01-01")}]</script>'
    assert extract(page(article(*TEXT), head=head)).published.value is None


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ("<time pubdate datetime='2018-06-14T10:00'>14 June</time>", "2018-06-14"),
        ("<time datetime='2018-06-14T10:00'>14 June</time>", "None"),
        (
            "<ol class='comment-list'><li><time itemprop='datePublished' datetime='2018-06-14'>x</time></li></ol>",
            "None",
        ),
        (
            "<time datetime='2018-06-14' itemprop='datePublished'>x</time><time datetime='2019-01-01'>y</time>",
            "2018-06-14",
        ),
        ("<meta name='dcterms.issued' content='14 Jun 2018'>", "2018-06-14"),
        ("<meta name='citation_publication_date' content='2018/06/14'>", "2018-06-14"),
        ("<meta name='date' content='2018-06'>", "2018-06"),
        ("<meta name='pubdate' content='1970-01-01T00:00:00Z'>", "None"),
        ("<time datetime='2018-13-45'>soon</time>", "None"),
        ("<time datetime='2018-06-14'>a</time><time datetime='2019-01-01'>b</time>", "None"),
    ],
)
def test_a_declared_date_is_read(markup: str, date: str) -> None:
    assert str(extract(page(markup + article(*TEXT))).published.value) == date


def test_a_guessed_date_says_so_and_comes_after_that_of_the_text(tmp_path: Path) -> None:
    guess = "<div class='post-date'><span class='published' title='2016-02-03'>2016-02-03</span></div>"
    told = extract(page(guess + article(*TEXT)))
    assert told.published.value is None
    assert str(told.presumed.value) == "2016-02-03"
    assert told.presumed.source == "guessed from the page's markup"
    dated = read(tmp_path, page(f"<h1>Harbour wall to be rebuilt</h1><p>14 June 2018</p>{guess}{article(*TEXT)}"))
    assert str(dated.published.value) == "2018-06-14"


def test_a_guess_asks_no_clock() -> None:
    guess = "<div class='post-date'><span class='published' title='2150-02-03'>2150-02-03</span></div>"
    assert str(extract(page(guess + article(*TEXT))).presumed.value) == "2150-02-03"


def test_the_only_time_of_a_page_is_a_guess() -> None:
    told = extract(page(f"<time datetime='2018-06-14'>today</time>{article(*TEXT)}"))
    assert (str(told.presumed.value), told.presumed.source) == (
        "2018-06-14",
        "guessed: the only time element of the page",
    )


def test_a_year_in_the_small_print_is_no_guess() -> None:
    told = extract(page(f"{article(*TEXT)}<footer>© 2019 Dunmore News, updated 2021</footer>"))
    assert told.presumed.value is None


def test_the_name_of_a_desk_is_no_author() -> None:
    assert extract(page(article(*TEXT), head='<meta name="author" content="News desk">')).author.value is None


# --- MHTML -------------------------------------------------------------------------------------------


def mhtml(markup: str) -> bytes:
    coded = quopri.encodestring(markup.encode("cp1252")).decode()
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://news.example/wall\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n------B\r\n'
        "Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://news.example/wall\r\n\r\n{coded}\r\n------B\r\n"
        "Content-Type: text/css\r\n\r\np {}\r\n"
        "------B--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["page.mhtml", "page.MHT"])
def test_a_saved_page_is_read_with_its_address(tmp_path: Path, name: str) -> None:
    document = read(tmp_path, mhtml(f"<html><body>{article(*TEXT)}</body></html>"), name=name)
    assert document.text == "\n\n".join(TEXT) + "\n"
    assert document.reader == "mhtml"
    assert document.url.value == "https://news.example/wall"


def test_an_mhtml_file_without_a_page_is_skipped(tmp_path: Path) -> None:
    assert reason(tmp_path, b"Subject: x\r\n\r\ntext", name="page.mht") == "an MHTML file without a page in it"


# --- what cannot be read -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("", "a page without text"),
        ("<html><body> <p>\n</p></body></html>", "a page without text"),
        ("<html><body><script>go()</script></body></html>", "a page without text"),
        (
            "<frameset><frame src='menu.html'><frame src='text.html'></frameset>",
            "a page of frames: its text is in other files (menu.html, text.html)",
        ),
        (
            "<meta http-equiv='refresh' content='0; url=https://news.example/new'><p>Moved.</p>",
            "a page that only leads on to https://news.example/new",
        ),
    ],
)
def test_a_page_without_text_of_its_own_is_skipped(tmp_path: Path, markup: str, why: str) -> None:
    assert reason(tmp_path, markup) == why


def test_a_picture_called_a_page_is_skipped(tmp_path: Path) -> None:
    assert reason(tmp_path, b"\x89PNG\x00\x01\x02") == "binary file (it holds NUL bytes)"


# --- whatever the page -------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from((*TEXT, "Share", "<b>A</b> &amp; b", "<i>x", "</div>", "<table><tr><td>1<td>2")), max_size=12
    )
)
def test_every_line_is_on_the_page_and_two_readings_agree(parts: list[str]) -> None:
    markup = page("<h1>Harbour wall</h1>" + "".join(f"<div>{part}</div>" for part in parts))
    text = extract(markup).text
    assert text == extract(markup).text
    shown = "".join(part for part in markup.replace("&amp;", "&"))
    for line in text.split("\n"):
        assert all(word in shown for word in line.split())
