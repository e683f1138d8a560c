"""Whatever stands in a document, a claim or a name is text on the page, and leads nowhere it should not."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Basis, Fact
from factcheck.render.harmless import show_controls, show_line, show_lines
from factcheck.render.html.addresses import find_address, point_to, write_directive
from factcheck.render.html.elements import escape, isolate, make
from factcheck.render.html.page import render_page
from tests.pages import ADDRESS, IN_CONTEXT, ON_PAPER, PAPER, WEB, make_full_report, make_outline, show, show_evidence
from tests.report_factory import CLAIM, SUPPORT, make_report, make_verdict

if TYPE_CHECKING:
    from factcheck.model import Report

HOSTILE: Final = (
    "<script>document.title='taken'</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</title></mark></blockquote></svg></table><h1>Taken</h1>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<!-- never closed",
    "<![CDATA[ x ]]>",
    "&lt;b&gt; &amp; &#x202e;",
    "<meta http-equiv=refresh content='0;url=https://taken.example'>",
    "<base href=https://taken.example>",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "\u202eright\u2066 to left\u2069",
    "\x00\x07\x1b[31m\x7f\x9b\u2028 \ud800",
    "long" * 2_000,
    "مرحبا بالعالم 12 <b>",
)
"""Text that would like to be more than text."""

ANY_TEXT: Final = st.text(st.characters(codec=None, categories=None), max_size=40)


class Read(HTMLParser):
    """What the standard library's parser finds: the elements, the attributes, the text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element down."""
        self.tags[tag] += 1
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Take a text down."""
        self.text += data


def poison(noun: Any, text: str) -> Any:  # noqa: ANN401 - any noun of the model, and a like one back
    """Return a noun with every text in it taken for a hostile one; names of enums stay."""
    if type(noun) is str:
        return text
    if isinstance(noun, tuple):
        return tuple(poison(one, text) for one in noun)
    if isinstance(noun, dict):
        return {poison(name, text): poison(value, text) for name, value in noun.items()}
    if is_dataclass(noun) and not isinstance(noun, type):
        return replace(noun, **{one.name: poison(getattr(noun, one.name), text) for one in fields(noun) if one.init})
    return noun


@pytest.mark.parametrize("text", HOSTILE)
def test_a_report_of_hostile_text_has_the_elements_of_any_other(text: str) -> None:
    report = cast("Report", poison(make_full_report(), text))
    calm = cast("Report", poison(make_full_report(), "calm"))
    page, other = Read(written := render_page(report, width=0)), Read(render_page(calm, width=0))
    page.tags.pop("bdi", None)
    assert page.tags == other.tags
    assert Counter(name for name, _ in page.attributes) == Counter(name for name, _ in other.attributes)
    assert show_line(text) in page.text
    written.encode()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_quote_is_shown_to_the_letter(text: str) -> None:
    (mark,) = show_evidence(replace(SUPPORT, quote=text)).iter("mark")
    assert mark.text_content() == "\n".join(show_lines(text))
    assert len(mark) == 0


@settings(deadline=None)
@given(ANY_TEXT)
def test_any_text_is_text_in_an_element_and_in_an_attribute(text: str) -> None:
    page = Read(make("p", text, title=text))
    assert page.tags == {"p": 1}
    assert page.text == show_controls(text)
    assert page.attributes == [("title", show_controls(text))]


def test_markup_is_not_escaped_twice_and_is_made_in_one_place_only() -> None:
    assert make("p", make("b", "<"), "<", None, "") == "<p><b>&lt;</b>&lt;</p>"
    assert escape(escape("&")) == "&amp;"
    assert make("input", type="checkbox", checked=True, disabled=False, id=None) == '<input type="checkbox" checked>'


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//taken.example", "file:///x", " #x"])
def test_no_element_leads_anywhere_but_into_the_page_and_to_the_web(address: str) -> None:
    with pytest.raises(ValueError, match="no address for a page"):
        make("a", "x", href=address)


def test_what_is_written_from_right_to_left_turns_nothing_around_it() -> None:
    assert isolate("שלום") == "<bdi>שלום</bdi>"
    assert isolate("plain") == "plain"
    quote = show_evidence(replace(SUPPORT, quote="מרים אמרה כן.", prefix="", suffix=""))
    assert quote.find("blockquote").get("dir") == "auto"
    titled = replace(WEB, title=Fact(value="عنوان", basis=Basis.STATED, source="record.yaml"))
    assert show_evidence(IN_CONTEXT, titled).find(".//cite").get("dir") == "auto"


# --- addresses ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "news/bridge.txt",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://tide.example/x",
        "//tide.example/x",
        "https:tide.example",
        "https://",
        "https://[tide/x",
        "https://tide.example\\@taken.example",
        "https://tide.example/a\nb",
        "https://tide.example/a b",
    ],
)
def test_what_is_no_address_on_the_web_is_no_link(written: str | None) -> None:
    assert find_address(written) is None
    document = make_outline(IN_CONTEXT.document, url=written or "")
    assert [one.get("href") for one in show_evidence(IN_CONTEXT, document).iter("a")] == []
    claim = replace(CLAIM, source=written)
    article = show(make_report(make_verdict(claim=claim))).get_element_by_id("claim-1")
    assert article.xpath(".//header//a") == []


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" HTTPS://tide.example/a ", "https://tide.example/a"),
        ("http://tide.example/é?q=“x”", "http://tide.example/%C3%A9?q=%E2%80%9Cx%E2%80%9D"),
        ('https://tide.example/"><script>', "https://tide.example/%22%3E%3Cscript%3E"),
        ("https://tide.example/a%20b#c", "https://tide.example/a%20b#c"),
    ],
)
def test_an_address_on_the_web_is_written_as_a_browser_takes_it(written: str, address: str) -> None:
    assert find_address(written) == address


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("The bridge opened in May 2017, late.", "The%20bridge%20opened%20in%20May%202017%2C%20late."),
        (
            "A well-run, 50% & more — so-called success.",
            "A%20well%2Drun%2C%2050%25%20%26%20more%20%E2%80%94%20so%2Dcalled%20success.",
        ),
        (
            "One two three four five six\nseven. Eight nine ten eleven twelve",
            "One%20two%20three%20four%20five,Eight%20nine%20ten%20eleven%20twelve",
        ),
        (" \n ", ""),
    ],
)
def test_a_quote_is_found_by_its_words_with_all_escaped_that_has_a_meaning(quote: str, directive: str) -> None:
    assert write_directive(quote) == directive


def test_a_long_quote_is_found_by_its_ends() -> None:
    words = [f"word{number}" for number in range(100)]
    assert (
        write_directive(" ".join(words))
        == "word0%20word1%20word2%20word3%20word4,word95%20word96%20word97%20word98%20word99"
    )
    assert write_directive("x" * 400) == "x" * 400


def test_a_short_quote_is_found_by_the_words_around_it_too() -> None:
    found = write_directive("It did.", prefix="First line\nWill it open? ", suffix=" Tom Hart said so.\nNext")
    assert found == "Will%20it%20open%3F-,It%20did.,-Tom%20Hart%20said%20so."
    assert write_directive("It did.", prefix="Heading\n\n", suffix="\n\nNext") == "It%20did."
    assert write_directive("It did.", prefix="rbour? Yes. ", suffix=" And aga") == "Yes.-,It%20did.,-And"


def test_a_quote_leads_into_its_page_and_a_pdf_file_to_its_page() -> None:
    assert point_to(SUPPORT, None) is None
    led = point_to(IN_CONTEXT, WEB)
    assert led == f"{ADDRESS}#:~:text={write_directive(SUPPORT.quote)}"
    assert (
        point_to(IN_CONTEXT, make_outline("a", url=f"{ADDRESS}#main")) == f"{ADDRESS}#main:~:text={led.split('=')[-1]}"
    )
    assert point_to(ON_PAPER, PAPER) == "https://audit.example/report.pdf#page=3"
    assert point_to(replace(ON_PAPER, page=None), PAPER) == "https://audit.example/report.pdf"
    link = show_evidence(IN_CONTEXT).xpath(".//p[@class='source']/a")[0]
    assert link.get("href") == led
    assert link.text_content() == "Read it at tide.example"


@settings(max_examples=50, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_quote_makes_an_address_of_plain_letters(quote: str, prefix: str, suffix: str) -> None:
    led = point_to(replace(IN_CONTEXT, quote=quote, prefix=prefix, suffix=suffix), WEB)
    assert led is not None
    assert led.isascii()
    assert not set(led) & set(" \"'<>\n")
