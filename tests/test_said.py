"""Claims looked up in their source: verbatim, trimmed, altered, not found."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.model import Claim, Said, SourceMatch
from factcheck.said import find_said
from factcheck.said.trimmed import describe_trimming
from factcheck.said.verbatim import same_wording
from tests.report_factory import make_bare

TEXT = (
    "Home | News\n"
    "Mayor defends record\n"
    "\n"
    "Ann Lee said: “By 2016 the changes I\u00a0made had taken half of the city’s schools out of trouble. "
    "There were\nno failures that we hid. The rate was 5.3% in 2016; non-compliance is down.\r\n"
    "\r\n"
    "“We never raised taxes,” she went on—half of them fell – by £71million. Did she leave?\n"
    "It was “chaos”. The O’Brien report cost £12,500 and the well-run council paid…\n"
)


def look_up(text: str, quote: str | None = None, *, source: str = TEXT) -> SourceMatch:
    return find_said(Claim(id="a", text=text, quote=quote, source="page.txt"), make_bare(source))


def found_text(match: SourceMatch, *, source: str = TEXT) -> str:
    assert match.span is not None
    return match.span.of(source)


def test_without_a_source_there_is_nothing_to_look_in() -> None:
    nowhere = SourceMatch(said=Said.NO_SOURCE)
    assert find_said(Claim(id="a", text="We never raised taxes"), None) == nowhere
    assert find_said(Claim(id="a", text="We never raised taxes"), make_bare(TEXT)) == nowhere
    assert find_said(Claim(id="a", text="x", source="https://example.org/a"), None) == nowhere


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the changes I made had taken half of the city’s schools", None),
        (
            "the changes I\u00a0made had taken half of the city's schools",
            "the changes I\u00a0made had taken half of the city’s schools",
        ),
        ("The changes  I\nmade", "the changes I\u00a0made"),
        ("by 2016 the changes I made", "By 2016 the changes I\u00a0made"),
        ("There were no failures that we hid.", "There were\nno failures that we hid."),
        ("“There were no failures that we hid.”", "There were\nno failures that we hid."),
        ("There were no failures that we hid", "There were\nno failures that we hid"),
        ("The rate was 5.3% in 2016", None),
        ("The rate was 5.3% in 2016;", None),
        ("The rate was 5.3% in 2016,", "The rate was 5.3% in 2016"),
        ("We never raised taxes", None),
        ("We never raised taxes.", "We never raised taxes"),
        (
            "non-compliance is down. We never raised taxes",
            "non-compliance is down.\r\n\r\n“We never raised taxes",
        ),
        ("she went on — half of them fell - by £71million", "she went on—half of them fell – by £71million"),
        ("Half of them fell", "half of them fell"),
        ("Mayor defends record.", "Mayor defends record"),
        ('It was "chaos".', "It was “chaos”."),
        ("The O'Brien report cost £12,500", "The O’Brien report cost £12,500"),
        ("the well‑run council paid...", "the well-run council paid…"),
        ("Did she leave?", None),
    ],
)
def test_verbatim_whatever_the_presentation(text: str, found: str | None) -> None:
    match = look_up(text)
    assert match.said is Said.VERBATIM
    assert match.difference == ""
    assert found_text(match) == (found if found is not None else text.replace("I made", "I\u00a0made"))


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("There were no failures.", "the source goes on: “that we hid”"),
        ("The changes I made had taken half of the city’s schools.", "the source goes on: “out of trouble”"),
        ("The rate was 5.3%.", "the source goes on: “in 2016; non-compliance is down”"),
    ],
)
def test_a_full_stop_in_the_middle_of_a_sentence_is_a_cut(text: str, difference: str) -> None:
    match = look_up(text)
    assert (match.said, match.difference) == (Said.TRIMMED, difference)
    assert found_text(match) == text[0].replace("T", found_text(match)[0]) + found_text(match)[1:]


def test_the_place_where_the_sentence_ends_is_preferred() -> None:
    source = "There were no failures that we hid. In the end there were no failures. There were no failures? Yes."
    match = look_up("There were no failures.", source=source)
    assert match.said is Said.VERBATIM
    assert match.span is not None
    assert match.span.start == source.index("there were no failures.")


WHOLE = "By 2016 the changes I made had taken half of the city’s schools out of trouble."


@pytest.mark.parametrize(
    ("text", "quote", "difference"),
    [
        ("By 2016 the changes had taken half of schools out of trouble.", WHOLE, ""),
        (
            "By 2016 Ann Lee had taken half of the schools out of trouble.",
            WHOLE,
            "the text adds name “Ann Lee”",
        ),
        (
            "By 2017 the changes had not taken two thirds of the schools out of trouble.",
            WHOLE,
            "the text adds negation “not”, figures “2017”, “two”, word “thirds”",
        ),
        (
            "We raised taxes in Leeds",
            "We never raised taxes",
            "the text adds name “Leeds”; the text leaves out negation “never”",
        ),
        ("The mayor’s rate was 5.3%", "the rate was 5.3%", "the text adds word “mayor”"),
        ("Taxes fell by £71 million", "half of them fell – by £71million", "the text adds word “Taxes”"),
    ],
)
def test_trimmed(text: str, quote: str, difference: str) -> None:
    match = look_up(text, quote)
    assert (match.said, match.difference) == (Said.TRIMMED, difference)
    assert same_wording(quote, found_text(match))


@pytest.mark.parametrize("text", ["The rate was 5.3%", "the  rate was 5.3%.", "“The rate was 5.3%”"])
def test_a_text_that_is_its_quote_is_verbatim(text: str) -> None:
    match = look_up(text, "the rate was 5.3%")
    assert (match.said, found_text(match)) == (Said.VERBATIM, "The rate was 5.3%")


def test_a_cut_quote_says_so_beside_what_the_text_adds() -> None:
    match = look_up("Leeds had few failures", "There were no failures.")
    assert match.said is Said.TRIMMED
    assert match.difference.split("; ") == [
        "the text adds words “Leeds”, “few”",
        "the text leaves out negation “no”",
        "the source goes on: “that we hid”",
    ]


FIVE_AND_MORE = "the text adds words “Alpha”, “beta”, “gamma”, “delta”, “epsilon”, 2 more"


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("We did not raise taxes", "We raised taxes", "the text adds negation “not”"),
        ("We cannot raise taxes", "We don’t raise taxes", ""),
        ("It fell by £71 million", "It fell by £71million", ""),
        ("It may have fallen", "It has fallen", "the text adds qualifier “may”"),
        ("It cost £12m", "It cost about £12m", "the text leaves out qualifier “about”"),
        ("The South Wessex Trust paid", "It paid", "the text adds name “South Wessex Trust”"),
        ("Alpha beta gamma delta epsilon zeta eta", "it is", FIVE_AND_MORE),
    ],
)
def test_what_a_trimming_adds_and_leaves_out(text: str, quote: str, told: str) -> None:
    assert describe_trimming(text, quote=quote) == told


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        (
            "By 2016 the changes I made had taken all of the city’s schools out of trouble.",
            "… made had taken [-half-] {+all+} of the city’s …",
        ),
        ("We raised taxes", "“We [-never-] raised taxes,”"),
        ("We always raised taxes", "“We [-never-] {+always+} raised taxes,”"),
        ("The rate was 5", "The rate was [-5.3%-] {+5+}"),
        ("The rate was 5.3", "The rate was [-5.3%-] {+5.3+}"),
        ("The rate was 6.3% in 2016", "The rate was [-5.3%-] {+6.3%+} in 2016;"),
        ("compliance is down", "[-non-compliance-] {+compliance+} is down."),
        ("The O'Brien report cost £12", "… O’Brien report cost [-£12,500-] {+£12+}"),
        ("Did she leave.", "Did she [-leave?-] {+leave.+}"),
        ("The well council paid", "the [-well-run-] {+well+} council paid…"),
        ("We never raised TAXES", "“We never raised [-taxes,”-] {+TAXES+}"),
    ],
)
def test_altered_words_are_shown(text: str, difference: str) -> None:
    match = look_up(text)
    assert match.said is Said.ALTERED
    assert match.difference.casefold() == difference.casefold()
    assert match.span is not None


def test_the_span_of_altered_words_is_where_they_stand() -> None:
    match = look_up("By 2016 the changes I made had taken all of the city’s schools out of trouble.")
    assert found_text(match) == "By 2016 the changes I\u00a0made had taken half of the city’s schools out of trouble."


def test_words_left_out_in_the_middle_are_shown() -> None:
    source = "Last year the board, which had met in secret for months on end, chose to close the bridge for good."
    match = look_up("Last year the board chose to close the bridge for good.", source=source)
    assert match.said is Said.ALTERED
    assert match.difference == ("… year the board, [-which had met in secret for months on end,-] chose to close …")
    assert found_text(match, source=source) == source


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell by 4% in Leeds",
        "Mr Lee resigned over the affair",
        "taxes raised never we",
        "The council said it was in a position to go on",
        "!!!",
        "“”",
        "quite",
    ],
)
def test_nothing_near_is_not_found(text: str) -> None:
    assert look_up(text) == SourceMatch(said=Said.NOT_FOUND)


def test_an_empty_document_holds_nothing() -> None:
    assert look_up("We never raised taxes", source="").said is Said.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We never raised taxes", Said.ALTERED),
        ("We always raised taxes", Said.ALTERED),
        ("Snow fell.", Said.NOT_FOUND),
    ],
)
def test_where_the_quote_is_nowhere_the_text_is_looked_for(text: str, said: Said) -> None:
    match = look_up(text, "Unemployment fell by four points in Leeds")
    assert match.said is said
    if text == "We never raised taxes":
        assert match.difference == "the text stands there, the quote does not"


def test_a_word_is_not_found_inside_another() -> None:
    source = "The shipyards in Leedsworth made 1,500 rafts; anti-tax, taxes’ end, £5bn."
    for text in ("ships", "Leeds", "500", "1", "tax", "5", "aft", "£5"):
        assert look_up(text, source=source).said is Said.NOT_FOUND, text
    for text in ("taxes", "shipyards", "1,500 rafts", "£5bn"):
        assert look_up(text, source=source).said is Said.VERBATIM, text


# --- properties -------------------------------------------------------------------------------------

WORDS = TEXT.split()
STRETCHES = st.tuples(st.integers(0, len(WORDS) - 4), st.integers(3, 30))


@settings(deadline=None)
@given(STRETCHES)
def test_any_run_of_whole_words_is_verbatim_with_its_true_span(stretch: tuple[int, int]) -> None:
    start, length = stretch
    wording = " ".join(WORDS[start : start + length])
    match = look_up(wording)
    assert match.said is Said.VERBATIM
    assert same_wording(wording, found_text(match)) or wording.strip("“”") == wording


@settings(deadline=None)
@given(STRETCHES, st.integers(0, 29), st.sampled_from(["not", "never", "17", "£3bn", "no"]))
def test_a_negation_or_figure_put_in_is_never_verbatim(stretch: tuple[int, int], place: int, word: str) -> None:
    words = WORDS[stretch[0] : stretch[0] + stretch[1]]
    words.insert(min(place, len(words) - 1), word)
    assume(" ".join(words) not in " ".join(WORDS))
    match = look_up(" ".join(words))
    assert match.said in {Said.ALTERED, Said.NOT_FOUND}
    assert match.said is Said.NOT_FOUND or f"{word}" in match.difference


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_span_lies_within_the_document(text: str, source: str) -> None:
    match = look_up(text or "x", source=source)
    if match.span:
        assert 0 <= match.span.start < match.span.end <= len(source)


@settings(deadline=None)
@given(st.text(min_size=1), st.text(), st.text())
def test_a_wording_put_between_spaces_is_found(wording: str, before: str, after: str) -> None:
    assume(any(letter.isalnum() for letter in wording))
    match = look_up(wording, source=f"{before}\n\n{wording}\n\n{after}")
    assert match.said is Said.VERBATIM


def test_a_large_document_is_searched_in_a_moment() -> None:
    source = "The council met to hear what the board had to say of the bridge, and adjourned.\n" * 40_000 + TEXT
    started = time.perf_counter()
    assert look_up("We never raised taxes.", source=source).said is Said.VERBATIM
    altered = look_up("By 2016 the changes I made had taken all of the city’s schools out of trouble.", source=source)
    assert altered.difference == "… made had taken [-half-] {+all+} of the city’s …"
    assert time.perf_counter() - started < 10
